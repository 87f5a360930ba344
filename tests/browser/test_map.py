"""Where one is: the small map in the hall, the large one, and plans that pan and zoom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support.browser import Visit

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

DESKTOP = {"viewport": {"width": 1000, "height": 700}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
#: Metres around a hall on its plan.
MARGIN = 3


def shard(here: Visit) -> dict[str, Any]:
    found: dict[str, Any] = here.page.request.get(f"{here.base}tiles/5.1/hall.en.json").json()
    return found


def share(here: Visit, x: float, z: float) -> tuple[float, float]:
    """Where a place is on the plan, as shares of its width and height."""
    x0, z0, x1, z1 = shard(here)["bounds"]
    width, height = x1 - x0 + 2 * MARGIN, z1 - z0 + 2 * MARGIN
    return (x - x0 + MARGIN) / width, (z - z0 + MARGIN) / height


def middle(of: Locator, within: Locator) -> tuple[float, float]:
    """The middle of one thing in another, as shares."""
    box, frame = of.bounding_box(), within.bounding_box()
    assert box is not None
    assert frame is not None
    x, y = box["x"] + box["width"] / 2 - frame["x"], box["y"] + box["height"] / 2 - frame["y"]
    return x / frame["width"], y / frame["height"]


def test_the_small_map_shows_where_one_is(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce", **DESKTOP)
    here.enter("en/halls/5.1/?quality=low")
    drawing = here.page.locator(".hallgen-map .hallgen-drawing")
    picture = drawing.locator("img")
    here.wait_for("document.querySelector('.hallgen-map img').naturalWidth > 0")
    x0, z0, x1, z1 = shard(here)["bounds"]
    wide = picture.evaluate("image => image.naturalWidth / image.naturalHeight")
    assert wide == pytest.approx((x1 - x0 + 2 * MARGIN) / (z1 - z0 + 2 * MARGIN), rel=0.01)
    mark = drawing.locator(".hallgen-here")
    for x, z, heading in ((30, -20, 10), (60, -33, 90)):
        here.go_to({"pose": {"x": x, "z": z, "heading": heading}})
        here.wait_for(
            f"document.querySelector('.hallgen-here').style.transform.includes('({heading}deg')"
        )
        pose = here.pose()
        assert middle(mark, drawing) == pytest.approx(share(here, pose["x"], pose["z"]), abs=0.03)
    assert here.errors == []


def test_the_large_map_leads_to_a_booth(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce", **DESKTOP)
    here.enter("en/halls/5.1/?quality=low")
    here.page.locator(".hallgen-canvas").press("m")
    large = here.page.locator(".hallgen-large-map")
    expect(large).to_be_visible()
    drawing = large.locator(".hallgen-drawing")
    here.wait_for("document.querySelector('.hallgen-large-map img').naturalWidth > 0")
    start = here.pose()
    booths = [b for b in shard(here)["booths"] if b["exhibitors"]]
    far = max(booths, key=lambda b: abs(b["view"]["x"] - start["x"]))
    box = drawing.bounding_box()
    assert box is not None
    xs, zs = zip(*far["outline"], strict=True)
    across, down = share(here, sum(xs) / len(xs), sum(zs) / len(zs))
    here.page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    expect(large).to_be_hidden()
    panel = here.page.get_by_role("dialog")
    expect(panel).to_contain_text(far["number"])
    assert here.pose()["x"] == start["x"]
    panel.get_by_role("button", name="Take me there").click()
    expect(here.page.locator(".hallgen-way")).to_contain_text(far["number"])
    drawn = here.page.locator(".hallgen-map .hallgen-map-way")
    assert len(drawn.get_attribute("d") or "") > 10
    # A place of the floor is gone to as well.
    here.page.get_by_role("button", name="Large map").click()
    view = far["view"]
    across, down = share(here, view["x"], view["z"])
    box = drawing.bounding_box()
    assert box is not None
    here.page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
    here.wait_for(f"Math.hypot(hallgen.pose.x - {view['x']}, hallgen.pose.z - {view['z']}) < 2")
    assert here.errors == []


@pytest.mark.slow
def test_the_large_map_zooms_and_is_left_by_keys(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce", **DESKTOP)
    here.enter("en/halls/5.1/?quality=low")
    here.page.get_by_role("button", name="Large map").click()
    frame = here.page.locator(".hallgen-map-frame")
    expect(frame).to_be_focused()
    drawing = frame.locator(".hallgen-drawing")
    here.wait_for("document.querySelector('.hallgen-large-map img').naturalWidth > 0")
    before = drawing.bounding_box()
    assert before is not None
    frame.press("+")
    after = drawing.bounding_box()
    assert after is not None
    assert after["width"] == pytest.approx(before["width"] * 1.5, abs=2)
    frame.press("0")
    assert drawing.bounding_box() == pytest.approx(before)
    frame.press("Escape")
    expect(frame).to_be_hidden()
    expect(here.page.get_by_role("button", name="Large map")).to_be_focused()


def test_a_phone_has_the_map_folded(visit: Begin, sample_address: str) -> None:
    here = visit(sample_address, reduced_motion="reduce", **PHONE)
    here.enter("en/halls/5.1/?quality=low")
    small = here.page.locator(".hallgen-map-open")
    expect(small).to_be_hidden()
    here.page.get_by_role("button", name="Map", exact=True).tap()
    expect(small).to_be_visible()
    small.tap()
    expect(here.page.locator(".hallgen-large-map")).to_be_visible()
    assert here.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("page", [pytest.param("en/map/", marks=pytest.mark.slow), "en/halls/5.1/"])
def test_a_plan_of_a_page_zooms(visit: Begin, sample_address: str, page: str) -> None:
    here = visit(sample_address, **DESKTOP)
    here.open(page)
    frame = here.page.locator(".plan-frame[data-hall='5.1']")
    tools = frame.locator("xpath=..").locator(".plan-zoom")
    plan = frame.locator("svg.plan")
    expect(tools.get_by_role("button", name="Larger")).to_be_visible()
    width = plan.bounding_box()["width"]  # type: ignore[index]
    tools.get_by_role("button", name="Larger").click()
    assert plan.bounding_box()["width"] == pytest.approx(width * 1.5, abs=2)  # type: ignore[index]
    frame.focus()
    frame.press("+")
    assert plan.bounding_box()["width"] == pytest.approx(width * 2.25, abs=2)  # type: ignore[index]
    # Drags move it, and are no clicks. Letters that come late move what is below them: `hover`
    # waits for the frame to stay, and to be what the pointer is over.
    here.page.wait_for_load_state("load")
    here.page.evaluate("document.fonts.ready")
    frame.evaluate("frame => frame.scrollIntoView({ block: 'start', behavior: 'instant' })")
    frame.hover(position={"x": 300, "y": 200})
    scrolled = frame.evaluate("frame => frame.scrollLeft")
    here.page.mouse.down()
    box = frame.bounding_box()
    assert box is not None
    at = box["x"] + 300, box["y"] + 200
    here.page.mouse.move(at[0] - 80, at[1] - 20, steps=4)
    here.page.mouse.up()
    assert frame.evaluate("frame => frame.scrollLeft") == pytest.approx(scrolled + 80, abs=3)
    assert here.page.url.split("?")[0].endswith(page)
    tools.get_by_role("button", name="Whole plan").click()
    assert plan.bounding_box()["width"] == pytest.approx(width, abs=1)  # type: ignore[index]
    assert here.errors == []


@pytest.mark.slow
def test_a_plan_is_as_before_without_scripts_and_on_paper(
    visit: Begin, sample_address: str
) -> None:
    plain = visit(sample_address, java_script_enabled=False, **DESKTOP)
    plain.page.goto(f"{sample_address}en/halls/5.1/")
    expect(plain.page.locator("svg.plan")).to_be_visible()
    expect(plain.page.locator(".way-form")).to_be_hidden()
    expect(plain.page.locator("label[for=enlarge]")).to_be_visible()
    paper = visit(sample_address, **DESKTOP)
    paper.open("en/map/?from=5.1@gate-1&way=5.1-A011")
    paper.page.locator(".plan-zoom button").first.click()
    paper.page.emulate_media(media="print")
    expect(paper.page.locator(".way-form")).to_be_hidden()
    expect(paper.page.locator(".plan-zoom").first).to_be_hidden()
    width = paper.page.locator("svg.plan").first.bounding_box()["width"]  # type: ignore[index]
    assert width <= 1000
