"""Keeping a store within a size."""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.store.store import Store


@dataclass(frozen=True, slots=True)
class Pruned:
    """What a store holds in bytes after it was pruned, and how many entries and bytes went."""

    held: int
    entries: int
    bytes: int


def prune(store: Store, most: int) -> Pruned:
    """Remove what was not wanted for the longest until a store holds at most `most` bytes.

    Builds may go on meanwhile: what they miss they make again.
    """
    found = sorted(store.shelf.entries(), key=lambda entry: (entry.wanted, entry.name))
    held = sum(entry.size for entry in found)
    entries = freed = 0
    for entry in found:
        if held - freed <= most:
            break
        store.shelf.remove(entry.name)
        entries += 1
        freed += entry.size
    return Pruned(held - freed, entries, freed)
