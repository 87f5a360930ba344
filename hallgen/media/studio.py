"""Where what stands for products is photographed: each once, and once for all builds."""

from __future__ import annotations

import io
import zlib
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from hallgen.light.keys import photograph_key
from hallgen.light.studio import Photograph, photograph
from hallgen.scene import Mesh
from hallgen.store import Store

Meshes = tuple[Mesh, ...]

#: Photographs that stay in memory, 4 MB each.
_AT_HAND = 64


@dataclass(frozen=True, slots=True)
class Studio:
    """Takes photographs and keeps them: in a store's folder where it has one, else in memory."""

    store: Path | None = None

    def photograph(self, bodies: Meshes, trim: Meshes, pixels: int, turn: float) -> Photograph:
        """As `hallgen.light.studio.photograph`."""
        return _taken(self.store, bodies, trim, pixels, turn)


@lru_cache(maxsize=_AT_HAND)
def _taken(
    folder: Path | None, bodies: Meshes, trim: Meshes, pixels: int, turn: float
) -> Photograph:
    if folder is None:
        return photograph(bodies, trim, pixels, turn)
    store, key = Store(folder), photograph_key(bodies, trim, pixels, turn)
    data = store.get(key)
    kept = None if data is None else unpacked(data)
    if kept is not None:
        return kept
    made = photograph(bodies, trim, pixels, turn)
    # Where it cannot be written, whoever keeps the light of halls in the same folder tells why.
    with suppress(OSError):
        store.put(key, packed(made))
    return made


def packed(made: Photograph) -> bytes:
    """A photograph as bytes. Its numbers are those of half floats, which they are kept as."""
    data = io.BytesIO()
    np.savez(data, *(part.astype(np.float16) for part in astuple(made)))
    return zlib.compress(data.getvalue(), 1)


def unpacked(data: bytes) -> Photograph | None:
    """What `packed` was given; None for bytes that are damaged."""
    try:
        with np.load(io.BytesIO(zlib.decompress(data)), allow_pickle=False) as parts:
            return Photograph(*(parts[name].astype(np.float32) for name in parts.files))
    except (zlib.error, ValueError, OSError, KeyError, TypeError):
        return None
