"""A product's model in its own dialog: turned, measured, played, closed."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.support.browser import Visit
from tests.viewer.conftest import PAGE, enter, heard, until
from tests.viewer.headset import wear

pytestmark = pytest.mark.browser


def inspect(visit: Visit, product: str = "arm-6-model") -> Locator:
    """Open a product's panel, and its model from there."""
    visit.go_to({"product": product})
    found = visit.page.get_by_role("button", name="View in 3D")
    found.wait_for()
    # Both at once: on a phone the panel may still be sliding in.
    within = found.evaluate(
        """(button) => {
            const panel = document.querySelector('.hallgen-panel').getBoundingClientRect();
            const place = button.getBoundingClientRect();
            return panel.top <= place.top && place.bottom <= panel.bottom;
        }"""
    )
    assert within  # all of it is in view
    found.click()
    dialog = visit.page.locator("dialog.hallgen-inspect")
    expect(dialog).to_be_visible()
    return dialog


def ready(visit: Visit, product: str = "arm-6-model") -> Locator:
    """The same once the model is there, at rest."""
    dialog = inspect(visit, product)
    expect(dialog).to_have_attribute("data-state", "ready")
    dialog.get_by_role("button", name="Pause").click()
    return dialog


def seen(visit: Visit, dialog: Locator) -> NDArray[np.int16]:
    """What is drawn now, as RGB, once it does not change any more; without the focus' frame."""
    last = b""
    for _ in range(60):
        shot = dialog.locator("canvas").screenshot()
        if shot == last:
            break
        last = shot
        visit.page.wait_for_timeout(150)
    return np.asarray(Image.open(io.BytesIO(last)).convert("RGB"), dtype=np.int16)[8:-8, 8:-8]


def orange(picture: NDArray[np.int16]) -> NDArray[np.bool_]:
    red, _, blue = picture[..., 0], picture[..., 1], picture[..., 2]
    return np.asarray(red - blue > 90)


def words(dialog: Locator) -> Locator:
    """What is written at the lines that are shown."""
    return dialog.locator(".hallgen-measure:not([hidden])")


def test_a_model_is_measured_and_closed_again(here: Visit) -> None:
    asked: list[str] = []
    here.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    visit = enter(here)
    assert not [name for name in asked if "inspector" in name]  # it comes when it is wanted
    dialog = ready(visit)
    kinds = [name.rsplit(".", 1)[-1] for name in asked if "inspector" in name]
    assert sorted(kinds) == ["css", "js"]
    expect(dialog.get_by_role("heading", name="Robot arm 6")).to_be_visible()
    expect(dialog).to_contain_text("0.40 × 1.20 × 0.40 m")
    expect(dialog).to_contain_text("Grid: 10 cm / 1 m")
    expect(dialog).to_contain_text("In the hall at 1 : 4")
    expect(words(dialog)).to_have_text(["0.40 m", "1.20 m", "0.40 m"])
    assert orange(seen(visit, dialog)).mean() > 0.01
    for _ in range(8):  # the focus stays inside; the browser's own bar is body's
        visit.page.keyboard.press("Tab")
        within = "document.activeElement.closest('dialog') || document.activeElement"
        assert visit.page.evaluate(f"({within}).tagName") in {"DIALOG", "BODY"}
    visit.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(visit.page.get_by_role("button", name="View in 3D")).to_be_focused()
    assert visit.errors == []
    assert visit.foreign == []


