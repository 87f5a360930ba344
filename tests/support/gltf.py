"""Small documents of glTF, made by hand: what the world writes, and what it should not."""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from typing import Any

import numpy as np
from numpy.typing import NDArray

COMPONENTS = {"i1": 5120, "u1": 5121, "i2": 5122, "u2": 5123, "u4": 5125, "f4": 5126}
SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4", 16: "MAT4"}

#: A right-handed wedge: four corners, four triangles, outside to the outside.
CORNERS = np.array([[0, 0, 0], [3, 0, 0], [0, 2, 0], [0, 0, 1]], "f4")
TRIANGLES = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]], "u2")


class Gltf:
    """A document and its buffer, as they grow."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0"},
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0}],
            "meshes": [],
            "accessors": [],
            "bufferViews": [],
        }
        self.binary = b""

    def view(self, data: bytes, **more: Any) -> int:
        """A buffer view of these bytes, at a multiple of 4."""
        view = {"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data), **more}
        self.document["bufferViews"].append(view)
        self.binary += data + bytes(-len(data) % 4)
        return len(self.document["bufferViews"]) - 1

    def accessor(self, values: NDArray[Any], **more: Any) -> int:
        """An accessor of an array (n,) or (n, k)."""
        width = 1 if values.ndim == 1 else values.shape[1]
        entry = {
            "bufferView": self.view(np.ascontiguousarray(values).tobytes()),
            "componentType": COMPONENTS[values.dtype.str[1:]],
            "count": len(values),
            "type": SHAPES[width],
            **more,
        }
        self.document["accessors"].append(entry)
        return len(self.document["accessors"]) - 1

    def mesh(self, **attributes: NDArray[Any] | int) -> dict[str, Any]:
        """Adds a mesh of one primitive, the wedge where nothing else is said; returns it."""
        given = {"POSITION": CORNERS, **attributes}
        indices = given.pop("indices", TRIANGLES.ravel())
        primitive = {
            "attributes": {
                name: values if isinstance(values, int) else self.accessor(values)
                for name, values in given.items()
            },
            "indices": indices if isinstance(indices, int) else self.accessor(indices),
        }
        self.document["meshes"].append({"primitives": [primitive]})
        return primitive

    def image(self, data: bytes, mime: str) -> int:
        """Adds an embedded picture; returns its number."""
        images = self.document.setdefault("images", [])
        images.append({"mimeType": mime, "bufferView": self.view(data)})
        return len(images) - 1

    def glb(self) -> bytes:
        document = dict(self.document)
        if self.binary:
            document["buffers"] = [
                {"byteLength": len(self.binary)},
                *self.document.get("buffers", [])[1:],
            ]
        return glb_of(document, self.binary)

    def text(self) -> bytes:
        """A .gltf with its buffer in a data URI."""
        uri = "data:application/octet-stream;base64," + b64encode(self.binary).decode()
        buffers = [{"byteLength": len(self.binary), "uri": uri}]
        return json.dumps(self.document | {"buffers": buffers}).encode()


def glb_of(document: dict[str, Any], binary: bytes) -> bytes:
    """A GLB of a document and a binary chunk, right or wrong."""
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    binary += bytes(-len(binary) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    if binary:
        chunks += struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def wedge(**attributes: Any) -> Gltf:
    """The wedge alone."""
    gltf = Gltf()
    gltf.mesh(**attributes)
    return gltf
