"""Where what stands for products is photographed: each once, and once for all builds."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import astuple, dataclass
from functools import lru_cache

import numpy as np

from hallgen.diagnostics import Diagnostics
from hallgen.light.keys import photograph_key
from hallgen.light.studio import Photograph, photograph
from hallgen.scene import Mesh
from hallgen.store import Kind, Store, StorePlace, kept_or_made

Meshes = tuple[Mesh, ...]

#: Photographs that stay in memory, 4 MB each.
_AT_HAND = 64


@dataclass(frozen=True, slots=True)
class Studio:
    """Takes photographs and keeps them: in a store where it has one, else in memory."""

    store: StorePlace | None = None

    def photograph(self, bodies: Meshes, trim: Meshes, pixels: int, turn: float) -> Photograph:
        """As `hallgen.light.studio.photograph`."""
        return _taken(self.store, bodies, trim, pixels, turn)


@lru_cache(maxsize=_AT_HAND)
def _taken(
    place: StorePlace | None, bodies: Meshes, trim: Meshes, pixels: int, turn: float
) -> Photograph:
    if place is None:
        return photograph(bodies, trim, pixels, turn)
    key = photograph_key(bodies, trim, pixels, turn)
    # Where it cannot be written, whoever keeps the light of halls in the same folder tells why.
    untold = Diagnostics()
    return kept_or_made(
        Store(place), _KIND, key, lambda: photograph(bodies, trim, pixels, turn), untold
    )


def packed(made: Photograph) -> bytes:
    """A photograph as bytes. Its numbers are those of half floats, which they are kept as."""
    data = io.BytesIO()
    np.savez_compressed(data, *(part.astype(np.float16) for part in astuple(made)))
    return data.getvalue()


def unpacked(data: bytes) -> Photograph | None:
    """What `packed` was given; None for bytes that are damaged."""
    try:
        with np.load(io.BytesIO(data)) as parts:
            return Photograph(*(parts[name].astype(np.float32) for name in parts.files))
    except (ValueError, TypeError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


_KIND = Kind("Photographs", packed, unpacked)
