"""Halls are entered through their doors: another hall's page takes this one's place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

#: The sample's hall 4.1 is 108 m wide and 72 m deep; in the middle of its east side is a door to
#: hall 5.1, and in the west side of that the way back.
BEFORE = {"x": 104.5, "y": 1.65, "z": -36, "heading": 90, "pitch": 0}


def wait_for_hall(here: Visit, hall: str) -> None:
    here.wait_for(f"location.pathname.endsWith('/halls/{hall}/')")
    here.wait_for(f"document.title.includes('Hall {hall}')")
    here.wait_for("document.querySelector('#hallgen-view').dataset.state === 'ready'")
    here.page.evaluate("window.hallgen.ready")


def test_one_walks_from_hall_to_hall_without_a_page_load(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    here.enter("en/halls/4.1/?quality=low")
    here.page.evaluate("window.loaded = 1; hallgen.on('enter-booth', () => window.loaded++)")
    here.page.evaluate("window.view = document.querySelector('#hallgen-view')")
    here.go_to({"pose": BEFORE})
    sign = here.page.locator(".hallgen-door")
    expect(sign).to_contain_text("Hall 5.1")
    here.page.locator(".hallgen-canvas").focus()
    here.page.keyboard.down("KeyW")
    here.wait_for("location.pathname.endsWith('/halls/5.1/')")
    here.page.keyboard.up("KeyW")
    wait_for_hall(here, "5.1")
    # The same document, in which all else is the other hall's.
    assert here.page.evaluate("window.loaded >= 1")
    assert here.page.evaluate("window.view === document.querySelector('#hallgen-view')")
    expect(here.page.get_by_role("heading", level=1)).to_contain_text("Hall 5.1")
    assert "5.1" in here.page.title()
    assert here.page.locator("[hreflang=zh]").first.get_attribute("href") is not None
    expect(here.page.locator("canvas")).to_have_count(1)
    assert here.page.evaluate("window.hallgen.stats().quality") == "low"
    expect(here.page.get_by_role("searchbox")).to_be_visible()
    pose = here.pose()
    assert (pose["x"], pose["z"]) == (pytest.approx(3, abs=3), pytest.approx(-33, abs=3))
    assert pose["heading"] == pytest.approx(90, abs=1)
    # And back, as browsers go back.
    here.page.go_back()
    wait_for_hall(here, "4.1")
    assert here.page.evaluate("window.loaded >= 1")
    assert here.pose()["x"] == pytest.approx(BEFORE["x"], abs=4)
    assert here.errors == []


@pytest.mark.slow
def test_a_sign_leads_through_as_well_and_a_hall_that_comes_late_is_told(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    here.page.route("**/halls/5.1/**", lambda route: route.abort())
    here.enter("en/halls/4.1/?quality=low")
    here.go_to({"pose": BEFORE})
    sign = here.page.locator(".hallgen-door")
    sign.click()
    expect(here.page.locator(".hallgen-notice")).to_contain_text("comes as soon as it can")
    assert here.pose()["x"] == BEFORE["x"]
    # It is asked for again, and one goes through when it comes.
    here.page.unroute("**/halls/5.1/**")
    wait_for_hall(here, "5.1")
