"""A logo is seen on every panel: as it is, in one ink, or on a plate."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PIL import Image, ImageDraw

from hallgen.media.colors import BLACK, WHITE, Color, contrast
from hallgen.media.logos import on_ground, on_page, own_ground, plated, seen_share, stands_out
from hallgen.media.logos.inks import in_one_ink

PANELS: list[Color] = [(255, 255, 255), (246, 243, 236), (250, 200, 40), (120, 140, 160),
                       (200, 40, 40), (20, 70, 160), (20, 24, 30)]  # fmt: skip


def logo(word: Color, sign: Color = (70, 210, 200)) -> Image.Image:
    """A heavy sign, and a thin word in some colour beside it."""
    picture = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 110, 119), fill=(*sign, 255))
    for x in range(140, 400, 26):
        draw.rectangle((x, 50, x + 10, 80), fill=(*word, 255))
    return picture


def test_a_thin_word_counts_as_much_as_a_heavy_sign() -> None:
    dark = logo((30, 30, 34))
    assert not stands_out(dark, (12, 55, 50))
    assert seen_share(dark, (12, 55, 50)) < 0.6
    assert stands_out(logo((255, 255, 255)), (12, 55, 50))


def test_an_opaque_logo_brings_its_own_ground() -> None:
    picture = logo((0, 0, 0)).convert("RGB")
    assert not stands_out(picture, (255, 255, 255))
    assert on_ground(picture, (255, 255, 255)) is None
    assert own_ground(logo((0, 0, 0))) is None
    assert own_ground(Image.new("RGB", (9, 9), (10, 20, 90))) == (10, 20, 90)


def test_white_words_on_a_coloured_shape_need_no_dark_plate() -> None:
    badge = Image.new("RGBA", (300, 120), (0, 90, 180, 255))
    ImageDraw.Draw(badge).rectangle((40, 40, 260, 80), fill=(255, 255, 255, 255))
    assert stands_out(badge, WHITE)


@pytest.mark.parametrize("ink", [BLACK, (90, 90, 92), WHITE])
def test_logos_of_one_ink_are_turned_light_or_dark(ink: Color) -> None:
    picture = logo(ink, ink)
    for panel in PANELS:
        shown = on_ground(picture, panel)
        assert shown is not None
        assert shown.size == picture.size
        used = shown.getpixel((50, 50))[:3]
        assert contrast(used, panel) >= 2.2


def test_a_coloured_logo_keeps_its_colours_and_gets_a_plate() -> None:
    picture = logo((20, 60, 190), (220, 30, 60))
    for panel in PANELS:
        shown = on_ground(picture, panel)
        if shown is not None:
            assert shown is picture
            continue
        plate = plated(picture, 300, 90)
        assert plate.width <= 300
        assert plate.height <= 90
        corner, middle = plate.getpixel((0, 0)), plate.getpixel((plate.width // 2, 3))
        assert corner[3] < 128
        assert middle == (255, 255, 255, 255)
    assert on_ground(picture, WHITE) is picture
    assert on_ground(picture, (20, 24, 30)) is None


GREEN, MINT = (16, 110, 80), (120, 225, 180)


def shown_alpha(picture: Image.Image, panel: Color) -> np.ndarray:
    shown = on_ground(picture, panel)
    assert shown is not None
    assert shown.size == picture.size
    return np.asarray(shown.getchannel("A"), int)


def test_shades_of_one_colour_become_tints_of_white_on_it() -> None:
    picture = logo(GREEN, MINT)
    ImageDraw.Draw(picture).rectangle((30, 30, 80, 90), fill=(*GREEN, 255))
    panel = (10, 120, 85)
    assert not stands_out(picture, panel)
    shown = on_ground(picture, panel)
    assert shown is not None
    assert (np.asarray(shown)[..., :3] == 255).all()
    alpha = shown_alpha(picture, panel)
    assert alpha[65, 145] == 255  # the word
    assert alpha[5, 130] == 0  # what was transparent
    assert abs(alpha[60, 50] - alpha[10, 10]) > 60  # one shape in the other


def test_white_on_a_coloured_sign_becomes_the_ground() -> None:
    picture = logo((20, 20, 24), GREEN)
    ImageDraw.Draw(picture).rectangle((30, 30, 80, 90), fill=(255, 255, 255, 255))
    alpha = shown_alpha(picture, (10, 120, 85))
    assert alpha[10, 10] == 255
    assert alpha[60, 50] == 0
    assert alpha[65, 145] == 255


def test_a_pale_logo_is_printed_in_its_own_dark_colour_on_white() -> None:
    shown = on_ground(logo(MINT, MINT), WHITE)
    assert shown is not None
    red, green, blue, _ = shown.getpixel((20, 20))
    assert contrast((red, green, blue), WHITE) >= 4.5
    assert green > max(red, blue)


def test_a_logo_whose_shapes_one_ink_would_lose_is_not_printed() -> None:
    stripes = Image.new("RGBA", (240, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stripes)
    for x in range(0, 240, 40):  # as light as each other, in different colours
        draw.rectangle((x, 0, x + 19, 119), fill=(196, 84, 84, 255))
        draw.rectangle((x + 20, 0, x + 39, 119), fill=(110, 117, 110, 255))
    assert in_one_ink(stripes, WHITE) is None
    assert on_ground(stripes, (150, 100, 100)) is None


def test_what_is_shown_differs_from_every_panel() -> None:
    logos = [logo(word, sign) for word, sign in itertools.product(PANELS[2:], repeat=2)]
    for picture, panel in itertools.product(logos, PANELS):
        shown = on_ground(picture, panel) or plated(picture, 300, 90)
        sheet = Image.new("RGB", shown.size, panel)
        sheet.paste(shown.convert("RGB"), (0, 0), shown)
        pixels = np.asarray(sheet, int)
        assert (np.abs(pixels - np.array(panel)).max(axis=2) > 30).any(axis=0).mean() > 0.5


def test_on_a_page_all_is_seen_on_white() -> None:
    white = on_page(logo(WHITE, WHITE), 200)
    assert white.size == (200, 60)
    assert white.getpixel((20, 20))[:3] < (40, 40, 40)
    pale = on_page(logo((255, 250, 160), (250, 240, 90)), 200)
    assert contrast(pale.getpixel((20, 20))[:3], WHITE) >= 2.2
    photo = Image.new("RGB", (900, 600), (10, 90, 60))
    assert on_page(photo, 300).size == (300, 200)
