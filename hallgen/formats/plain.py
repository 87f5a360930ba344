"""A GLB that can be changed: its JSON, and the bytes of each of its buffer views.

It may be packed by EXT_meshopt_compression, too: packed views are carried along and not read.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.contents import read_document
from hallgen.formats.shown import (
    declare_webp,
    drop_unused,
    picture_mime,
    point_at,
    share_pictures,
    texture_image,
)
from hallgen.scene import Floats, Indices

MESHOPT = "EXT_meshopt_compression"
_TYPES = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
_SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}
_ARRAY_BUFFER, _ELEMENT_BUFFER = 34962, 34963
_TRIANGLES = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside of a GLB: the bytes of its file, and what they are."""

    data: bytes
    mime: str


@dataclass(slots=True, eq=False)
class PlainGlb:
    """A GLB taken apart, to be changed in place and put together again.

    `document` is its JSON; `views` are the bytes of its buffer views, by their numbers.
    """

    document: dict[str, Any]
    views: list[bytes]

    def list_of(self, kind: str) -> list[dict[str, Any]]:
        """All things of a kind ("meshes", "materials"...), none where the document has none."""
        found: list[dict[str, Any]] = self.document.get(kind, [])
        return found

    def primitives(self) -> Iterator[dict[str, Any]]:
        """Those of all meshes."""
        for mesh in self.list_of("meshes"):
            yield from mesh["primitives"]

    def array(self, number: int) -> NDArray[Any]:
        """An accessor's numbers, (n,) or (n, width); fractions as floats."""
        accessor = self.document["accessors"][number]
        width, kind = _WIDTHS[accessor["type"]], np.dtype(_TYPES[accessor["componentType"]])
        count = accessor["count"]
        if "bufferView" not in accessor:
            return np.zeros((count, width) if width > 1 else count, kind)
        view = self.document["bufferViews"][accessor["bufferView"]]
        size = width * kind.itemsize
        rows: NDArray[Any] = np.ndarray(
            (count, width),
            kind,
            self.views[accessor["bufferView"]],
            accessor.get("byteOffset", 0),
            (view.get("byteStride") or size, kind.itemsize),
        )
        values = np.ascontiguousarray(rows[:, 0] if width == 1 else rows)
        if accessor.get("normalized"):
            return np.maximum(values.astype(np.float32) / np.iinfo(kind).max, -1)
        return values

    def add_view(self, data: bytes, **more: int) -> int:
        """The number of a new buffer view of these bytes."""
        self.document.setdefault("bufferViews", []).append({"buffer": 0, **more})
        self.views.append(data)
        return len(self.views) - 1

    def add_vertices(self, values: NDArray[Any]) -> int:
        """The number of a new accessor of floats (n, width), or of bytes as fractions (n, 4)."""
        values = np.ascontiguousarray(values, np.uint8 if values.dtype == np.uint8 else "<f4")
        accessor = self._accessor(values, 5121 if values.dtype == np.uint8 else 5126)
        accessor["bufferView"] = self.add_view(values.tobytes(), target=_ARRAY_BUFFER)
        if values.dtype == np.uint8:
            accessor["normalized"] = True
        return self._added(accessor)

    def add_bounded(self, positions: Floats) -> int:
        """The number of a new accessor of positions (n, 3)."""
        number = self.add_vertices(positions)
        accessor = self.document["accessors"][number]
        accessor["min"], accessor["max"] = (
            [float(value) for value in end(positions.astype("<f4"), axis=0)]
            for end in (np.min, np.max)
        )
        return number

    def add_joints(self, numbers: NDArray[np.intp]) -> dict[str, int]:
        """Attributes by which each vertex (n,) follows one joint of a skin."""
        whole = np.zeros((len(numbers), 4), "<u2")
        whole[:, 0] = numbers
        accessor = self._accessor(whole, 5123)
        accessor["bufferView"] = self.add_view(whole.tobytes(), target=_ARRAY_BUFFER)
        weights = np.zeros((len(numbers), 4), np.float32)
        weights[:, 0] = 1
        return {"JOINTS_0": self._added(accessor), "WEIGHTS_0": self.add_vertices(weights)}

    def add_triangles(self, triangles: Indices) -> int:
        """The number of a new accessor of corners, for triangles (m, 3)."""
        corners = np.ascontiguousarray(triangles.reshape(-1), "<u4")
        accessor = self._accessor(corners[:, None], 5125)
        accessor["bufferView"] = self.add_view(corners.tobytes(), target=_ELEMENT_BUFFER)
        return self._added(accessor)

    def triangles(self, primitive: dict[str, Any]) -> Indices | None:
        """The corners (m, 3) of a primitive's triangles; None for points and lines."""
        if (
            primitive.get("mode", _TRIANGLES) != _TRIANGLES
            or "POSITION" not in (primitive["attributes"])
        ):
            return None
        if "indices" in primitive:
            corners = self.array(primitive["indices"])
        else:
            count = self.document["accessors"][primitive["attributes"]["POSITION"]]["count"]
            corners = np.arange(count)
        return corners[: len(corners) // 3 * 3].reshape(-1, 3).astype(np.uint32)

    def picture(self, image: int) -> Picture:
        """An embedded image's file. Its type is what its first bytes say."""
        data = self.views[self.document["images"][image]["bufferView"]]
        return Picture(data, picture_mime(data))

    def set_picture(self, image: int, picture: Picture) -> None:
        """Another file for an image; textures say what they need where it is WebP now."""
        entry = self.document["images"][image]
        entry["bufferView"] = self.add_view(picture.data)
        entry["mimeType"] = picture.mime
        for texture in self.list_of("textures"):
            if texture_image(texture) == image:
                point_at(texture, image, picture.mime)

    def _accessor(self, values: NDArray[Any], component: int) -> dict[str, Any]:
        shape = _SHAPES[values.shape[1]]
        return {"componentType": component, "count": len(values), "type": shape}

    def _added(self, accessor: dict[str, Any]) -> int:
        self.document.setdefault("accessors", []).append(accessor)
        return len(self.document["accessors"]) - 1


def read_plain(glb: bytes) -> PlainGlb:
    """Take a GLB apart. Raises ValueError for what is none, or reaches outside of itself."""
    document = read_document(glb)
    (length,) = struct.unpack_from("<I", glb, 12)
    binary = glb[20 + length + 8 :]
    views = []
    for view in document.get("bufferViews", ()):
        held = view.get("extensions", {}).get(MESHOPT, view)
        start = held.get("byteOffset", 0)
        if held.get("buffer", 0) != 0 or start + held["byteLength"] > len(binary):
            raise ValueError("A part of this GLB lies outside of it.")
        views.append(binary[start : start + held["byteLength"]])
    return PlainGlb(document, views)


def write_plain(glb: PlainGlb) -> bytes:
    """Put a GLB together: each view once, equal images once, and none that nothing names."""
    drop_unused(glb.document)
    share_pictures(glb.document, glb.views)
    used = _used_views(glb.document)
    document = _renumbered(glb.document, {old: new for new, old in enumerate(used)})
    chunks: list[bytes] = []
    size = 0
    for view, old in zip(document.get("bufferViews", ()), used, strict=True):
        held = view.get("extensions", {}).get(MESHOPT, view)
        held["byteOffset"], held["byteLength"] = size, len(glb.views[old])
        held["buffer"] = 0
        chunks += (glb.views[old], bytes(-len(glb.views[old]) % 8))
        size += len(glb.views[old]) + -len(glb.views[old]) % 8
    binary = b"".join(chunks)
    if size:
        fallback = document.get("buffers", [{}])[1:]
        document["buffers"] = [{"byteLength": size}, *fallback]
    else:
        document.pop("buffers", None)
    declare_webp(document)
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    text += b" " * (-len(text) % 4)
    body = struct.pack("<I4s", len(text), b"JSON") + text
    if size:
        body += struct.pack("<I4s", size, b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body


def _used_views(document: dict[str, Any]) -> list[int]:
    used = {image["bufferView"] for image in document.get("images", ()) if "bufferView" in image}
    used |= {a["bufferView"] for a in document.get("accessors", ()) if "bufferView" in a}
    return sorted(used)


def _renumbered(document: dict[str, Any], new: dict[int, int]) -> dict[str, Any]:
    """A copy of the document with only the views that have a new number."""
    copied: dict[str, Any] = json.loads(json.dumps(document))
    views = copied.pop("bufferViews", [])
    if new:
        copied["bufferViews"] = [views[old] for old in sorted(new, key=new.__getitem__)]
    for holder in (*copied.get("images", ()), *copied.get("accessors", ())):
        if "bufferView" in holder:
            holder["bufferView"] = new[holder["bufferView"]]
    return copied
