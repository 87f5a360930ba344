"""One decode, every size; the same bytes each time; a blur until it has come."""

from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from PIL import Image

from hallgen.media.made import Made
from hallgen.media.pictures import Picture, PictureSet, encode, encode_drawn, picture_set
from hallgen.media.pictures.placeholders import drawn as drawn_hash
from hallgen.media.pictures.placeholders import thumb_hash
from tests.media.pictures.samples import drawn


def shown(made: Made[PictureSet], picture: Picture) -> Image.Image:
    (data,) = (file.data for file in made.files if file.name == picture.address)
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("size", "sides"),
    [
        ((2400, 1600), [400, 800, 1600]),
        ((1600, 900), [400, 800, 1600]),
        ((900, 1200), [400, 800, 1200]),
        ((850, 600), [400, 800]),
        ((500, 300), [400, 500]),
        ((120, 90), [120]),
    ],
)
def test_sizes_are_those_that_are_worth_it(size: tuple[int, int], sides: list[int]) -> None:
    made = picture_set(drawn(size=size))
    assert [max(p.width, p.height) for p in made.facts.sizes] == sides
    for picture in made.facts.sizes:
        image = shown(made, picture)
        assert (image.format, image.size) == ("WEBP", (picture.width, picture.height))
        assert image.width / image.height == pytest.approx(size[0] / size[1], rel=0.02)
    assert made.facts.largest is made.facts.sizes[-1]


def test_the_same_picture_is_the_same_bytes() -> None:
    first, second = (picture_set(drawn(size=(1000, 700))) for _ in range(2))
    assert first == second
    assert len({size.address for size in first.facts.sizes}) == len(first.facts.sizes)


def test_transparent_pictures_stay_so_and_have_no_blur() -> None:
    made = picture_set(drawn("RGBA", (600, 400)))
    assert made.facts.placeholder == ""
    assert shown(made, made.facts.largest).mode == "RGBA"
    assert not shown(made, made.facts.largest).info.get("exif")


@pytest.mark.parametrize("size", [(300, 200), (200, 300), (256, 256), (900, 90), (3, 400)])
def test_a_thumbhash_is_the_blur_of_its_picture(size: tuple[int, int]) -> None:
    x = np.linspace(0, 1, size[0])[None, :, None]
    y = np.linspace(0, 1, size[1])[:, None, None]
    colors = 255 * (
        (1 - x) * (1 - y) * np.array((0.9, 0.3, 0.1)) + x * y * np.array((0.1, 0.4, 0.8))
    )
    picture = Image.fromarray(colors.astype(np.uint8))
    hashed = thumb_hash(picture)
    assert len(hashed) <= 25
    blur = drawn_hash(hashed, size)
    apart = np.asarray(picture.resize(blur.size, Image.Resampling.BOX), int) - np.asarray(blur, int)
    assert np.abs(apart).mean() < 12  # 5 bits of the strongest wave


def test_a_placeholder_is_a_small_picture_in_the_page() -> None:
    placeholder = picture_set(drawn(size=(800, 600))).facts.placeholder
    head, _, data = placeholder.partition(",")
    assert head == "data:image/webp;base64"
    assert len(placeholder) < 300
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
    assert image.size == (24, 18)
    red, green, _ = image.getpixel((8, 8))
    assert red > green + 60


def test_what_is_drawn_is_kept_exactly_and_what_is_taken_is_not() -> None:
    flat = drawn("RGBA", (300, 200))
    (file,) = encode_drawn(flat).files
    kept = Image.open(io.BytesIO(file.data))
    assert kept.getpixel((100, 100)) == flat.getpixel((100, 100))
    chance = np.random.default_rng(4)
    noisy = Image.fromarray(chance.integers(0, 255, (200, 300, 3), dtype=np.uint8))
    assert encode_drawn(noisy) == encode(noisy)
