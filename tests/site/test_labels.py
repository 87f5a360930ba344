"""Labels fit into their booths, in any outline and at any turn."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hallgen.model import BoothLayout, BoothType, Frame, Point, Polygon
from hallgen.site.labels import LINE_HEIGHT, ems, fit, room_in, wrap
from hallgen.site.standing import contains
from tests.support.fairs import rectangle


def layout_of(outline: Polygon, heading: float, area: float) -> BoothLayout:
    frame = Frame(origin=(0.0, 0.0), heading=heading)
    return BoothLayout(
        booth="b", type=BoothType.ROW, sides=(), frame=frame, width=1, depth=1, area=area
    )


def turned(points: tuple[Point, ...], angle: float) -> tuple[Point, ...]:
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return tuple((x * c - y * s, x * s + y * c) for x, y in points)


@example(width=2.0, height=6.0, number="0", name=" A上.")
@given(
    width=st.floats(0.5, 60),
    height=st.floats(0.5, 60),
    number=st.text("ABC0123456789-", min_size=1, max_size=8),
    name=st.text("上海机床AbcWm ,.-", max_size=60),
)
def test_lines_stay_inside_their_room(width: float, height: float, number: str, name: str) -> None:
    lines = fit(number, name, width, height, smallest=0.3, largest=1.5)
    assert lines[0].words == number
    for line in lines:
        assert ems(line.words) * line.size <= width * 1.0001
        assert line.below <= height / 2
        assert line.below - line.size >= -height / 2
    total = sum(line.size for line in lines) * LINE_HEIGHT
    assert total <= height * 1.0001
    assert all(line.size >= 0.3 for line in lines[1:])


@given(st.text("上海机床数控AbcdeWm 123", min_size=1, max_size=40), st.floats(1, 30))
def test_wrapping_loses_nothing_and_keeps_to_the_width(words: str, width: float) -> None:
    lines = wrap(words, width)
    assert all(ems(line) <= width for line in lines)
    if lines:
        assert "".join(lines).replace(" ", "") == "".join(words.split())


def test_words_are_not_broken_but_characters_are_kept_apart() -> None:
    assert wrap("Yuance Machine Tools", 6) == ["Yuance", "Machine", "Tools"]
    assert wrap("远策数控设备", 3) == ["远策数", "控设备"]
    assert wrap("Incomprehensibilities", 5) == []


def test_lines_are_about_equally_long() -> None:
    lines = fit("A1", "上海德安机器人有限公司", 9, 6, smallest=0.3, largest=1.5)
    lengths = [len(line.words) for line in lines[1:]]
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize("heading", [-90, 0, 45, 30, -60, 180])
def test_the_room_of_a_rectangle_is_the_rectangle(heading: float) -> None:
    ring = turned(rectangle(2, 1, 6, 3).outer, heading + 90)
    room = room_in(Polygon(outer=ring), layout_of(Polygon(outer=ring), heading, 18))
    assert sorted((room.width, room.height)) == pytest.approx([3, 6])
    assert -45 <= room.angle <= 45


def test_the_room_of_an_odd_outline_is_inside_of_it() -> None:
    odd = Polygon(outer=((0, 0), (9, 0), (9, 3), (3, 3), (3, 9), (0, 9)))
    room = room_in(odd, layout_of(odd, -90, 45))
    x, y = room.middle
    for dx in (-0.49, 0.49):
        for dy in (-0.49, 0.49):
            assert contains(odd, (x + dx * room.width, y + dy * room.height))
    # The best rectangle is 9 x 3; cells of 9/14 m take away less than one cell each way.
    assert room.width * room.height > (9 - 9 / 14) * (3 - 9 / 14)


def test_a_sliver_still_has_a_room() -> None:
    sliver = Polygon(outer=((0, 0), (10, 0), (10, 0.4)))
    room = room_in(sliver, layout_of(sliver, -90, 2))
    assert room.width > 0
    assert room.height > 0
