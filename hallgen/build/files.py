"""Writing files of a site."""

from __future__ import annotations

import hashlib
from pathlib import Path


def write_file(folder: Path, name: str, data: bytes) -> None:
    """Write `data` at the address `name` below `folder`. One that is already there is the
    same: names that several steps write are made of the content.
    """
    path = folder / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in place of the one before, in one step: whole, or not at all.

    Raises OSError where it cannot be written; then the one before stays.
    """
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def fingerprint(folder: Path) -> str:
    """A name for all files below a folder, made of their addresses and content."""
    whole = hashlib.sha256()
    for address in sizes(folder):
        whole.update(f"{address}\0".encode())
        whole.update(hashlib.sha256((folder / address).read_bytes()).digest())
    return whole.hexdigest()[:20]


def sizes(folder: Path) -> dict[str, int]:
    """The bytes of every file below a folder, by its address, in the order of addresses."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in sorted(found)}
