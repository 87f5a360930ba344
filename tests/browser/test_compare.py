"""Products side by side: chosen anywhere, shared by a link, figures in one unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]
WIDE: dict[str, Any] = {"viewport": {"width": 1200, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def choose(page: Page, *numbers: int) -> list[str]:
    """Choose products of the list; gives their slugs."""
    toggles = page.locator(".compare-toggle")
    for number in numbers:
        toggles.nth(number).click()
        expect(toggles.nth(number)).to_have_attribute("aria-pressed", "true")
    return [toggles.nth(number).get_attribute("data-compare") or "" for number in numbers]


def products_of_one_category(page: Page) -> list[int]:
    """The first three of the list, which are of one category and so have the same facts."""
    assert page.locator(".band").first.locator(".compare-toggle").count() >= 3
    return [0, 1, 2]


def test_products_chosen_in_lists_stand_side_by_side(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, **WIDE)
    here.open("en/products/")
    slugs = choose(here.page, *products_of_one_category(here.page))
    tray = here.page.get_by_role("complementary", name="Comparison")
    expect(tray.get_by_role("status")).to_have_text("3 products")
    tray.get_by_role("link", name="Compare").click()
    heads = here.page.locator(".comparison thead th")
    expect(heads).to_have_count(3)
    assert here.page.url.endswith("?" + "&".join(f"p={slug}" for slug in slugs))
    expect(here.page.get_by_role("rowheader", name="Exhibitor")).to_be_visible()
    # A row for each fact of theirs.
    assert here.page.locator(".comparison tbody tr").count() > 4
    here.page.get_by_label("Only what differs").check()
    expect(here.page.locator(".comparison .same").first).to_be_hidden()
    heads.nth(1).get_by_role("button", name=re.compile("^Remove")).click()
    expect(heads).to_have_count(2)
    assert here.page.url.endswith(f"?p={slugs[0]}&p={slugs[2]}")
    here.open("en/products/")
    expect(tray.get_by_role("status")).to_have_text("2 products")
    assert here.errors == []
    assert here.foreign == []


def test_a_shared_list_is_shown_to_others_and_leaves_theirs(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address, **WIDE)
    here.open("en/products/")
    slugs = choose(here.page, 0, 1)
    other = visit(sample_address, **WIDE)
    other.open(f"zh/compare/?p={slugs[1]}&p={slugs[0]}&p=../../secret&p=nothing-like-it")
    expect(other.page.locator(".comparison thead th")).to_have_count(2)
    expect(other.page.get_by_role("status")).to_contain_text("1")  # one is not at the fair
    assert other.page.evaluate("localStorage.length") == 0
    other.page.locator(".languages a[lang=en]").click()
    expect(other.page.locator(".comparison thead th")).to_have_count(2)


def test_more_than_fit_are_refused_in_words(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, **WIDE)
    here.open("en/products/")
    choose(here.page, *range(6))
    seventh = here.page.locator(".compare-toggle").nth(6)
    seventh.click()
    expect(here.page.locator(".compare-tray").get_by_role("status")).to_contain_text("At most 6")
    expect(seventh).to_have_attribute("aria-pressed", "false")
    here.page.get_by_role("button", name="Clear").click()
    expect(here.page.locator(".compare-tray")).to_be_hidden()
    expect(here.page.locator("[aria-pressed=true]")).to_have_count(0)


def test_results_and_products_own_pages_have_the_button(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, **PHONE)
    here.open("en/search/?q=robot&kind=product")
    [slug] = choose(here.page, 0)
    here.open(f"en/products/{slug}/")
    toggle = here.page.locator(".head .compare-toggle")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    assert here.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    here.page.get_by_role("link", name="Compare", exact=True).click()
    expect(here.page.locator(".comparison thead th")).to_have_count(1)
    assert here.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_comparison_says_how_to_fill_it(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, **WIDE)
    here.open("en/compare/")
    expect(here.page.get_by_role("status")).to_contain_text("Nothing is chosen yet")
    expect(here.page.locator(".comparison")).to_be_hidden()
