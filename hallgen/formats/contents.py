"""What is inside a GLB of ours: its JSON, the booths its features name, its pictures."""

from __future__ import annotations

import json
import struct
from itertools import pairwise
from posixpath import basename
from typing import Any

from hallgen.formats.features import STRUCTURAL_METADATA
from hallgen.formats.surfaces import name_of_content

_HEADER = 12
_CHUNK_HEADER = 8


def read_document(data: bytes) -> dict[str, Any]:
    """The JSON of a GLB. Raises ValueError for what is no GLB of glTF 2.0."""
    try:
        magic, version, _, length, kind = struct.unpack_from("<4sIII4s", data)
        if (magic, version, kind) != (b"glTF", 2, b"JSON"):
            raise ValueError("This is no GLB of glTF 2.0.")
        start = _HEADER + _CHUNK_HEADER
        document: dict[str, Any] = json.loads(data[start : start + length])
    except (struct.error, json.JSONDecodeError, UnicodeDecodeError) as fault:
        raise ValueError("This is no GLB of glTF 2.0.") from fault
    return document


def instances(document: dict[str, Any], node: dict[str, Any]) -> int:
    """How often a node's mesh stands there, by EXT_mesh_gpu_instancing or once."""
    instancing = node.get("extensions", {}).get("EXT_mesh_gpu_instancing")
    if instancing is None:
        return 1
    accessor = next(iter(instancing["attributes"].values()))
    return int(document["accessors"][accessor]["count"])


def read_booths(data: bytes) -> tuple[str, ...]:
    """The ids of the booths that the features of a GLB of ours belong to, sorted."""
    document = read_document(data)
    tables = document.get("extensions", {}).get(STRUCTURAL_METADATA, {}).get("propertyTables", ())
    found: set[str] = set()
    for table in tables:
        column = table["properties"].get("booth")
        if column is not None:
            text = _view(data, document, column["values"])
            ends = memoryview(_view(data, document, column["stringOffsets"])).cast("I")
            found |= {text[a:b].decode() for a, b in pairwise(ends)}
    return tuple(sorted(found - {""}))


def linked_files(data: bytes) -> tuple[str, ...]:
    """The addresses of files that a GLB needs besides itself, from where it lies, each once.

    Raises ValueError for what is no GLB of glTF 2.0.
    """
    document = read_document(data)
    parts = (*document.get("images", ()), *document.get("buffers", ()))
    uris = dict.fromkeys(part["uri"] for part in parts if "uri" in part)
    return tuple(uri for uri in uris if not uri.startswith("data:"))


def read_pictures(data: bytes) -> tuple[str, ...]:
    """The names that its pictures have as files, whether they lie in the GLB or beside it."""
    document = read_document(data)
    return tuple(
        basename(image["uri"])
        if "uri" in image
        else name_of_content(_view(data, document, image["bufferView"]), image["mimeType"])
        for image in document.get("images", ())
    )


def _view(data: bytes, document: dict[str, Any], number: int) -> bytes:
    """The bytes of a buffer view that is not packed."""
    view = document["bufferViews"][number]
    (length,) = struct.unpack_from("<I", data, _HEADER)
    start = _HEADER + _CHUNK_HEADER + length + _CHUNK_HEADER + view.get("byteOffset", 0)
    return data[start : start + view["byteLength"]]
