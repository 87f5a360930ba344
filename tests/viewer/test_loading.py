"""Loading, what it costs, and what happens where something does not load."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Route, expect

from tests.support.browser import Visit
from tests.viewer.conftest import PAGE, enter, heard, stand, until

pytestmark = pytest.mark.browser


def test_a_hall_opens_without_a_word_and_each_file_comes_once(here: Visit) -> None:
    asked: Counter[str] = Counter()
    here.page.on("request", lambda request: asked.update([request.url]))
    enter(here)
    expect(here.page.locator(".hallgen-poster")).to_have_count(0)
    expect(here.page.locator("#hallgen-view")).to_have_attribute("data-state", "ready")
    assert here.errors == []
    assert here.foreign == []
    assert {url: count for url, count in asked.items() if count > 1} == {}
    assert sum(url.endswith(".webp") for url in asked) == 2


def test_stats_count_what_is_there(inside: Visit) -> None:
    until(inside, "window.hallgen.stats().tilesVisible === 3")
    stats = inside.page.evaluate("window.hallgen.stats()")
    assert stats["tilesLoading"] == 0
    assert stats["drawCalls"] > 0
    assert stats["triangles"] > 0
    assert stats["geometryBytes"] > 0
    assert stats["bytesTransferred"] > 100_000
    # One draw a tile, whatever it is made of.
    assert stats["drawCalls"] <= 3
    # The sheets of three tiles: one of two pictures of 512 by 64 with a margin around each, two
    # that are one picture as it came, and a third more for smaller copies. Then the canvas, whose
    # points have four samples of colour and depth and are shown; the rest is the environment
    # and repeated pictures.
    sheets = (528 * 160 + 2 * 512 * 64) * 4 * 4 / 3
    canvas = inside.page.evaluate(
        "(({ width, height }) => width * height * (4 * 8 + 4))"
        "(document.querySelector('.hallgen-canvas'))"
    )
    assert sheets < stats["textureBytes"] - canvas < sheets + 6_000_000


def test_pictures_do_not_stay_in_memory_twice(here: Visit) -> None:
    here.page.add_init_script(
        """window.bitmaps = 0;
        const make = window.createImageBitmap.bind(window);
        window.createImageBitmap = (...given) => { window.bitmaps++; return make(...given); };
        const close = ImageBitmap.prototype.close;
        ImageBitmap.prototype.close = function () { window.bitmaps--; close.call(this); };"""
    )
    enter(here)
    # Two tiles show one picture as it came, which a new context would need again; the pictures of
    # the third are on its sheet.
    assert here.page.evaluate("window.bitmaps") == 2


def test_a_tile_that_fails_once_comes_all_the_same(here: Visit) -> None:
    tries: list[str] = []

    def stumble(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) == 1:
            route.fulfill(status=503)
        else:
            route.continue_()

    here.page.route("**/east.glb*", stumble)
    enter(here)
    assert len(tries) == 2
    until(here, "window.hallgen.stats().tilesVisible === 3")
    expect(here.page.locator(".hallgen-notice")).to_have_count(0)


@pytest.mark.parametrize(
    "broken", ["**/east.glb*", pytest.param("**/*.webp", marks=pytest.mark.slow)]
)
def test_what_keeps_failing_is_told_and_the_walk_goes_on(here: Visit, broken: str) -> None:
    here.page.route(broken, lambda route: route.abort())
    enter(here)
    notice = here.page.locator(".hallgen-notice")
    expect(notice).to_contain_text("A part of the hall could not be loaded")
    expect(notice).to_have_count(1)
    stand(here, 5.5, 8)
    assert here.pose()["x"] == 5.5
    notice.get_by_role("button").click()
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(
    ("broken", "body", "words"),
    [
        pytest.param(
            *("**/tileset.json", None, "The 3D hall could not be loaded"), marks=pytest.mark.slow
        ),
        ("**/*.glb*", None, "The 3D hall could not be loaded"),
        pytest.param(
            *("**/hall.en.json", None, "The hall's data could not be loaded"),
            marks=pytest.mark.slow,
        ),
        ("**/hall.en.json", '{"format": 2}', "The hall's data could not be loaded"),
    ],
)
def test_without_the_hall_the_page_says_why(
    here: Visit, broken: str, body: str | None, words: str
) -> None:
    def fail(route: Route) -> None:
        route.fulfill(body=body) if body else route.fulfill(status=500)

    here.page.route(broken, fail)
    here.open(PAGE)
    # Three more tries come first, after 0.4, 1 and 2.5 seconds.
    expect(here.page.get_by_role("alert")).to_contain_text(words, timeout=60_000)
    expect(here.page.locator("#hallgen-view")).to_have_attribute("data-state", "failed")
    expect(here.page.get_by_role("link", name="Plan and list")).to_have_attribute("href", "#plan")
    refused = here.page.evaluate("window.hallgen.ready.then(() => '', (error) => error.name)")
    assert refused == "ViewError"


def test_without_webgl_the_page_says_why(here: Visit) -> None:
    here.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    here.open(PAGE)
    expect(here.page.get_by_role("alert")).to_contain_text("cannot show 3D")


def test_a_lost_context_comes_back(inside: Visit) -> None:
    notice = inside.page.locator(".hallgen-notice")
    inside.page.evaluate(
        """() => {
            const canvas = document.querySelector('canvas');
            window.lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
            window.lose.loseContext();
        }"""
    )
    expect(notice).to_contain_text("interrupted")
    inside.page.evaluate("window.lose.restoreContext()")
    expect(notice).to_have_count(0)
    stand(inside, 17, 7.4)
    until(inside, "window.hallgen.stats().triangles > 100")


@pytest.mark.slow
def test_a_context_lost_for_good_ends_in_words(inside: Visit) -> None:
    inside.page.evaluate(
        """document.querySelector('canvas').getContext('webgl2')
            .getExtension('WEBGL_lose_context').loseContext()"""
    )
    alert = inside.page.get_by_role("alert")
    # The viewer gives the context ten seconds to come back.
    expect(alert).to_contain_text("graphics of this device stopped", timeout=60_000)
    assert heard(inside, "error")[-1]["fatal"] is True
