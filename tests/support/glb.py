"""Reads a GLB back by the words of the glTF specification, without our own writer's help."""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.support.node import run_tool

_TYPES = {5120: "i1", 5121: "u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
MESHOPT = "EXT_meshopt_compression"
INSTANCING = "EXT_mesh_gpu_instancing"


@dataclass(frozen=True)
class Glb:
    """A GLB's JSON and its binary chunk."""

    document: dict[str, Any]
    binary: bytes

    def view(self, number: int) -> bytes:
        view = self.document["bufferViews"][number]
        start = view.get("byteOffset", 0)
        return self.binary[start : start + view["byteLength"]]

    def array(self, number: int) -> NDArray[Any]:
        """An accessor's values, fractions as floats."""
        accessor = self.document["accessors"][number]
        width, kind = _WIDTHS[accessor["type"]], np.dtype(_TYPES[accessor["componentType"]])
        view = self.document["bufferViews"][accessor["bufferView"]]
        bytes_ = np.frombuffer(self.view(accessor["bufferView"]), "u1")
        size = width * kind.itemsize
        rows = np.lib.stride_tricks.as_strided(
            bytes_[accessor.get("byteOffset", 0) :],
            (accessor["count"], size),
            (view.get("byteStride", size), 1),
            writeable=False,
        )
        flat = np.ascontiguousarray(rows).view(kind)
        values = flat.reshape(-1) if width == 1 else flat
        return values / np.iinfo(kind).max if accessor.get("normalized") else values

    def table(self) -> dict[str, list[str]]:
        """The strings of the first property table, by column; what is left out is empty."""
        metadata = self.document["extensions"]["EXT_structural_metadata"]
        table = metadata["propertyTables"][0]
        columns = metadata["schema"]["classes"][table["class"]]["properties"]
        strings = {
            name: [column.get("default")] * table["count"] for name, column in columns.items()
        }
        for name, column in table["properties"].items():
            ends = np.frombuffer(self.view(column["stringOffsets"]), "<u4")
            text = self.view(column["values"])
            strings[name] = [text[a:b].decode() for a, b in pairwise(ends)]
        return strings

    def placements(self, node: dict[str, Any]) -> NDArray[np.float64]:
        """The matrices (k, 4, 4) at which a node draws its mesh."""
        own = matrix_of(node.get("translation"), node.get("rotation"), node.get("scale"))
        instancing = node.get("extensions", {}).get(INSTANCING)
        if instancing is None:
            return own[None]
        parts = {name: self.array(number) for name, number in instancing["attributes"].items()}
        count = len(next(iter(parts.values())))
        empty = [None] * count
        rows = zip(
            parts.get("TRANSLATION", empty),
            parts.get("ROTATION", empty),
            parts.get("SCALE", empty),
            strict=True,
        )
        return np.array([own @ matrix_of(*row) for row in rows])

    def corners(self) -> NDArray[np.float64]:
        """The corners (n, 3) of the boxes of all that is drawn, Y up, by the stated bounds."""
        found = []
        for node in self.document.get("nodes", []):
            for primitive in self.document["meshes"][node["mesh"]]["primitives"]:
                accessor = self.document["accessors"][primitive["attributes"]["POSITION"]]
                ends = np.array([accessor["min"], accessor["max"]])
                box = np.array([np.where(pick, *ends) for pick in product((0, 1), repeat=3)])
                found += [box @ m[:3, :3].T + m[:3, 3] for m in self.placements(node)]
        return np.concatenate(found) if found else np.empty((0, 3))


def read_glb(data: bytes) -> Glb:
    """Take a GLB apart, unpacked; what its container says must be true."""
    return read_glbs([data])[0]


def read_glbs(files: Sequence[bytes]) -> list[Glb]:
    """Take GLBs apart, unpacked by meshoptimizer's own decoder in one Node process."""
    glbs = [take_apart(data) for data in files]
    packed = [
        at for at, glb in enumerate(glbs) if MESHOPT in glb.document.get("extensionsUsed", ())
    ]
    if packed:
        for at, plain in zip(packed, _unpacked(tuple(files[at] for at in packed)), strict=True):
            glbs[at] = take_apart(plain)
    return glbs


@cache
def _unpacked(files: tuple[bytes, ...]) -> list[bytes]:
    """GLBs without EXT_meshopt_compression."""
    plain = run_tool("unpack.mjs", [b64encode(data).decode() for data in files])
    return [b64decode(text) for text in plain]


def take_apart(data: bytes) -> Glb:
    """A GLB as it is, packed or not."""
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at < len(data):
        size, kind = struct.unpack_from("<I4s", data, at)
        assert size % 4 == 0
        chunks[kind] = data[at + 8 : at + 8 + size]
        at += 8 + size
    return Glb(json.loads(chunks[b"JSON"]), chunks.get(b"BIN\0", b""))


def matrix_of(translation: Any, rotation: Any, scale: Any) -> NDArray[np.float64]:
    """Translation x rotation x scale, as the glTF specification orders them."""
    x, y, z, w = (0, 0, 0, 1) if rotation is None else (float(part) for part in rotation)
    turn = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )
    matrix = np.eye(4)
    matrix[:3, :3] = turn * (1 if scale is None else np.asarray(scale, float))
    matrix[:3, 3] = 0 if translation is None else translation
    return matrix
