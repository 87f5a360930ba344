"""Phones: the stick, both thumbs at once, the size of targets, notches, and no zoom of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.support.browser import Visit
from tests.viewer.conftest import enter, settle, stand, until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PORTRAIT = {"width": 390, "height": 844}
LANDSCAPE = {"width": 844, "height": 390}

#: What can be touched and is seen, with its size in CSS pixels.
TARGETS = """() => [...document.querySelectorAll('#hallgen-view *')]
  .filter((one) => one.matches('a, button, select, label, input'))
  .filter((one) => one.checkVisibility() && !one.closest('label :is(input, select)'))
  .map((one) => [one.getAttribute('aria-label') ?? one.textContent, one.getBoundingClientRect()])
  .map(([name, {width, height}]) => [name.trim(), width, height])"""


@pytest.fixture(params=[PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def phone(
    request: pytest.FixtureRequest, visit: Callable[..., Visit], small_site: str
) -> Iterator[Visit]:
    here = visit(small_site, viewport=request.param, has_touch=True, is_mobile=True)
    enter(here)
    stand(here, 12, 2)
    # Held sideways, the page's head leaves no room for all of the view.
    here.page.locator("#hallgen-view").evaluate("view => view.scrollIntoView({ block: 'end' })")
    yield here
    assert here.errors == []


def touched(visit: Visit) -> CDPSession:
    return visit.page.context.new_cdp_session(visit.page)


def touch(session: CDPSession, kind: str, **points: tuple[float, float]) -> None:
    """One event of fingers at points of the window, by number."""
    fingers = [{"x": x, "y": y, "id": int(name[1:])} for name, (x, y) in points.items()]
    session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": fingers})


def middle(visit: Visit, selector: str) -> tuple[float, float]:
    box = visit.page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_one_thumb_walks_while_the_other_looks_around(phone: Visit) -> None:
    x, y = middle(phone, ".hallgen-stick")
    look = (x + 200, y - 120)
    fingers = touched(phone)
    touch(fingers, "Start", f0=(x, y))
    touch(fingers, "Move", f0=(x, y - 44))
    until(phone, "window.hallgen.pose.z < -3")
    touch(fingers, "Start", f0=(x, y - 44), f1=look)
    for step in range(1, 6):
        touch(fingers, "Move", f0=(x, y - 44), f1=(look[0] - 10 * step, look[1]))
    until(phone, "window.hallgen.pose.heading > 8")
    heading, gone = phone.pose()["heading"], -phone.pose()["z"]
    until(phone, f"-window.hallgen.pose.z > {gone} + 0.3")
    touch(fingers, "End")
    settle(phone)
    rested = phone.pose()
    phone.page.wait_for_timeout(400)
    assert phone.pose() == rested
    assert rested["heading"] == pytest.approx(heading, abs=2.5)


def test_a_thumb_that_leaves_the_stick_lets_one_stand(phone: Visit) -> None:
    x, y = middle(phone, ".hallgen-stick")
    fingers = touched(phone)
    touch(fingers, "Start", f0=(x, y))
    touch(fingers, "Move", f0=(x + 44, y))
    until(phone, "window.hallgen.pose.x > 12.2")
    touch(fingers, "Cancel")
    settle(phone)
    assert -phone.pose()["z"] == pytest.approx(2, abs=0.05)
    knob, stick = middle(phone, ".hallgen-knob"), middle(phone, ".hallgen-stick")
    assert knob == pytest.approx(stick, abs=0.5)


def test_no_target_is_smaller_than_a_fingertip(phone: Visit) -> None:
    opened: list[Any] = []
    for name in ("Around you", "How to walk", "Settings"):
        phone.page.get_by_role("button", name=name, exact=True).click()
        opened += phone.page.evaluate(TARGETS)
    phone.page.get_by_role("button", name="Settings").click()
    phone.go_to({"booth": "B01"})
    expect(phone.page.get_by_role("dialog")).to_be_visible()
    opened += phone.page.evaluate(TARGETS)
    assert len(opened) > 40
    small = {name: (width, height) for name, width, height in opened if min(width, height) < 43.9}
    assert small == {}


def test_the_page_is_not_zoomed_by_what_steers(phone: Visit) -> None:
    action = "(name) => getComputedStyle(document.querySelector(name)).touchAction"
    assert phone.page.evaluate(action, ".hallgen-canvas") == "none"
    assert phone.page.evaluate(action, ".hallgen-stick") == "none"
    assert phone.page.evaluate(action, "#hallgen-view") == "manipulation"
    fingers = touched(phone)
    touch(fingers, "Start", f0=(150, 150), f1=(250, 150))
    for step in range(1, 8):
        touch(fingers, "Move", f0=(150 - 10 * step, 150), f1=(250 + 10 * step, 150))
    touch(fingers, "End")
    assert phone.page.evaluate("visualViewport.scale") == 1
    # Nobody is kept from making the page's text larger elsewhere.
    meta = phone.page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "user-scalable" not in meta
    assert "maximum-scale" not in meta


def test_a_view_as_large_as_the_window_keeps_clear_of_notches(phone: Visit) -> None:
    insets = {"top": 40, "left": 30, "right": 20, "bottom": 34}
    touched(phone).send("Emulation.setSafeAreaInsetsOverride", {"insets": insets})
    phone.page.get_by_role("button", name="Enlarge").click()
    wide, high = phone.page.evaluate("[innerWidth, innerHeight]")
    for part in (".hallgen-bar", ".hallgen-stick", ".hallgen-canvas"):
        box = phone.page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] >= insets["left"]
        assert box["y"] >= insets["top"]
        assert box["x"] + box["width"] <= wide - insets["right"]
        assert box["y"] + box["height"] <= high - insets["bottom"]


def test_there_is_no_stick_for_those_with_a_mouse(inside: Visit) -> None:
    expect(inside.page.locator(".hallgen-stick")).to_be_hidden()
