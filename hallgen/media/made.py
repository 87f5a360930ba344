"""Files of the site that were made of an exhibitor's file, and the refusal of one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from hallgen.diagnostics import Code

F = TypeVar("F", covariant=True)

#: Hosts of static sites take no larger files (25 MiB), so no file of the site is larger.
MOST_BYTES: Final = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of the site: its address from the site's root, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Made(Generic[F]):
    """What a file became: facts that pages need, and the files that go into the site."""

    facts: F
    files: tuple[MadeFile, ...]


class MediaRefusedError(Exception):
    """A file that cannot be used: the code says what to do, the message what was found.

    The message is one sentence about the file: "it is empty."
    """

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(code, message)  # as it was made, so that it can come out of a worker
        self.code = code
        self.message = " ".join(message.split()).rstrip(".") + "."  # libraries write lines

    def __str__(self) -> str:
        return self.message


def content_name(data: bytes) -> str:
    """What a file of this content is called, without a suffix."""
    return hashlib.sha256(data).hexdigest()[:20]


def named(data: bytes, suffix: str) -> MadeFile:
    """A file of the site that is named by its content: `media/<hash><suffix>`."""
    return MadeFile(f"media/{content_name(data)}{suffix}", data)
