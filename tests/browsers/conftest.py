"""The browsers, one page each, and a small fair's site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import firefox, webkit
from tests.browsers.chromium import Chromium
from tests.browsers.driven import Driven, Graphics
from tests.browsers.program import missing
from tests.browsers.visitor import Visitor
from tests.browsers.witness import witnessed
from tests.conftest import ROOT, serving

Start = Callable[[str, Graphics], Driven]
NAMES = ("chromium", "firefox", "webkit")


@pytest.fixture(scope="session")
def start(launch: Callable[..., Browser], tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Starts a browser by its name; who uses it closes it. Skips where it is not installed."""

    def started(name: str, graphics: Graphics) -> Driven:
        folder = tmp_path_factory.mktemp(name)
        if name == "chromium":
            return Chromium(launch, graphics)
        needs = {"firefox": firefox.NEEDS, "webkit": webkit.NEEDS}[name]
        if missing(*needs) or (name == "webkit" and webkit.minibrowser() is None):
            pytest.skip(f"{name} is not installed: `make verify` does it (install-browsers.sh)")
        if name == "firefox":
            return firefox.Firefox(folder, graphics)
        return webkit.WebKit(folder, graphics)

    return started


@pytest.fixture(scope="session", params=NAMES)
def browser_of_visit(request: pytest.FixtureRequest, start: Start) -> Iterator[Driven]:
    """Each browser in turn, drawing by software."""
    browser = start(request.param, Graphics.SOFTWARE)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def site(built: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an example, with a witness in its pages."""
    folder = tmp_path_factory.mktemp("browsers")
    shutil.copytree(ROOT / "examples" / "one-hall", folder / "one-hall-visited")
    return witnessed(built(folder / "one-hall-visited"), folder / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as served:
        yield served


@pytest.fixture
def here(browser_of_visit: Driven, address: str) -> Visitor:
    """A visitor of the site."""
    begin_anew(browser_of_visit)
    return Visitor(browser_of_visit, address)


def begin_anew(browser: Driven) -> None:
    """Leave the page, and forget what was to complain of."""
    browser.complaints()
    browser.open("about:blank")
    browser.complaints()
    browser.elsewhere("")
