"""What is kept: whole or not there, wherever it lies, and never more than is wanted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.store import Kind, Store, kept_or_made, prune

TEXT: Kind[str] = Kind("Texts", str.encode, bytes.decode)


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """One on a disk, and one that fsspec keeps."""
    if request.param == "folder":
        return Store(tmp_path / "new" / "folder")
    return Store(f"memory://{tmp_path.name}")


def files(store: Store) -> list[str]:
    return [entry.name for entry in store.shelf.entries()]


def test_what_is_put_is_got(store: Store) -> None:
    assert store.get("ab12") is None
    assert not store.holds("ab12")
    store.put("ab12", b"light")
    assert store.get("ab12") == b"light"
    assert store.holds("ab12")
    assert len(files(store)) == 1


def test_it_can_be_empty(store: Store) -> None:
    store.put("ab12", b"")
    assert store.get("ab12") == b""


@pytest.mark.parametrize("damage", [lambda d: d[:-1], lambda d: d[:3], lambda d: b"", bytes.upper])
def test_what_is_damaged_is_not_there_and_is_made_again(store: Store, damage) -> None:  # type: ignore[no-untyped-def]
    told = Diagnostics()
    assert kept_or_made(store, TEXT, "ab12", lambda: "made once", told) == "made once"
    (name,) = files(store)
    kept = store.shelf.read(name)
    assert kept is not None
    store.shelf.write(name, damage(kept))
    assert store.get("ab12") is None
    assert kept_or_made(store, TEXT, "ab12", lambda: "made again", told) == "made again"
    assert store.get("ab12") == b"made again"
    assert not len(told)


def test_a_size_is_kept_by_what_was_not_wanted_for_the_longest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keys = [f"entry-{number}" for number in range(5)]
    for when, key in enumerate(keys):
        store.put(key, bytes(100))
        (kept,) = tmp_path.rglob(key)
        os.utime(kept, (when, when))
    store.get(keys[0])  # it was the oldest, and is wanted
    pruned = prune(store, 300)
    assert (pruned.entries, pruned.held + pruned.bytes) == (3, 5 * 116)
    assert [key for key in keys if store.holds(key)] == [keys[0], keys[4]]


def test_nothing_goes_where_there_is_room(store: Store) -> None:
    store.put("ab12", b"light")
    assert prune(store, 1000).entries == 0
    assert store.get("ab12") == b"light"


def test_an_unknown_kind_of_place_is_told() -> None:
    with pytest.raises(UsageError, match="nowhere://cache"):
        Store("nowhere://cache").get("ab12")


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not Store(tmp_path / "file").writable()
    assert Store(tmp_path / "folder").writable()
