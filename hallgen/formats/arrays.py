"""The one binary buffer of a GLB: NumPy arrays become buffer views and accessors."""

from __future__ import annotations

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pygltflib import ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER, Accessor, BufferView

from hallgen.formats.light import packed

_COMPONENT_TYPES = {
    np.dtype(np.uint8): 5121,
    np.dtype(np.uint16): 5123,
    np.dtype(np.uint32): 5125,
    np.dtype(np.float32): 5126,
}
_SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}

#: Indices of 16 bits reach this many vertices: the highest value restarts a primitive.
_SHORT_INDICES = 65535


class Use(Enum):
    """What an array is for; it decides the target of its buffer view and what is stated of it."""

    POSITION = "position"
    VERTEX = "vertex"
    COLOR = "color"
    IRRADIANCE = "irradiance"
    INDEX = "index"
    INSTANCE = "instance"


_TARGETS = {
    Use.POSITION: ARRAY_BUFFER,
    Use.VERTEX: ARRAY_BUFFER,
    Use.COLOR: ARRAY_BUFFER,
    Use.IRRADIANCE: ARRAY_BUFFER,
    Use.INDEX: ELEMENT_ARRAY_BUFFER,
    Use.INSTANCE: None,
}


class Arrays:
    """Collects arrays in the order they come; the same array object is written once."""

    def __init__(self) -> None:
        self.views: list[BufferView] = []
        self.accessors: list[Accessor] = []
        self._chunks: list[bytes] = []
        self._size = 0
        # The array is kept beside its number, so that its id is not given to another.
        self._written: dict[tuple[int, Use], tuple[int, NDArray[Any]]] = {}

    def accessor(self, array: NDArray[Any], use: Use) -> int:
        """The accessor of an array of shape (n,) or (n, 2 to 4), with float32 for all floats.

        Indices get 16 bits where that is enough, colours are stored as 16-bit fractions,
        irradiance as four bytes (see `light.packed`).
        """
        known = self._written.get((id(array), use))
        if known is not None:
            return known[0]
        stored = np.ascontiguousarray(_stored(array, use))
        accessor = Accessor(
            bufferView=self.view(stored.tobytes(), _TARGETS[use]),
            componentType=_COMPONENT_TYPES[stored.dtype],
            count=len(stored),
            type=_SHAPES[1 if stored.ndim == 1 else stored.shape[1]],
            normalized=True if use in (Use.COLOR, Use.IRRADIANCE) else None,
            byteOffset=None,
        )
        if use is Use.POSITION:
            accessor.min = stored.min(axis=0).tolist()
            accessor.max = stored.max(axis=0).tolist()
        self.accessors.append(accessor)
        number = len(self.accessors) - 1
        self._written[id(array), use] = (number, array)
        return number

    def view(self, data: bytes, target: int | None = None) -> int:
        """A buffer view of these bytes. All start at a multiple of 8, which suits any content."""
        self._pad()
        self.views.append(
            BufferView(buffer=0, byteOffset=self._size, byteLength=len(data), target=target)
        )
        self._append(data)
        return len(self.views) - 1

    @property
    def data(self) -> bytes:
        """All bytes so far, a multiple of 8 of them."""
        self._pad()
        return b"".join(self._chunks)

    def _append(self, data: bytes) -> None:
        self._chunks.append(data)
        self._size += len(data)

    def _pad(self) -> None:
        self._append(bytes(-self._size % 8))


def _stored(array: NDArray[Any], use: Use) -> NDArray[Any]:
    if use is Use.INDEX:
        flat = array.reshape(-1)
        short = flat.max() < _SHORT_INDICES
        return flat.astype(np.uint16) if short else flat.astype(np.uint32)
    if use is Use.COLOR:
        fractions: NDArray[np.uint16] = np.round(np.clip(array, 0, 1) * 65535).astype(np.uint16)
        return fractions
    if use is Use.IRRADIANCE:
        return packed(array)
    return array.astype(np.float32, copy=False)
