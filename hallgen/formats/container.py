"""The container of a GLB: a JSON chunk and a binary one."""

from __future__ import annotations

import json
import struct
from typing import Any


def pack_glb(content: dict[str, Any], data: bytes) -> bytes:
    """A GLB of the document and its binary chunk, which begins at a multiple of 8.

    Raises ValueError for numbers that JSON cannot say.
    """
    text = json.dumps(content, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * ((4 - len(text)) % 8)  # 12 + 8 bytes before it, 8 after it
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    if data:
        chunks += struct.pack("<I4s", len(data), b"BIN\0") + data
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks
