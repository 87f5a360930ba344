"""Aisles, gates, the floor, fronts and the start of plans whose answers are known."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hallgen.layout import to_shape
from hallgen.model import Area, AreaKind, Gate, Hall, HallLayout, Polygon, SideKind, Text
from tests.layout.plans import box, by_id, hall_of, laid_out


def two_blocks(aisle: float) -> Hall:
    """Two double rows of five booths, `aisle` metres apart, in the middle of 48 by 36 m."""
    south, north = 18 - aisle / 2 - 6.1, 18 + aisle / 2
    return hall_of(
        [box(16.5 + 3 * i, y, 3, 3) for y in (south, south + 3.1, north, north + 3.1)
         for i in range(5)]
    )  # fmt: skip


def floor_of(layout: HallLayout) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([to_shape(piece) for piece in layout.walkable])


@pytest.mark.parametrize("width", [6.0, 4.0, 3.0])
def test_the_aisle_between_two_blocks(width: float) -> None:
    layout = laid_out(two_blocks(width))
    (between,) = [a for a in layout.aisles if a.start[1] == a.end[1] == 18]
    assert (between.start, between.end) == ((16.5, 18), (31.5, 18))
    assert between.width == pytest.approx(width, abs=0.01)  # drawn and rounded to centimetres
    # The floor along the walls is wider, but the stream goes where there is something to see.
    assert [a for a in layout.aisles if a.main] == [between]


def test_without_a_wide_aisle_the_widest_is_main() -> None:
    hall = two_blocks(4.0).model_copy(update={"outline": box(13.5, 6.9, 21, 22.2)})
    assert [(a.width, a.main) for a in laid_out(hall).aisles] == [
        (4.0, True), (3.0, False), (3.0, False), (3.0, False), (3.0, False),
    ]  # fmt: skip


def test_an_aisle_goes_on_across_another_but_not_through_a_booth() -> None:
    rows = {f"{x}-{y}": box(x, y, 9, 6) for x in (6, 19, 32) for y in (9, 19)}
    (middle,) = [a for a in laid_out(hall_of(rows)).aisles if a.start[1] == a.end[1] == 17]
    assert (middle.start, middle.end, middle.width) == ((6, 17), (41, 17), 4)
    blocked = laid_out(hall_of({**rows, "kiosk": box(29, 16, 2, 2)}))
    ends = [(a.start[0], a.end[0]) for a in blocked.aisles if a.start[1] == a.end[1] == 17]
    assert ends == [(6, 28), (32, 41)]


def test_a_slit_between_booths_is_no_aisle() -> None:
    # The long booth looks out between the two others, 0.4 m apart and with nothing behind.
    booths = {"long": box(10, 10, 9, 3), "a": box(10, 16, 4.3, 3), "b": box(14.7, 16, 4.3, 3)}
    lines = {(a.start, a.end) for a in laid_out(hall_of(booths)).aisles}
    assert ((10, 14.5), (19, 14.5)) in lines
    assert all(start[1] != end[1] or start[1] != 18 for start, end in lines)


def test_the_front_faces_the_main_aisle() -> None:
    # Corner booths 6 m wide along a 3 m aisle (south), and 3 m deep at the main aisle (west).
    booths = {"w": box(8, 10, 6, 3), "e": box(14, 10, 6, 3), "n": box(8, 13.1, 12, 3)}
    layout = laid_out(hall_of({**booths, "s": box(8, 1, 12, 6), "far": box(1, 1, 1, 15.1)}))
    west = by_id(layout)["w"]
    assert (west.frame.heading, west.width, west.depth) == (180, 3, 6)
    assert west.frame.origin == (11, 11.5)
    assert west.frame.to_plan(0, west.depth / 2) == pytest.approx((8, 11.5))
    row = by_id(layout)["n"]
    assert (row.frame.heading, row.width, row.depth) == (90, 12, 3)


def test_a_turned_booth_keeps_its_turn() -> None:
    diamond = Polygon(outer=((20, 10), (26, 16), (20, 22), (14, 16)))
    (booth,) = laid_out(hall_of([diamond])).booths
    assert booth.frame.heading % 90 == 45
    assert (booth.width, booth.depth) == pytest.approx((72**0.5, 72**0.5), abs=0.001)
    assert booth.frame.origin == pytest.approx((20, 16))


def test_the_plans_own_gates_are_kept() -> None:
    gate = Gate(id="north", name=Text.of(en="North"), position=(24, 36), width=6)
    hall = two_blocks(6).model_copy(update={"gates": (gate,)})
    layout = laid_out(hall)
    assert layout.gates == (gate,)
    assert layout.start[1] > 33


def test_an_entrance_becomes_a_gate() -> None:
    entrance = Area(kind=AreaKind.ENTRANCE, name=Text.of(en="West"), outline=box(0, 15, 3, 4))
    lounge = Area(kind=AreaKind.LOUNGE, name=Text(), outline=box(20, 0, 3, 4))
    hall = two_blocks(6).model_copy(update={"areas": (entrance, lounge)})
    (gate,) = laid_out(hall).gates
    assert (gate.position, gate.width, gate.name) == ((0, 17), 4, Text.of(en="West"))


def test_without_any_a_gate_is_made_where_the_main_aisle_meets_the_wall() -> None:
    layout = laid_out(two_blocks(6))
    assert [g.position for g in layout.gates] == [(0, 18)]
    assert layout.start == (2, 18)
    assert layout.start_heading == 0


def test_an_empty_hall_still_has_a_gate_and_a_start() -> None:
    layout = laid_out(hall_of([]))
    assert [g.position for g in layout.gates] == [(24, 0)]
    assert (layout.start, layout.start_heading) == ((24, 2), 90)
    assert [to_shape(piece).area for piece in layout.walkable] == [48 * 36]
    assert (layout.booths, layout.aisles, layout.blocks) == ((), (), ())


def test_one_comes_in_through_the_wall_that_a_gate_is_in() -> None:
    """Also where that is no side of the hall's bounds: one of an L leads west into its arm."""
    ell = Polygon(outer=((0, 0), (48, 0), (48, 16), (20, 16), (20, 36), (0, 36)))
    east = Gate(id="east", name=Text(), position=(20, 30), width=4)
    south = Gate(id="south", name=Text(), position=(34, 0), width=4)
    layout = laid_out(hall_of([], outline=ell, gates=(east, south)))
    first, second = layout.entries
    assert (first.gate, first.point, first.inward) == ("east", (18, 30), -180)
    assert (second.gate, second.point, second.inward) == ("south", (34, 2), 90)
    assert layout.start in {first.point, second.point}


