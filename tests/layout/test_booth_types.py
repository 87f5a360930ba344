"""Open sides and booth types of plans whose answers are known."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.model import BoothLayout, BoothType, Polygon, SideKind
from tests.layout.plans import box, by_id, hall_of, laid_out, turned


def kinds(booth: BoothLayout) -> dict[str, SideKind]:
    """The kinds of an upright booth's sides by compass direction, where it has one each."""
    found = {}
    for side in booth.sides:
        dx, dy = side.end[0] - side.start[0], side.end[1] - side.start[1]
        found["senw"[round(math.degrees(math.atan2(dy, dx)) / 90) % 4]] = side.kind
    return found


def test_a_row_has_corners_at_its_ends() -> None:
    # Two rows of three, back to back 100 mm apart.
    booths = by_id(
        laid_out(hall_of([box(10 + 3 * (i % 3), 10 + 3.1 * (i // 3), 3, 3) for i in range(6)]))
    )
    assert [booths[f"A{i:02}"].type for i in range(6)] == [
        BoothType.CORNER, BoothType.ROW, BoothType.CORNER,
        BoothType.CORNER, BoothType.ROW, BoothType.CORNER,
    ]  # fmt: skip
    assert kinds(booths["A01"]) == {
        "s": "open",
        "e": "neighbour",
        "n": "neighbour",
        "w": "neighbour",
    }
    neighbours = {side.neighbour for side in booths["A01"].sides} - {None}
    assert neighbours == {"A00", "A02", "A04"}


def test_islands_peninsulas_and_blocks() -> None:
    layout = laid_out(
        hall_of({
            "island": box(5, 5, 12, 9),
            "head": box(25, 5, 3, 6.1),  # the end of a double row
            "row1": box(28, 5, 3, 3),
            "row2": box(28, 8.1, 3, 3),
        })
    )  # fmt: skip
    booths = by_id(layout)
    assert booths["island"].type is BoothType.ISLAND
    assert booths["head"].type is BoothType.PENINSULA
    assert booths["row1"].type is BoothType.CORNER
    assert layout.blocks == (("island",), ("head", "row1", "row2"))
    assert booths["head"].area == pytest.approx(18.3)
    assert booths["island"].sides[0].kind is SideKind.OPEN


def test_a_side_that_is_partly_shared_is_split() -> None:
    booths = by_id(laid_out(hall_of({"long": box(10, 10, 9, 3), "short": box(16, 13.05, 3, 3)})))
    north = [s for s in booths["long"].sides if s.start[1] == s.end[1] == 13]
    assert [(s.kind, s.start, s.end) for s in north] == [
        (SideKind.NEIGHBOUR, (19.0, 13.0), (16.0, 13.0)),
        (SideKind.OPEN, (16.0, 13.0), (10.0, 13.0)),
    ]
    # Two thirds of its north are open, so all four directions are.
    assert booths["long"].type is BoothType.ISLAND
    assert booths["short"].type is BoothType.PENINSULA


def test_less_than_half_a_side_is_not_open() -> None:
    booths = by_id(laid_out(hall_of({"long": box(10, 10, 9, 3), "wide": box(14, 13, 6, 3)})))
    assert booths["long"].type is BoothType.PENINSULA


def test_walls_columns_and_the_hall_close_sides() -> None:
    booths = by_id(
        laid_out(
            hall_of(
                {"at_hall": box(10, 0.3, 3, 3), "at_wall": box(20, 10, 3, 3),
                 "free": box(30, 10, 3, 3)},
                walls=(box(19, 13.5, 5, 0.2),),
                columns=(box(33.4, 10.2, 2.4, 2.4),),
            )
        )
    )  # fmt: skip
    assert kinds(booths["at_hall"])["s"] is SideKind.WALL
    assert kinds(booths["at_wall"])["n"] is SideKind.WALL
    assert [b.type for b in booths.values()] == [BoothType.PENINSULA] * 3
    # The column leaves 0.4 and 0.2 m of the east side: too short for sides of their own.
    assert kinds(booths["free"])["e"] is SideKind.WALL


def test_an_enclosed_booth_has_no_open_side() -> None:
    ring = {f"n{i}": box(10 + 3 * (i % 3), 10 + 3 * (i // 3), 3, 3) for i in range(9)}
    assert by_id(laid_out(hall_of(ring)))["n4"].type is BoothType.ENCLOSED


def test_odd_outlines() -> None:
    l_shape = Polygon(outer=((10, 10), (19, 10), (19, 13), (13, 13), (13, 19), (10, 19)))
    triangle = Polygon(outer=((25, 10), (31, 10), (25, 16)))
    circle = Polygon(
        outer=tuple(
            (37 + 3 * math.cos(math.tau * i / 48), 25 + 3 * math.sin(math.tau * i / 48))
            for i in range(48)
        )
    )
    cut = Polygon(outer=((10, 25), (16, 25), (16, 30), (15, 31), (10, 31)))
    booths = by_id(
        laid_out(
            hall_of({
                "l": l_shape, "in_the_l": box(13, 13, 6, 6), "triangle": triangle,
                "circle": circle, "cut": cut, "beside_cut": box(4, 25, 6, 6),
            })
        )
    )  # fmt: skip
    # Of the L, north and east are shared along 6 of 9 m; south and west are free.
    assert booths["l"].type is BoothType.CORNER
    assert booths["in_the_l"].type is BoothType.CORNER
    assert booths["triangle"].type is BoothType.ISLAND
    assert booths["circle"].type is BoothType.ISLAND
    assert booths["cut"].type is BoothType.PENINSULA
    assert len(booths["circle"].sides) == 48


def test_a_clockwise_outline_with_needless_corners() -> None:
    outline = Polygon(outer=((10, 10), (10, 13), (11.5, 13.001), (13, 13), (13, 10), (13, 10)))
    (booth,) = laid_out(hall_of([outline])).booths
    assert len(booth.sides) == 4
    for (x0, y0), (x1, y1) in ((s.start, s.end) for s in booth.sides):
        assert (x1 - x0) * (11.5 - y0) - (y1 - y0) * (11.5 - x0) > 0  # the middle is to the left


def test_what_encloses_nothing_is_reported_and_left_out() -> None:
    diagnostics = Diagnostics()
    line = Polygon(outer=((10, 10), (20, 10), (15, 10)))
    layout = lay_out(hall_of({"line": line, "good": box(20, 20, 3, 3)}), diagnostics)
    assert [b.booth for b in layout.booths] == ["good"]
    assert [d.code for d in diagnostics] == ["H230"]
    assert "Booth line" in str(*diagnostics)


def test_an_outline_that_crosses_itself_keeps_its_largest_part() -> None:
    bow = Polygon(outer=((10, 10), (16, 16), (16, 10), (12, 14)))
    (booth,) = laid_out(hall_of([bow])).booths
    assert booth.area == pytest.approx(9.0, abs=0.01)


def test_a_hall_without_floor_is_made_around_its_booths() -> None:
    diagnostics = Diagnostics()
    none = Polygon(outer=((0, 0), (1, 0), (2, 0)))
    layout = lay_out(hall_of([box(10, 10, 3, 3)], outline=none), diagnostics)
    assert layout.outline.bounds == (7, 7, 16, 16)
    assert [d.code for d in diagnostics] == ["H231"]


BLOCKS = st.lists(
    st.tuples(st.integers(1, 5), st.booleans(), st.sampled_from([3.0, 4.0, 6.0])),
    min_size=1,
    max_size=4,
)


def block_plan(blocks: list[tuple[int, bool, float]]) -> tuple[dict[str, Polygon], dict[str, int]]:
    """Blocks of one or two rows one above the other, and the open sides of each booth."""
    booths, expected, y = {}, {}, 4.0
    for b, (columns, double, width) in enumerate(blocks):
        for row in range(2 if double else 1):
            for c in range(columns):
                booths[f"{b}-{row}-{c}"] = box(5 + c * width, y + row * 3.1, width, 3)
                ends = (c == 0) + (c == columns - 1)
                expected[f"{b}-{row}-{c}"] = ends + (1 if double else 2)
        y += 7 + 3
    return booths, expected


@settings(deadline=None, max_examples=40)
@given(BLOCKS, st.floats(0, 360), st.floats(-500, 500), st.floats(-500, 500))
def test_booths_keep_their_sides_wherever_the_hall_lies(
    blocks: list[tuple[int, bool, float]], degrees: float, dx: float, dy: float
) -> None:
    booths, expected = block_plan(blocks)
    hall = hall_of(booths, outline=box(0, 0, 40, 48))
    for drawn in (hall, turned(hall, degrees, dx, dy)):
        layout = laid_out(drawn)
        assert {b.booth: int(b.type) for b in layout.booths} == expected
        assert len(layout.blocks) == len(blocks)
        for booth in layout.booths:
            assert sum(math.dist(s.start, s.end) for s in booth.sides) == pytest.approx(
                2 * (booth.width + booth.depth),
                abs=0.01,  # coordinates are tenths of a mm
            )
