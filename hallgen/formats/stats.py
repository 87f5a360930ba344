"""What a GLB holds, counted from its bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hallgen.formats.contents import instances, read_document

_TRIANGLES = 4


@dataclass(frozen=True, slots=True)
class TextureStats:
    """A picture of a GLB. `bytes` is None for one that lies outside of it, at `uri`."""

    name: str
    mime: str | None
    bytes: int | None
    uri: str | None


@dataclass(frozen=True, slots=True)
class GlbStats:
    """Counts of one GLB.

    `draw_calls` are the primitives of all nodes, instances of one node counted once: what a stock
    viewer takes (ours: `packed_draws`);
    `triangles` are those that reach the screen, with every instance.
    """

    bytes: int
    nodes: int
    meshes: int
    materials: int
    draw_calls: int
    instances: int
    triangles: int
    textures: tuple[TextureStats, ...]
    extensions: tuple[str, ...]


def read_stats(data: bytes) -> GlbStats:
    """The counts of a GLB of any origin. Raises ValueError for what is no GLB of glTF 2.0."""
    document = read_document(data)
    nodes = document.get("nodes", [])
    drawn = [node for node in nodes if "mesh" in node]
    primitives = [mesh["primitives"] for mesh in document.get("meshes", [])]
    copies = [instances(document, node) for node in drawn]
    return GlbStats(
        bytes=len(data),
        nodes=len(nodes),
        meshes=len(primitives),
        materials=len(document.get("materials", [])),
        draw_calls=sum(len(primitives[node["mesh"]]) for node in drawn),
        instances=sum(copies),
        triangles=sum(
            count * _triangles(document, primitive)
            for node, count in zip(drawn, copies, strict=True)
            for primitive in primitives[node["mesh"]]
        ),
        textures=tuple(_texture(document, image) for image in document.get("images", [])),
        extensions=tuple(document.get("extensionsUsed", ())),
    )


def _triangles(document: dict[str, Any], primitive: dict[str, Any]) -> int:
    accessor = primitive.get("indices", primitive["attributes"]["POSITION"])
    corners = int(document["accessors"][accessor]["count"])
    mode = primitive.get("mode", _TRIANGLES)
    if mode < _TRIANGLES:
        return 0  # points and lines
    return corners // 3 if mode == _TRIANGLES else max(corners - 2, 0)


def _texture(document: dict[str, Any], image: dict[str, Any]) -> TextureStats:
    view = image.get("bufferView")
    return TextureStats(
        name=image.get("name", ""),
        mime=image.get("mimeType"),
        bytes=None if view is None else int(document["bufferViews"][view]["byteLength"]),
        uri=image.get("uri"),
    )
