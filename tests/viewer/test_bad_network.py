"""A hall on a bad network: what does not come at once is asked for again, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.support.browser import Visit
from tests.support.faults import Fault, Faults, failing
from tests.viewer.conftest import PAGE, SIZE, enter, until
from tests.viewer.site import write_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Begin = Callable[[Faults], AbstractContextManager[Visit]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site-on-a-bad-network"))


@pytest.fixture
def badly(visit: Callable[..., Visit], folder: Path) -> Begin:
    @contextmanager
    def begin(faults: Faults) -> Iterator[Visit]:
        with failing(folder, faults) as address:
            yield visit(address, viewport=SIZE)

    return begin


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_third_of_all_answers_may_fail(badly: Begin, seed: int) -> None:
    faults = Faults(seed, only="/tiles/", on=True)
    with badly(faults) as here:
        here.open(PAGE)
        here.wait_for("window.hallgen !== undefined")
        here.page.evaluate("window.hallgen.ready")
        until(here, "window.hallgen.stats().tilesVisible === 3")
        until(here, "window.hallgen.stats().tilesLoading === 0")
        expect(here.page.locator(".hallgen-notice")).to_have_count(0)
        expect(here.page.locator(".hallgen-poster")).to_have_count(0)
        assert faults.seen.total() >= 1


def test_an_answer_that_stands_still_is_asked_for_again(badly: Begin) -> None:
    faults = Faults(share=1, kinds=(Fault.STILL,), only="east.glb", most=1, on=True)
    with badly(faults) as here:
        enter(here)
        until(here, "window.hallgen.stats().tilesVisible === 3")
        assert faults.seen == {Fault.STILL: 1}


def test_what_is_late_is_told_until_it_comes(here: Visit) -> None:
    open_now = False

    def refuse(route: Route) -> None:
        if open_now:
            route.continue_()
        else:
            route.abort()

    here.page.route("**/east.glb*", refuse)
    enter_at_once(here)
    notice = here.page.locator(".hallgen-notice")
    expect(notice).to_contain_text("The network is slow or away")
    expect(here.page.get_by_role("status").filter(has=notice)).to_have_count(1)
    open_now = True
    expect(notice).to_have_count(0)
    until(here, "window.hallgen.stats().tilesVisible === 3")


def test_a_tile_that_was_given_up_comes_when_the_network_is_back(here: Visit) -> None:
    here.page.route("**/east.glb*", lambda route: route.abort())
    enter_at_once(here)
    given_up = here.page.locator('.hallgen-notice[data-key="no-tile"]')
    expect(given_up).to_be_visible()
    here.page.unroute("**/east.glb*")
    expect(given_up).to_have_count(0)
    until(here, "window.hallgen.stats().tilesVisible === 3")


def enter_at_once(here: Visit) -> None:
    """Open the hall while a tile of it is not to be had."""
    here.open(PAGE)
    here.wait_for("window.hallgen !== undefined")
