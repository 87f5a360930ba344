"""Files of a site: written, and told from each other by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
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


def file_digest(path: Path) -> str:
    """The SHA-256 of what a file holds, in hexadecimal digits."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, tuple[int, str]]:
    """The bytes and the SHA-256 of every file below a folder, by its address, in their order."""
    return {
        address: (size, file_digest(folder / address)) for address, size in sizes(folder).items()
    }


def fingerprint(found: Mapping[str, tuple[int, str]]) -> str:
    """A name for all files of these digests, made of their addresses and content."""
    whole = hashlib.sha256()
    for address, (_, digest) in found.items():
        whole.update(f"{address}\0".encode())
        whole.update(bytes.fromhex(digest))
    return whole.hexdigest()[:20]


def sizes(folder: Path) -> dict[str, int]:
    """The bytes of every file below a folder, by its address, in the order of addresses."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in sorted(found)}
