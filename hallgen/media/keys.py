"""The name of all that a result depends on but the file: code and libraries."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).parents[1]


@cache
def code_key(packages: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Another name when code of these packages changes, or the version of one of the libraries.

    A package is a path below `hallgen`, a folder or a module: "media/pictures", "media/made.py".
    A library that is not installed counts as well: something may be read without it by and by.
    """
    digest = hashlib.sha256()
    for library in libraries:
        digest.update(f"{library} {_version(library)} ".encode())
    for package in packages:
        path = _ROOT / package
        for module in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(module.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
