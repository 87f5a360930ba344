"""Files of the site that were made of an exhibitor's file, and the refusal of one."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from hallgen.diagnostics import Code
from hallgen.model import Frozen

F = TypeVar("F", covariant=True)

#: What the report tells of parts of what was made: bytes, triangles and the like, by name.
Figures = dict[str, dict[str, float]]

#: Hosts of static sites take no larger files (25 MiB), so no file of the site is larger.
MOST_BYTES: Final = 25 * 1024 * 1024


#: Kinds of files that only show, sound or tell something: the only ones that are made of what
#: exhibitors send. No browser runs anything of them, whatever is in them.
_PASSIVE: Final = "glb|json|m3u8|m4a|m4s|mp3|mp4|pdf|png|vtt|webm|webp"
_PART: Final = r"[A-Za-z0-9_-][A-Za-z0-9._-]*"
_IN_SITE: Final = re.compile(rf"(media|search/documents)(/{_PART})+\.({_PASSIVE})")
_PIECE: Final = re.compile(_PART)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of the site: its address from the site's root, and its bytes."""

    name: str
    data: bytes


class Account(Frozen):
    """What the report tells of a file: its format where that says more than its kind, figures
    where bytes do not say enough, and what was found and done.
    """

    form: str = ""
    triangles: int = 0
    figures: Figures = {}
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made(Generic[F]):
    """What a file became: facts that pages and booths need, and the files that go into the site.

    `pieces` are for the build alone, such as what booths' own pictures are composed of.
    """

    facts: F
    files: tuple[MadeFile, ...]
    pieces: tuple[MadeFile, ...] = ()
    account: Account = field(default_factory=Account)


def insist_on_passive(made: Made[Frozen]) -> None:
    """Raise ValueError where what a worker made is to lie elsewhere than media do, or under a name
    by which hosts serve something that runs. A worker may have been taken over by its file.
    """
    for files, pattern in ((made.files, _IN_SITE), (made.pieces, _PIECE)):
        for file in files:
            if not pattern.fullmatch(file.name):
                raise ValueError(f"{file.name!r} is no name of a file that was made of media")


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


def piece(data: bytes, suffix: str) -> MadeFile:
    """A file for the build alone, named by its content: `<hash><suffix>`."""
    return MadeFile(f"{content_name(data)}{suffix}", data)
