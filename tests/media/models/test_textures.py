"""A model's pictures fit their level, lose nothing that is looked at, and never grow."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hallgen.formats.editable import EditableGlb, Picture
from hallgen.media.models.textures import Pictures, Shown, Use, shown_pictures, small_picture
from tests.support.made_models import Maker, picture

COLOR = Shown(Use.COLOR, alpha=False)


def opened(found: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(found.data))
    assert image.get_format_mimetype() == found.mime
    return image


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> Picture:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return Picture(file.getvalue(), f"image/{kind.lower()}")


@given(
    st.integers(1, 80),
    st.integers(1, 80),
    st.integers(1, 64),
    st.sampled_from(["RGB", "RGBA", "L", "LA", "P", "1", "I;16"]),
    st.sampled_from(list(Use)),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_it_fits_and_is_never_larger_than_its_source(
    width: int, height: int, longest: int, mode: str, use: Use, alpha: bool
) -> None:
    chance = np.random.default_rng(width * 100 + height)
    rgba = Image.fromarray(chance.integers(0, 256, (height, width, 4), np.uint8))
    image = (
        rgba.convert("RGB").convert("L").convert("I").convert("I;16")
        if mode == "I;16"
        else (rgba.convert("RGB").convert(mode) if mode in ("P", "1") else rgba.convert(mode))
    )
    source = encoded(image)
    found = small_picture(source, Shown(use, alpha), longest)
    assert max(opened(found).size) <= longest
    if max(image.size) <= longest:
        assert len(found.data) <= len(source.data)


def test_a_small_file_stays_as_it_came_without_what_a_camera_notes() -> None:
    exif = Image.Exif()
    exif[0x010E] = "made at home, at 48.2 N 11.5 E"
    chance = np.random.default_rng(0)
    image = Image.fromarray(chance.integers(0, 256, (256, 256, 3), np.uint8))
    source = encoded(image, "JPEG", quality=5, exif=exif)
    found = small_picture(source, COLOR, 512)
    assert found.mime == "image/jpeg"
    assert b"at home" in source.data
    assert b"at home" not in found.data
    assert np.array_equal(np.asarray(opened(found)), np.asarray(opened(source)))


def test_alpha_goes_where_nobody_looks_at_it_and_stays_where_somebody_does() -> None:
    half = Image.new("RGBA", (32, 32), (10, 200, 30, 255))
    half.paste((10, 200, 30, 0), (0, 0, 16, 32))
    assert opened(small_picture(encoded(half), COLOR, 512)).mode == "RGB"
    seen = opened(small_picture(encoded(half), Shown(Use.COLOR, alpha=True), 512)).convert("RGBA")
    assert seen.getpixel((2, 2))[3] == 0
    assert seen.getpixel((30, 2)) == (10, 200, 30, 255)


def test_one_colour_is_one_pixel() -> None:
    found = small_picture(encoded(Image.new("RGB", (500, 500), "teal")), COLOR, 512)
    assert opened(found).size == (1, 1)
    assert opened(found).convert("RGB").getpixel((0, 0)) == (0, 128, 128)


def test_normals_keep_their_length() -> None:
    chance = np.random.default_rng(3)
    normals = chance.normal(size=(64, 64, 3)) * (0.4, 0.4, 0) + (0, 0, 1)
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    source = encoded(Image.fromarray(np.round((normals + 1) * 127.5).astype(np.uint8)))
    found = opened(small_picture(source, Shown(Use.NORMAL, alpha=False), 32)).convert("RGB")
    length = np.linalg.norm(np.asarray(found, float) / 127.5 - 1, axis=2)
    assert np.abs(length - 1).mean() < 0.06


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", picture()[:200], b"\xff\xd8\xff\xe0"])
def test_a_broken_picture_is_named_as_one(data: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        small_picture(Picture(data, "image/png"), COLOR, 64)


def test_a_picture_is_for_the_most_delicate_of_its_uses() -> None:
    maker = Maker()
    shared = maker.texture(picture(32))
    maker.material(pbr={}, normalTexture={"index": shared})
    clear = maker.material(alphaMode="BLEND")
    surface = maker.glb.content["materials"][clear]["pbrMetallicRoughness"]
    surface["baseColorTexture"] = {"index": shared}
    assert shown_pictures(maker.glb) == {0: Shown(Use.NORMAL, alpha=True)}


def test_pictures_of_a_model_fit_together() -> None:
    maker = Maker()
    maker.box(material=maker.material(picture=picture(300)))
    small = Pictures().fitted(maker.made(), 100)
    (image,) = range(len(EditableGlb(small).items("images")))
    assert opened(EditableGlb(small).picture(image)).size == (100, 100)
    assert len(small) < len(maker.made()) / 4
