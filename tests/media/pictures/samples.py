"""Pictures in every kind of file, made on the spot."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

from hallgen.media.opening import open_picture

#: The colour of a box in the middle of `drawn`.
RED = (200, 30, 60)


def drawn(mode: str = "RGB", size: tuple[int, int] = (64, 40)) -> Image.Image:
    """A red box on black, or on nothing where the mode has alpha."""
    image = Image.new("RGBA" if mode in {"RGBA", "LA", "PA"} else "RGB", size)
    width, height = size
    ImageDraw.Draw(image).rectangle(
        (width // 8, height // 5, width * 5 // 8, height * 3 // 4), fill=RED
    )
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def picture_in(data: bytes, longest: int) -> Image.Image:
    """The picture that a file becomes, upright and in sRGB."""
    return open_picture(data, longest).image


def png(color_type: int, depth: int, pixel: bytes, size: tuple[int, int] = (16, 16)) -> bytes:
    """A PNG of one colour with any depth of samples, which Pillow itself cannot write."""
    width, height = size
    head = struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, 0)
    rows = (b"\0" + pixel * width) * height
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def profile(space: bytes, *tags: tuple[bytes, bytes]) -> bytes:
    """An ICC profile, version 2, of a display in a space ("RGB ", "GRAY") to XYZ."""
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags:
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(">I", offset + len(body)) + b"test" + b"\x02\x10\0\0" + b"mntr" + space
    head += b"XYZ " + b"\0" * 12 + b"acsp" + b"\0" * 28 + _xyz(0.9642, 1, 0.8249)[8:]
    return head.ljust(128, b"\0") + table + body


def matrix_profile(
    red: tuple[float, float, float],
    green: tuple[float, float, float],
    blue: tuple[float, float, float],
    gamma: float,
) -> bytes:
    """A profile of a display by its primaries in XYZ (D50)."""
    primaries = ((b"rXYZ", red), (b"gXYZ", green), (b"bXYZ", blue))
    curves = tuple((name, _curve(gamma)) for name in (b"rTRC", b"gTRC", b"bTRC"))
    tags = tuple((name, _xyz(*xyz)) for name, xyz in primaries)
    return profile(b"RGB ", (b"desc", _text("wide")), (b"wtpt", _xyz(0.9642, 1, 0.8249)),
                   *tags, *curves)  # fmt: skip


def display_p3() -> bytes:
    return matrix_profile(
        (0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1572, 0.0666, 0.7841), 2.2
    )


def adobe_rgb() -> bytes:
    return matrix_profile(
        (0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446), 2.2
    )


def grey_profile(gamma: float) -> bytes:
    return profile(
        b"GRAY",
        (b"desc", _text("grey")),
        (b"wtpt", _xyz(0.9642, 1, 0.8249)),
        (b"kTRC", _curve(gamma)),
    )


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def _text(words: str) -> bytes:
    data = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(data)) + data + b"\0" * 78
