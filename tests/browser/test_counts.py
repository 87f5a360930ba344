"""Visits are counted where the organiser says so, and nobody who does not want to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from hallgen.model import Counts, CountService
from hallgen.resources import viewer
from hallgen.site import read_viewer
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.endpoint import Endpoint, endpoint
from tests.support.fairs import small_fair
from tests.support.sites import inputs_of, write_site

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]
PAGE = "en/exhibitors/yuance/"


@pytest.fixture
def counter() -> Iterator[Endpoint]:
    with endpoint() as here:
        yield here


@pytest.fixture
def address(counter: Endpoint, tmp_path: Path) -> Iterator[str]:
    """The small fair, whose organiser counts."""
    counts = Counts(service=CountService.OWN, address=counter.address, site="small")
    fair = small_fair().model_copy(update={"counts": counts})
    write_site(replace(inputs_of(fair), viewer=read_viewer(viewer())), tmp_path)
    with serving(tmp_path) as served:
        yield served


def counted(here: Visit, counter: Endpoint, number: int) -> list[str]:
    """The names of what was counted, once so much was."""
    for _ in range(100):
        if len(counter.letters) >= number:
            break
        here.page.wait_for_timeout(100)
    return [letter["name"] for letter in counter.letters]


def test_pages_and_contacts_are_counted_without_anything_about_who(
    visit: Begin, address: str, counter: Endpoint
) -> None:
    here = visit(address)
    here.open(f"{PAGE}?product=vmc-500")
    assert counted(here, counter, 1) == ["page"]
    (page,) = counter.letters
    assert page == {
        "format": 1,
        "site": "small",
        "name": "page",
        "what": "",
        "url": address + PAGE,
        "title": here.page.title(),
        "language": "en",
    }
    here.page.evaluate(
        "for (const link of document.querySelectorAll('.contact a'))"
        " link.addEventListener('click', (event) => event.preventDefault())"
    )
    here.page.locator(".contact a[href^=mailto]").click()
    assert counted(here, counter, 2) == ["page", "contact"]
    assert counter.letters[1]["what"] == "mailto"


def test_a_visitor_who_switches_it_off_is_not_counted_again(
    visit: Begin, address: str, counter: Endpoint
) -> None:
    here = visit(address)
    here.open(PAGE)
    assert counted(here, counter, 1) == ["page"]
    here.page.get_by_label("Count my visit").uncheck()
    here.open("en/exhibitors/")
    expect(here.page.get_by_label("Count my visit")).not_to_be_checked()
    here.page.wait_for_timeout(1000)
    assert len(counter.letters) == 1


def test_a_browser_that_asks_not_to_be_tracked_is_left_alone(
    visit: Begin, address: str, counter: Endpoint
) -> None:
    here = visit(address)
    here.page.add_init_script("Object.defineProperty(navigator, 'doNotTrack', { value: '1' })")
    here.open(PAGE)
    box = here.page.get_by_label("Count my visit")
    expect(box).not_to_be_checked()
    here.page.wait_for_timeout(1000)
    assert counter.letters == []
    box.check()
    here.open("en/exhibitors/")
    assert counted(here, counter, 1) == ["page"]


def test_a_fair_without_counts_offers_no_switch(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.open("en/")
    expect(here.page.locator(".counts")).to_have_count(0)
