"""What a visitor of a large fair pays, on one of 280 exhibitors whose halls are those of 2,800."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.fair import make_fair, write_fair
from benchmarks.visit.browser import MEMORY_TO_THE_BYTE
from benchmarks.visit.walk import Plan, walked
from hallgen.build.inspection import inspect_path

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def large_site(built: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "fair-280"
    write_fair(make_fair(280, 1), folder, 512)
    return built(folder)


def test_its_halls_keep_to_their_budgets(large_site: Path) -> None:
    """Those of halls, whatever is in them. Single booths that are above theirs are told by the
    build, as are sections of many kinds: the fair is made by chance.
    """
    chance = ("bytes of a booth near", "draw calls of 48 booths")
    figures = inspect_path(large_site).figures
    above = {figure.name: figure.above for figure in figures if figure.above}
    assert {name for name in above if not name.startswith(chance)} == set()
    assert sum(figure.name.startswith("bytes on the GPU") for figure in figures) == 2


def test_a_long_visit_keeps_what_is_promised(
    large_site: Path, launch: Callable[..., Browser]
) -> None:
    """Six hundred metres on foot through two halls and the door between, as a phone draws them."""
    plan = Plan(large_site, "en", ("1.1", "2.1"), metres=600, quality="medium")
    browser = launch(*MEMORY_TO_THE_BYTE)
    found = walked(plan, browser)
    browser.close()
    assert found.errors == ()
    assert found.most.lost == 0
    megabytes, requests = found.first[0] / 1e6, found.first[1]
    assert (megabytes <= 1.2, requests <= 40) == (True, True), found.first
    assert sum(metres for metres, _ in found.halls.values()) > 600
    assert max(sent for _, sent in found.halls.values()) <= 25e6
    assert found.most.draws <= 120
    assert found.most.triangles <= 350_000
    assert found.most.most <= 128e6
    assert found.heap <= 1.1 * found.heap_after_a_minute
