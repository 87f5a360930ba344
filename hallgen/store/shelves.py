"""Where what is kept lies: a folder, or whatever fsspec can write to."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from hallgen.errors import UsageError

#: A folder, or an address that fsspec knows.
StorePlace = Path | str

#: An entry that was asked for is marked so, but not more often than this, in seconds.
_MARKED_EVERY: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is kept: its name, its bytes, and when it was last wanted (POSIX seconds)."""

    name: str
    size: int
    wanted: float


class Shelf(Protocol):
    """Named bytes. Writers may work at the same time: an entry appears whole or not at all."""

    def read(self, name: str) -> bytes | None:
        """None where there is no such entry, or it cannot be read."""

    def has(self, name: str) -> bool: ...

    def write(self, name: str, data: bytes) -> None:
        """Raises OSError where that is not possible."""

    def remove(self, name: str) -> None:
        """Also where somebody else was faster."""

    def entries(self) -> Iterator[Entry]: ...


@dataclass(frozen=True, slots=True)
class FolderShelf:
    """A folder on this machine's disks, which others may use meanwhile."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        path = self.folder / name
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _MARKED_EVERY:
                os.utime(path)
        except FileNotFoundError:
            return None
        except OSError:  # a folder that is only to be read gives what it has
            with suppress(OSError):
                return path.read_bytes()
            return None
        return data

    def has(self, name: str) -> bool:
        return (self.folder / name).is_file()

    def write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unready = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(unready).replace(path)
        except OSError:
            Path(unready).unlink(missing_ok=True)
            raise

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def entries(self) -> Iterator[Entry]:
        for path in self.folder.rglob("*"):
            with suppress(FileNotFoundError):  # another build lets go of it
                facts = path.stat()
                if path.is_file():
                    name = path.relative_to(self.folder).as_posix()
                    yield Entry(name, facts.st_size, facts.st_mtime)


@dataclass(frozen=True, slots=True)
class FarShelf:
    """A place of fsspec's. Its entries are written in one step by object stores themselves."""

    files: Any  # an AbstractFileSystem, which ships no types
    folder: str

    @classmethod
    def at(cls, address: str) -> FarShelf:
        """Raises UsageError where the address is of no kind that is installed."""
        import fsspec

        try:
            files, folder = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as fault:
            raise UsageError(f"{address}: {fault}") from fault
        return cls(files, folder.rstrip("/"))

    def read(self, name: str) -> bytes | None:
        try:
            data: bytes = self.files.cat_file(f"{self.folder}/{name}")
        except OSError:
            return None
        return data

    def has(self, name: str) -> bool:
        return bool(self.files.exists(f"{self.folder}/{name}"))

    def write(self, name: str, data: bytes) -> None:
        path = f"{self.folder}/{name}"
        self.files.makedirs(path.rpartition("/")[0], exist_ok=True)
        self.files.pipe_file(path, data)

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self.files.rm_file(f"{self.folder}/{name}")

    def entries(self) -> Iterator[Entry]:
        found = self.files.find(self.folder, detail=True)
        for path, facts in found.items():
            made = facts.get("LastModified") or facts.get("mtime") or facts.get("created")
            when = made.timestamp() if hasattr(made, "timestamp") else float(made or 0)
            name = path.removeprefix(self.folder).lstrip("/")
            yield Entry(name, int(facts.get("size") or 0), when)


def shelf_at(place: StorePlace) -> Shelf:
    """The shelf at a place."""
    if isinstance(place, str) and "://" in place:
        return FarShelf.at(place)
    return FolderShelf(Path(place))
