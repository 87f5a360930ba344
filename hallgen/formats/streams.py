"""Arrays packed by EXT_meshopt_compression: all of one kind in one stream.

https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0/Vendor/EXT_meshopt_compression
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pygltflib import ARRAY_BUFFER, Buffer, BufferView

from hallgen.formats.arrays import Arrays
from hallgen.formats.columns import Column, Filter, Use
from hallgen.formats.meshopt import Encoder
from hallgen.formats.quantize import grid_frame, numbers_on, quantized
from hallgen.formats.shape import Shape
from hallgen.scene import Alpha, Indices, Matrix, Mesh, Scene

MESHOPT = "EXT_meshopt_compression"
QUANTIZATION = "KHR_mesh_quantization"

#: The buffer that unpacked views claim to lie in; it has no bytes.
_FALLBACK = 1

#: Positions of so many vertices as 16-bit numbers save more memory than they cost in text.
_WORTH_A_GRID = 500

_Kind = tuple[Use, int, str, Filter]


class PackedArrays(Arrays):
    """Collects columns of one kind behind each other and packs each stream once, at the end.

    Many meshes of a tile are small: a view for each of their arrays takes more than the array.
    """

    def __init__(self, scene: Scene, encoder: Encoder) -> None:
        super().__init__()
        self._encoder = encoder
        self._streams: dict[_Kind, _Stream] = {}
        self._shapes: dict[Mesh, Shape] = {}
        self._placements: dict[Mesh, list[Matrix]] = {}
        for node in scene.nodes:
            self._placements.setdefault(node.mesh, []).extend(node.placements)

    @property
    def extensions(self) -> frozenset[str]:
        return frozenset({MESHOPT, QUANTIZATION} if self._streams else ())

    def shape(self, mesh: Mesh) -> Shape:
        """The mesh in an order that packs well, its positions on a grid."""
        if mesh not in self._shapes:
            self._shapes[mesh] = self._shaped(mesh)
        return self._shapes[mesh]

    def finish(self) -> tuple[bytes, list[Buffer]]:
        """Pack all streams. The second buffer is the one that is not there."""
        size = 0
        for stream in self._streams.values():
            size = self._pack(stream, size)
        data, buffers = super().finish()
        absent = Buffer(byteLength=size, extensions={MESHOPT: {"fallback": True}})
        return data, [*buffers, absent] if size else buffers

    def _shaped(self, mesh: Mesh) -> Shape:
        triangles = mesh.triangles
        if mesh.material.alpha is not Alpha.BLEND:  # what is seen through is drawn in its order
            triangles = self._encoder.reorder(triangles, len(mesh.positions))
        ordered = _in_order_of_use(replace(mesh, triangles=triangles))
        frame = grid_frame(ordered.positions) if self._stands_alone(mesh) else None
        if frame is None:
            return Shape(ordered, ordered.positions)
        return Shape(ordered, numbers_on(frame, ordered.positions), frame)

    def _stands_alone(self, mesh: Mesh) -> bool:
        """Whether a mesh is worth a node with the scale of its grid.

        A small one is not, nor one whose every placement would need it; and what is made larger
        would show its steps.
        """
        placements = self._placements[mesh]
        return (
            len(placements) == 1
            and len(mesh.positions) >= _WORTH_A_GRID
            and float(np.linalg.norm(placements[0][:3, :3], axis=0).max()) < 1 + 1e-6
        )

    def _column(self, array: NDArray[Any], use: Use) -> Column:
        return quantized(array, use)

    def _place(self, column: Column, use: Use) -> tuple[int, int]:
        kind = (use, column.component, column.shape, column.filter)
        if kind not in self._streams:
            self.views.append(BufferView(buffer=_FALLBACK, target=use.target))
            self._streams[kind] = _Stream(len(self.views) - 1, use, column.filter)
        return self._streams[kind].add(column)

    def _pack(self, stream: _Stream, start: int) -> int:
        """Write a stream whose view begins at `start` of the absent buffer; returns its end."""
        rows = np.concatenate(stream.rows)
        count, stride = rows.shape
        coded: dict[str, Any] = {"byteStride": stride, "count": count, "mode": "ATTRIBUTES"}
        if stream.use is Use.INDEX:
            coded["mode"] = "TRIANGLES"
            data = self._encoder.triangles(rows.view(f"<u{stride}").reshape(-1))
        else:
            data = self._encoder.vertices(rows)
        if stream.filter is not Filter.NONE:
            coded["filter"] = stream.filter.value
        place = {"buffer": 0, "byteOffset": self._append(data), "byteLength": len(data)}
        view = self.views[stream.view]
        view.byteOffset, view.byteLength = start, rows.nbytes
        if stream.use.target == ARRAY_BUFFER:  # as it must be where many accessors share a view
            view.byteStride = stride
        view.extensions = {MESHOPT: place | coded}
        return start + rows.nbytes + -rows.nbytes % 8


@dataclass(eq=False, slots=True)
class _Stream:
    """Columns of one kind behind each other, as rows of bytes."""

    view: int
    use: Use
    filter: Filter
    rows: list[NDArray[np.uint8]] = field(default_factory=list)
    size: int = 0

    def add(self, column: Column) -> tuple[int, int]:
        """The stream's view, and where the column begins in it."""
        start = self.size
        rows = _rows(column.values if column.coded is None else column.coded, self.use)
        self.rows.append(rows)
        self.size += rows.nbytes
        return self.view, start


def _rows(values: NDArray[Any], use: Use) -> NDArray[np.uint8]:
    """Numbers as bytes (n, stride); vertices are padded to a multiple of 4, as glTF demands."""
    rows = np.ascontiguousarray(values.reshape(len(values), -1)).view(np.uint8)
    padding = 0 if use is Use.INDEX else -rows.shape[1] % 4
    return np.pad(rows, ((0, 0), (0, padding)))


def _in_order_of_use(mesh: Mesh) -> Mesh:
    """The mesh with its vertices in the order in which triangles first need them.

    Those that no triangle has are dropped.
    """
    used, first = np.unique(mesh.triangles, return_index=True)
    order = used[np.argsort(first)]
    numbers: Indices = np.empty(len(mesh.positions), np.uint32)
    numbers[order] = np.arange(len(order), dtype=np.uint32)
    arrays: dict[str, Any] = {
        name: array[order]
        for name in (part.name for part in fields(mesh))
        if isinstance(array := getattr(mesh, name), np.ndarray) and name != "triangles"
    }
    return replace(mesh, triangles=numbers[mesh.triangles], **arrays)
