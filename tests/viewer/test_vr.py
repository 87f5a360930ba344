"""The hall in virtual reality: entered, seen with both eyes, walked, read, and left again."""

from __future__ import annotations

import io
import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import expect

from tests.support.browser import Visit
from tests.viewer.conftest import enter, heard, until
from tests.viewer.headset import HAND, HEAD, Headset, put_on, wear

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def headset(visit: Callable[..., Visit], small_site: str) -> Headset:
    """Its wearer stands where visitors enter the small hall: at (12, 2), facing north."""
    here = visit(small_site, viewport={"width": 480, "height": 270})
    wear(here)
    return put_on(enter(here, "?quality=low"))


def eyes(visit: Visit) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What the left and the right eye see, as RGB."""
    visit.page.wait_for_timeout(300)
    shot = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")
    both = np.asarray(shot, float)
    return both[:, : both.shape[1] // 2], both[:, both.shape[1] // 2 :]


def landing(pitch: float, hand: tuple[float, float, float] = HAND) -> float:
    """Metres ahead at which something lands that is thrown from a hand at 8 m/s."""
    rise, ahead = 8 * math.sin(math.radians(pitch)), 8 * math.cos(math.radians(pitch))
    seconds = (rise + math.sqrt(rise * rise + 2 * 9.81 * hand[1])) / 9.81
    return ahead * seconds - hand[2]


def test_nothing_is_offered_where_there_is_no_headset(inside: Visit) -> None:
    assert inside.page.evaluate("document.querySelector('.hallgen-vr')") is None


def test_both_eyes_see_the_hall_and_one_leaves_where_one_stands(headset: Headset) -> None:
    visit = headset.visit
    pose = visit.pose()
    assert (pose["x"], pose["z"]) == pytest.approx((12, -2), abs=0.02)
    assert pose["y"] == pytest.approx(HEAD, abs=0.01)
    assert pose["heading"] == pytest.approx(0, abs=0.1)
    left, right = eyes(visit)
    assert left.std() > 15
    assert right.std() > 15
    assert np.abs(left - right).mean() > 0.5  # two eyes, not one picture twice
    headset.look((0.5, 1.5, -1.0), ahead=40)
    visit.page.evaluate("device.activeSession.end()")
    until(visit, "document.querySelector('#hallgen-view > canvas') !== null")
    pose = visit.pose()
    assert (pose["x"], pose["z"]) == pytest.approx((12.5, -3), abs=0.05)
    assert pose["heading"] == pytest.approx(40, abs=0.5)
    assert (pose["y"], pose["pitch"]) == (1.65, 0)
    visit.page.locator("canvas").first.focus()
    visit.page.keyboard.down("ArrowUp")  # and walks on
    until(visit, f"window.hallgen.pose.z < {pose['z'] - 0.5}")
    visit.page.keyboard.up("ArrowUp")
    assert visit.errors == []
    assert visit.foreign == []


def test_one_jumps_where_the_arc_lands_and_not_into_what_stands_there(headset: Headset) -> None:
    visit = headset.visit
    headset.point(0, -20)
    before = visit.pose()
    headset.press(1)
    assert visit.pose()["z"] == pytest.approx(before["z"], abs=0.01)  # it only aims as yet
    headset.point(0, 10)
    headset.press(0)
    pose = visit.pose()
    assert before["z"] - pose["z"] == pytest.approx(landing(10), abs=0.1)
    assert pose["x"] - before["x"] == pytest.approx(HAND[0], abs=0.1)
    assert pose["heading"] == pytest.approx(0, abs=0.1)
    # The column at (12, 9) stands in the way of this one.
    headset.look((0, HEAD, 0), ahead=0)
    here = visit.pose()
    headset.point(0, -60, at=(12 - here["x"], 1.25, -9 - here["z"] + 0.72))
    headset.click()
    assert visit.pose()["z"] == pytest.approx(here["z"], abs=0.01)
    # A stick pushed ahead aims as well, with the hand that it belongs to.
    visit.page.evaluate("device.controllers.left.position.set(-0.15, 1.25, -0.25)")
    visit.page.evaluate("device.controllers.left.quaternion.set(0, 1, 0, 0)")  # backwards
    headset.push(0, -1)
    assert visit.pose()["z"] > here["z"] + 2
    assert visit.errors == []


def test_a_stick_turns_by_thirty_degrees_on_the_spot(headset: Headset) -> None:
    visit = headset.visit
    headset.look((0.4, HEAD, -0.3), ahead=10)
    before = visit.pose()
    for push, heading in ((1, 40), (1, 70), (-1, 40)):
        headset.push(push, 0)
        pose = visit.pose()
        assert pose["heading"] == pytest.approx(heading, abs=0.1)
        assert (pose["x"], pose["z"]) == pytest.approx((before["x"], before["z"]), abs=0.01)
    headset.look((0.4, HEAD, -1.3), ahead=10)  # a step ahead in the room
    pose = visit.pose()
    away = math.hypot(pose["x"] - before["x"], pose["z"] - before["z"])
    assert away == pytest.approx(1, abs=0.01)


def test_bare_hands_pinch_to_jump_and_to_turn(headset: Headset) -> None:
    visit = headset.visit
    visit.page.evaluate("device.primaryInputMode = 'hand'")
    headset.frames(8)
    headset.point(0, -20)
    before = visit.pose()
    headset.click()
    assert before["z"] - visit.pose()["z"] == pytest.approx(landing(-20), abs=0.15)
    # The desk lies low before the visitor; "Turn left" is its first button.
    for ahead in (0.44, 0.48, 0.52):
        if abs(visit.pose()["heading"] - 330) < 1:
            break
        headset.point_at((-0.28, 0.84, -ahead))
        headset.click()
    assert visit.pose()["heading"] == pytest.approx(330, abs=0.1)
    assert visit.errors == []


def test_a_product_is_read_about_taken_turned_and_put_away(headset: Headset) -> None:
    visit = headset.visit
    visit.go_to({"pose": {"x": 17, "y": 1.65, "z": -9.2, "heading": 0, "pitch": 0}})
    headset.frames(8)
    # The robot's arm stands on its plinth 2.3 m ahead.
    headset.point_at((0, 1.1, -2.3))
    headset.click()
    assert [detail["product"] for detail in heard(visit, "select-product")] == ["arm-6"]
    board = eyes(visit)[0]
    assert np.mean(np.all(board < 70, axis=2)) > 0.1  # its dark board is before the eyes
    # "Take in hand" is the first button in its last row.
    for down in range(4, 30, 3):
        with_model = visit.page.evaluate(
            "performance.getEntriesByName(new URL('../../../media/arm.glb.gz', location)).length"
        )
        if with_model:
            break
        headset.point_at((-0.36, HEAD - 0.12 - down / 100, -1.2))
        headset.click()
    assert with_model
    headset.frames(16)
    headset.point_at((0, HEAD - 0.28, -0.62))
    seen = [eyes(visit)[0]]
    headset.press(1)
    headset.point(-15, 5, roll=70)
    seen.append(eyes(visit)[0])
    assert _changed(*seen) > 0.03  # it moved with the hand
    headset.press(0)
    headset.point(60, 40)
    seen.append(eyes(visit)[0])
    assert _changed(*seen[1:]) < 0.015  # and stays where it was put, but for the hand's ray
    headset.point(180, -20)
    headset.click()  # whoever jumps leaves it behind
    visit.go_to({"pose": {"x": 17, "y": 1.65, "z": -9.2, "heading": 0, "pitch": 0}})
    headset.frames(4)
    assert _changed(seen[2], eyes(visit)[0]) > 0.03
    assert visit.errors == []


def test_the_desk_leads_out(headset: Headset) -> None:
    visit = headset.visit
    for ahead in (0.44, 0.48, 0.52):
        if visit.page.evaluate("!device.activeSession"):
            break
        headset.point_at((0.3, 0.84, -ahead))
        headset.click()
    until(visit, "document.querySelector('#hallgen-view > canvas') !== null")
    expect(visit.page.get_by_role("button", name="Enter VR")).to_be_visible()


def _changed(before: NDArray[np.float64], after: NDArray[np.float64]) -> float:
    """The share of pixels that look different now."""
    return float(np.mean(np.abs(before - after).max(axis=2) > 30))
