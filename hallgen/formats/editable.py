"""A GLB that can be changed: its JSON, and the bytes of each of its buffer views.

It may be packed by EXT_meshopt_compression, too: packed views are carried along and not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.container import pack_glb
from hallgen.formats.reading.accessors import raw
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.shown import (
    declare_webp,
    drop_unused,
    picture_mime,
    point_at,
    share_pictures,
    texture_image,
)
from hallgen.formats.skins import free_skins
from hallgen.scene import Floats, Indices

MESHOPT: Final = "EXT_meshopt_compression"
_SHAPES: Final = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}
_BYTE, _SHORT, _INT, _FLOAT = 5121, 5123, 5125, 5126
_ARRAY_BUFFER, _ELEMENT_BUFFER = 34962, 34963
_TRIANGLES = 4
_EMPTY = pack_glb({"asset": {"version": "2.0"}}, b"")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside of a GLB: the bytes of its file, and what they are."""

    data: bytes
    mime: str


class EditableGlb(Document):
    """A GLB of ours, or of gltfpack's, taken apart to be changed in place.

    `content` is its JSON. Raises GltfError for what is no GLB, or reaches outside of itself.
    """

    def __init__(self, glb: bytes = _EMPTY) -> None:
        super().__init__(glb)
        for number, view in enumerate(self.items("bufferViews")):
            self._views[number] = self._cut(view.get("extensions", {}).get(MESHOPT, view))

    def primitives(self) -> Iterator[Json]:
        """Those of all meshes."""
        for mesh in self.items("meshes"):
            yield from mesh["primitives"]

    def add_view(self, data: bytes, **more: int) -> int:
        """The number of a new buffer view of these bytes."""
        self.content.setdefault("bufferViews", []).append({"buffer": 0, **more})
        number = len(self._views)
        self._views[number] = data
        return number

    def add_vertices(self, values: NDArray[Any]) -> int:
        """The number of a new accessor of floats (n, width), or of bytes as fractions (n, 4)."""
        values = np.ascontiguousarray(values, np.uint8 if values.dtype == np.uint8 else "<f4")
        accessor = self._accessor(values, _BYTE if values.dtype == np.uint8 else _FLOAT)
        accessor["bufferView"] = self.add_view(values.tobytes(), target=_ARRAY_BUFFER)
        if values.dtype == np.uint8:
            accessor["normalized"] = True
        return self._added(accessor)

    def add_bounded(self, positions: Floats) -> int:
        """The number of a new accessor of positions (n, 3)."""
        number = self.add_vertices(positions)
        accessor = self.content["accessors"][number]
        accessor["min"], accessor["max"] = (
            [float(value) for value in end(positions.astype("<f4"), axis=0)]
            for end in (np.min, np.max)
        )
        return number

    def add_joints(self, numbers: NDArray[np.intp]) -> dict[str, int]:
        """Attributes by which each vertex (n,) follows one joint of a skin."""
        whole = np.zeros((len(numbers), 4), "<u2")
        whole[:, 0] = numbers
        accessor = self._accessor(whole, _SHORT)
        accessor["bufferView"] = self.add_view(whole.tobytes(), target=_ARRAY_BUFFER)
        weights = np.zeros((len(numbers), 4), np.float32)
        weights[:, 0] = 1
        return {"JOINTS_0": self._added(accessor), "WEIGHTS_0": self.add_vertices(weights)}

    def add_triangles(self, triangles: Indices) -> int:
        """The number of a new accessor of corners, for triangles (m, 3)."""
        corners = np.ascontiguousarray(triangles.reshape(-1), "<u4")
        accessor = self._accessor(corners[:, None], _INT)
        accessor["bufferView"] = self.add_view(corners.tobytes(), target=_ELEMENT_BUFFER)
        return self._added(accessor)

    def triangles(self, primitive: Json) -> Indices | None:
        """The corners (m, 3) of a primitive's triangles; None for points and lines."""
        if (
            primitive.get("mode", _TRIANGLES) != _TRIANGLES
            or "POSITION" not in (primitive["attributes"])
        ):
            return None
        if "indices" in primitive:
            corners = raw(self, primitive["indices"]).ravel()
        else:
            count = self.content["accessors"][primitive["attributes"]["POSITION"]]["count"]
            corners = np.arange(count)
        return corners[: len(corners) // 3 * 3].reshape(-1, 3).astype(np.uint32)

    def picture(self, image: int) -> Picture:
        """An embedded image's file. Its type is what its first bytes say."""
        data = self._views[self.content["images"][image]["bufferView"]]
        return Picture(data, picture_mime(data))

    def set_picture(self, image: int, picture: Picture) -> None:
        """Another file for an image; textures say what they need where it is WebP now."""
        entry = self.content["images"][image]
        entry["bufferView"] = self.add_view(picture.data)
        entry["mimeType"] = picture.mime
        for texture in self.items("textures"):
            if texture_image(texture) == image:
                point_at(texture, image, picture.mime)

    def _accessor(self, values: NDArray[Any], component: int) -> Json:
        shape = _SHAPES[values.shape[1]]
        return {"componentType": component, "count": len(values), "type": shape}

    def _added(self, accessor: Json) -> int:
        self.content.setdefault("accessors", []).append(accessor)
        return len(self.content["accessors"]) - 1

    def together(self) -> bytes:
        """The GLB: each view once, equal images once, and no material that nothing names."""
        free_skins(self.content)
        drop_unused(self.content)
        share_pictures(self.content, self._views)
        used = _used_views(self.content)
        content = _renumbered(self.content, {old: new for new, old in enumerate(used)})
        chunks: list[bytes] = []
        size = 0
        for view, old in zip(content.get("bufferViews", ()), used, strict=True):
            data = self._views[old]
            held = view.get("extensions", {}).get(MESHOPT, view)
            held |= {"buffer": 0, "byteOffset": size, "byteLength": len(data)}
            chunks += (data, bytes(-len(data) % 8))
            size += len(data) + -len(data) % 8
        # What packed views unpack to is a buffer of its own, without bytes.
        unpacked = content.pop("buffers", [{}])[1:]
        if size:
            content["buffers"] = [{"byteLength": size}, *unpacked]
        declare_webp(content)
        return pack_glb(content, b"".join(chunks))


def _used_views(content: Json) -> list[int]:
    used = {image["bufferView"] for image in content.get("images", ()) if "bufferView" in image}
    used |= {a["bufferView"] for a in content.get("accessors", ()) if "bufferView" in a}
    return sorted(used)


def _renumbered(content: Json, new: dict[int, int]) -> Json:
    """A copy of the document with only the views that have a new number."""
    copied: Json = json.loads(json.dumps(content))
    views = copied.pop("bufferViews", [])
    if new:
        copied["bufferViews"] = [views[old] for old in sorted(new, key=new.__getitem__)]
    for holder in (*copied.get("images", ()), *copied.get("accessors", ())):
        if "bufferView" in holder:
            holder["bufferView"] = new[holder["bufferView"]]
    return copied
