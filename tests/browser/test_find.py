"""The page of the search: words and filters, all of it in the address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]
WIDE = {"viewport": {"width": 1200, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def finding(visit: Begin, address: str, query: str = "", **options: object) -> Visit:
    here = visit(address, **(options or WIDE))
    here.open(f"en/search/{query}")
    expect(here.page.locator(".find-status")).to_have_text(re.compile(r"\d+ results?"))
    return here


def total(page: Page) -> int:
    return int(page.locator(".find-status").inner_text().split()[0])


def choice(page: Page, facet: str, name: str) -> Locator:
    return page.locator(f"[data-facet='{facet}'] .choice", has_text=name)


def test_without_words_everything_is_there_and_more_comes_as_asked(
    visit: Begin, sample_address: str
) -> None:
    here = finding(visit, sample_address)
    results = here.page.locator(".result")
    expect(results).to_have_count(24)
    everything = total(here.page)
    here.page.get_by_role("button", name="Show more").click()
    expect(results).to_have_count(48)
    expect(results.nth(24).locator(".result-page")).to_be_focused()
    assert "shown=48" in here.page.url
    assert total(here.page) == everything
    assert here.errors == []
    assert here.foreign == []


def test_filters_narrow_count_and_are_in_the_address(visit: Begin, sample_address: str) -> None:
    here = finding(visit, sample_address, "?q=laser")
    by_words = total(here.page)
    products = choice(here.page, "kind", "Products")
    counted = int(products.locator(".choice-count").inner_text())
    assert 0 < counted < by_words
    products.click()
    expect(here.page.locator(".find-status")).to_have_text(f"{counted} results")
    assert here.page.url.endswith("?q=laser&kind=product")
    # The others of a facet still say what choosing them would add.
    others = choice(here.page, "kind", "Exhibitors")
    assert int(others.locator(".choice-count").inner_text()) > 0
    here.page.get_by_role("button", name="Remove filter: Products").click()
    expect(here.page.locator(".find-status")).to_have_text(f"{by_words} results")
    here.page.go_back()
    expect(here.page.locator(".find-status")).to_have_text(f"{counted} results")
    expect(here.page.locator(".chip")).to_have_count(1)
    here.page.go_back()
    expect(here.page.locator(".find-status")).to_have_text(f"{by_words} results")
    expect(here.page.get_by_role("searchbox")).to_have_value("laser")


def test_a_shared_address_shows_the_same_in_another_language(
    visit: Begin, sample_address: str
) -> None:
    query = "?q=laser&kind=product&zone=laser&letter=Zz"
    here = finding(visit, sample_address, query)
    expect(here.page.locator(".chip:not(.chip-all)")).to_have_count(2)
    found = total(here.page)
    here.page.locator(".languages a[lang=zh]").click()
    expect(here.page.locator(".find-status")).to_contain_text(str(found))
    assert "kind=product" in here.page.url


def test_what_finds_nothing_says_what_to_loosen(visit: Begin, sample_address: str) -> None:
    here = finding(visit, sample_address, "?q=lathes+qqqqzzzz&kind=product")
    expect(here.page.locator(".find-status")).to_have_text("0 results")
    here.page.get_by_role("button", name=re.compile("Without “qqqqzzzz”: \\d+")).click()
    expect(here.page.locator(".result").first).to_be_visible()
    expect(here.page.get_by_role("searchbox")).to_have_value("lathes")
    here.open("en/search/?q=laser&zone=energy&country=germany&letter=Q")
    here.page.get_by_role("button", name=re.compile("Without “Filters”: \\d+")).click()
    expect(here.page.locator(".chip")).to_have_count(0)
    here.open("en/search/?q=qqqqzzzz")
    expect(here.page.locator(".find-advice")).to_contain_text("No word of this is known")
    expect(here.page.locator(".find-lists a").first).to_be_visible()


def test_arrows_lead_through_the_results(visit: Begin, sample_address: str) -> None:
    here = finding(visit, sample_address, "?q=robot")
    box = here.page.get_by_role("searchbox")
    box.press("ArrowDown")
    expect(here.page.locator(".result-page").nth(0)).to_be_focused()
    here.page.keyboard.press("ArrowDown")
    expect(here.page.locator(".result-page").nth(1)).to_be_focused()
    here.page.keyboard.press("ArrowUp")
    here.page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()


def test_typing_is_one_step_back(visit: Begin, sample_address: str) -> None:
    here = finding(visit, sample_address, "?kind=exhibitor")
    everybody = total(here.page)
    box = here.page.get_by_role("searchbox")
    box.press_sequentially("laser", delay=90)
    here.page.wait_for_url("**q=laser*")
    here.page.go_back()
    expect(here.page.locator(".find-status")).to_have_text(f"{everybody} results")
    expect(box).to_have_value("")


def test_on_phones_filters_are_a_sheet(visit: Begin, sample_address: str) -> None:
    here = finding(visit, sample_address, "?q=robot", **PHONE)
    assert here.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    here.page.get_by_role("button", name="Filters").click()
    sheet = here.page.get_by_role("dialog", name="Filters")
    choice(here.page, "kind", "Exhibitors").click()
    show = sheet.get_by_role("button", name=re.compile(r"Show \d+ results?"))
    expect(show).to_be_visible()
    show.click()
    expect(sheet).to_be_hidden()
    expect(here.page.get_by_role("button", name="Filters (1)")).to_be_focused()
    expect(here.page.locator(".result-kind").first).to_have_text("Exhibitor")


def test_without_scripts_the_page_leads_to_the_lists(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, java_script_enabled=False)
    here.open("en/search/")
    expect(here.page.locator(".find-lists")).to_contain_text("needs JavaScript")
    expect(here.page.locator(".find-lists a", has_text="Products")).to_be_visible()
    expect(here.page.locator(".find-form")).to_be_hidden()
