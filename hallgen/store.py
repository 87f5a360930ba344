"""A folder of made things by the name of what they were made from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import platformdirs

from hallgen.codes import STORE_NOT_WRITTEN
from hallgen.diagnostics import Diagnostics, Place

T = TypeVar("T")

#: Other contents need another folder: a file of before would be read wrongly.
_FORMAT = "1"


def user_store() -> Path:
    """The folder in the user's own cache."""
    return Path(platformdirs.user_cache_dir("hallgen", appauthor=False))


class Store:
    """Files that are costly to make, kept between builds and shared by them.

    Writers may work at the same time: a file appears whole or not at all.
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


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """Something that is kept: what it is called, and how it becomes bytes and is read back.

    `read` gives None for bytes that are damaged.
    """

    name: str
    write: Callable[[T], bytes]
    read: Callable[[bytes], T | None]


def kept_or_made(
    store: Store, kind: Kind[T], key: str, make: Callable[[], T], diagnostics: Diagnostics
) -> T:
    """What is kept under a key; made and kept where it is not there or damaged.

    A folder that cannot be written is told and stops nothing.
    """
    data = store.get(key)
    kept = None if data is None else kind.read(data)
    if kept is not None:
        return kept
    made = make()
    try:
        store.put(key, kind.write(made))
    except OSError as error:
        diagnostics.add(
            STORE_NOT_WRITTEN,
            Place(str(store.folder)),
            f"{kind.name} could not be kept: {error.strerror or error}.",
        )
    return made
