import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from hallgen.media.colors import (
    BLACK,
    READABLE,
    WHITE,
    Color,
    brand_colors,
    contrast,
    darken_to,
    parse,
    readable_on,
    to_hex,
)

COLORS = st.tuples(*[st.integers(0, 255)] * 3)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.005)  # WCAG's example
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK)


@given(COLORS, COLORS)
def test_text_can_always_be_read(ground: Color, preferred: Color) -> None:
    assert contrast(readable_on(ground, preferred), ground) >= READABLE


@given(COLORS)
def test_darkening_ends_where_white_can_be_read(color: Color) -> None:
    assert contrast(darken_to(color, WHITE), WHITE) >= READABLE
    assert parse(to_hex(color)) == color


def test_brand_colour_is_the_dominant_saturated_one() -> None:
    logo = Image.new("RGBA", (100, 60), (0, 0, 0, 0))
    draw = ImageDraw.Draw(logo)
    draw.rectangle((0, 0, 60, 59), fill=(20, 60, 180, 255))
    draw.rectangle((70, 0, 80, 20), fill=(230, 40, 40, 255))
    draw.rectangle((0, 40, 99, 59), fill=(40, 40, 40, 255))
    assert brand_colors(logo)[0] == pytest.approx((20, 60, 180), abs=6)  # the thumbnail's blur


def test_a_second_colour_counts_where_there_is_enough_of_it() -> None:
    logo = Image.new("RGB", (100, 60), (20, 60, 180))
    draw = ImageDraw.Draw(logo)
    draw.rectangle((0, 0, 99, 19), fill=(240, 130, 20))
    assert brand_colors(logo) == (
        pytest.approx((20, 60, 180), abs=6),
        pytest.approx((240, 130, 20), abs=6),
    )
    draw.rectangle((0, 3, 99, 19), fill=(20, 90, 180))  # a hue close by does not count
    assert len(brand_colors(logo)) == 1


def test_grey_logos_have_no_brand_colour() -> None:
    assert brand_colors(Image.new("RGB", (20, 20), (90, 90, 92))) == ()
    assert brand_colors(Image.new("RGBA", (20, 20), (255, 0, 0, 0))) == ()
