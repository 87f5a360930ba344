"""Visitors are led to a booth: over the floor in 3D, through the doors, and on the plans."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]


def shard(here: Visit, hall: str) -> dict[str, Any]:
    found: dict[str, Any] = here.page.request.get(f"{here.base}tiles/{hall}/hall.en.json").json()
    return found


def farthest(here: Visit, hall: str) -> dict[str, Any]:
    """The booth farthest from where visitors of a hall begin, with somebody in it."""
    known = shard(here, hall)
    start = known["start"]["x"], known["start"]["z"]
    booth: dict[str, Any] = max(
        (b for b in known["booths"] if b["exhibitors"]),
        key=lambda b: math.dist(start, (b["view"]["x"], b["view"]["z"])),
    )
    return booth


def metres(card: Locator) -> int:
    found = re.search(r"(\d+) m", card.inner_text())
    assert found is not None, card.inner_text()
    return int(found[1])


def test_a_line_on_the_floor_leads_to_a_booth(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.enter("en/halls/4.1/?quality=low")
    here.wait_for("hallgen.stats().tilesLoading === 0")
    goal = farthest(here, "4.1")
    before = here.page.evaluate("hallgen.stats().drawCalls")
    assert here.page.evaluate("booth => hallgen.goTo({ booth, by: 'way' })", goal["id"]) is True
    card = here.page.locator(".hallgen-way")
    expect(card).to_contain_text(goal["number"])
    start = here.pose()
    straight = math.dist((start["x"], start["z"]), (goal["view"]["x"], goal["view"]["z"]))
    assert straight - 5 <= metres(card) < 1.6 * straight
    expect(card).to_contain_text("min")
    expect(here.page.get_by_role("status").filter(has_text="on the floor")).to_have_count(1)
    here.wait_for(f"new URLSearchParams(location.search).get('to') === '{goal['id']}'")
    here.wait_for("hallgen.stats().tilesLoading === 0")
    assert here.page.evaluate("hallgen.stats().drawCalls") <= before + 3
    # On the way, less and less is left.
    told = metres(card)
    card.get_by_role("button", name="Walk for me").click()
    here.wait_for(f"Math.hypot(hallgen.pose.x - {start['x']}, hallgen.pose.z - {start['z']}) > 6")
    assert metres(card) < told
    expect(card.get_by_role("button", name="Stop")).to_be_visible()
    card.get_by_role("button", name="End the way").click()
    expect(card).to_be_hidden()
    here.wait_for("!new URLSearchParams(location.search).has('to')")
    assert here.errors == []


@pytest.mark.slow
def test_a_link_leads_and_who_is_there_is_told(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    goal = farthest(here, "5.1")
    here.enter(f"en/halls/5.1/?quality=low&to={goal['id']}")
    card = here.page.locator(".hallgen-way")
    expect(card).to_contain_text(goal["number"])
    # Without motion one is there at once.
    card.get_by_role("button", name="Walk for me").click()
    expect(here.page.get_by_role("dialog")).to_contain_text(goal["number"])
    expect(card).to_be_hidden()
    expect(here.page.get_by_role("status").filter(has_text="You are there")).to_have_count(1)
    pose = here.pose()
    view = goal["view"]
    assert math.dist((pose["x"], pose["z"]), (view["x"], view["z"])) < 3
    assert here.errors == []


@pytest.mark.slow
def test_the_way_goes_on_behind_doors(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    goal = farthest(here, "6.1")
    here.enter(f"en/halls/4.1/?quality=low&to={goal['id']}")
    card = here.page.locator(".hallgen-way")
    expect(card).to_contain_text("Through the door to Hall 5.1")
    assert metres(card) > 200
    card.get_by_role("button", name="Walk for me").click()
    here.wait_for("location.pathname.endsWith('/halls/6.1/')")
    here.wait_for("document.querySelector('#hallgen-view').dataset.state === 'ready'")
    expect(here.page.get_by_role("dialog")).to_contain_text(goal["number"])
    expect(here.page.locator(".hallgen-way")).to_be_hidden()
    assert here.errors == []


@pytest.mark.slow
def test_a_booth_that_is_none_and_one_that_does_not_come_are_told(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    here.enter("en/halls/4.1/?quality=low&to=Z999")
    expect(here.page.locator(".hallgen-notice")).to_contain_text("not found")
    here.page.get_by_role("button", name="Dismiss").click()
    here.page.route("**/tiles/6.1/hall.en.json", lambda route: route.abort())
    goal = farthest(here, "6.1")["id"]
    here.page.evaluate("booth => hallgen.goTo({ booth, by: 'way' })", goal)
    expect(here.page.locator(".hallgen-notice")).to_contain_text("did not load")


def ask(page: Page, to: str, gate: str | None = None) -> None:
    if gate is not None:
        page.locator(".way-form select").select_option(gate)
    page.locator(".way-form [name=to]").fill(to)
    page.get_by_role("button", name="Show the way").click()


def test_a_plan_shows_a_way_that_can_be_shared(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.open("en/map/")
    goal = farthest(here, "4.1")
    ask(here.page, goal["id"], "4.1@gate-1")
    told = here.page.locator(".way-told")
    expect(told).to_contain_text("min on foot")
    assert metres(told) > 50
    line = here.page.locator("[data-hall='4.1'] .plan .way")
    expect(line).to_have_count(1)
    drawn = line.evaluate("path => path.getTotalLength() / 20")
    assert drawn == pytest.approx(metres(told), abs=5)
    chosen = here.page.locator(f"[data-hall='4.1'] [data-booth='{goal['id']}'].here-now")
    expect(chosen).to_have_count(1)
    address = here.page.url
    assert f"way={goal['id']}" in address
    assert "from=4.1@gate-1" in address
    again = visit(sample_address)
    again.open(address.removeprefix(sample_address))
    expect(again.page.locator(".way-told")).to_have_text(told.inner_text())
    again.page.get_by_role("button", name="Remove the way").click()
    expect(again.page.locator(".plan .way")).to_have_count(0)
    assert "way=" not in again.page.url
    assert here.errors == []
    assert here.foreign == []


def test_a_plan_tells_the_stretches_of_a_way_over_halls(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.open("en/map/")
    goal = farthest(here, "6.1")
    ask(here.page, goal["id"], "4.1@gate-1")
    stretches = here.page.locator(".way-stretches li")
    expect(stretches).to_have_count(3)
    expect(stretches.nth(0)).to_contain_text("through the door to Hall 5.1")
    expect(stretches.nth(2)).to_contain_text(f"to booth {goal['number']}")
    parts = sum(metres(stretches.nth(i)) for i in range(3))
    assert parts == pytest.approx(metres(here.page.locator(".way-told")), abs=20)
    for hall in ("4.1", "5.1", "6.1"):
        expect(here.page.locator(f"[data-hall='{hall}'] .plan .way")).to_have_count(1)
    # Each leads to its hall, where the same way is drawn.
    stretches.nth(1).get_by_role("link").click()
    here.wait_for("location.pathname.endsWith('/halls/5.1/')")
    expect(here.page.locator("[data-hall='5.1'] .plan .way")).to_have_count(1)
    expect(here.page.locator(".way-form [name=to]")).to_have_value(goal["id"])


@pytest.mark.slow
def test_a_way_from_a_booth_and_one_to_nowhere(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address)
    here.open("en/map/")
    here.page.locator(".way-form select").select_option("")
    start, goal = farthest(here, "4.1"), farthest(here, "5.1")
    here.page.locator(".way-form [name=start]").fill(start["id"])
    ask(here.page, goal["id"])
    expect(here.page.locator(".way-stretches li")).to_have_count(2)
    ask(here.page, "nobody's booth")
    expect(here.page.get_by_role("status").first).to_contain_text("No booth is called")
    here.page.route("**/tiles/*/hall.en.json", lambda route: route.abort())
    here.open("en/map/")
    ask(here.page, goal["id"], "4.1@gate-1")
    expect(here.page.locator(".way-result")).to_contain_text("did not load")


def test_a_way_on_the_plan_leads_into_the_hall(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    here.open("en/map/")
    goal = farthest(here, "6.1")
    ask(here.page, goal["id"], "6.1@gate-2")
    here.page.get_by_role("link", name="Be led there in 3D").click()
    here.wait_for("window.hallgen !== undefined")
    here.page.evaluate("window.hallgen.ready")
    expect(here.page.locator(".hallgen-way")).to_contain_text(goal["number"])
