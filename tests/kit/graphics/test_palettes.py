import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hallgen.diagnostics import Place
from hallgen.kit.graphics import Palette, palette_for
from hallgen.kit.graphics.palettes import designed, from_brand, seed, zone_palette
from hallgen.media.colors import READABLE, Color, brand_colors, contrast
from hallgen.model import Exhibitor, Text, Zone

ZONE = Zone(id="cnc", name=Text.of(en="CNC"))


def firm(id_: str = "a", color: str | None = None) -> Exhibitor:
    return Exhibitor(id=id_, slug=id_, name=Text.of(en="A"), place=Place("list.csv"), color=color)


def holds(palette: Palette) -> None:
    assert contrast(palette.paper, palette.base) >= READABLE
    assert contrast(palette.paper, palette.deep) >= 7  # AAA: the darkest ground
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.accent, palette.deep) >= 3  # WCAG's for graphics


def test_there_are_enough_designed_sets_and_all_can_be_read() -> None:
    assert len(designed()) >= 24
    assert len({palette.base for palette in designed()}) == len(designed())
    for palette in designed():
        holds(palette)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_every_brand_colour_makes_a_readable_set(color: Color) -> None:
    holds(from_brand(color))


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_every_pair_of_brand_colours_makes_a_readable_set(color: Color, second: Color) -> None:
    holds(from_brand(color, second))


def test_a_logos_second_colour_is_the_accent() -> None:
    logo = Image.new("RGB", (40, 40), (10, 60, 140))
    logo.paste((240, 130, 20), (0, 0, 40, 10))
    accent = palette_for(firm(), ZONE, brand_colors(logo)).accent
    assert accent == pytest.approx((240, 130, 20), abs=10)


def test_own_colour_comes_before_the_logos_and_that_before_a_designed_set() -> None:
    logo = Image.new("RGB", (40, 40), (10, 120, 60))
    own = palette_for(firm(color="#a01030"), ZONE, brand_colors(logo))
    assert own == from_brand((0xA0, 0x10, 0x30))
    assert palette_for(firm(), ZONE, brand_colors(logo)) == from_brand((10, 120, 60))
    assert palette_for(firm(), ZONE, ()) in designed()


def test_designed_sets_are_spread_and_stable() -> None:
    used = [palette_for(firm(f"e{n}"), ZONE, ()) for n in range(1000)]
    assert len({palette.base for palette in used}) == len(designed())
    assert seed("e1", "cnc") == seed("e1", "cnc") != seed("e1c", "nc")
    # the first four bytes of sha256("hallgen"), so the same on every machine
    assert seed("hallgen") == int(hashlib.sha256(b"hallgen").hexdigest()[:8], 16)


def test_light_brand_colours_stay_visible_as_accents() -> None:
    yellow = from_brand((255, 204, 0))
    assert yellow.accent == (255, 204, 0)
    assert max(yellow.base) < 80


@pytest.mark.parametrize("color", [None, "#e07b12"])
def test_zones_have_colours(color: str | None) -> None:
    holds(zone_palette(Zone(id="z", name=Text.of(en="Z"), color=color)))
    holds(zone_palette(None))
