"""A 3D Tiles 1.1 tileset as frozen types, and its canonical JSON.

Lengths in metres; Z is up, so a plan's (x, y) at height h is (x, y, h). The glTF contents of
its tiles keep Y up: clients turn them, as the specification demands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen import __version__

Corner = tuple[float, float, float]


class Refine(StrEnum):
    """What children do to their parent's content: join it, or take its place."""

    ADD = "ADD"
    REPLACE = "REPLACE"


@dataclass(frozen=True, slots=True)
class Box:
    """A volume along the axes, from its lowest to its highest corner."""

    low: Corner
    high: Corner

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        low = tuple(map(min, self.low, other.low))
        high = tuple(map(max, self.high, other.high))
        return Box((low[0], low[1], low[2]), (high[0], high[1], high[2]))


@dataclass(frozen=True, eq=False, slots=True)
class Tile:
    """A part of the whole. `error` is how wrong it is, in metres, while its children are not
    drawn; 0 for the best there is. `uri` is its content, relative to the tileset's file.

    `matrix` (4, 4), column vectors, leads from the tile's axes, in which its box and its content
    are, to its parent's. `notes` are for whoever knows them, under the key "hallgen".
    """

    box: Box
    error: float
    uri: str | None = None
    refine: Refine = Refine.REPLACE
    children: tuple[Tile, ...] = ()
    matrix: NDArray[np.float64] | None = None
    notes: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Tileset:
    """A tree of tiles. `error` is how wrong it is, in metres, to draw nothing of it."""

    root: Tile
    error: float


def write_tileset(tileset: Tileset) -> bytes:
    """The tileset's JSON: compact, keys in a fixed order, lengths to a tenth of a millimetre.

    Boxes are rounded outwards. Raises ValueError where a child is more wrong than its parent.
    """
    content = {
        "asset": {"version": "1.1", "generator": f"hallgen {__version__}"},
        "geometricError": _rounded(tileset.error),
        "root": _tile(tileset.root, tileset.error),
    }
    return json.dumps(content, separators=(",", ":"), allow_nan=False).encode()


def _tile(tile: Tile, parent_error: float) -> dict[str, Any]:
    if tile.error > parent_error:
        raise ValueError(
            f"A tile's error of {tile.error} m is above its parent's {parent_error} m."
        )
    content: dict[str, Any] = {
        "boundingVolume": {"box": _box(tile.box)},
        "geometricError": _rounded(tile.error),
        "refine": tile.refine.value,
    }
    if tile.uri is not None:
        content["content"] = {"uri": tile.uri}
    if tile.matrix is not None:
        content["transform"] = [round(float(n), 7) + 0.0 for n in tile.matrix.T.ravel()]
    if tile.notes is not None:
        content["extras"] = {"hallgen": dict(tile.notes)}
    if tile.children:
        content["children"] = [_tile(child, tile.error) for child in tile.children]
    return content


def _box(box: Box) -> list[float]:
    """The middle, then the half axes of x, y and z; a tenth of a millimetre larger all round."""
    middle = [_rounded((low + high) / 2) for low, high in zip(box.low, box.high, strict=True)]
    x, y, z = (
        _rounded((high - low) / 2 + 1e-4) for low, high in zip(box.low, box.high, strict=True)
    )
    return [*middle, x, 0, 0, 0, y, 0, 0, 0, z]


def _rounded(metres: float) -> float:
    return round(metres, 4) + 0.0
