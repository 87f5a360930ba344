"""KTX2 pictures: stored plainly, in blocks that Pillow unpacks (BC1 to BC7), or by Basis."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from PIL import Image

from hallgen.formats.basis import BasisError, transcode

KTX2_MAGIC: Final = b"\xabKTX 20\xbb\r\n\x1a\n"
_LARGEST: Final = 16384

#: Vulkan's numbers of formats: Pillow's decoder, mode, raw mode or number of blocks, block bytes.
_PLAIN: Final = {
    9: ("L", 1),
    15: ("L", 1),
    16: ("LA", 2),
    22: ("LA", 2),
    23: ("RGB", 3),
    29: ("RGB", 3),
    37: ("RGBA", 4),
    43: ("RGBA", 4),
}
_BLOCKS: Final = {
    **dict.fromkeys((131, 132, 133, 134), (1, "RGBA", 8)),
    **dict.fromkeys((135, 136), (2, "RGBA", 16)),
    **dict.fromkeys((137, 138), (3, "RGBA", 16)),
    139: (4, "L", 8),
    141: (5, "RGB", 16),
    **dict.fromkeys((145, 146), (7, "RGBA", 16)),
}
_NO_SCHEME, _BASIS_LZ, _ZSTD, _ZLIB = range(4)


class KtxError(ValueError):
    """A KTX2 file that is damaged, or of a kind that is not unpacked here."""


def read_ktx2(data: bytes) -> Image.Image:
    """The largest level of a KTX2 picture. Raises KtxError."""
    try:
        kind, _, width, height, depth, layers, faces, _, scheme = struct.unpack_from(
            "<9I", data, 12
        )
        start, length, _ = struct.unpack_from("<3Q", data, 80)
    except struct.error as error:
        raise KtxError("its header is cut off") from error
    if (
        not 0 < width <= _LARGEST
        or not 0 < height <= _LARGEST
        or (depth, layers, faces) > (0, 0, 1)
    ):
        raise KtxError(f"it is {width} x {height} x {depth}, which is no picture")
    if start + length > len(data):
        raise KtxError("it is cut off")
    level = data[start : start + length]
    if scheme == _BASIS_LZ or kind == 0:
        return _from_basis(data)
    if scheme == _ZLIB:
        level = zlib.decompressobj().decompress(level, width * height * 4 + 1024)
    elif scheme != _NO_SCHEME:
        raise KtxError("it is packed by Zstandard, which is not unpacked here")
    if kind in _PLAIN:
        mode, _ = _PLAIN[kind]
        return _from(level, mode, (width, height), "raw", mode)
    if kind in _BLOCKS:
        blocks, mode, size = _BLOCKS[kind]
        if len(level) < -(-width // 4) * -(-height // 4) * size:
            raise KtxError("it is cut off")
        return _from(level, mode, (width, height), "bcn", (blocks, ""))
    raise KtxError(f"it is of Vulkan's format {kind}, which is not unpacked here")


def _from_basis(data: bytes) -> Image.Image:
    try:
        width, height, pixels = transcode(data)
    except BasisError as error:
        raise KtxError(str(error)) from error
    image = Image.frombytes("RGBA", (width, height), pixels)
    low, _ = image.getchannel("A").getextrema()
    return image.convert("RGB") if low == 255 else image


def _from(
    level: bytes, mode: str, size: tuple[int, int], decoder: str, arguments: object
) -> Image.Image:
    packed = decoder == "bcn"
    whole = (-(-size[0] // 4) * 4, -(-size[1] // 4) * 4) if packed else size
    try:
        image = Image.frombytes(mode, whole, level, decoder, arguments)
    except ValueError as error:
        raise KtxError("it is cut off") from error
    return image.crop((0, 0, *size))
