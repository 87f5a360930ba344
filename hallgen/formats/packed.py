"""What a tile costs a visitor's device: the draws that our viewer makes of it once it is packed.

The same rule as in `viewer/src/tile/packer.ts` and `reader.ts`, where the constants have the same
names; docs/decisions/0046-packed-tiles.md says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Any

from pygltflib import LINEAR, REPEAT

from hallgen.formats.contents import instances, read_document
from hallgen.formats.surfaces import WEBP

#: Bytes of a packed vertex on the GPU.
VERTEX_BYTES = 48
#: Repeated meshes get vertices of their own in every place, up to this many bytes a tile.
MOST_BYTES = 4e6
#: Bytes of a place of a mesh that stays instanced: its matrix and its light.
_PLACE_BYTES = 80

#: Textures that packed vertices have no place for.
_UNPACKED = ("normalTexture", "occlusionTexture")


class _Drawn(Enum):
    """How a part is drawn: in one draw with others, in one for all its places, or as it is."""

    TOGETHER = auto()
    INSTANCED = auto()
    ALONE = auto()


@dataclass(frozen=True, slots=True)
class _Part:
    """A primitive at its node: vertices and corners in all places, how many those are, its
    surface.
    """

    vertices: int
    corners: int
    places: int
    blended: bool
    drawn: _Drawn


@dataclass(frozen=True, slots=True)
class PackedTile:
    """What a tile takes on the GPU: bytes of its arrays, and names of its pictures.

    `pictures` are shown once, `patterns` again and again; `lightmap` is '' where there is none.
    Names are those of files by content.
    """

    geometry: int
    pictures: tuple[str, ...]
    patterns: tuple[str, ...]
    lightmap: str


def packed_tile(data: bytes) -> PackedTile:
    """What a GLB takes in our viewer. Raises ValueError for what is no GLB."""
    document = read_document(data)
    names: dict[str, list[str]] = {"pictures": [], "patterns": [], "lightmaps": []}
    for texture in document.get("textures", ()):
        image = document["images"][_image(texture)]
        name = PurePosixPath(image.get("uri", image.get("name", ""))).name
        sampler = document["samplers"][texture["sampler"]] if "sampler" in texture else {}
        repeats = sampler.get("wrapS", REPEAT) == REPEAT
        kind = "patterns" if repeats else "pictures"
        if sampler.get("minFilter") == LINEAR:
            kind = "lightmaps"
        names[kind].append(name)
    return PackedTile(
        geometry=sum(map(_bytes, _split(_parts(document)))),
        pictures=tuple(names["pictures"]),
        patterns=tuple(names["patterns"]),
        lightmap=next(iter(names["lightmaps"]), ""),
    )


def _image(texture: Mapping[str, Any]) -> int:
    return int(texture.get("extensions", {}).get(WEBP, texture)["source"])


def packed_draws(data: bytes) -> int:
    """How many draws a GLB takes in our viewer, without shadows and reflections.

    What is solid is one, what one looks through is another. Where a tile is larger than
    `MOST_BYTES`, its largest repeated meshes stay draws of their own until the rest is small
    enough; so does what the packer does not take. Raises ValueError for what is no GLB.
    """
    parts = list(_split(_parts(read_document(data))))
    merged = {part.blended for part in parts if part.drawn is _Drawn.TOGETHER}
    return len(merged) + sum(part.drawn is not _Drawn.TOGETHER for part in parts)


def _bytes(part: _Part) -> int:
    """Of a part's arrays: in each place anew, or once with a matrix and a light for each place."""
    whole = VERTEX_BYTES * part.vertices + 4 * part.corners
    if part.drawn is _Drawn.INSTANCED:
        return whole // part.places + _PLACE_BYTES * part.places
    return whole


def _split(parts: Iterable[_Part]) -> list[_Part]:
    """The parts, of which the largest repeated ones are instanced until the rest is small."""
    known = list(parts)
    together = [n for n, part in enumerate(known) if part.drawn is _Drawn.TOGETHER]
    size = VERTEX_BYTES * sum(known[n].vertices for n in together)
    repeated = [n for n in together if known[n].places > 1 and not known[n].blended]
    for n in sorted(repeated, key=lambda n: -known[n].vertices):
        if size <= MOST_BYTES:
            break
        size -= VERTEX_BYTES * known[n].vertices
        known[n] = replace(known[n], drawn=_Drawn.INSTANCED)
    return known


def _parts(document: dict[str, Any]) -> Iterator[_Part]:
    accessors = document.get("accessors", ())
    for node in document.get("nodes", ()):
        if "mesh" not in node:
            continue
        places = instances(document, node)
        for primitive in document["meshes"][node["mesh"]]["primitives"]:
            number = primitive.get("material")
            material = {} if number is None else document["materials"][number]
            sides = 2 if material.get("doubleSided", False) else 1
            vertices = int(accessors[primitive["attributes"]["POSITION"]]["count"])
            blended = material.get("alphaMode") == "BLEND"
            indices = primitive.get("indices")
            corners = vertices if indices is None else accessors[indices]["count"]
            count = sides * places
            drawn = _Drawn.TOGETHER if _packs(material) else _Drawn.ALONE
            yield _Part(count * vertices, count * int(corners), places, blended, drawn)


def _packs(material: Mapping[str, Any]) -> bool:
    """Whether colour, gloss, glow and one picture are all there is to it."""
    surface = material.get("pbrMetallicRoughness", {})
    if material.get("alphaMode") == "MASK" or "metallicRoughnessTexture" in surface:
        return False
    shown = {
        slot["index"]
        for slot in (surface.get("baseColorTexture"), material.get("emissiveTexture"))
        if slot is not None
    }
    return len(shown) <= 1 and not any(name in material for name in _UNPACKED)