def test_the_floor_leaves_out_what_stands_on_it_and_what_is_too_narrow() -> None:
    layout = laid_out(
        hall_of(
            [box(10, 10, 3, 3), box(13.1, 10, 3, 3), box(13.1, 13.4, 3, 3)],
            columns=(box(30, 20, 1, 1),),
            walls=(box(0, 30, 48, 0.2),),
        )
    )
    floor = floor_of(layout)
    assert [len(piece.holes) for piece in layout.walkable] == [2, 0]  # the block, the column
    gaps = 3 * 0.1 + 3 * 0.4
    assert [to_shape(p).area for p in layout.walkable] == pytest.approx(
        [48 * 30 - 27 - gaps - 1, 48 * 5.8]
    )
    assert not floor.intersects(shapely.Point(13.05, 11))
    assert not floor.intersects(shapely.Point(14.5, 13.2))
    assert floor.contains(shapely.Point(11.5, 13.5))
    assert len(layout.obstacles) == 2


@settings(deadline=None, max_examples=40)
@example(cells=[(0, 13, 4, 1), (10, 25, 1, 1), (11, 10, 1, 1)])  # an aisle along a booth's side
@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 30), st.integers(1, 6), st.integers(1, 3)),
        max_size=12,
    )
)
def test_any_plan_has_a_way_in(cells: list[tuple[int, int, int, int]]) -> None:
    """However booths lie, even over each other: one starts on the floor, and sees some."""
    hall_ = hall_of([box(0.8 * x, 0.9 * y, 1.1 * w, 2.3 * d) for x, y, w, d in cells])
    layout = laid_out(hall_)
    floor = floor_of(layout)
    hall = to_shape(layout.outline)
    assert floor.buffer(0.01).contains(shapely.Point(layout.start))
    assert len(layout.gates) == 1
    assert hall.exterior.distance(shapely.Point(layout.gates[0].position)) < 0.01
    for booth in layout.booths:
        assert any(side.kind is SideKind.OPEN for side in booth.sides) or booth.type == 0
    shapes = shapely.union_all([to_shape(booth.outline) for booth in hall_.booths])
    for aisle in layout.aisles:
        line = shapely.LineString([aisle.start, aisle.end])
        assert hall.contains(line)
        assert line.intersection(shapes).length < 0.01  # coordinates are tenths of a mm
    assert sorted(id_ for block in layout.blocks for id_ in block) == sorted(
        booth.booth for booth in layout.booths
    )
