"""Accessors as NumPy arrays: strided, sparse, normalized, and never beyond their view."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.reading.document import Document
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.scene import Floats

_TYPES: Final = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS: Final = {
    "SCALAR": 1,
    "VEC2": 2,
    "VEC3": 3,
    "VEC4": 4,
    "MAT2": 4,
    "MAT3": 9,
    "MAT4": 16,
}


def raw(document: Document, number: object) -> NDArray[Any]:
    """An accessor's elements (n, k) in its own type."""
    accessor = document.at("accessors", number)
    width, count = WIDTHS[accessor["type"]], int(accessor["count"])
    kind = np.dtype(_TYPES[accessor["componentType"]])
    document.spend(count * width * kind.itemsize)
    if count < 0:
        raise GltfError(Fault.BROKEN, "An accessor has fewer than no elements.")
    if "bufferView" in accessor:
        stride = document.at("bufferViews", accessor["bufferView"]).get("byteStride")
        data = document.view(accessor["bufferView"])
        values = _rows(data, accessor.get("byteOffset", 0), count, width, kind, stride)
    else:
        values = np.zeros((count, width), kind)
    return _with_sparse(document, accessor["sparse"], values) if "sparse" in accessor else values


def floats(document: Document, number: object) -> Floats:
    """An accessor's elements (n, k) as the numbers that they stand for."""
    normalized = document.at("accessors", number).get("normalized", False)
    return as_floats(raw(document, number), normalized=bool(normalized))


def as_floats(values: NDArray[Any], *, normalized: bool) -> Floats:
    """Whole numbers as fractions of their type's largest where they are `normalized`."""
    if normalized and values.dtype.kind in "iu":
        largest = np.float32(np.iinfo(values.dtype).max)
        found: Floats = np.maximum(values.astype(np.float32) / largest, np.float32(-1))
        return found
    return values.astype(np.float32)


def _rows(
    data: bytes, start: int, count: int, width: int, kind: np.dtype[Any], stride: int | None
) -> NDArray[Any]:
    size = width * kind.itemsize
    step = size if stride is None else int(stride)
    if count and not (start >= 0 and step > 0 and start + step * (count - 1) + size <= len(data)):
        raise GltfError(Fault.BROKEN, "An accessor reaches beyond its data: the file is cut off.")
    if count == 0:
        return np.zeros((0, width), kind)
    rows: NDArray[Any] = np.ndarray(
        (count, width), kind, data, offset=start, strides=(step, kind.itemsize)
    )
    return np.ascontiguousarray(rows)


def _with_sparse(document: Document, sparse: dict[str, Any], values: NDArray[Any]) -> NDArray[Any]:
    count, where, what = int(sparse["count"]), sparse["indices"], sparse["values"]
    kind = np.dtype(_TYPES[where["componentType"]])
    places = _rows(
        document.view(where["bufferView"]), where.get("byteOffset", 0), count, 1, kind, None
    ).ravel()
    if count and int(places.max()) >= len(values):
        raise GltfError(Fault.BROKEN, "A sparse accessor replaces what is not there.")
    values = values.copy()
    values[places] = _rows(
        document.view(what["bufferView"]),
        what.get("byteOffset", 0),
        count,
        values.shape[1],
        values.dtype,
        None,
    )
    return values
