"""Arrays as glTF stores them: a component type, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pygltflib import ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER

from hallgen.formats.light import packed

_COMPONENT_TYPES = {
    np.dtype(np.int8): 5120,
    np.dtype(np.uint8): 5121,
    np.dtype(np.uint16): 5123,
    np.dtype(np.uint32): 5125,
    np.dtype(np.float32): 5126,
}
_SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}

#: Indices of 16 bits reach this many vertices: the highest value restarts a primitive.
_SHORT_INDICES = 65535


class Use(Enum):
    """What an array is for; it decides how it is stored and what is stated of it."""

    POSITION = "position"
    NORMAL = "normal"
    COORDINATES = "coordinates of a picture"
    COLOR = "color"
    IRRADIANCE = "irradiance"
    FEATURE = "feature"
    INDEX = "index"
    MOVE = "translation of an instance"
    LIGHT = "light of an instance"
    INSTANCE = "anything else of an instance"

    @property
    def target(self) -> int | None:
        """What glTF calls the target of its buffer view."""
        if self is Use.INDEX:
            return int(ELEMENT_ARRAY_BUFFER)
        return None if self in _OF_INSTANCES else int(ARRAY_BUFFER)


_OF_INSTANCES = {Use.MOVE, Use.LIGHT, Use.INSTANCE}


class Filter(Enum):
    """What EXT_meshopt_compression makes of numbers once they are unpacked."""

    NONE = "NONE"
    OCTAHEDRAL = "OCTAHEDRAL"
    EXPONENTIAL = "EXPONENTIAL"


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """Numbers of one component type: `values` (n,) or (n, 2 to 4), as a reader gets them.

    `normalized` whole numbers are fractions of their type's largest. `coded` is what `filter`
    makes the values of, in rows of as many bytes.
    """

    values: NDArray[Any]
    normalized: bool = False
    filter: Filter = Filter.NONE
    coded: NDArray[Any] | None = None

    @property
    def component(self) -> int:
        return _COMPONENT_TYPES[self.values.dtype]

    @property
    def shape(self) -> str:
        """The type of its elements, in glTF's words."""
        return _SHAPES[1 if self.values.ndim == 1 else self.values.shape[1]]


def plain(array: NDArray[Any], use: Use) -> Column:
    """The array as stock glTF keeps it: float32, and what glTF has a shorter type for.

    Colours become 16-bit fractions, irradiance four bytes, indices 16 bits where that is enough.
    """
    match use:
        case Use.INDEX:
            return Column(_indices(array))
        case Use.COLOR:
            return Column(fractions(array, np.uint16), normalized=True)
        case Use.IRRADIANCE:
            return Column(packed(array), normalized=True)
    return Column(array.astype(np.float32, copy=False))


def fractions(array: NDArray[Any], kind: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    """Numbers from 0 to 1 as whole numbers of an unsigned type."""
    whole: NDArray[Any] = np.round(np.clip(array, 0, 1) * np.iinfo(kind).max).astype(kind)
    return whole


def _indices(array: NDArray[Any]) -> NDArray[Any]:
    flat = array.reshape(-1)
    return flat.astype(np.uint16 if flat.max() < _SHORT_INDICES else np.uint32)
