"""A hall's plan as text for the boot renderer. viewer/tests/boot.test.ts reads a golden page's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hallgen.site.boot_plan import encode, pack_plan
from tests.support.fairs import indexed, small_fair


def decoded(text: str) -> list[int]:
    numbers, value, shift = [], 0, 0
    for character in text:
        code = ord(character) - 63
        value |= (code & 31) << shift
        shift += 5
        if code < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return numbers


def test_numbers_are_written_as_encoded_polylines_are() -> None:
    # The example of Google's description: -179.9832104 degrees in steps of 1e-5.
    assert encode([-17998321]) == "`~oia@"


@given(st.lists(st.integers(-(2**30), 2**30 - 1)))
def test_numbers_survive(numbers: list[int]) -> None:
    text = encode(numbers)
    assert decoded(text) == numbers
    # Nothing in it can end a script element, or is an entity.
    assert not set(text) & set("<>&\u2028\u2029")


def test_a_plan_holds_the_hall_and_its_booths_in_steps_of_5_cm() -> None:
    fair = small_fair()
    hall, layouts = fair.halls[0], indexed(fair)[1]
    text = pack_plan(hall, layouts["1"], lambda booth: "#0000ff" if booth.exhibitors else "#00ff00")
    start = layouts["1"].start
    assert decoded(text) == [
        *(1, 0, 0, 480, 280, 240),
        *(round(start[0] * 20), round(start[1] * 20), 0),
        *(2, 0x0000FF, 0x00FF00),
        *(4, 0, 0, 480, 0, 0, 280, -480, 0),
        4,
        *(0, 0, 6, 0),  # corners
        *(0, 0, 0, 1),  # colours
        *(50, 50, 50, 0),  # heights: 2.5 m, and bare floor
        *(0b1110, 0b1110, 0b111110, 0b1110),  # open to the south alone
        *(60, 120, 60, 120),  # from corner to corner: x
        *(120, 0, 0, 0),  # and y
        *(120, 60, 60),  # widths and depths of the rectangles
        *(60, 60, 60),
        *(120, 0, 0, 60, -60, 0, 0, 60, -60, 0),
    ]
