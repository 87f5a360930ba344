"""The JSON of a .gltf or .glb, and the binary chunk beside it."""

from __future__ import annotations

import json
import struct
from typing import Any

from hallgen.formats.reading.faults import Fault, GltfError

Json = dict[str, Any]

#: No document says more than this in words; what has more hides its arrays in text.
_LONGEST_JSON = 64 << 20


def read_chunks(data: bytes) -> tuple[Json, bytes | None]:
    """The document of a file of glTF 2.0, and the binary chunk of a GLB.

    Raises GltfError, and json's and struct's errors.
    """
    text, binary = _glb(data) if data[:4] == b"glTF" else (data, None)
    if len(text) > _LONGEST_JSON and binary is not None:
        raise GltfError(Fault.TOO_LARGE, f"Its JSON has {len(text) >> 20} MB.")
    if len(text) > 4 * _LONGEST_JSON:  # a .gltf may hold its arrays in base64
        raise GltfError(Fault.TOO_LARGE, f"Its JSON has {len(text) >> 20} MB.")
    content = json.loads(text.decode("utf-8-sig"), parse_constant=_no_number)
    if not isinstance(content, dict):
        raise GltfError(Fault.BROKEN, "It is JSON, but no glTF.")
    _check_version(content)
    return content, binary


def _glb(data: bytes) -> tuple[bytes, bytes | None]:
    _, version, length = struct.unpack_from("<4sII", data)
    if version != 2:
        raise GltfError(Fault.OLD, f"It is a GLB of glTF {version}.0, not 2.0.")
    if length > len(data):
        raise GltfError(Fault.BROKEN, f"It is cut off: {len(data)} of {length} bytes are there.")
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= length:
        size, kind = struct.unpack_from("<I4s", data, at)
        if at + 8 + size > len(data):
            raise GltfError(Fault.BROKEN, "It is cut off: a chunk is longer than the file.")
        chunks.setdefault(kind, data[at + 8 : at + 8 + size])
        at += 8 + size
    if b"JSON" not in chunks:
        raise GltfError(Fault.BROKEN, "It has no JSON chunk.")
    return chunks[b"JSON"], chunks.get(b"BIN\0", b"")


def _check_version(content: Json) -> None:
    asset = content.get("asset")
    version = asset.get("version") if isinstance(asset, dict) else None
    if version is None and not isinstance(content.get("meshes", {}), dict):
        raise GltfError(Fault.BROKEN, "It does not say which version of glTF it is.")
    if not str(version).startswith("2"):
        raise GltfError(Fault.OLD, f"It is glTF {version or '1.0'}, not 2.0.")


def _no_number(word: str) -> float:
    raise GltfError(Fault.BROKEN, f"Its JSON has {word}, which is no number.")