@pytest.mark.slow
def test_it_is_turned_and_compared_and_shown_again(inside: Visit) -> None:
    dialog = ready(inside)
    dialog.get_by_role("button", name="Reset view").click()
    canvas = dialog.locator("canvas")
    canvas.focus()
    pose, first = inside.pose(), seen(inside, dialog)
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        inside.page.keyboard.press(key)
    turned = seen(inside, dialog)
    assert np.abs(turned - first).mean() > 0.5
    for _ in range(3):
        inside.page.keyboard.press("-")
    assert orange(seen(inside, dialog)).sum() < 0.6 * orange(turned).sum()
    inside.page.keyboard.press("Home")
    expect(canvas).to_be_focused()
    assert np.abs(seen(inside, dialog) - first).mean() < 0.5
    box = canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    inside.page.mouse.move(x, y)
    inside.page.mouse.down()
    inside.page.mouse.move(x + 120, y, steps=4)
    inside.page.mouse.up()
    dragged = seen(inside, dialog)
    assert np.abs(dragged - first).mean() > 0.5
    inside.page.mouse.wheel(0, 600)
    assert orange(seen(inside, dialog)).sum() < 0.9 * orange(dragged).sum()
    someone = dialog.get_by_role("button", name="Person for scale")
    someone.click()
    expect(someone).to_have_attribute("aria-pressed", "true")
    expect(words(dialog)).to_have_text(["0.40 m", "1.20 m", "0.40 m", "1.75 m"])
    dialog.get_by_role("button", name="Dimensions").click()
    expect(words(dialog)).to_have_text(["1.75 m"])
    assert inside.pose() == pose  # the hall did not walk meanwhile


@pytest.mark.slow
def test_its_motion_plays_and_pauses(inside: Visit) -> None:
    dialog = ready(inside)
    still = seen(inside, dialog)
    inside.page.wait_for_timeout(300)
    assert np.abs(seen(inside, dialog) - still).mean() < 0.1
    dialog.locator("canvas").focus()
    inside.page.keyboard.press("Space")
    pause = dialog.get_by_role("button", name="Pause")
    expect(pause).to_be_visible()
    shots = {dialog.locator("canvas").screenshot() for _ in range(4)}
    assert len(shots) > 1
    pause.click()
    expect(dialog.get_by_role("button", name="Play")).to_be_visible()


@pytest.mark.slow
def test_a_model_that_does_not_come_is_said(inside: Visit) -> None:
    inside.go_to({"product": "gear-40-model"})
    expect(inside.page.get_by_role("heading", name="Gear unit 40")).to_be_visible()
    expect(inside.page.get_by_role("button", name="View in 3D")).to_have_count(0)
    dialog = inspect(inside, "lathe-2-model")
    expect(dialog).to_have_attribute("data-state", "failed")
    expect(dialog.get_by_role("status")).to_have_text("The 3D model could not be loaded.")
    assert heard(inside, "error")[0]["fatal"] is False
    inside.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    until(inside, "window.hallgen.stats().drawCalls > 0")


