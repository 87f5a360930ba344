"""The name of a hall's pictures: another as soon as anything in them may differ."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from hallgen.scene import Scene


def pictures_key(scenes: Sequence[Scene], *facts: object) -> str:
    """A name of pictures of these scenes; `facts` is what else they depend on, by its repr."""
    known: dict[int, bytes] = {}
    digest = hashlib.sha256(_code() + repr(facts).encode())
    for scene in scenes:
        for part in (scene.nodes, scene.features, scene.lightmap):
            digest.update(_digest(part, known))
    return digest.hexdigest()


def _digest(thing: Any, known: dict[int, bytes]) -> bytes:
    """The hash of a part of a scene. What is shared is hashed once: `known` is by identity."""
    if id(thing) in known:
        return known[id(thing)]
    if isinstance(thing, np.ndarray):
        return hashlib.sha256(
            repr((thing.shape, thing.dtype.str)).encode() + thing.tobytes()
        ).digest()
    if isinstance(thing, tuple):
        return hashlib.sha256(b"".join(_digest(part, known) for part in thing)).digest()
    if is_dataclass(thing):
        parts = (_digest(getattr(thing, field.name), known) for field in fields(thing))
        known[id(thing)] = hashlib.sha256(b"".join(parts)).digest()
        return known[id(thing)]
    return hashlib.sha256(thing if isinstance(thing, bytes) else repr(thing).encode()).digest()


@cache
def _code() -> bytes:
    """A hash of the code that makes pictures: what it changes, it changes in all."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in (here, here.parent, here.parent.parent / "scene"):
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()
