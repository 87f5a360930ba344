"""The page in a browser: a booth is drawn, split, moved back and saved."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hallgen.diagnostics import Diagnostics
from hallgen.drafting import DraftServer, open_draft
from tests.drafting.fairs import drawn

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def pull(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Pull the pointer from one point of the sheet to another, in the drawing's units."""
    (x0, y0), (x1, y1) = (on_screen(page, point) for point in (start, end))
    page.mouse.move(x0, y0)
    page.mouse.down()
    page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2)
    page.mouse.move(x1, y1)
    page.mouse.up()


def on_screen(page: Page, point: tuple[float, float]) -> tuple[float, float]:
    found: list[float] = page.evaluate(
        """([x, y]) => { const s = document.querySelector('.sheet');
        const p = new DOMPoint(x, y).matrixTransform(s.getScreenCTM()); return [p.x, p.y]; }""",
        list(point),
    )
    return found[0], found[1]


def click(page: Page, x: float, y: float) -> None:
    page.mouse.click(*on_screen(page, (x, y)))


def test_a_plan_is_corrected_by_hand(browser: Browser, tmp_path: Path) -> None:
    folder = drawn(tmp_path / "fair")
    draft = open_draft(folder, "1", Diagnostics())
    assert draft is not None
    server = DraftServer(draft, "en", 0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
        page.goto(server.address)
        correct(page)
        page.close()
        assert faults == []
    finally:
        server.stop()
        thread.join()
    document = json.loads((folder / "plans/hall.corrected.geojson").read_text("utf-8"))
    properties = [one["properties"] for one in document["features"]]
    assert [one.get("number") for one in properties] == ["A1", "A2", "B7", "B7-2", "C1", None]
    assert properties[-1] == {"name": "West", "kind": "gate"}
    assert document["hallgen"]["scale"] == pytest.approx(2, rel=0.01)
    assert "plans/hall.corrected.geojson" in (folder / "fair.yaml").read_text("utf-8")


def correct(page: Page) -> None:
    numbers = page.locator(".booths button")
    expect(numbers).to_have_text(["A1", "A2", "B7"])

    page.get_by_role("button", name="Booth", exact=True).click()
    pull(page, (30, 30), (36, 34))
    page.locator("#number").fill("C1")
    page.locator("#number").press("Enter")
    expect(numbers).to_have_text(["A1", "A2", "B7", "C1"])

    page.get_by_role("button", name="Select", exact=True).click()
    click(page, 3, 1.5)  # B7 is the upper one
    page.get_by_role("button", name="Split").click()
    click(page, 3, 20)
    click(page, 3, 40)
    page.get_by_text("B7-2").first.wait_for()

    page.get_by_role("button", name="Select", exact=True).click()
    page.keyboard.press("Delete")
    page.get_by_role("button", name="Undo").click()

    page.get_by_role("button", name="Gate").click()
    click(page, 50, 60)
    click(page, 54, 60)
    page.locator("#name").fill("West")
    page.locator("#name").press("Enter")

    page.get_by_role("button", name="Scale").click()
    click(page, 50, 80)
    click(page, 60, 80)
    page.locator("#metres").fill("20")
    page.locator("#use").click()
    page.get_by_text("1 unit of the drawing = ").wait_for()

    page.get_by_role("button", name="Save").click()
    page.get_by_text("5 booths are read from it").wait_for()
