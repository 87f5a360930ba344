"""ZIP archives from strangers (IMDF, AASX): read member by member, nothing written by their names.

No more is unpacked than an archive may hold, whatever its directory says (zip bombs), and members
whose names lead out of it (zip slip) are none.
"""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final, Self

#: Bytes that all that is read of an archive may be, and members that it may have.
MOST_BYTES: Final = 512 << 20
MOST_MEMBERS: Final = 20_000
#: What zipfile raises for archives that are damaged, or packed in ways it does not know.
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
)
#: And for those that are locked, or that lie about how large they are.
_UNREADABLE: Final = (*DAMAGED, RuntimeError, MemoryError)


class ArchiveError(Exception):
    """What is wrong with an archive, as the end of a sentence about it."""


class UnsafeArchiveError(ArchiveError):
    """An archive that would do harm: too large once unpacked, or with members outside of it."""


class Archive:
    """The members of an archive by their names, without a slash before them."""

    def __init__(self, path: Path) -> None:
        """Raises ArchiveError for what is no archive, and for one that is not safe."""
        try:
            self._zip = zipfile.ZipFile(path)
            infos = self._zip.infolist()
        except _UNREADABLE as error:
            raise ArchiveError(f"it is no sound archive ({error})") from error
        if len(infos) > MOST_MEMBERS:
            raise UnsafeArchiveError(f"it has {len(infos):,} files")
        outside = [info.filename for info in infos if _leads_out(info.filename)]
        if outside:
            raise UnsafeArchiveError(f"its file {outside[0][:60]!r} leads out of it")
        self._infos = {i.filename.lstrip("/"): i for i in infos if not i.is_dir()}
        self._left = MOST_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def find(self, path: str) -> str | None:
        """The name of the member at a path as others write it: "/aasx/a.pdf", "file:/a.pdf"."""
        bare = inner(path)
        return bare if bare in self._infos else None

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises ArchiveError."""
        info = self._infos[name]
        try:
            with self._zip.open(info) as member:
                data = member.read(self._left + 1)
        except _UNREADABLE as error:
            raise ArchiveError(f"what it has at {name!r} cannot be unpacked ({error})") from error
        self._left -= len(data)
        if self._left < 0:
            raise UnsafeArchiveError(f"it unpacks to more than {MOST_BYTES >> 20} MB")
        return data

    def close(self) -> None:
        self._zip.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def inner(path: str) -> str:
    """A path as it is from the top of what it is in: "/aasx/a.pdf" and "file:/aasx/a.pdf"."""
    bare = path.removeprefix("file://").removeprefix("file:").replace("\\", "/").lstrip("/")
    return posixpath.normpath(bare) if bare else ""


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or ":" in parts[0]
