"""Pages in a real browser: nothing sticks out, nothing is refused, and a missing viewer is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from hallgen.resources import viewer
from hallgen.site import read_viewer
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, write_site

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

KINDS = (
    "",
    "en/",
    "zh/map/",
    "en/exhibitors/",
    "en/exhibitors/yuance/",
    "en/exhibitors/abb/",
    "zh/products/",
    "en/products/vmc-500/",
    "zh/programme/",
    "en/worth-seeing/",
    "404.html",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small fair's site, with the true start of a viewer that does nothing."""
    site: Path = tmp_path_factory.mktemp("small")
    inputs = inputs_of(small_fair())
    started = replace(inputs, viewer=replace(inputs.viewer, boot=read_viewer(viewer()).boot))
    write_site(started, site)
    with serving(site) as served:
        yield served


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_of_a_phone_and_nothing_is_refused(
    visit: Begin, address: str, scheme: str
) -> None:
    begun = visit(address, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for kind in KINDS:
        begun.open(kind)
        wide = begun.page.evaluate("document.documentElement.scrollWidth")
        assert wide == 390, kind
    # The pictures of this site are no pictures; a browser may say so. All else is a fault.
    assert [error for error in begun.errors if "media/" not in error] == []
    assert begun.foreign == []


def test_the_start_fetches_the_viewer_and_leaves_the_view_to_it(visit: Begin, address: str) -> None:
    begun = visit(address)
    begun.open("en/halls/1/")
    view = begun.page.locator("#hallgen-view")
    expect(view).to_be_visible()
    expect(view.locator(".boot")).to_have_count(0)
    assert begun.errors == []


@pytest.mark.slow
def test_a_viewer_that_does_not_come_is_told_and_the_plan_is_there(
    visit: Begin, address: str
) -> None:
    begun = visit(address)

    def missing(route: Route) -> None:
        route.fulfill(status=503, body="")

    begun.page.route("**/viewer/shared.js", missing)
    begun.open("en/halls/1/")
    message = begun.page.locator("#hallgen-view .boot-message")
    expect(message).to_contain_text("could not be loaded")
    begun.page.get_by_role("link", name="A01 · Yuance CNC, Dingchuan Gear").click()
    expect(begun.page.get_by_role("heading", level=1)).to_have_text("Yuance CNC")


def test_a_photos_place_is_kept_and_blurred_until_it_has_come(visit: Begin, address: str) -> None:
    begun = visit(address, viewport={"width": 1100, "height": 800})
    begun.page.route("**/media/**", lambda route: None)  # never comes
    begun.page.goto(f"{address}en/products/vmc-500/", wait_until="domcontentloaded")
    begun.wait_for("[...document.querySelectorAll('link[rel=stylesheet]')].every((l) => l.sheet)")
    shown = begun.page.locator(".gallery > img").last.bounding_box()
    assert shown is not None
    assert (shown["width"], shown["height"]) == (400, 250)
    assert begun.page.locator(".gallery > img.blur").bounding_box() == shown
    assert [error for error in begun.errors if "Content Security" in error] == []


def test_a_page_can_be_read_with_the_keyboard(visit: Begin, address: str) -> None:
    begun = visit(address)
    begun.open("en/exhibitors/")
    begun.page.keyboard.press("Tab")
    expect(begun.page.get_by_role("link", name="Skip to content")).to_be_focused()
    begun.page.keyboard.press("Enter")
    expect(begun.page.locator("main")).to_be_focused()
