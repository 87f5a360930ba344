"""The small site, served, and visits of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import serving
from tests.support.browser import PATIENCE_MS, Visit
from tests.viewer.site import write_site

#: Small, since software pays for each pixel; wide enough for the panel at the side.
SIZE = {"width": 800, "height": 450}

PAGE = "en/halls/1/"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, with a slash at its end."""
    with serving(write_site(tmp_path_factory.mktemp("small-site"))) as address:
        yield address


@pytest.fixture
def here(visit: Callable[..., Visit], small_site: str) -> Visit:
    """A page that nobody has opened yet."""
    return visit(small_site, viewport=SIZE)


@pytest.fixture
def inside(here: Visit) -> Visit:
    """A visitor in the small hall who remembers every event."""
    return enter(here)


def enter(visit: Visit, query: str = "") -> Visit:
    """Open the hall's page, wait for all its tiles, and record its events in `window.heard`."""
    visit.enter(PAGE + query)
    until(visit, "window.hallgen.stats().tilesLoading === 0")
    visit.page.evaluate(
        """() => {
            window.heard = [];
            for (const name of ['enter-booth', 'select-product', 'contact', 'error'])
                window.hallgen.on(name, (detail) => window.heard.push([name, detail]));
        }"""
    )
    return visit


def heard(visit: Visit, name: str) -> list[dict[str, Any]]:
    """What came with each event of a name, in order."""
    found: list[list[Any]] = visit.page.evaluate("window.heard")
    return [detail for event, detail in found if event == name]


def stand(visit: Visit, x: float, y: float, heading: float = 0) -> None:
    """Put the visitor's eyes at (x, y) of the plan, and wait until that is what is drawn."""
    visit.go_to({"pose": {"x": x, "y": 1.65, "z": -y, "heading": heading, "pitch": 0}})
    visit.page.evaluate(
        """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"""
    )


def until(visit: Visit, condition: str) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own wait evaluates texts in the page, which the page's policy forbids.
    """
    for _ in range(PATIENCE_MS // 50):
        if visit.page.evaluate(condition):
            return
        visit.page.wait_for_timeout(50)
    raise AssertionError(f"{condition} did not come true in {PATIENCE_MS} ms")


def settle(visit: Visit) -> None:
    """Wait until the visitor has stood still for a moment."""
    visit.page.evaluate(
        """async () => {
            for (let last = '', still = 0; still < 8;) {
                await new Promise((resolve) => setTimeout(resolve, 150));
                const now = JSON.stringify(window.hallgen.pose);
                still = now === last ? still + 1 : 0;
                last = now;
            }
        }"""
    )
