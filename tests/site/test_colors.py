"""Colours: zones keep theirs, and what is written in them can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallgen.media.colors import READABLE, contrast, parse
from hallgen.model import Fair, Text, Theme, Zone
from hallgen.site import colors
from hallgen.site.styles import style_sheet
from tests.support.fairs import small_fair
from tests.support.sites import FONT

HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def zone(id_: str, color: str | None = None) -> Zone:
    return Zone(id=id_, name=Text.of(en=id_), color=color)


def test_zones_keep_their_own_colour_and_none_gets_that_of_another() -> None:
    given_ = colors.zone_colors((zone("a"), zone("b", colors.PALETTE[0].upper()), zone("c")))
    assert given_["b"] == colors.PALETTE[0]
    assert len(set(given_.values())) == 3


def test_many_zones_all_have_a_colour() -> None:
    assert len(colors.zone_colors(zone(str(n)) for n in range(40))) == 40


@given(HEX)
def test_text_in_an_accent_can_be_read_by_day_and_by_night(color: str) -> None:
    assert contrast(parse(colors.on_paper(color)), parse("#f4f6f9")) >= READABLE
    assert contrast(parse(colors.at_night(color)), parse("#1a222d")) >= READABLE


@given(HEX)
def test_labels_on_tinted_booths_can_be_read(color: str) -> None:
    day, night = colors.booth_by_day(color), colors.booth_by_night(color)
    assert contrast(parse(day), parse(colors.INK)) >= READABLE
    assert contrast(parse(night), parse("#e8edf3")) >= READABLE


def test_marks_without_a_colour_are_dark_enough_for_white_letters() -> None:
    for name in map(str, range(100)):
        color = colors.mark_color(name)
        assert colors.ink_on(color) == colors.PAPER
        assert colors.mark_color(name) == color


def test_the_style_sheet_has_the_fairs_fonts_zones_and_accent() -> None:
    fair: Fair = small_fair().model_copy(update={"theme": Theme(accent="#aa0033")})
    style = style_sheet(fair, (FONT,)).decode()
    assert 'src:url("../fonts/test.woff2")' in style
    assert "font-weight:400 700" in style
    assert "--accent:#aa0033" in style
    assert ".zone-0{--zone:#1f6fb5" in style
    assert ":lang(zh){--font:" in style
