"""The names of what steps of a build make: another input, option or line of code, another name."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hallgen.plugins import sources
from hallgen.resources import assets, templates, viewer, wasm


def step_key(step: str, *inputs: str | bytes) -> str:
    """The name of a step's result. Inputs that are long are best given as their hashes."""
    whole = hashlib.sha256(code_name() + step.encode())
    for one in inputs:
        data = one.encode() if isinstance(one, str) else one
        whole.update(f"{len(data)}\n".encode() + data)
    return whole.hexdigest()


@cache
def code_name() -> bytes:
    """A hash of hallgen's code and data, of plugins, this Python, and the packages beside it."""
    whole = hashlib.sha256(sys.version.encode())
    for folder in (Path(__file__).parents[1], assets(), templates(), viewer(), wasm()):
        for path in _files(folder):
            whole.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    for path in sources():
        whole.update(path.read_bytes())
    whole.update("\n".join(_packages()).encode())
    return whole.digest()


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"
    )


def _packages() -> list[str]:
    """What is installed, by name and version, as installers name their folders of facts."""
    found = (path.name for place in sys.path for path in _facts_in(Path(place)))
    return sorted(set(found))


def _facts_in(place: Path) -> Iterator[Path]:
    return place.glob("*.dist-info") if place.is_dir() else iter(())
