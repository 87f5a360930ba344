"""Tiles of products that have models of their own: simple from afar, the model itself near by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import PurePosixPath

import numpy as np

from hallgen.formats import Box, Refine, Tile
from hallgen.scene import (
    Matrix,
    Node,
    Scene,
    bounds,
    combine,
    exhibits,
    gather,
    mean_light,
    merge,
    only_exhibits,
)

#: How wrong a product is from afar, in metres: its model takes its place from 11 m on, at 16
#: pixels of error on a screen of 900 lines.
EXHIBIT_ERROR = 0.22

#: Levels are off by up to a fiftieth of a model's size: so much larger is its box.
_SLACK = 1.04
#: From a scene's axes (Y up) to a tileset's (Z up).
_UP = np.array([[1, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, 0], [0, 0, 0, 1]], float)


def exhibit_tiles(
    name: str, scenes: Sequence[Scene], write: Callable[[str, Scene], str], media: str
) -> Iterator[Tile]:
    """A tile for the products of each booth, whose children are their models.

    `scenes` are booths in the axes of their hall; `write` writes a tile's content under a name;
    `media` leads from the tileset to the folder that models' addresses start in.
    """
    number = 0
    for scene in scenes:
        alone = only_exhibits(scene)
        box = tile_box(alone)
        if box is None:
            continue
        number += 1
        models = tuple(_model(nodes, scene, media) for nodes in exhibits(scene))
        joined = merge(gather(combine(name, [alone])))
        uri = write(f"{name}-products-{number}.glb", joined)
        for model in models:
            box = box.around(_placed(model))
        yield Tile(box, EXHIBIT_ERROR, uri, Refine.REPLACE, models)


def _model(nodes: tuple[Node, ...], scene: Scene, media: str) -> Tile:
    """A model where it stands. What it is and its light are notes: many tiles share its file."""
    first = nodes[0]
    light = mean_light(nodes)
    notes: dict[str, object] = {}
    if first.features is not None:
        feature = scene.features[int(first.features[0])]
        notes |= {
            "booth": feature.booth,
            "product": feature.product,
            "exhibitor": feature.exhibitor,
        }
    if light is not None:
        notes["light"] = [round(float(n), 4) + 0.0 for n in light[0]]
    if first.shown_by is None:
        raise ValueError("Nothing shows this better.")
    matrix: Matrix = _UP @ first.placements[0] @ _UP.T
    width, height, depth = (length * _SLACK for length in first.shown_by.size)
    box = Box((-width / 2, -depth / 2, height - height * _SLACK), (width / 2, depth / 2, height))
    # It is known by its address in the site, of which `media` has the folder already.
    uri = f"{media}{PurePosixPath(first.shown_by.address).name}"
    return Tile(box, 0.0, uri, matrix=matrix, notes=notes)


def _placed(tile: Tile) -> Box:
    """A model's box in the axes of its parent."""
    corners = np.array(list(product(*zip(tile.box.low, tile.box.high, strict=True))))
    matrix = np.eye(4) if tile.matrix is None else tile.matrix
    placed = corners @ matrix[:3, :3].T + matrix[:3, 3]
    (x0, y0, z0), (x1, y1, z1) = placed.min(axis=0).tolist(), placed.max(axis=0).tolist()
    return Box((x0, y0, z0), (x1, y1, z1))


def tile_box(scene: Scene) -> Box | None:
    """The scene's bounds with Z up; None for one without triangles."""
    corners = bounds(scene)
    if corners is None:
        return None
    (x0, y0, z0), (x1, y1, z1) = corners.tolist()
    return Box((x0, -z1, y0), (x1, -z0, y1))
