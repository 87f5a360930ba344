"""What hallgen keeps at a target beside the site: which of the files there are its own, and what
is in them.
"""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from hallgen.model import Frozen

#: The folder at the target that is hallgen's own, the list in it, and where files wait in it.
FOLDER: Final = ".hallgen"
NAME: Final = f"{FOLDER}/published.json"
WAITING: Final = f"{FOLDER}/coming/"


class Known(Frozen):
    """A file at the target: the SHA-256 of its content, its bytes, and what the target calls this
    state of it, where it has a name for that (an ETag).
    """

    sha256: str
    size: int
    tag: str = ""


class Ledger(Frozen):
    """The list. Only what is in it is ever deleted.

    `files` are those of the site `build`, `old` those that only the build before it needs,
    `unsure` those that an upload was to write or to delete. `run` is the upload that wrote it.
    """

    format: int = 1
    run: str = ""
    build: str = ""
    files: dict[str, Known] = {}
    old: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    @property
    def own(self) -> frozenset[str]:
        """All addresses that hallgen wrote to."""
        return frozenset((*self.files, *self.old, *self.unsure))

    def written(self) -> bytes:
        return self.model_dump_json().encode()


def read_ledger(data: bytes) -> Ledger | None:
    """The list in these bytes; None where they are none, or one of a later hallgen."""
    try:
        ledger = Ledger.model_validate_json(data)
    except ValidationError:
        return None
    return ledger if ledger.format == Ledger().format else None
