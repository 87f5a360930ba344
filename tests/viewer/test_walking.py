"""Moving about: keys, wheel, drag, click and tap; and what stands in the way."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from tests.support.browser import Visit
from tests.viewer.conftest import SIZE, enter, settle, stand, until

pytestmark = pytest.mark.browser

#: A visitor's radius in metres, and what collision may leave of an overlap.
RADIUS, SLACK = 0.3, 0.002


def floor_at(dx: float, ahead: float) -> dict[str, float]:
    """Where the floor `ahead` metres before the eyes and `dx` to the right is in the window.

    Eyes 1.65 m high that look level, a vertical field of view of 60 degrees.
    """
    half = SIZE["height"] / 2
    focal = half / math.tan(math.radians(30))
    return {"x": SIZE["width"] / 2 + focal * dx / ahead, "y": half + focal * 1.65 / ahead}


def test_keys_walk_and_a_wall_stops_them(inside: Visit) -> None:
    stand(inside, 5.5, 9)
    inside.page.locator("canvas").focus()
    inside.page.keyboard.down("KeyW")
    until(inside, "window.hallgen.pose.z < -13.3")
    inside.page.wait_for_timeout(1500)
    inside.page.keyboard.up("KeyW")
    settle(inside)
    back_wall = 13.95
    assert -inside.pose()["z"] == pytest.approx(back_wall - RADIUS, abs=SLACK)
    assert inside.pose()["x"] == pytest.approx(5.5, abs=0.01)


def test_keys_turn_and_the_wheel_steps(inside: Visit) -> None:
    stand(inside, 12, 3)
    inside.page.locator("canvas").focus()
    inside.page.keyboard.down("ArrowRight")
    until(inside, "window.hallgen.pose.heading > 30")
    inside.page.keyboard.up("ArrowRight")
    settle(inside)
    stand(inside, 12, 3)
    inside.page.mouse.move(400, 200)
    inside.page.mouse.wheel(0, -200)
    settle(inside)
    two_notches = 1.8
    assert -inside.pose()["z"] == pytest.approx(3 + two_notches, abs=0.01)


def test_a_drag_looks_around_and_is_no_click(inside: Visit) -> None:
    stand(inside, 12, 3)
    inside.page.mouse.move(400, 300)
    inside.page.mouse.down()
    inside.page.mouse.move(300, 300, steps=5)
    inside.page.mouse.up()
    settle(inside)
    pose = inside.pose()
    assert pose["heading"] == pytest.approx(100 * 0.16, abs=0.5)
    assert (pose["x"], pose["z"]) == (12, -3)


def test_a_click_on_the_floor_leads_there(inside: Visit) -> None:
    stand(inside, 12, 2)
    inside.page.mouse.click(**floor_at(2, 4))
    settle(inside)
    assert inside.pose()["x"] == pytest.approx(14, abs=0.15)
    assert -inside.pose()["z"] == pytest.approx(6, abs=0.15)


def test_the_way_leads_round_a_column(inside: Visit) -> None:
    stand(inside, 12, 7)
    inside.page.evaluate(
        """() => {
            window.trail = [];
            const here = () => [window.hallgen.pose.x, -window.hallgen.pose.z];
            setInterval(() => window.trail.push(here()), 20);
        }"""
    )
    # The floor behind the column is seen on its left; the straight way would brush it.
    inside.page.mouse.click(**floor_at(-0.8, 5))
    settle(inside)
    assert -inside.pose()["z"] == pytest.approx(12, abs=0.2)
    for x, y in inside.page.evaluate("window.trail"):
        assert max(abs(x - 12), abs(y - 9)) >= 0.25 + RADIUS * math.sqrt(0.5) - SLACK


def test_a_tap_leads_there_on_a_phone(visit: Callable[..., Visit], small_site: str) -> None:
    phone = visit(small_site, viewport=SIZE, has_touch=True, is_mobile=True)
    enter(phone)
    stand(phone, 12, 2)
    phone.page.touchscreen.tap(**floor_at(2, 4))
    settle(phone)
    assert phone.pose()["x"] == pytest.approx(14, abs=0.15)


def test_less_motion_means_a_jump(visit: Callable[..., Visit], small_site: str) -> None:
    calm = visit(small_site, viewport=SIZE, reduced_motion="reduce")
    enter(calm)
    stand(calm, 12, 2)
    calm.page.mouse.click(**floor_at(2, 4))
    assert calm.pose()["x"] == pytest.approx(14, abs=0.15)


def test_nothing_is_drawn_while_nothing_changes(here: Visit) -> None:
    here.page.add_init_script(
        """window.frames_asked = 0;
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (f) => { window.frames_asked++; return ask(f); };"""
    )
    enter(here)
    here.page.wait_for_timeout(1500)
    before = here.page.evaluate("window.frames_asked")
    here.page.wait_for_timeout(1000)
    assert here.page.evaluate("window.frames_asked") == before
