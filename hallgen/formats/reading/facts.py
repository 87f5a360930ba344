"""What a model is, counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.faults import no_trust
from hallgen.formats.reading.pictures import PictureError, read_picture
from hallgen.formats.reading.scenes import read_scene
from hallgen.formats.stats import read_stats

Corner = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class TextureFacts:
    """A picture of a model: its type, its size in pixels, and its bytes."""

    mime: str
    width: int
    height: int
    bytes: int


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A model in numbers. `low` and `high` are the corners of its box at rest, in its world."""

    triangles: int
    vertices: int
    draws: int
    low: Corner
    high: Corner
    materials: int
    textures: tuple[TextureFacts, ...]
    animations: tuple[str, ...]
    extensions: tuple[str, ...]


def model_facts(glb: bytes) -> ModelFacts:
    """The facts of a GLB, packed or plain. Raises GltfError; an empty one has a box of zeros.

    Triangles and draws count what is drawn: a mesh that stands twice counts twice; vertices
    count those that are stored.
    """
    with no_trust():
        document = Document(glb)
        stats = read_stats(glb)
        ends = [
            (mesh.positions[mesh.triangles].min((0, 1)), mesh.positions[mesh.triangles].max((0, 1)))
            for mesh in (node.mesh for node in read_scene(glb).nodes)
        ]
        low = np.min([end[0] for end in ends], axis=0) if ends else np.zeros(3)
        high = np.max([end[1] for end in ends], axis=0) if ends else np.zeros(3)
        return ModelFacts(
            triangles=stats.triangles,
            vertices=_vertices(document),
            draws=stats.draw_calls,
            low=(float(low[0]), float(low[1]), float(low[2])),
            high=(float(high[0]), float(high[1]), float(high[2])),
            materials=stats.materials,
            textures=tuple(_texture(document, at) for at in range(len(stats.textures))),
            animations=tuple(
                str(animation.get("name") or f"animation {at + 1}")
                for at, animation in enumerate(document.items("animations"))
            ),
            extensions=stats.extensions,
        )


def _vertices(document: Document) -> int:
    primitives: list[Json] = [
        primitive for mesh in document.items("meshes") for primitive in mesh["primitives"]
    ]
    positions = {primitive["attributes"].get("POSITION") for primitive in primitives} - {None}
    return sum(int(document.at("accessors", number)["count"]) for number in positions)


def _texture(document: Document, number: int) -> TextureFacts:
    try:
        picture = read_picture(document, number)
    except PictureError:
        return TextureFacts("", 0, 0, 0)
    return TextureFacts(picture.mime, picture.width, picture.height, len(picture.data))
