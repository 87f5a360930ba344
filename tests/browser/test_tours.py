"""Hot spots and tours in a real browser: read as pages, walked in 3D, from hall to hall."""

from __future__ import annotations

import io
import json
import math
import struct
import wave
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.browser import Visit
from tests.support.shards import Shard, read_shard

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

TOUR = "first-hour"
#: How its stops are spread over the halls.
HALLS = ["4.1"] * 4 + ["5.1"] * 2 + ["6.1"] * 2

LISTEN = """() => {
    window.steps = [];
    window.hallgen.on("tour-step", ({ step }) => window.steps.push(step));
}"""


@pytest.fixture
def shard(sample_site: Path) -> Shard:
    return read_shard(sample_site, "4.1", "en")


def stops(shard: Shard) -> list[Shard]:
    (trail,) = [trail for trail in shard["trails"] if trail["id"] == TOUR]
    return list(trail["stops"])


def asked(page: Page) -> dict[str, str]:
    return {key: found[0] for key, found in parse_qs(urlsplit(page.url).query).items()}


def stands_at(visit: Visit, view: Shard) -> bool:
    pose = visit.pose()
    return math.hypot(pose["x"] - view["x"], pose["z"] - view["z"]) < 0.6


def test_what_is_worth_seeing_is_read_without_javascript(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, java_script_enabled=False)
    here.open("en/")
    here.page.get_by_role("link", name="All that is worth seeing").click()
    expect(here.page.get_by_role("heading", level=1)).to_have_text("Worth seeing")
    expect(here.page.locator(".trail-card")).to_have_count(5)
    here.page.get_by_role("link", name="The first hour").click()
    expect(here.page.locator("ol.stops > li")).to_have_count(len(HALLS))
    expect(here.page.locator("ol.stops > li").first).to_contain_text("Welcome to Wanghai")
    here.page.get_by_role("link", name="Electric skateboard chassis CHI-EV58", exact=True).click()
    part = here.page.get_by_role("link", name="The first hour")
    expect(part).to_have_attribute("href", "../../../en/worth-seeing/first-hour/#stop-7")
    assert here.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_phone(visit: Begin, sample_address: str, scheme: str) -> None:
    here = visit(sample_address, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for path in ("zh/worth-seeing/", "en/worth-seeing/", f"en/worth-seeing/{TOUR}/", "en/map/"):
        here.open(path)
        assert here.page.evaluate("document.documentElement.scrollWidth") == 390, path
    assert here.errors == []


def test_a_link_leads_to_a_stop_and_buttons_from_stop_to_stop(
    visit: Begin, sample_address: str, shard: Shard
) -> None:
    """By keyboard, with motion reduced, so that walks are jumps."""
    here = visit(sample_address, reduced_motion="reduce")
    here.enter(f"en/halls/4.1/?tour={TOUR}&stop=2")
    here.page.evaluate(LISTEN)
    card = here.page.get_by_role("region", name="Guided tour: The first hour")
    expect(card.get_by_role("heading")).to_have_text(stops(shard)[1]["name"])
    expect(card).to_contain_text("2 of 8")
    expect(here.page.get_by_role("dialog")).to_be_hidden()
    assert stands_at(here, stops(shard)[1]["view"])
    after = card.get_by_role("button", name="Next stop")
    after.focus()
    here.page.keyboard.press("Enter")
    expect(card).to_contain_text("3 of 8")
    here.wait_for("location.search.includes('stop=3')")
    card.get_by_role("button", name="Previous stop").press("Enter")
    expect(card).to_contain_text("2 of 8")
    assert here.page.evaluate("window.steps") == [3, 2]
    card.get_by_role("button", name="Details").press("Enter")
    expect(here.page.get_by_role("dialog")).to_contain_text(stops(shard)[1]["name"])
    here.page.get_by_role("dialog").press("Escape")
    card.get_by_role("button", name="Leave the tour").press("Enter")
    expect(card).to_be_hidden()
    here.wait_for("!location.search.includes('tour')")
    assert here.errors == []


@pytest.mark.slow
def test_a_tour_walks_by_itself_and_pauses_where_the_visitor_goes_another_way(
    visit: Begin, sample_address: str, shard: Shard
) -> None:
    here = visit(sample_address)
    here.enter(f"en/halls/4.1/?tour={TOUR}&stop=1")
    here.page.evaluate(LISTEN)
    card = here.page.get_by_role("region", name="Guided tour")
    card.get_by_role("button", name="Play").click()
    here.wait_for("window.steps.includes(2)")
    before = here.pose()
    here.wait_for(f"Math.abs(window.hallgen.pose.x - {before['x']}) > 1")
    expect(card.get_by_role("button", name="Pause")).to_be_visible()
    here.page.locator("#hallgen-view .hallgen-canvas").press("KeyS", delay=300)
    expect(card.get_by_role("button", name="Play")).to_be_visible()
    assert not stands_at(here, stops(shard)[1]["view"])
    assert here.errors == []


@pytest.mark.slow
def test_a_tour_goes_on_in_the_next_hall(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce")
    here.enter(f"en/halls/4.1/?tour={TOUR}&stop=4")
    here.page.evaluate(LISTEN)
    here.page.get_by_role("button", name="Next stop").click()
    here.page.wait_for_url("**/en/halls/5.1/**")
    here.page.evaluate("window.hallgen.ready")
    card = here.page.get_by_role("region", name="Guided tour: The first hour")
    expect(card).to_contain_text("5 of 8")
    assert here.page.evaluate("window.steps") == [5]  # the same window: nothing was loaded anew
    assert asked(here.page) | {"at": ""} == {"tour": TOUR, "stop": "5", "at": ""}
    there = read_stop(here, 5)
    assert stands_at(here, there["view"])
    assert here.errors == []


def read_stop(here: Visit, number: int) -> Shard:
    hall = HALLS[number - 1]
    shard: Shard = here.page.evaluate(
        f"fetch('{here.base}tiles/{hall}/hall.en.json').then((found) => found.json())"
    )
    return stops(shard)[number - 1]


@pytest.mark.slow
def test_a_sign_on_the_floor_says_which_trail_stops_there(
    visit: Begin, sample_address: str, shard: Shard
) -> None:
    mark = next(mark for mark in shard["marks"] if mark["booth"] == "4.1-F005")
    booth = next(booth for booth in shard["booths"] if booth["id"] == mark["booth"])
    view = booth["view"]
    ahead = math.hypot(mark["spot"][0] - view["x"], mark["spot"][1] - view["z"])
    here = visit(sample_address, reduced_motion="reduce")
    here.enter("en/halls/4.1/")
    pitch = math.degrees(math.atan2(2.35 - view["y"], ahead))
    here.go_to({"pose": {**view, "pitch": pitch}})
    here.page.wait_for_timeout(1000)
    canvas = here.page.locator("#hallgen-view .hallgen-canvas")
    box = canvas.bounding_box()
    assert box is not None
    canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    panel = here.page.get_by_role("dialog", name="Worth seeing here")
    expect(panel).to_contain_text("Between two micrometres")
    expect(panel).to_contain_text("Stop 1 of 5")
    panel.get_by_role("button", name="Follow it from here").first.click()
    card = here.page.get_by_role("region", name="Guided tour: Between two micrometres")
    expect(card).to_contain_text("1 of 5")
    expect(card.get_by_role("button", name="Pause")).to_be_focused()
    assert here.errors == []


@pytest.mark.slow
def test_a_voice_is_heard_with_captions_and_then_the_tour_goes_on(
    visit: Begin, sample_address: str
) -> None:
    """The sample's guide has no voice: this one gets half a second of silence."""
    here = visit(sample_address, reduced_motion="reduce")

    def narrated(route: Route) -> None:
        shard = json.loads(route.fetch().body())
        said = {"sound": "media/voice.wav", "captions": "media/voice.vtt"}
        stops(shard)[1]["narration"] = said
        route.fulfill(json=shard)

    cues = "WEBVTT\n\n00:00.000 --> 00:00.900\nThe one that <b>everybody</b> asks for.\n"
    here.page.route("**/tiles/4.1/hall.en.json", narrated)
    here.page.route(
        "**/media/voice.wav", lambda route: route.fulfill(body=silence(), content_type="audio/wav")
    )
    here.page.route(
        "**/media/voice.vtt", lambda route: route.fulfill(body=cues, content_type="text/vtt")
    )
    here.enter(f"en/halls/4.1/?tour={TOUR}&stop=2")
    here.page.evaluate(LISTEN)
    here.page.get_by_role("button", name="Play").click()
    expect(here.page.get_by_text("The one that everybody asks for.")).to_be_visible()
    here.wait_for("window.steps.includes(3)")
    assert here.errors == []


def silence(seconds: float = 1) -> bytes:
    """A WAV."""
    written = io.BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(struct.pack("<h", 0) * round(8000 * seconds))
    return written.getvalue()
