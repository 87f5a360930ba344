"""The one buffer of a plain GLB, as it grows."""

from __future__ import annotations

from collections.abc import Hashable
from enum import IntEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.reading.chunks import Json

_COMPONENTS: Final = {
    np.dtype(np.uint8): 5121,
    np.dtype(np.uint16): 5123,
    np.dtype(np.uint32): 5125,
    np.dtype(np.float32): 5126,
}
_SHAPES: Final = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}


class Target(IntEnum):
    """What a GPU is to take a view for."""

    NONE = 0
    VERTICES = 34962
    INDICES = 34963


class Store:
    """Views and accessors, each written once for its key."""

    def __init__(self) -> None:
        self.views: list[Json] = []
        self.accessors: list[Json] = []
        self._chunks: list[bytes] = []
        self._size = 0
        self._written: dict[Hashable, int] = {}

    def known(self, key: Hashable) -> int | None:
        """The number of the accessor that was written for the key."""
        return self._written.get(key)

    def accessor(
        self,
        values: NDArray[Any],
        target: Target = Target.NONE,
        key: Hashable = None,
        *,
        ranged: bool = False,
    ) -> int:
        """The accessor of an array (n, k), with the least and most of it where it is `ranged`.

        Whole numbers of vertices are fractions but for joints, which no caller writes otherwise.
        """
        entry: Json = {
            "bufferView": self._rows(values, target),
            "componentType": _COMPONENTS[values.dtype],
            "count": len(values),
            "type": _SHAPES[values.shape[1]],
        }
        if ranged:
            entry["min"] = [_shortest(number) for number in values.min(axis=0)]
            entry["max"] = [_shortest(number) for number in values.max(axis=0)]
        self.accessors.append(entry)
        number = len(self.accessors) - 1
        if key is not None:
            self._written[key] = number
        return number

    def view(self, data: bytes, target: Target = Target.NONE) -> int:
        """A view of these bytes; all start at a multiple of 8."""
        view: Json = {"buffer": 0, "byteOffset": self._size, "byteLength": len(data)}
        if target:
            view["target"] = int(target)
        padding = -len(data) % 8
        self._chunks += (data, bytes(padding))
        self._size += len(data) + padding
        self.views.append(view)
        return len(self.views) - 1

    def finish(self) -> bytes:
        """All bytes."""
        return b"".join(self._chunks)

    def _rows(self, values: NDArray[Any], target: Target) -> int:
        """A view of rows, each at a multiple of 4 bytes where they are of vertices."""
        size = values.shape[1] * values.dtype.itemsize
        if target is not Target.VERTICES or size % 4 == 0:
            return self.view(np.ascontiguousarray(values).tobytes(), target)
        columns = (size + 3) // 4 * 4 // values.dtype.itemsize
        wide = np.zeros((len(values), columns), values.dtype)
        wide[:, : values.shape[1]] = values
        number = self.view(wide.tobytes(), target)
        self.views[number]["byteStride"] = columns * values.dtype.itemsize
        return number


def _shortest(number: Any) -> float | int:
    """A number in as few digits as name it among those of its type."""
    return int(number) if isinstance(number, np.integer) else float(str(number))
