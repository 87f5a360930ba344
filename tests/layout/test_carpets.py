"""Carpets: on the free floor, in pieces that lie side by side."""

from __future__ import annotations

import itertools

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hallgen.layout import carpets_of, pieces, to_shape
from hallgen.model import Aisle, Area, AreaKind, Hall, HallLayout, Polygon, Text
from tests.kit.synthetic import PLACE, rectangle

_FLOOR = Polygon(outer=rectangle(60, 40))


def laid(*aisles: Aisle, areas: tuple[Area, ...] = ()) -> tuple[Hall, HallLayout]:
    hall = Hall(id="h", name=Text(), outline=_FLOOR, height=12, booths=(), place=PLACE, areas=areas)
    layout = HallLayout(
        hall="h", outline=_FLOOR, booths=(), blocks=(), aisles=aisles, walkable=(_FLOOR,),
        obstacles=(), start=(1, 1), start_heading=90,
    )  # fmt: skip
    return hall, layout


def aisle(x0: float, y0: float, x1: float, y1: float, width: float, main: bool) -> Aisle:
    return Aisle(start=(x0, y0), end=(x1, y1), width=width, main=main)


CROSSING = (
    aisle(5, 20, 55, 20, 6, True),
    aisle(30, 4, 30, 36, 6, True),
    aisle(5, 10, 55, 10, 4, False),
    aisle(12, 5, 12, 36, 3, False),
)


def test_crossing_carpets_do_not_lie_in_each_other() -> None:
    found = carpets_of(*laid(*CROSSING))
    shapes = [to_shape(p) for c in found for p in (*c.pieces, *c.edges)]
    for one, other in itertools.combinations(shapes, 2):
        assert one.intersection(other).area < 1e-3
    assert [carpet.main for carpet in found] == [True, False]
    assert all(len(piece.outer) == 4 for carpet in found for piece in carpet.pieces)


def test_a_main_carpet_reaches_the_wall_ahead_and_keeps_off_booths() -> None:
    main = carpets_of(*laid(CROSSING[0]))[0]
    x0, y0, x1, y1 = shapely.union_all([to_shape(p) for p in main.pieces]).bounds
    assert (x0, x1) == (0, 60)
    assert (y0, y1) == pytest.approx((17.45, 22.55))


def test_no_carpet_lies_on_a_stage() -> None:
    stage = Area(
        kind=AreaKind.STAGE,
        name=Text(),
        outline=Polygon(outer=((40, 15), (50, 15), (50, 25), (40, 25))),
    )
    found = carpets_of(*laid(*CROSSING, areas=(stage,)))
    for carpet in found:
        for piece in (*carpet.pieces, *carpet.edges):
            assert to_shape(piece).intersection(to_shape(stage.outline)).area < 1e-6


@given(
    st.lists(st.tuples(*[st.integers(0, 12)] * 2, *[st.integers(1, 6)] * 2), min_size=1, max_size=6)
)
def test_pieces_cover_a_shape_once(boxes: list[tuple[int, int, int, int]]) -> None:
    shape = shapely.union_all([shapely.box(x, y, x + w, y + h) for x, y, w, h in boxes])
    found = [to_shape(piece) for piece in pieces(shape)]
    assert sum(piece.area for piece in found) == pytest.approx(shape.area)
    assert shapely.union_all(found).symmetric_difference(shape).area < 1e-6


def test_a_slanted_floor_stays_whole() -> None:
    slanted = Polygon(outer=((0, 0), (10, 2), (9, 8), (0, 9)))
    assert len(pieces(to_shape(slanted))) == 1
