"""ZIP archives of any origin: nothing is written, and no more is unpacked than they may hold."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Final

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from hallgen.readers.archives import DAMAGED

#: Bytes that an archive may unpack to.
_MOST: Final = 1 << 30


class Archive:
    """The files of an archive by their paths."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = [name for name in archive.namelist() if not name.endswith("/")]
        self._by_lower = {name.lower().lstrip("/"): name for name in self.names}
        self._left = _MOST

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises MediaRefusedError for what is damaged, locked or too large."""
        try:
            with self._archive.open(name) as file:
                data = file.read(self._left + 1)
        except DAMAGED as error:
            message = f"What it has at {name!r} is damaged."
            raise MediaRefusedError(codes.MODEL_BROKEN, message) from error
        except RuntimeError as error:
            raise MediaRefusedError(codes.MODEL_BROKEN, "It needs a password.") from error
        self._left -= len(data)
        if self._left < 0:
            message = f"It unpacks to more than {_MOST >> 30} GB."
            raise MediaRefusedError(codes.MODEL_TOO_LARGE, message)
        return data

    def find(self, path: str) -> str | None:
        """The name of a file whatever its letters' case; None where it is not there."""
        return self._by_lower.get(posixpath.normpath(path.lower().lstrip("/")))

    def beside(self, folder: str, path: str) -> bytes | None:
        """The bytes of a file by its path from a folder of the archive."""
        name = self.find(posixpath.join(folder, path))
        return None if name is None else self.read(name)


def open_archive(data: bytes) -> Archive:
    """An archive. Raises MediaRefusedError for what is none."""
    try:
        return Archive(zipfile.ZipFile(BytesIO(data)))
    except DAMAGED as error:
        raise MediaRefusedError(codes.MODEL_BROKEN, "Its archive is damaged or cut off.") from error
