"""Every kind of picture becomes upright 8-bit sRGB, or is refused in one line."""

from __future__ import annotations

import io
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.media.made import MediaRefusedError
from tests.media.pictures.samples import (
    RED,
    adobe_rgb,
    display_p3,
    drawn,
    grey_profile,
    picture_in,
    png,
    saved,
)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("RGB", "RGBA", "P", "L", "LA", "1")),
        *(("JPEG", mode) for mode in ("RGB", "CMYK", "L")),
        *(("TIFF", mode) for mode in ("RGB", "RGBA", "CMYK", "L", "P", "LAB", "1", "YCbCr")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
        *(("AVIF", mode) for mode in ("RGB", "RGBA")),
        ("GIF", "P"),
        ("BMP", "RGB"),
        ("BMP", "P"),
    ],
)
def test_kinds_that_are_read(kind: str, mode: str) -> None:
    image = drawn(mode if mode not in {"LAB", "YCbCr"} else "RGB")
    if mode in {"LAB", "YCbCr"}:
        image = image.convert(mode)
    opened = picture_in(saved(image, kind), 256)
    assert opened.size == (64, 40)
    assert opened.mode == ("RGBA" if mode in {"RGBA", "LA"} else "RGB")
    assert opened.info == {}
    if mode not in {"1", "L", "LA"}:
        assert opened.convert("RGB").getpixel((20, 20)) == pytest.approx(RED, abs=22)
    if opened.mode == "RGBA":
        assert opened.getpixel((0, 0))[3] == 0


def test_heic_as_phones_take_it() -> None:
    heif = pytest.importorskip("pillow_heif")
    buffer = io.BytesIO()
    heif.from_pillow(drawn(size=(120, 80))).save(buffer, quality=90)
    opened = picture_in(buffer.getvalue(), 256)
    assert (opened.mode, opened.size) == ("RGB", (120, 80))
    assert opened.getpixel((40, 40)) == pytest.approx(RED, abs=16)


def test_heic_without_its_library_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    heif = pytest.importorskip("pillow_heif")
    buffer = io.BytesIO()
    heif.from_pillow(drawn()).save(buffer)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(MediaRefusedError) as refused:
        picture_in(buffer.getvalue(), 256)
    assert refused.value.code == codes.PICTURE_HEIC
    assert "hallgen[heic]" in refused.value.code.cure


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_pictures_stand_upright(kind: str, orientation: int) -> None:
    upright = drawn(size=(120, 80))  # its box is to the upper left of the middle
    undone = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's transpositions
    turned = upright if orientation == 1 else upright.transpose(
        Image.Transpose(undone[orientation])
    )  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    opened = picture_in(saved(turned, kind, exif=exif), 256)
    assert opened.size == (120, 80)
    apart = np.abs(np.asarray(opened, int) - np.asarray(upright, int))
    assert apart.mean() < 6


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    def middle(data: bytes) -> object:
        return picture_in(data, 64).getpixel((8, 8))

    assert middle(saved(Image.new("I;16", (16, 16), 32768), "PNG")) == (128, 128, 128)
    assert middle(saved(Image.new("I;16", (16, 16), 32768), "TIFF")) == (128, 128, 128)
    color = b"\xc8\x00\x1e\x00\x3c\x00"
    assert middle(png(2, 16, color)) == RED
    assert middle(png(6, 16, color + b"\x80\x00")) == (*RED, 128)
    assert middle(png(4, 16, b"\x80\x00\x40\x00")) == (128, 128, 128, 64)
    assert middle(saved(Image.new("F", (16, 16), 0.5), "TIFF")) == (128, 128, 128)


def test_transparent_palettes_keep_their_holes() -> None:
    image = drawn("RGB").quantize(8)
    hole = image.getpixel((0, 0))
    for kind in ("PNG", "GIF"):
        opened = picture_in(saved(image, kind, transparency=hole), 64)
        assert opened.mode == "RGBA"
        assert opened.getpixel((0, 0))[3] == 0
        assert opened.getpixel((20, 20))[3] == 255


def test_one_colour_of_a_picture_may_be_transparent() -> None:
    opened = picture_in(saved(drawn("RGB"), "PNG", transparency=(0, 0, 0)), 64)
    assert opened.getpixel((0, 0))[3] == 0


