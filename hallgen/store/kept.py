"""Things that are kept as bytes and read back, or made where they are not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from hallgen.codes import STORE_NOT_WRITTEN
from hallgen.diagnostics import Diagnostics, Place
from hallgen.store.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """Something that is kept: what it is called, and how it becomes bytes and is read back.

    `read` gives None for bytes that it cannot read.
    """

    name: str
    write: Callable[[T], bytes]
    read: Callable[[bytes], T | None]


def bytes_as_they_are(name: str) -> Kind[bytes]:
    """Something that is bytes already."""
    return Kind(name, lambda data: data, lambda data: data)


def kept_or_made(
    store: Store, kind: Kind[T], key: str, make: Callable[[], T], diagnostics: Diagnostics
) -> T:
    """What is kept under a key; made and kept where it is not there or damaged.

    A place that cannot be written is told and stops nothing.
    """
    data = store.get(key)
    kept = None if data is None else kind.read(data)
    if kept is not None:
        return kept
    made = make()
    try:
        store.put(key, kind.write(made))
    except OSError as fault:
        told_of_fault(store, kind.name, fault, diagnostics)
    return made


def told_of_fault(store: Store, what: str, fault: OSError, diagnostics: Diagnostics) -> None:
    """Say that something could not be kept, and why."""
    message = f"{what} could not be kept: {fault.strerror or fault}."
    diagnostics.add(STORE_NOT_WRITTEN, Place(store.name), message)
