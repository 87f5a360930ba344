"""Stepping into a panorama: from a booth's mark, from a panel; looking around; and out again."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Route, expect

from tests.support.browser import Visit
from tests.viewer.conftest import enter, stand
from tests.viewer.test_stage import changed_shard

pytestmark = pytest.mark.browser

#: The colour of each face.
COLORS = {
    "f": (220, 30, 30),
    "r": (30, 200, 40),
    "b": (40, 60, 220),
    "l": (220, 210, 30),
    "u": (240, 240, 240),
    "d": (20, 20, 20),
}
#: Hangs before a visitor at (17, 8) of the plan who looks north.
EXPERIENCE = {
    "booth": "1-B01",
    "exhibitor": "dingchuan",
    "product": "arm-6",
    "name": "Robot arm 6",
    "position": [17, 1.65, -10.0],
    "panorama": {"folder": "media/room", "sizes": [512, 1024], "heading": 90},
}


def with_panorama(visit: Visit, missing: tuple[str, ...] = ()) -> list[str]:
    """Give the hall a panorama; the addresses of faces that were asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        size, letter = route.request.url.removesuffix(".webp").split("/")[-2:]
        asked.append(f"{size}/{letter}")
        if size in missing:
            route.fulfill(status=404)
            return
        data = io.BytesIO()
        Image.new("RGB", (int(size), int(size)), COLORS[letter]).save(data, "WEBP")
        route.fulfill(body=data.getvalue(), content_type="image/webp")

    visit.page.route("**/media/room/**", answer)
    changed_shard(visit, experiences=[EXPERIENCE])
    return asked


def seen(visit: Visit) -> str:
    """The face in the middle of the panorama."""
    visit.page.wait_for_timeout(250)
    data = visit.page.locator(".hallgen-panorama-canvas").screenshot()
    shot = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), float)
    middle = shot[shot.shape[0] // 2, shot.shape[1] // 2]
    return min(COLORS, key=lambda letter: float(np.abs(middle - COLORS[letter]).sum()))


def ready(visit: Visit) -> None:
    expect(visit.page.locator(".hallgen-panorama[data-ready]")).to_be_visible()


def press(visit: Visit, key: str, times: int) -> None:
    for _ in range(times):
        visit.page.keyboard.press(key)


@pytest.mark.slow
def test_from_the_mark_in_the_booth_and_back(here: Visit) -> None:
    asked = with_panorama(here)
    enter(here, "?at=2,-2,180")
    assert asked == []
    stand(here, 17, 8)
    here.page.locator("canvas").first.click(position={"x": 400, "y": 225})
    ready(here)
    dialog = here.page.get_by_role("dialog", name="Robot arm 6")
    expect(dialog.locator("canvas")).to_be_focused()
    pose = here.pose()
    assert seen(here) == "r"  # the heading to begin with
    press(here, "ArrowLeft", 15)
    assert seen(here) == "f"
    press(here, "ArrowLeft", 15)
    assert seen(here) == "l"
    press(here, "ArrowLeft", 15)
    assert seen(here) == "b"
    press(here, "ArrowUp", 14)
    assert seen(here) == "u"
    press(here, "ArrowDown", 28)
    assert seen(here) == "d"
    assert here.pose() == pose  # the hall behind did not walk
    here.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(here.page.locator("canvas").first).to_be_focused()
    assert {face.split("/")[1] for face in asked} == set(COLORS)
    assert here.errors == []


def test_from_the_products_panel_by_keyboard_and_by_hand(here: Visit) -> None:
    with_panorama(here)
    enter(here, "?product=arm-6")
    door = here.page.get_by_role("button", name="Look around")
    door.focus()
    here.page.keyboard.press("Enter")
    ready(here)
    assert seen(here) == "r"
    for _ in range(2):
        here.page.mouse.move(200, 240)
        here.page.mouse.down()
        here.page.mouse.move(470, 240, steps=4)
        here.page.mouse.up()
    assert seen(here) == "f"
    here.page.get_by_role("button", name="Close").last.click()
    expect(here.page.locator(".hallgen-panorama")).to_have_count(0)
    expect(door).to_be_focused()
    assert here.errors == []


@pytest.mark.slow
def test_one_that_does_not_come_is_told_and_left(here: Visit) -> None:
    with_panorama(here, missing=("512",))
    enter(here, "?product=arm-6")
    here.page.get_by_role("button", name="Look around").click()
    expect(here.page.locator(".hallgen-panorama")).to_have_count(0)
    expect(
        here.page.get_by_role("alert").or_(here.page.get_by_role("status")).first
    ).to_be_visible()


@pytest.mark.slow
def test_a_finger_on_a_phone(visit: Callable[..., Visit], small_site: str) -> None:
    options: dict[str, Any] = {"viewport": {"width": 390, "height": 700}, "has_touch": True}
    phone = visit(small_site, **options)
    asked = with_panorama(phone)
    enter(phone, "?product=arm-6")
    phone.page.get_by_role("button", name="Look around").click()
    ready(phone)
    assert seen(phone) == "r"
    session = phone.page.context.new_cdp_session(phone.page)
    for kind, x in (("touchStart", 60), ("touchMove", 200), ("touchMove", 380), ("touchEnd", 0)):
        points = [] if kind == "touchEnd" else [{"x": x, "y": 350}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    press(phone, "ArrowLeft", 5)
    assert seen(phone) == "f"
    assert any(face.startswith("512/") for face in asked)
    assert phone.errors == []
