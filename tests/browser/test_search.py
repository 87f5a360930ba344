"""Visitors find exhibitors and products by what they type, on every page and in every language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]


def searching(visit: Begin, address: str, page: str, **options: object) -> tuple[Visit, Locator]:
    """A visit to a page, and the box in which one searches."""
    here = visit(address, **options)
    here.open(page)
    return here, here.page.get_by_role("searchbox")


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("zh/", "沅峤精密"),  # Chinese, in the midst of a sentence
        ("zh/exhibitors/", "精密车床"),
        ("zh/halls/4.1/", "jmcc"),  # the initials of its pinyin
        ("en/products/", "yuanqiao"),
        ("en/exhibitors/", "precison lathes yuanqiao"),  # a slip of the finger
        ("en/", "4.1-F031"),
        ("en/programme/", "4.1 f31"),
    ],
)
def test_an_exhibitor_is_found_however_one_knows_it(
    visit: Begin, sample_address: str, page: str, typed: str
) -> None:
    here, box = searching(visit, sample_address, page)
    box.fill(typed)
    expect(here.page.locator(".search-page[href*='yuanqiao-precision-lathes']")).to_be_visible()
    assert here.errors == []
    assert here.foreign == []


def test_results_are_reached_by_keys_and_left_again(visit: Begin, sample_address: str) -> None:
    here, box = searching(visit, sample_address, "en/exhibitors/")
    box.fill("laser")
    results = here.page.locator(".search-page")
    expect(results).to_have_count(9)  # the last leads to all
    expect(here.page.locator(".search").get_by_role("status")).to_have_text(
        re.compile(r"\d+ results")
    )
    box.press("ArrowDown")
    expect(results.nth(0)).to_be_focused()
    here.page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    here.page.keyboard.press("ArrowUp")
    here.page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    box.press("Escape")
    expect(results.nth(0)).to_be_hidden()
    box.fill("laser cleaning")
    expect(results.nth(0)).to_be_visible()
    expect(results.nth(0)).to_contain_text("Laser Cleaning")
    title = results.nth(0).locator(".search-title").inner_text()
    box.press("ArrowDown")
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_role("heading", level=1)).to_have_text(title)


def test_enter_and_the_last_row_lead_to_all_results(visit: Begin, sample_address: str) -> None:
    here, box = searching(visit, sample_address, "en/exhibitors/")
    box.fill("laser & co")
    box.press("Enter")
    here.page.wait_for_url("**/en/search/?q=laser+%26+co")
    here.open("en/exhibitors/")
    box.fill("laser")
    last = here.page.locator(".search-all")
    expect(last).to_contain_text("All results")
    last.click()
    here.page.wait_for_url("**/en/search/?q=laser")
    expect(here.page.get_by_role("searchbox")).to_have_value("laser")


def test_a_result_leads_to_its_booth_in_the_hall(visit: Begin, sample_address: str) -> None:
    here, box = searching(visit, sample_address, "en/")
    box.fill("yuanqiao precision lathes")
    here.page.locator(".search-walk").first.click()
    here.wait_for("window.hallgen !== undefined")
    here.page.evaluate("window.hallgen.ready")
    expect(here.page.get_by_role("dialog")).to_contain_text("Yuanqiao")


def test_what_is_not_there_is_told_and_a_phone_has_room_for_results(
    visit: Begin, sample_address: str
) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    here, box = searching(visit, sample_address, "en/exhibitors/", **phone)
    box.fill("qqqqzzzz")
    expect(here.page.locator(".search").get_by_role("status")).to_contain_text("Nothing found")
    box.fill("robot")
    expect(here.page.locator(".search-page").first).to_be_visible()
    assert here.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.slow
def test_an_index_that_does_not_come_is_told_and_asked_for_again(
    visit: Begin, sample_address: str
) -> None:
    here, box = searching(visit, sample_address, "en/exhibitors/")
    here.page.route("**/search/en**", lambda route: route.abort())
    box.fill("robot")
    expect(here.page.locator(".search").get_by_role("status")).to_contain_text("did not load")
    here.page.unroute("**/search/en**")
    box.fill("robots")
    expect(here.page.locator(".search-page").first).to_be_visible()
