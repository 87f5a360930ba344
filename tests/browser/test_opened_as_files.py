"""A site on a USB stick: pages open by double click, and a hall says how to be started."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 600})
    context.set_default_timeout(180_000)
    yield context.new_page()
    context.close()


def test_pages_lead_on_and_the_hall_says_how_to_start_it(
    page: Page, built: Callable[[Path], Path]
) -> None:
    site = built(ROOT / "examples" / "trade-pavilion")
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="English").click()
    assert page.url == (site / "en" / "index.html").as_uri()
    page.get_by_role("link", name="Exhibitors", exact=True).click()
    page.get_by_role("link", name="Pinewood Saws").first.click()
    expect(page.get_by_role("heading", name="Pinewood Saws")).to_be_visible()
    assert page.url.endswith("/en/exhibitors/pinewood-saws/index.html")
    # The sheet of styles is there, without a server.
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
    page.locator("a[href*='halls/3/?booth=']").first.click()
    assert page.url.endswith("/en/halls/3/index.html?booth=3-P05")
    said = page.locator(".boot-message")
    expect(said).to_contain_text("start a small web server in the folder of this fair")
    expect(said.locator("code")).to_have_text(
        ["python3 -m http.server", "py -m http.server", "hallgen serve ."]
    )
    # All of it is seen, above the hall in outline, which is walked meanwhile.
    view = page.locator("#hallgen-view").bounding_box()
    words = said.bounding_box()
    assert view is not None
    assert words is not None
    assert view["y"] <= words["y"]
    assert words["y"] + words["height"] <= view["y"] + view["height"]
    before = page.evaluate("window.hallgenBoot.eyes.z")
    page.locator(".boot-canvas").press("ArrowUp", delay=700)
    assert page.evaluate("window.hallgenBoot.eyes.z") != before
