"""The one binary buffer of a GLB: NumPy arrays become buffer views and accessors."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pygltflib import Accessor, Buffer, BufferView

from hallgen.formats.columns import Column, Use, plain
from hallgen.formats.shape import Shape
from hallgen.scene import Mesh


class Arrays:
    """Collects arrays in the order they come; the same array object is written once."""

    def __init__(self) -> None:
        self.views: list[BufferView] = []
        self.accessors: list[Accessor] = []
        self._chunks: list[bytes] = []
        self._size = 0
        # The array is kept beside its number, so that its id is not given to another.
        self._written: dict[tuple[int, Use], tuple[int, NDArray[Any]]] = {}

    @property
    def extensions(self) -> frozenset[str]:
        """Those that a reader must know to read the arrays."""
        return frozenset()

    def shape(self, mesh: Mesh) -> Shape:
        """The mesh as its arrays are to be written."""
        return Shape(mesh, mesh.positions)

    def accessor(self, array: NDArray[Any], use: Use) -> int:
        """The accessor of an array of shape (n,) or (n, 2 to 4)."""
        known = self._written.get((id(array), use))
        if known is not None:
            return known[0]
        column = self._column(array, use)
        view, offset = self._place(column, use)
        accessor = Accessor(
            bufferView=view,
            componentType=column.component,
            count=len(column.values),
            type=column.shape,
            normalized=column.normalized or None,
            byteOffset=offset or None,
        )
        if use is Use.POSITION:
            accessor.min = _shortest(column.values.min(axis=0))
            accessor.max = _shortest(column.values.max(axis=0))
        self.accessors.append(accessor)
        number = len(self.accessors) - 1
        self._written[id(array), use] = (number, array)
        return number

    def view(self, data: bytes, target: int | None = None) -> int:
        """A buffer view of these bytes. All start at a multiple of 8, which suits any content."""
        self.views.append(
            BufferView(buffer=0, byteOffset=self._append(data), byteLength=len(data), target=target)
        )
        return len(self.views) - 1

    def finish(self) -> tuple[bytes, list[Buffer]]:
        """All bytes, a multiple of 8 of them, and the buffers that the document has."""
        data = b"".join(self._chunks)
        return data, [Buffer(byteLength=len(data))] if data else []

    def _column(self, array: NDArray[Any], use: Use) -> Column:
        """The numbers that are stored of an array."""
        return plain(array, use)

    def _place(self, column: Column, use: Use) -> tuple[int, int]:
        """The view a column lies in, and where it begins there."""
        return self.view(np.ascontiguousarray(column.values).tobytes(), use.target), 0

    def _append(self, data: bytes) -> int:
        """Add bytes; returns where they begin."""
        start = self._size
        self._chunks += (data, bytes(-len(data) % 8))
        self._size += len(data) + -len(data) % 8
        return start


def _shortest(numbers: NDArray[Any]) -> list[int | float]:
    """Numbers in as few digits as name them among those of their type, as glTF compares them."""
    whole = np.issubdtype(numbers.dtype, np.integer)
    return [int(number) if whole else float(str(number)) for number in numbers]
