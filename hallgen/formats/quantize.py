"""Arrays in as few bits as suffice, each kind in its own way.

Steps of lengths are powers of two of a metre, and the same for all meshes that can have them,
so that what touched still touches, and scaling loses nothing.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.columns import Column, Filter, Use, fractions, plain
from hallgen.scene import Floats, Matrix

#: Grids of 16-bit positions, as powers of two of a metre: up to 32 and up to 64 m of mesh,
#: with errors of a quarter and of half a millimetre.
_GRIDS = (-11, -10)

#: Floats by use: the finest step, as a power of two, and how many bits a number has at most.
#: Positions of 17 bits are right to half a millimetre in a mesh of 128 m.
_FLOATS = {
    Use.POSITION: (-13, 17),
    Use.COORDINATES: (-14, 20),
    Use.MOVE: (-13, 23),
    Use.LIGHT: (-12, 23),
    Use.FEATURE: (0, 23),
}

#: Coordinates this far outside of a picture are inside: `surfaces` clamps them as well.
_EDGE = 1e-4


def grid_frame(positions: Floats) -> Matrix | None:
    """The frame (4, 4) in which positions (n, 3) are numbers of 16 bits, if they can be."""
    low, high = positions.min(axis=0).astype(float), positions.max(axis=0).astype(float)
    # Each grid begins at a number of the coarsest, so that the finer one holds the coarser.
    coarsest = 2.0 ** max(_GRIDS)
    origin = np.floor(low / coarsest) * coarsest
    for step in (2.0**power for power in _GRIDS):
        if (high - origin).max() <= np.iinfo(np.uint16).max * step:
            frame = np.diag([step, step, step, 1.0])
            frame[:3, 3] = origin
            return frame
    return None


def numbers_on(frame: Matrix, positions: Floats) -> NDArray[np.uint16]:
    """Positions (n, 3) in metres as numbers (n, 3) of a frame from `grid_frame`."""
    numbers: NDArray[np.uint16] = np.round((positions - frame[:3, 3]) / frame[0, 0]).astype("u2")
    return numbers


def quantized(array: NDArray[Any], use: Use) -> Column:
    """The array in as few bits as suffice for what it is used for.

    Octahedral normals of 8 bits are right to half a degree; positions come from `numbers_on`,
    or are floats. What readers need whole (indices, turns and scales) stays as it is.
    """
    match use:
        case Use.POSITION if array.dtype == np.uint16:
            return Column(array)
        case Use.COORDINATES if array.min() > -_EDGE and array.max() < 1 + _EDGE:
            return Column(fractions(array, np.uint16), normalized=True)
        case Use.COLOR:
            return Column(fractions(array, np.uint8), normalized=True)
        case Use.NORMAL:
            return octahedral(array)
    floats = _FLOATS.get(use)
    return plain(array, use) if floats is None else exponential(array, *floats)


def exponential(array: NDArray[Any], finest: int, bits: int) -> Column:
    """Numbers to a step of 2^finest, or a coarser one where they would take more bits.

    After "Filter 3: exponential" of EXT_meshopt_compression: 8 bits of exponent, here the same
    for all, and a whole number of up to 23 bits and a sign.
    """
    largest = float(np.abs(array).max(initial=1.0))
    power = max(finest, math.ceil(math.log2(largest)) - bits)
    whole = np.round(array.astype(float) * 2.0**-power).astype(np.int32)
    # A largest number of exactly 2^bits steps is one too many.
    whole = np.clip(whole, 1 - 2**23, 2**23 - 1)
    coded = (np.int32(power) << 24) | (whole & 0xFFFFFF)
    values = (whole * 2.0**power).astype(np.float32)
    return Column(values, filter=Filter.EXPONENTIAL, coded=coded)


def octahedral(normals: Floats) -> Column:
    """Unit vectors (n, 3) on the faces of an octahedron, unfolded into a square.

    After "Filter 1: octahedral" of EXT_meshopt_compression, with 8 bits.
    """
    x, y, z = (normals / np.abs(normals).sum(axis=1, keepdims=True)).T
    folded = z < 0
    u = np.where(folded, (1 - np.abs(y)) * np.where(x < 0, -1, 1), x)
    v = np.where(folded, (1 - np.abs(x)) * np.where(y < 0, -1, 1), y)
    coded = np.stack([u, v, np.ones_like(u), np.zeros_like(u)], axis=1)
    return Column(
        np.round(normals * 127).astype(np.int8),
        normalized=True,
        filter=Filter.OCTAHEDRAL,
        coded=np.round(coded * 127).astype(np.int8),
    )
