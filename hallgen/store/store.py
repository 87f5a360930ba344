"""Bytes by the name of what they were made from, whole or not there."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import Final

import platformdirs

from hallgen.store.shelves import Shelf, StorePlace, shelf_at

#: Other contents need another folder: a file of before would be read wrongly.
_FORMAT: Final = "2"

#: A seal of so many bytes lies before the content.
_SEAL: Final = 16


def user_store() -> Path:
    """The folder in the user's own cache."""
    return Path(platformdirs.user_cache_dir("hallgen", appauthor=False))


class Store:
    """What is costly to make, kept between builds and shared by them.

    Each entry is sealed by a hash of its content, so that what a disk or a line has damaged or
    cut short is not there, rather than wrong. Travels to other processes.
    """

    def __init__(self, place: StorePlace) -> None:
        self.place = place

    @property
    def name(self) -> str:
        """As a person would say where it is."""
        return str(self.place)

    @cached_property
    def shelf(self) -> Shelf:
        return shelf_at(self.place)

    def get(self, key: str) -> bytes | None:
        """What is kept under a key; None where there is nothing, or it is damaged."""
        sealed = self.shelf.read(_name(key))
        if sealed is None or sealed[:_SEAL] != _seal(sealed[_SEAL:]):
            return None
        return sealed[_SEAL:]

    def holds(self, key: str) -> bool:
        """Whether something is kept under a key, whole or not: quicker than to get it."""
        return self.shelf.has(_name(key))

    def writable(self) -> bool:
        """Whether something can be kept here."""
        try:
            self.put("writable", b"")
        except OSError:
            return False
        return True

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key. Raises OSError where the place cannot be written."""
        self.shelf.write(_name(key), _seal(data) + data)


def _name(key: str) -> str:
    return f"{_FORMAT}/{key[:2]}/{key}"


def _seal(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_SEAL]
