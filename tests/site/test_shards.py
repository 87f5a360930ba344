"""Shards: positions in the scene's axes, and places to stand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.model import BoothLayout, BoothType, Frame, Polygon
from hallgen.site.manifest import HallShard
from hallgen.site.poses import pose
from hallgen.site.standing import contains, view_of
from tests.support.fairs import rectangle


@pytest.fixture
def shard(site: dict[str, bytes]) -> HallShard:
    return HallShard.model_validate_json(site["tiles/1/hall.en.json"])


def booth_at(heading: float, width: float = 3.0, depth: float = 3.0) -> BoothLayout:
    return BoothLayout(
        booth="b",
        type=BoothType.ROW,
        sides=(),
        frame=Frame(origin=(0.0, 0.0), heading=heading),
        width=width,
        depth=depth,
        area=width * depth,
    )


def test_a_shard_has_the_hall_and_all_that_is_in_it(shard: HallShard) -> None:
    assert shard.bounds == (0.0, -14.0, 24.0, 0.0)
    assert [booth.id for booth in shard.booths] == ["1-A01", "1-A02", "1-A10", "1-A11"]
    assert set(shard.exhibitors) == {"yuance", "dingchuan", "abb"}
    assert set(shard.products) == {"vmc-500", "evil-1"}
    assert shard.exhibitors["yuance"].name2 == "远策数控"
    assert shard.products["vmc-500"].image == "media/vmc-400.webp"
    assert shard.gates[0].position == (12.0, 0.0)
    assert shard.obstacles == (((0.0, -13.8), (24.0, -13.8), (24.0, -14.0), (0.0, -14.0)),)


def test_every_address_in_a_shard_is_a_file_of_the_site(
    site: dict[str, bytes], shard: HallShard
) -> None:
    things = [*shard.exhibitors.values(), *shard.products.values()]
    assert all(f"{thing.page}index.html" in site for thing in things)
    pictures = [e.logo for e in shard.exhibitors.values()] + [
        p.image for p in shard.products.values()
    ]
    assert all(picture in site for picture in pictures if picture)


def test_outlines_are_clockwise_seen_from_above(shard: HallShard) -> None:
    # Seen from above, x is to the right and z down the sheet: a ring that turns clockwise
    # there has a positive area by the shoelace formula in (x, z).
    for booth in shard.booths:
        ring = booth.outline
        doubled = sum(
            ax * bz - bx * az for (ax, az), (bx, bz) in zip(ring, (*ring[1:], ring[0]), strict=True)
        )
        assert doubled > 0


def test_a_visitor_stands_before_a_booth_and_looks_at_it(shard: HallShard) -> None:
    booth = shard.booths[1]
    assert (booth.view.x, booth.view.z) == (10.5, -3.0)
    assert booth.view.heading == 0.0
    assert booth.view.y == 1.65


@given(heading=st.floats(-180, 180), depth=st.floats(1, 20))
def test_the_view_points_at_the_booth_whatever_way_it_looks(heading: float, depth: float) -> None:
    view = view_of(booth_at(heading, depth=depth), (rectangle(-50, -50, 100, 100),))
    turn = math.radians(view.heading)
    ahead = (math.sin(turn), -math.cos(turn))  # clockwise from north, which is -z
    distance = math.hypot(view.x, view.z)
    assert distance == pytest.approx(depth / 2 + 3.0, abs=0.002)  # rounded to millimetres
    # The heading is rounded to 0.01 degrees: at 13 m that is 2.3 mm off the middle.
    assert view.x + ahead[0] * distance == pytest.approx(0, abs=0.005)
    assert view.z + ahead[1] * distance == pytest.approx(0, abs=0.005)
    assert 0 <= view.heading < 360


def test_in_a_narrow_aisle_one_stands_nearer() -> None:
    aisle = rectangle(-20, -3.5, 40, 2.0)  # 2 m wide, from the booth's front at y = -1.5
    view = view_of(booth_at(-90), (aisle,))
    assert view.z == pytest.approx(2.9)  # 1.4 m before the front: 0.6 m are left behind


def test_without_floor_before_it_one_stands_there_all_the_same() -> None:
    view = view_of(booth_at(-90), ())
    assert view.z == pytest.approx(4.5)


def test_a_heading_of_the_model_becomes_one_of_the_compass() -> None:
    assert pose((1.0, 2.0), 90.0).heading == 0.0
    assert pose((1.0, 2.0), 0.0).heading == 90.0
    assert pose((1.0, 2.0), 180.0).heading == 270.0
    assert pose((1.0, 2.0), 90.0).z == -2.0


def test_holes_are_outside() -> None:
    ring = Polygon(outer=rectangle(0, 0, 10, 10).outer, holes=(rectangle(4, 4, 2, 2).outer,))
    assert contains(ring, (1, 1))
    assert not contains(ring, (5, 5))
    assert not contains(ring, (11, 5))
