"""A booth in one file, opened from the disk as a double click does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hallgen.diagnostics import Diagnostics
from hallgen.preview import find_booth, pack_booth, source_of
from hallgen.preview.pack import BUDGET
from hallgen.store import user_store
from tests.conftest import ROOT
from tests.support.browser import PATIENCE_MS, wait_for

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = source_of(ROOT / "examples" / "industry-fair", None).source
    booth = find_booth(source.read(Diagnostics()).fair, "F031")
    file = tmp_path_factory.mktemp("packed") / "a booth.html"
    told = Diagnostics()
    assert pack_booth(source, booth.id, file, user_store(), told) == file.stat().st_size
    assert [str(one) for one in told] == []
    return file


@pytest.fixture
def page(browser: Browser, packed: Path) -> Iterator[Page]:
    """The file, opened without a network, when the booth is seen."""
    context = browser.new_context(
        viewport={"width": 900, "height": 560}, locale="en-GB", offline=True
    )
    context.set_default_timeout(PATIENCE_MS)
    opened = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.goto(packed.as_uri())
    wait_for(opened, "document.body.dataset.state === 'ready'", wrong)
    yield opened
    outside = [url for url in asked if not url.startswith(("blob:", "data:"))]
    assert outside == [packed.as_uri()], "nothing is fetched"
    assert wrong == []
    context.close()


def test_it_is_small_enough_to_send(packed: Path) -> None:
    assert packed.stat().st_size < BUDGET


def test_the_booth_is_seen_and_one_goes_round_it(page: Page) -> None:
    canvas = page.locator("#booth")
    before = canvas.screenshot()
    assert len(before) > 20_000, "a plain colour would be smaller"
    canvas.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    assert canvas.screenshot() != before


def test_its_words_are_there_in_each_language(page: Page) -> None:
    assert page.locator("section:visible").get_attribute("lang") == "en"
    assert page.locator("section:visible article").count() > 0
    page.get_by_role("button", name="中文").click()
    assert page.locator("section:visible").get_attribute("lang") == "zh"


def test_a_click_on_a_product_leads_to_its_words(page: Page) -> None:
    box = page.locator("#booth").bounding_box()
    assert box is not None
    for step in range(1, 80):
        x, y = box["width"] * (step % 10 + 0.5) / 10, box["height"] * (step // 10 + 0.5) / 8
        page.mouse.click(box["x"] + x, box["y"] + y)
        if page.evaluate("document.activeElement.dataset.product !== undefined"):
            return
    raise AssertionError("no product was found in the booth")
