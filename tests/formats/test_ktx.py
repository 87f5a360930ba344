"""KTX2 pictures, plain, in blocks, and packed by Basis."""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen.formats.reading.ktx import KTX2_MAGIC, KtxError, read_ktx2

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)


def ktx2(kind: int, level: bytes, width: int = 4, height: int = 4, scheme: int = 0) -> bytes:
    """A KTX2 file of one level, of one of Vulkan's formats."""
    head = struct.pack("<9I", kind, 1, width, height, 0, 0, 1, 1, scheme)
    index = struct.pack("<4I2Q", 0, 0, 0, 0, 0, 0)
    return KTX2_MAGIC + head + index + struct.pack("<3Q", 104, len(level), len(level)) + level


def test_plain_pixels() -> None:
    level = bytes(RED * 8 + BLUE * 8)
    image = read_ktx2(ktx2(37, level))
    assert (image.size, image.mode) == ((4, 4), "RGBA")
    assert (image.getpixel((0, 0)), image.getpixel((0, 3))) == (RED, BLUE)
    packed = read_ktx2(ktx2(37, zlib.compress(level), scheme=3))
    assert packed.tobytes() == image.tobytes()


def test_blocks() -> None:
    # BC1: two colours in 5, 6 and 5 bits, and two bits a pixel that choose between them.
    level = struct.pack("<HHI", 0xF800, 0x001F, 0x55555500) * 4
    image = read_ktx2(ktx2(131, level, 5, 6))
    assert image.size == (5, 6)
    assert (image.getpixel((0, 0)), image.getpixel((4, 1))) == (RED, BLUE)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (KTX2_MAGIC, "cut off"),
        (ktx2(37, bytes(60)), "cut off"),
        (ktx2(131, bytes(4)), "cut off"),
        (ktx2(37, bytes(64))[:-1], "cut off"),
        (ktx2(37, bytes(64), width=1 << 30), "no picture"),
        (ktx2(37, bytes(64), scheme=2), "Zstandard"),
        (ktx2(9999, bytes(64)), "format 9999"),
        (ktx2(0, bytes(64)), "damaged|transcoded"),
    ],
)
def test_what_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(KtxError, match=words):
        read_ktx2(data)


@pytest.mark.real
def test_what_basis_packed(real_data: Path) -> None:
    duck = real_data / "models" / "khr-formats-guidelines" / "samples" / "Duck"
    data = (duck / "glTF-KTX-ETC1S" / "DuckCM.ktx2").read_bytes()
    found = read_ktx2(data)
    with Image.open(duck / "glTF" / "DuckCM.png") as image:
        expected = image.convert("RGB")
    assert found.mode == "RGB"
    difference = np.abs(np.asarray(found, float) - np.asarray(expected, float))
    assert difference.mean() < 6  # ETC1S is coarse; upside down or swapped it would be 60

    chance = random.Random(1)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(5):
            broken[chance.randrange(12, len(data))] = chance.randrange(256)
        try:
            read_ktx2(bytes(broken))
        except KtxError:
            continue
    assert read_ktx2(data).tobytes() == found.tobytes()  # none of them left anything behind
