"""Pictures are taken from where their subject is seen."""

from __future__ import annotations

import numpy as np
import pytest

from hallgen.light.pictures.target import Target
from hallgen.light.pictures.viewpoints import EYES, booth_camera, overview_camera, start_camera
from hallgen.model import BoothLayout
from hallgen.scene import Feature, Node, Scene
from tests.light.quads import GREY, floor
from tests.support.fairs import booth as booth_of
from tests.support.fairs import laid_out, rectangle, small_fair, south_front
from tests.support.scenes import at, box, rows

#: A booth of 6 x 3 m in the middle of a floor of 40 x 40 m, open to the south: to +z.
STAND = south_front(booth_of("A01", rectangle(-3, -1.5, 6, 3)))
ASPECT = 16 / 9


def furnished(*others: Node, layout: BoothLayout = STAND) -> Target:
    """The booth's three walls, a floor, and whatever else stands there."""
    walls = (
        Node(box(6, 2.5, 0.05), at(0, 0, -1.45)[None], rows(0)),
        Node(box(0.05, 2.5, 3), np.stack([at(-2.97), at(2.97)]), rows(0, 0)),
    )
    scene = Scene("hall", (*walls, *others), (Feature(layout.booth), Feature("1-A02")))
    return Target([scene, Scene("floor", (Node(floor()),))])


def share(target: Target, camera: object) -> float:
    """How much of the picture shows the booth."""
    across, down = (a.ravel().astype(np.float32) for a in np.mgrid[0:1:40j, 0:1:40j])
    ahead = camera.directions(across, down, ASPECT)  # type: ignore[attr-defined]
    origins = np.tile(np.array(camera.position, np.float32), (len(ahead), 1))  # type: ignore[attr-defined]
    return float(target.shows(target.cast(origins, ahead), STAND.booth).mean())


def test_a_booth_is_seen_from_before_its_front_and_a_little_aside() -> None:
    target = furnished()
    camera = booth_camera(target, STAND, ASPECT)
    x, y, z = camera.position
    assert y == EYES
    assert z > 1.5 + 2
    assert 0.5 < abs(x) < 6
    assert share(target, camera) > 0.3


@pytest.mark.parametrize("side", [-1, 1])
def test_it_is_seen_from_the_side_where_nothing_is_between(side: int) -> None:
    screen = Node(box(7, 3, 0.1), at(side * 4.5, 0, 3.2)[None], rows(1))
    target = furnished(screen)
    camera = booth_camera(target, STAND, ASPECT)
    assert camera.position[0] * side < 1
    assert share(target, camera) > 0.3


def test_nobody_stands_in_a_machine() -> None:
    """All places before the booth that would do are taken, but for one."""
    block = Node(box(30, 1.2, 3.4), at(0, 0, 5.3)[None], rows(1))
    camera = booth_camera(furnished(block), STAND, ASPECT)
    z = camera.position[2]
    assert not 3.6 - 0.4 < z < 7.0 + 0.4


def test_the_whole_booth_is_in_the_picture() -> None:
    camera = booth_camera(furnished(), STAND, ASPECT)
    right, up, ahead = camera.axes()
    tall = np.tan(np.radians(camera.field) / 2)
    for x in (-3, 3):
        for y in (0, 2.5):
            way = np.array([x, y, 1.5]) - camera.position
            assert abs(way @ up) <= tall * (way @ ahead)
            assert abs(way @ right) <= tall * ASPECT * (way @ ahead)


def test_a_booth_that_nobody_can_see_still_has_a_picture() -> None:
    closed = Node(box(6.2, 3, 0.1), at(0, 0, 1.6)[None], rows(1))
    camera = booth_camera(furnished(closed), STAND, ASPECT)
    assert np.isfinite(camera.position).all()


def test_ropes_do_not_make_a_booth_tall() -> None:
    rope = Node(box(0.004, 9, 0.004), at(0, 0, 0)[None], rows(0))
    assert furnished(rope).height(STAND.booth) == pytest.approx(2.5, abs=0.01)
    assert furnished().height("9-Z99") is None


def test_a_hall_is_seen_as_a_visitor_enters_it() -> None:
    hall = small_fair().halls[0]
    camera = start_camera(laid_out(hall))
    assert camera.position == (12.0, EYES, -1.0)
    assert camera.heading == 0
    assert camera.field == 60


def test_a_hall_is_overlooked_from_the_corner_that_shows_most_booths() -> None:
    """Everything stands in the south-west; a wall hides it from the east."""
    layout = laid_out(small_fair().halls[0])
    things = Node(box(4, 3, 4), at(8, 0, -4)[None], rows(0))
    wall = Node(box(0.1, 11, 14), at(13, 0, -7)[None], rows(1))
    scene = Scene("hall", (things, wall), (Feature("1-A01"), Feature("")))
    target = Target([scene, Scene("floor", (Node(floor(material=GREY, size=80.0)),))])
    camera = overview_camera(target, layout, 12.0, ASPECT)
    assert camera.position[0] < 12
    assert camera.position[1] > 5
    assert camera.pitch < 0
