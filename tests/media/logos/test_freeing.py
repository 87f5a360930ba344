"""Logos of all makes, cut free of their ground."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from hallgen.media.fonts import SANS
from hallgen.media.logos import free_logo
from tests.media.pictures.samples import picture_in, saved

INK = (20, 60, 150)


def font(size: int) -> ImageFont.FreeTypeFont:
    found = ImageFont.truetype(SANS.path, size)
    found.set_variation_by_axes([800, 100])
    return found


def word(ground: object, ink: object = INK, text: str = "boeAB", mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (600, 300), ground)  # type: ignore[arg-type]
    ImageDraw.Draw(image).text((300, 150), text, fill=ink, font=font(150), anchor="mm")
    return image


def through_jpeg(image: Image.Image, quality: int = 75) -> Image.Image:
    return picture_in(saved(image, "JPEG", quality=quality), 768)


def on(logo: Image.Image, ground: tuple[int, int, int]) -> np.ndarray:
    sheet = Image.new("RGB", logo.size, ground)
    sheet.paste(logo.convert("RGB"), (0, 0), logo)
    return np.asarray(sheet, int)


@pytest.mark.parametrize("ground", [(255, 255, 255), (244, 244, 240), (0, 0, 0)])
def test_a_plain_ground_is_taken_out_to_the_inside_of_letters(
    ground: tuple[int, int, int],
) -> None:
    ink = INK if ground[0] else (250, 210, 40)
    logo = free_logo(through_jpeg(word(ground, ink)))
    assert logo is not None
    assert logo.mode == "RGBA"
    clean = word((0, 0, 0, 0), (*ink, 255), mode="RGBA")
    clean = clean.crop(clean.getchannel("A").getbbox())
    assert logo.size == pytest.approx(clean.size, abs=6)
    panel = (128, 140, 160)
    apart = np.abs(on(logo.resize(clean.size), panel) - on(clean, panel)).max(axis=2)
    assert apart.mean() < 9  # no box, no fringe, no counters that were left
    assert (apart > 90).mean() < 0.02


def test_what_is_drawn_in_the_grounds_colour_stays() -> None:
    badge = Image.new("RGB", (500, 500), "white")
    draw = ImageDraw.Draw(badge)
    draw.ellipse((50, 50, 450, 450), fill=(190, 20, 40))
    draw.text((250, 250), "AB", fill="white", font=font(120), anchor="mm")
    logo = free_logo(through_jpeg(badge))
    assert logo is not None
    pixels = np.asarray(logo, int)
    white = (pixels[..., :3].min(axis=2) > 200) & (pixels[..., 3] > 250)
    assert white.mean() > 0.03
    assert pixels[3, 3, 3] == 0


def test_a_ring_is_hollow() -> None:
    ring = Image.new("RGB", (500, 500), "white")
    ImageDraw.Draw(ring).ellipse((50, 50, 450, 450), outline=INK, width=60)
    logo = free_logo(through_jpeg(ring))
    assert logo is not None
    assert logo.getpixel((logo.width // 2, logo.height // 2))[3] == 0


def test_a_coloured_ground_is_part_of_the_logo() -> None:
    logo = free_logo(through_jpeg(word((10, 70, 170), "white")))
    assert logo is not None
    assert logo.mode == "RGB"
    assert logo.width < 520
    assert logo.getpixel((0, 0)) == pytest.approx((10, 70, 170), abs=6)


def test_a_photo_stays_whole() -> None:
    chance = np.random.default_rng(1)
    photo = Image.fromarray(chance.integers(0, 255, (120, 200, 3), dtype=np.uint8))
    assert free_logo(photo) is photo


def test_transparent_logos_lose_their_margin_and_hidden_paper() -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    ImageDraw.Draw(clear).rectangle((100, 100, 199, 149), fill=(*INK, 255))
    bare = free_logo(clear)
    assert bare is not None
    assert bare.size == (100, 50)
    paper = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    paper.paste(word("white").resize((300, 150)), (50, 50))
    freed = free_logo(paper)
    assert freed is not None
    assert freed.width < 290
    assert 0.2 < (np.asarray(freed)[..., 3] > 128).mean() < 0.8


@pytest.mark.parametrize(
    "blank", [Image.new("RGB", (90, 40), "white"), Image.new("RGBA", (90, 40), (0, 0, 0, 0))]
)
def test_nothing_is_left_of_a_blank(blank: Image.Image) -> None:
    assert free_logo(blank) is None


def test_tiny_logos_end_well() -> None:
    for size in ((1, 1), (2, 3), (40, 1), (40, 40)):
        image = Image.new("RGB", size, "white")
        image.putpixel((0, 0), (0, 0, 0))
        logo = free_logo(image)
        assert logo is None or min(logo.size) >= 1


def test_the_same_logo_gives_the_same_pixels() -> None:
    data = saved(word("white"), "JPEG")
    first, second = (free_logo(picture_in(data, 768)) for _ in range(2))
    assert first is not None
    assert second is not None
    buffers = [io.BytesIO(), io.BytesIO()]
    first.save(buffers[0], "PNG")
    second.save(buffers[1], "PNG")
    assert buffers[0].getvalue() == buffers[1].getvalue()