def test_the_first_frame_is_shown() -> None:
    frames = [Image.new("RGB", (32, 32), color) for color in (RED, "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert picture_in(data, 64).getpixel((16, 16)) == pytest.approx(RED, abs=8)


def test_profiles_lead_to_srgb() -> None:
    green = Image.new("RGB", (16, 16), (100, 180, 100))
    plain = picture_in(saved(green, "PNG"), 64).getpixel((8, 8))
    for icc in (display_p3(), adobe_rgb()):
        for kind in ("PNG", "TIFF", "JPEG", "WEBP"):
            wide = picture_in(saved(green, kind, icc_profile=icc), 64).getpixel((8, 8))
            assert plain[0] - wide[0] > 10, kind  # the same numbers are a purer green there
            assert wide[1] >= plain[1] - 3
    halved = Image.new("RGBA", (16, 16), (100, 180, 100, 128))
    assert picture_in(saved(halved, "PNG", icc_profile=adobe_rgb()), 64).getpixel((8, 8))[3] == 128


def test_grey_has_profiles_too() -> None:
    grey = Image.new("L", (16, 16), 128)
    linear = picture_in(saved(grey, "PNG", icc_profile=grey_profile(1.0)), 64)
    assert linear.getpixel((8, 8)) == pytest.approx((188, 188, 188), abs=3)  # half of the light


@pytest.mark.parametrize("icc", [b"nonsense", b"\0" * 200, grey_profile(1.8)])
def test_a_useless_profile_is_passed_over(icc: bytes) -> None:
    data = saved(Image.new("RGB", (16, 16), RED), "PNG", icc_profile=icc)
    assert picture_in(data, 64).getpixel((8, 8)) == RED


def test_inks_are_not_turned_inside_out() -> None:
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    for data in (saved(cyan, "JPEG", quality=95), saved(cyan, "TIFF")):
        red, green, blue = picture_in(data, 64).getpixel((8, 8))
        assert red < 20
        assert green > 220
        assert blue > 220
    assert b"Adobe" in saved(cyan, "JPEG")  # whose inks are the wrong way round in the file


def test_nothing_but_pixels_is_left() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    data = saved(drawn(), "JPEG", exif=exif, comment=b"secret", icc_profile=display_p3())
    opened = picture_in(data, 64)
    assert opened.info == {}
    assert not dict(opened.getexif())


def test_pictures_are_made_smaller_and_never_larger() -> None:
    data = saved(drawn(size=(1600, 900)), "JPEG")
    assert picture_in(data, 400).size == (400, 225)
    assert picture_in(data, 4000).size == (1600, 900)
    assert picture_in(saved(drawn(size=(3000, 2)), "PNG"), 100).size == (100, 1)


def test_how_large_a_picture_may_be_is_not_for_pillow_to_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert picture_in(saved(drawn(), "PNG"), 64).size == (64, 40)
    assert Image.MAX_IMAGE_PIXELS == 100


def _bomb() -> bytes:
    bomb = bytearray(saved(drawn(), "PNG"))
    bomb[16:24] = (60000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    return bytes(bomb)


def _without_pixels(kind: str) -> bytes:
    data = bytearray(saved(drawn(), kind))
    if kind == "BMP":
        data[18:22] = bytes(4)
    else:
        data[16:20] = bytes(4)
        data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def _faulty() -> dict[str, tuple[bytes, Code]]:
    whole = {kind: saved(drawn(size=(400, 400)), kind) for kind in ("PNG", "JPEG", "WEBP", "TIFF")}
    noise = bytearray(whole["PNG"])
    noise[60:200] = bytes(140)
    cut = {f"cut {k}": (d[: len(d) // 2], codes.PICTURE_BROKEN) for k, d in whole.items()}
    return {
        **cut,
        "empty": (b"", codes.PICTURE_BROKEN),
        "noise": (bytes(noise), codes.PICTURE_BROKEN),
        "bomb": (_bomb(), codes.PICTURE_TOO_LARGE),
        "list": (b"name;booth\nA;1\n", codes.PICTURE_UNKNOWN),
        "zip": (b"PK\x03\x04" + bytes(60), codes.PICTURE_UNKNOWN),
        "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n", codes.PICTURE_POSTSCRIPT),
        "dos eps": (b"\xc5\xd0\xd3\xc6" + bytes(60), codes.PICTURE_POSTSCRIPT),
        "no width": (_without_pixels("PNG"), codes.PICTURE_BROKEN),
        "no width bmp": (_without_pixels("BMP"), codes.PICTURE_UNKNOWN),
        "heic stump": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", codes.PICTURE_BROKEN),
    }


@pytest.mark.parametrize("name", _faulty())
def test_what_cannot_be_shown_is_refused_in_one_line(name: str) -> None:
    data, code = _faulty()[name]
    with pytest.raises(MediaRefusedError) as refused:
        picture_in(data, 256)
    assert refused.value.code == code
    assert refused.value.message
    assert "\n" not in refused.value.message