@pytest.mark.slow
def test_it_fills_a_phone_and_is_pinched(visit: Callable[..., Visit], small_site: str) -> None:
    size: dict[str, Any] = {"width": 390, "height": 844}
    phone = enter(visit(small_site, viewport=size, has_touch=True, is_mobile=True))
    dialog = ready(phone)
    box = dialog.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    for tool in dialog.get_by_role("button").all():
        place = tool.bounding_box()
        assert place is not None
        assert place["height"] >= 44
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 390
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    before = orange(seen(phone, dialog)).sum()
    session = phone.page.context.new_cdp_session(phone.page)
    for kind, spread in (("touchStart", 120), ("touchMove", 90), ("touchMove", 60)):
        points = [{"x": 195 + side * spread, "y": 420, "id": side + 1} for side in (-1, 1)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert 0 < orange(seen(phone, dialog)).sum() < 0.7 * before


@pytest.mark.slow
def test_it_speaks_the_pages_language_and_heeds_less_motion(
    visit: Callable[..., Visit], small_site: str
) -> None:
    calm = visit(small_site, reduced_motion="reduce")
    calm.enter(PAGE.replace("en/", "zh/"))
    calm.go_to({"product": "arm-6-model"})
    calm.page.get_by_role("button", name="3D查看").click()
    dialog = calm.page.locator("dialog.hallgen-inspect")
    expect(dialog).to_have_attribute("data-state", "ready")
    expect(dialog).to_contain_text("展厅中按1 : 4展示")
    expect(dialog.get_by_role("button", name="人体比例")).to_be_visible()
    expect(dialog.get_by_role("button", name="播放")).to_be_visible()  # it waits to be played


@pytest.mark.slow
def test_it_is_taken_apart_by_a_slider_and_by_keys(here: Visit) -> None:
    asked: list[str] = []
    here.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    visit = enter(here)
    dialog = ready(visit)
    dialog.get_by_role("button", name="Dimensions").click()
    slider = dialog.get_by_role("slider", name="Take apart")
    assert "apart.glb.gz" not in asked  # its parts come when they are wanted
    whole = _gap(seen(visit, dialog))
    slider.focus()
    visit.page.keyboard.press("End")
    assert slider.evaluate("(slider) => slider.value") == "1"
    assert _comes_to(visit, dialog, lambda gap: gap > whole + 5)  # the arm floats over its post
    assert asked.count("apart.glb.gz") == 1
    visit.page.keyboard.press("Home")  # the slider's own key, not the view's
    assert _comes_to(visit, dialog, lambda gap: gap < whole + 3)
    assert visit.errors == []


def test_a_room_is_not_promised_where_there_is_none(inside: Visit) -> None:
    dialog = ready(inside)
    dialog.get_by_role("button", name="In your room").click()
    expect(dialog.locator(".hallgen-inspect-room")).to_contain_text("This device cannot")
    assert inside.page.locator("model-viewer").count() == 0
    assert inside.errors == []


#: What iwer says of itself, and three.js of normals that were packed and are written out unpacked.
NOT_FAULTS = (
    "rAF timed out in updateSource",
    "Synthethic Environment Module required",
    "THREE.GLTFExporter: Creating normalized normal attribute",
)


@pytest.mark.slow
def test_a_device_with_ar_puts_it_into_the_room_at_its_real_size(here: Visit) -> None:
    wear(here)
    asked: list[str] = []
    here.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    visit = enter(here)
    dialog = ready(visit)
    assert not [name for name in asked if "model-viewer" in name]
    dialog.get_by_role("button", name="In your room").click()
    until(visit, "document.querySelector('model-viewer')?.loaded === true")
    facts = visit.page.evaluate(
        """(() => {
            const viewer = document.querySelector('model-viewer');
            const { x, y, z } = viewer.getDimensions();
            return { size: [x, y, z], can: viewer.canActivateAR, scale: viewer.arScale,
                modes: viewer.arModes, styled: getComputedStyle(viewer).display };
        })()"""
    )
    assert facts["can"] is True
    assert facts["scale"] == "fixed"
    assert "scene-viewer" not in facts["modes"]
    assert facts["size"] == pytest.approx([0.4, 1.2, 0.4], abs=0.02)
    start = dialog.locator("model-viewer [slot='ar-button']")
    expect(start).to_be_visible()
    start.click()
    until(visit, "!!device.activeSession")
    until(visit, "document.querySelector('model-viewer').dataset.status === 'session-started'")
    visit.page.evaluate("device.activeSession.end()")
    until(visit, "document.querySelector('model-viewer').dataset.status === 'not-presenting'")
    assert [text for text in visit.errors if not text.startswith(NOT_FAULTS)] == []
    assert visit.foreign == []


def _comes_to(visit: Visit, dialog: Locator, wanted: Callable[[int], bool]) -> bool:
    """Whether the gap in the model becomes as it is wanted."""
    for _ in range(20):
        if wanted(_gap(seen(visit, dialog))):
            return True
        visit.page.wait_for_timeout(500)
    return False


def _gap(picture: NDArray[np.int16]) -> int:
    """Rows without anything between the first and the last that have something of the model."""
    colored = np.ptp(picture, axis=2) > 60  # the arm; its post is dark, and all else is light
    rows = np.flatnonzero(((picture.max(axis=2) < 200) | colored).sum(axis=1) > 6)
    return int(rows[-1] - rows[0] + 1 - len(rows))
