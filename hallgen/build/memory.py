"""What a phone must hold on its GPU where a visitor stands: the promise of `assets/budgets.yaml`.

The tileset is gone through as a client does that looks all round: a tile gives way to its children
where its error is seen. What stands in for them until they have come is held as well. Bytes are
those of arrays as our viewer packs them, and of pictures with their smaller copies.
"""

from __future__ import annotations

import io
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image

from hallgen.build.budgets import Device
from hallgen.formats import packed_tile
from hallgen.formats.editable import EditableGlb

#: Bytes of a pixel with its smaller copies, and of one of light, which is grey, without any.
_MIPMAPPED, _LIGHT = 16 / 3, 1.0
#: Bytes of a vertex of a product's own model: position, normal, texture coordinates.
_MODEL_VERTEX = 32
#: How far standing points are apart, in metres, and how high eyes are.
_STEP, _EYES = 4.0, 1.65
#: How many of the largest tiles at a place are named.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What a file takes: its own bytes, and the pixels of what it shares, by name."""

    own: int
    pictures: Mapping[str, int] = field(default_factory=dict)
    lightmaps: Mapping[str, int] = field(default_factory=dict)
    patterns: tuple[str, ...] = ()

    def shared(self, device: Device) -> dict[str, int]:
        """Bytes of what other files may have as well."""
        kept = _MIPMAPPED * device.pictures**2
        found = {name: pixels * kept for name, pixels in self.pictures.items()}
        found |= {name: pixels * _LIGHT for name, pixels in self.lightmaps.items()}
        found |= dict.fromkeys(self.patterns, device.pattern**2 * _MIPMAPPED)
        return {name: round(size) for name, size in found.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on the floor, (x, z) in metres, what must be held there, and its largest tiles."""

    spot: tuple[float, float]
    bytes: int
    tiles: tuple[str, ...]


@dataclass(eq=False)
class HallMemory:
    """The tileset in the folder of a hall, and what its files take. Raises OSError or ValueError
    for a broken site.
    """

    site: Path
    hall: str
    _held: dict[str, Held] = field(default_factory=dict)

    @cached_property
    def root(self) -> dict[str, Any]:
        path = self.site / "tiles" / self.hall / "tileset.json"
        root: dict[str, Any] = json.loads(path.read_text("utf-8"))["root"]
        return root

    def worst(self, device: Device) -> Standing:
        """The place of the floor where most must be held."""
        return max(self.standing(device), key=lambda standing: standing.bytes)

    def standing(self, device: Device) -> Iterator[Standing]:
        """Places on a grid over the hall's floor."""
        x, y, _, wide, _, _, _, deep, *_ = self.root["boundingVolume"]["box"]
        for across in _grid(x, wide):
            for along in _grid(y, deep):
                yield self.at((across, -along), device)

    def at(self, spot: tuple[float, float], device: Device) -> Standing:
        """What must be held by who stands at (x, z) and looks all round."""
        eyes = (spot[0], -spot[1], _EYES)
        own: Counter[str] = Counter()
        shared: dict[str, int] = {}
        for uri in dict.fromkeys(_needed(self.root, eyes, device)):
            if uri in device.without:
                continue
            held = self.held(uri)
            more = held.shared(device)
            own[uri] = held.own + sum(n for name, n in more.items() if name not in shared)
            shared |= more
        total = sum(own.values()) + device.targets
        return Standing(spot, total, tuple(uri for uri, _ in own.most_common(_NAMED)))

    def held(self, uri: str) -> Held:
        """What a tile's file takes, read once."""
        if uri not in self._held:
            path = self.site / "tiles" / self.hall / uri
            data = path.read_bytes()
            kept = _tile(data, self.site) if "/" not in uri else _model(data)
            self._held[uri] = kept
        return self._held[uri]


def _needed(tile: Mapping[str, Any], eyes: Sequence[float], device: Device) -> Iterator[str]:
    """The files of what is drawn, and of what it took the place of."""
    content = tile.get("content")
    if content is not None:
        yield content["uri"]
    seen = device.seen(tile["geometricError"], _distance(_box(tile), eyes))
    if seen <= device.error:
        return
    for child in tile.get("children", ()):
        if tile["refine"] == "REPLACE" or _wanted(tile, child, eyes, device):
            yield from _needed(child, eyes, device)


def _wanted(
    tile: Mapping[str, Any], child: Mapping[str, Any], eyes: Sequence[float], device: Device
) -> bool:
    """Whether what joins a tile is needed: the tile's error is seen where the child is."""
    return device.seen(tile["geometricError"], _distance(_box(child), eyes)) > device.error


def _box(tile: Mapping[str, Any]) -> tuple[Sequence[float], Sequence[float]]:
    """Middle and half sides, of a box along the axes; a turned one's are those around it."""
    box = tile["boundingVolume"]["box"]
    middle, axes = box[:3], (box[3:6], box[6:9], box[9:12])
    half = [sum(abs(axis[n]) for axis in axes) for n in range(3)]
    if "transform" not in tile:
        return middle, half
    m = tile["transform"]
    rows = [[m[column * 4 + row] for column in range(4)] for row in range(3)]
    moved = [sum(r[n] * middle[n] for n in range(3)) + r[3] for r in rows]
    return moved, [sum(abs(r[n]) * half[n] for n in range(3)) for r in rows]


def _distance(box: tuple[Sequence[float], Sequence[float]], eyes: Sequence[float]) -> float:
    """From the eyes to the nearest point of a box; 0 inside of it."""
    sides = zip(eyes, *box, strict=True)
    return math.hypot(*(max(0.0, abs(at - middle) - half) for at, middle, half in sides))


def _grid(middle: float, half: float) -> Iterator[float]:
    count = max(1, math.ceil(2 * half / _STEP))
    yield from (middle - half + 2 * half * (n + 0.5) / count for n in range(count))


def _tile(data: bytes, site: Path) -> Held:
    tile = packed_tile(data)
    lightmaps = (tile.lightmap,) if tile.lightmap else ()
    return Held(
        tile.geometry,
        {name: _pixels(site, name) for name in tile.pictures},
        {name: _pixels(site, name) for name in lightmaps},
        tile.patterns,
    )


def _pixels(site: Path, name: str) -> int:
    with Image.open(site / "media" / name) as picture:
        return picture.width * picture.height


def _model(data: bytes) -> Held:
    glb = EditableGlb(data)
    arrays = 0
    for mesh in glb.content.get("meshes", ()):
        for primitive in mesh["primitives"]:
            count = glb.content["accessors"][primitive["attributes"]["POSITION"]]["count"]
            corners = glb.content["accessors"][primitive["indices"]]["count"]
            arrays += count * _MODEL_VERTEX + corners * 4
    pixels = sum(_size(glb.picture(n).data) for n in range(len(glb.content.get("images", ()))))
    return Held(arrays + round(pixels * _MIPMAPPED))


def _size(data: bytes) -> int:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.width * picture.height
