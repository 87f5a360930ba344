"""The stage: tiers and settings, people, the floor's reflection, the hall's picture and light."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Route, expect

from tests.support.browser import Visit
from tests.viewer.conftest import SIZE, enter, stand, until
from tests.viewer.hall import DEPTH, HEIGHT, WIDTH

pytestmark = pytest.mark.browser

PROBE = {
    "picture": "media/probe.webp",
    "range": 16,
    "low": [0, 0, -DEPTH],
    "high": [WIDTH, HEIGHT, 0],
}


def stats(visit: Visit) -> dict[str, Any]:
    found: dict[str, Any] = visit.page.evaluate("window.hallgen.stats()")
    return found


def changed_shard(visit: Visit, **fields: Any) -> None:
    """Give the hall's data further fields."""

    def answer(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), **fields})

    visit.page.route("**/hall.en.json", answer)


def webp(pixels: np.ndarray[Any, Any]) -> bytes:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "WEBP", lossless=True)
    return data.getvalue()


def mean_color(visit: Visit) -> np.ndarray[Any, Any]:
    """The middle of what is drawn, 0 to 255."""
    shot = Image.open(io.BytesIO(visit.page.locator("canvas").screenshot())).convert("RGB")
    across, down = shot.size
    middle = shot.crop((across // 4, down // 4, across * 3 // 4, down * 3 // 4))
    return np.asarray(middle, np.float64).mean((0, 1))


@pytest.mark.slow
def test_software_begins_with_little_and_an_address_asks_for_more(
    visit: Callable[..., Visit], small_site: str
) -> None:
    plain, asked = (visit(small_site, viewport=SIZE) for _ in range(2))
    enter(plain)
    assert stats(plain)["quality"] == "low"
    assert stats(plain)["reflections"] == 0
    enter(asked, "?quality=high")
    assert stats(asked)["quality"] == "high"
    assert stats(asked)["reflections"] > 0
    calls = stats(plain)["drawCalls"]
    assert calls < stats(asked)["drawCalls"] <= 2 * (calls + 1)
    assert stats(asked)["textureBytes"] > stats(plain)["textureBytes"]
    assert plain.errors == asked.errors == []


@pytest.mark.slow
def test_the_floor_is_mirrored_only_when_the_view_changes(here: Visit) -> None:
    enter(here, "?quality=high")
    stand(here, 12, 4)
    here.page.wait_for_timeout(700)
    before = stats(here)["reflections"]
    here.page.wait_for_timeout(700)
    assert stats(here)["reflections"] == before
    stand(here, 12, 5)
    assert stats(here)["reflections"] > before


@pytest.mark.slow
def test_settings_are_made_with_the_keyboard_and_kept(here: Visit) -> None:
    enter(here)
    toggle = here.page.get_by_role("button", name="Settings")
    toggle.focus()
    here.page.keyboard.press("Enter")
    sheet = here.page.get_by_role("region", name="Settings")
    expect(sheet).to_be_focused()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    here.page.keyboard.press("Tab")
    automatic = sheet.get_by_role("radio", name="Automatic (Low)")
    expect(automatic).to_be_focused()
    expect(automatic).to_be_checked()
    expect(sheet.get_by_role("group", name="Picture quality")).to_be_visible()
    here.page.keyboard.press("ArrowDown")
    here.page.keyboard.press("ArrowDown")
    expect(sheet.get_by_role("radio", name="Medium", exact=True)).to_be_checked()
    until(here, "window.hallgen.stats().reflections > 0")
    assert stats(here)["quality"] == "medium"
    here.page.keyboard.press("Tab")
    expect(sheet.get_by_role("checkbox", name="Show people")).to_be_focused()
    for _ in range(6):
        here.page.keyboard.press("Tab")
    expect(sheet.get_by_role("checkbox", name="Letter keys")).to_be_focused()
    here.page.keyboard.press("Tab")
    expect(sheet.get_by_role("button", name="Close")).to_be_focused()
    here.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(toggle).to_be_focused()
    enter(here)
    assert stats(here)["quality"] == "medium"
    assert here.errors == []


def test_help_and_settings_are_not_open_at_once(inside: Visit) -> None:
    inside.page.get_by_role("button", name="Settings").click()
    inside.page.get_by_role("button", name="How to walk").click()
    expect(inside.page.get_by_role("region", name="Settings")).to_be_hidden()
    expect(inside.page.get_by_role("region", name="How to walk")).to_be_visible()


def test_people_come_and_go(inside: Visit) -> None:
    stand(inside, 10, 2)
    without = stats(inside)["drawCalls"]
    inside.page.get_by_role("button", name="Settings").click()
    people = inside.page.get_by_role("checkbox", name="Show people")
    expect(people).not_to_be_checked()
    people.check()
    until(inside, f"window.hallgen.stats().drawCalls === {without + 1}")
    people.uncheck()
    until(inside, f"window.hallgen.stats().drawCalls === {without}")


def test_the_picture_of_the_hall_is_there_until_the_hall_is(here: Visit) -> None:
    waiting: list[Route] = []
    here.page.route("**/hall.glb.gz", lambda route: waiting.append(route))
    here.open("en/halls/seen/")
    still = here.page.get_by_alt_text("Hall 1 on entering")
    expect(here.page.locator(".hallgen-poster-label")).to_contain_text("parts")
    expect(still).to_be_visible()
    expect(here.page.locator(".hallgen-poster-plan")).to_have_count(0)
    box = still.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (SIZE["width"], SIZE["height"])
    while not waiting:
        here.page.wait_for_timeout(50)
    for route in waiting:
        route.continue_()
    here.page.evaluate("window.hallgen.ready")
    expect(still).to_have_count(0)
    assert here.errors == []


@pytest.mark.slow
def test_metal_mirrors_the_light_of_this_hall(visit: Callable[..., Visit], small_site: str) -> None:
    """A probe whose every direction is one colour tints what is drawn."""
    coded = np.sqrt(np.array([0.02, 0.9, 0.05]) / PROBE["range"])
    picture = webp(np.broadcast_to((coded * 255).round().astype(np.uint8), (128, 256, 3)).copy())
    plain, green = (visit(small_site, viewport=SIZE) for _ in range(2))
    changed_shard(green, probe=PROBE)
    green.page.route("**/media/probe.webp", lambda route: route.fulfill(body=picture))
    for each in (plain, green):
        enter(each)
        stand(each, 12, 4)
    until(green, "performance.getEntriesByName(new URL('/media/probe.webp', location.href)).length")
    green.page.wait_for_timeout(500)
    share = [color[1] / color.sum() for color in map(mean_color, (plain, green))]
    assert share[1] > share[0] + 0.04
    assert green.errors == []


def test_without_the_picture_of_its_light_the_hall_is_lit_all_the_same(here: Visit) -> None:
    changed_shard(here, probe=PROBE)
    here.page.route("**/media/probe.webp", lambda route: route.fulfill(body=b"no picture"))
    enter(here)
    expect(here.page.locator(".hallgen-notice")).to_contain_text("could not be loaded")
    stand(here, 12, 4)
    assert mean_color(here).mean() > 40


@pytest.fixture
def film(here: Visit) -> bytes:
    """A second of red, as the browser itself records it."""
    here.open("page.css")
    recorded: list[int] = here.page.evaluate(
        """async () => {
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 64;
            const brush = canvas.getContext('2d');
            const stream = canvas.captureStream(20);
            const recorder = new MediaRecorder(stream, {mimeType: 'video/webm;codecs=vp8'});
            const parts = [];
            recorder.ondataavailable = ({data}) => parts.push(data);
            const paint = setInterval(() => {
                brush.fillStyle = `rgb(${250 + Math.random() * 5}, 0, 0)`;
                brush.fillRect(0, 0, 64, 64);
            }, 40);
            recorder.start();
            await new Promise((resolve) => setTimeout(resolve, 1000));
            const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
            recorder.stop();
            await stopped;
            clearInterval(paint);
            return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
        }"""
    )
    here.errors.clear()  # of a bare file's page, which has no icon
    return bytes(recorded)


#: Fills most of the view of a visitor at (17, 8) of the plan who looks north.
SCREEN = {
    "booth": "1-B01",
    "video": "media/film.webm",
    "corner": [14, 0, -11],
    "along": [6, 0, 0],
    "up": [0, 3.4, 0],
}


def played(visit: Visit, film: bytes) -> list[str]:
    """Serve the film, and record that it was asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=film, content_type="video/webm")

    visit.page.route("**/media/film.webm", answer)
    changed_shard(visit, screens=[SCREEN])
    return asked


def is_red(visit: Visit) -> bool:
    """Whether the film is seen: as bright as a screen is, red turns a little white."""
    red, green, blue = mean_color(visit)
    return bool(red > 180 and red - max(green, blue) > 60)


def test_a_screen_plays_when_somebody_is_near(here: Visit, film: bytes) -> None:
    assert len(film) < 50_000
    asked = played(here, film)
    enter(here, "?at=2,-2,180")
    assert asked == []
    stand(here, 17, 8)
    for _ in range(100):
        if is_red(here):
            break
        here.page.wait_for_timeout(100)
    assert is_red(here)
    assert here.page.evaluate("window.hallgen.stats().reflections") == 0
    stand(here, 17, 4, 180)
    stand(here, 2, 2)
    assert not is_red(here)
    assert here.errors == []


@pytest.mark.slow
def test_less_motion_means_that_nothing_plays(
    visit: Callable[..., Visit], small_site: str, film: bytes
) -> None:
    calm = visit(small_site, viewport=SIZE, reduced_motion="reduce")
    asked = played(calm, film)
    enter(calm)
    stand(calm, 17, 8)
    calm.page.wait_for_timeout(500)
    assert asked == []
    assert not is_red(calm)


@pytest.mark.slow
def test_a_film_that_does_not_come_is_told_once(here: Visit) -> None:
    changed_shard(here, screens=[SCREEN])
    here.page.route("**/media/film.webm", lambda route: route.fulfill(status=404))
    enter(here)
    stand(here, 17, 8)
    notice = here.page.locator(".hallgen-notice")
    expect(notice).to_contain_text("could not be loaded")
    stand(here, 17, 7.8)
    expect(notice).to_have_count(1)
