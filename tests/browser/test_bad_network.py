"""A real hall on bad networks: a third of all answers fails, or they come by 3G."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.conftest import ROOT, serving
from tests.support.browser import Visit, step_back
from tests.support.faults import Faults, failing

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Begin = Callable[..., Visit]

PAGE = "en/halls/3/"


@pytest.fixture(scope="module")
def pavilion(built: Callable[[Path], Path]) -> Path:
    return built(ROOT / "examples" / "trade-pavilion")


def shown(here: Visit) -> float:
    """How much there is to be seen in the view: the spread of its brightness, 0 where blank."""
    data = here.page.locator("#hallgen-view").screenshot()
    return float(np.asarray(Image.open(io.BytesIO(data)).convert("L"), float).std())


@pytest.mark.parametrize("workers", ["block", "allow"])
def test_one_walks_while_a_third_of_all_answers_fails(
    visit: Begin, pavilion: Path, workers: str
) -> None:
    faults = Faults(seed=5)
    with failing(pavilion, faults) as address:
        here = visit(address, service_workers=workers)
        here.page.goto(address + PAGE, wait_until="domcontentloaded")
        faults.on = True
        here.wait_for("document.querySelector('.boot-canvas') !== null")
        assert shown(here) > 10
        here.wait_for("window.hallgen !== undefined")
        here.page.evaluate("window.hallgen.ready")
        for booth, name in (("3-P05", "Pinewood Saws"), ("3-C10", "Wanghai Machine Tools")):
            here.go_to({"booth": booth})
            expect(here.page.get_by_role("heading", name=name)).to_be_visible()
            step_back(here)
            assert shown(here) > 10
        here.wait_for("window.hallgen.stats().tilesLoading === 0")
        # Whatever was late is there, and nothing says otherwise or turns round for ever.
        expect(here.page.locator(".hallgen-notice")).to_have_count(0)
        expect(here.page.locator(".boot, .hallgen-poster")).to_have_count(0)
        # Of about thirty answers, which have other names with each change of what is in them.
        assert faults.seen.total() >= 6
        assert len(faults.seen) >= 3


def test_a_hall_comes_by_3g(visit: Begin, pavilion: Path) -> None:
    with serving(pavilion) as address:
        here = visit(address)
        tools = here.page.context.new_cdp_session(here.page)
        tools.send("Network.enable")
        # "Slow 3G" of the browser's own tools: milliseconds, and bytes a second.
        slow = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
        tools.send("Network.emulateNetworkConditions", {"offline": False, **slow})
        here.page.goto(address + PAGE, wait_until="domcontentloaded")
        here.wait_for("document.querySelector('.boot-canvas') !== null")
        # Walked in outline while the viewer comes.
        assert here.page.evaluate("window.hallgen === undefined")
        before = here.page.evaluate("window.hallgenBoot.eyes.z")
        here.page.locator(".boot-canvas").press("ArrowUp", delay=700)
        assert here.page.evaluate("window.hallgenBoot.eyes.z") != before
        here.wait_for("window.hallgen !== undefined")
        here.page.evaluate("window.hallgen.ready")
        here.wait_for("window.hallgen.stats().tilesLoading === 0")
        expect(here.page.locator(".hallgen-notice")).to_have_count(0)
        assert here.errors == []
