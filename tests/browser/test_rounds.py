"""Led from a search, and through a whole list from booth to booth."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.test_ten_taps import site as site  # the same small fair
from tests.conftest import serving
from tests.support.browser import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Begin = Callable[..., Visit]


def test_a_result_leads_there_from_where_one_stands(visit: Begin, site: Path) -> None:
    with serving(site) as address:
        here = visit(address)
        here.enter("en/halls/1/")
        before = here.pose()
        here.page.get_by_role("searchbox").fill("robot")
        row = here.page.locator(".search-list li", has_text="Six-axis robot")
        expect(row.get_by_role("link", name="See in 3D")).to_be_visible()
        row.get_by_role("link", name="Take me there").click()
        expect(here.page.locator(".hallgen-way")).to_contain_text("B01")
        here.wait_for("location.search.includes('to=1-B01')")
        after = here.pose()
        assert (after["x"], after["z"]) == (before["x"], before["z"])
        assert here.errors == []


def test_a_list_is_walked_in_order_from_booth_to_booth(visit: Begin, site: Path) -> None:
    with serving(site) as address:
        here = visit(address, reduced_motion="reduce")
        saved = ("sample-machines", "northlight", "coast-robotics")
        here.open(f"en/shortlist/#list={','.join(f'exhibitors/{one}/' for one in saved)}")
        here.page.get_by_role("button", name="Add all to my list").click()
        here.page.get_by_role("button", name="Walk in best order").click()
        stops = here.page.locator(".tour-stop strong")
        expect(stops).to_have_count(3)
        numbers = stops.all_text_contents()
        assert sorted(numbers) == ["A01", "A02", "B01"]
        here.page.get_by_role("link", name="Start the walk in 3D").click()
        here.wait_for("window.hallgen !== undefined")
        here.page.evaluate("window.hallgen.ready")
        way = here.page.locator(".hallgen-way")
        for number in numbers:
            expect(way).to_contain_text(number)
            way.get_by_role("button", name="Walk for me").click()
        expect(way).to_be_hidden()
        expect(here.page).not_to_have_url(re.compile("route"))
        assert here.errors == []
