"""A folder of made things by the name of what they were made from."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

#: Other contents need another folder: a file of before would be read wrongly.
_FORMAT = "1"


def user_store() -> Path:
    """The folder in the user's own cache."""
    return Path(platformdirs.user_cache_dir("hallgen", appauthor=False))


class Store:
    """Files that are costly to make, kept between builds and shared by them.

    Writers may work at the same time: a file appears whole or not at all. Whoever reads one
    checks it, and makes it anew where it is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / _FORMAT

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, or None."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key. Raises OSError where the folder cannot be written."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key
