"""The hall stands before the viewer has come, and the viewer goes on where the visitor is."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Route, expect

from hallgen.resources import viewer
from hallgen.site import read_viewer
from tests.support.browser import Visit
from tests.support.shards import Shard, halls, let_booths, read_shard

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]

#: What a page may weigh besides its own text and still: one TCP window of 10 packets.
WINDOW = 14_600


@pytest.fixture
def hall(sample_site: Path) -> str:
    return halls(sample_site)[0]


@pytest.fixture
def shard(sample_site: Path, hall: str) -> Shard:
    return read_shard(sample_site, hall, "en")


@dataclass
class Gate:
    """Holds the viewer's files back until it is opened."""

    held: list[Route] = field(default_factory=list)
    opened: bool = False

    def __call__(self, route: Route) -> None:
        if self.opened:
            route.continue_()
        else:
            self.held.append(route)

    def open(self) -> None:
        self.opened = True
        for route in self.held:
            route.continue_()


def held(here: Visit) -> Gate:
    """From now on the viewer's files do not come."""
    gate = Gate()
    here.page.route("**/viewer/*.js", gate)
    return gate


def eyes(here: Visit) -> dict[str, float]:
    found: dict[str, float] = here.page.evaluate("({...window.hallgenBoot.eyes})")
    return found


def apart(heading: float, other: float) -> float:
    """Degrees between two headings, the short way round."""
    return abs((heading - other + 180) % 360 - 180)


@pytest.mark.slow
def test_a_full_halls_plan_and_the_script_fit_one_window(sample_site: Path, hall: str) -> None:
    page = (sample_site / f"en/halls/{hall}/index.html").read_text("utf-8")
    plan = re.search(r'id="hallgen-plan">([^<]*)<', page)
    assert plan is not None
    script = read_viewer(viewer()).boot
    assert script in page
    rest = page.replace(script, "").replace(plan[1], "")
    # This hall has 55 booths and one may have 250, packed like these or better; a whole fair's
    # plans are measured in tests/benchmarks.
    plan_bytes = len(gzip.compress(plan[1].encode()))
    with_both = len(gzip.compress(page.encode())) - len(gzip.compress(rest.encode()))
    assert with_both + (250 / 55 - 1) * plan_bytes < WINDOW


def test_the_whole_fair_stands_on_its_first_page_and_leads_into_its_halls(
    visit: Begin, sample_site: Path, sample_address: str
) -> None:
    here = visit(sample_address)
    here.open("en/")
    # It is drawn once it comes into view.
    here.page.locator("#hallgen-fair").scroll_into_view_if_needed()
    expect(here.page.locator("#hallgen-fair[data-drawn]")).to_have_count(1)
    labels = here.page.locator(".fair-hall")
    assert labels.all_inner_texts() == halls(sample_site)
    here.page.locator(".boot-canvas").scroll_into_view_if_needed()
    canvas = here.page.locator(".boot-canvas").bounding_box()
    assert canvas is not None
    before = labels.first.bounding_box()
    here.page.mouse.move(canvas["x"] + 100, canvas["y"] + 100)
    here.page.mouse.down()
    here.page.mouse.move(canvas["x"] + 220, canvas["y"] + 100, steps=4)
    here.page.mouse.up()
    expect(labels.first).not_to_have_css("translate", "none")
    assert before is not None
    place = "document.querySelector('.fair-hall').getBoundingClientRect().x"
    here.wait_for(f"Math.abs({place} - {before['x']}) > 1")
    assert here.page.url.endswith("/en/"), "a drag that begins on a name is not a click"
    labels.nth(1).click()
    here.page.wait_for_url(f"**/en/halls/{halls(sample_site)[1]}/")
    here.page.go_back()
    expect(here.page.locator("#hallgen-fair[data-drawn]")).to_have_count(1)
    expect(labels.first).not_to_have_css("translate", "none")
    name = labels.first.bounding_box()
    assert name is not None
    # The floor beside the name is the hall's too.
    here.page.mouse.click(name["x"] + name["width"] / 2, name["y"] + name["height"] + 6)
    here.page.wait_for_url(f"**/en/halls/{halls(sample_site)[0]}/")
    assert here.errors == []


def test_the_whole_fair_is_drawn_once_a_phone_has_it_in_view(
    visit: Begin, sample_address: str
) -> None:
    here = visit(sample_address, viewport={"width": 390, "height": 700})
    here.open("en/")
    here.page.wait_for_load_state("networkidle")
    expect(here.page.locator("#hallgen-fair img")).to_be_visible()
    expect(here.page.locator(".boot-canvas")).to_have_count(0)
    here.page.mouse.wheel(0, 900)
    expect(here.page.locator("#hallgen-fair[data-drawn]")).to_have_count(1)
    assert here.errors == []


def test_the_hall_stands_and_is_walked_before_the_viewer_comes(
    visit: Begin, sample_address: str, hall: str
) -> None:
    here = visit(sample_address)
    held(here)
    here.page.goto(f"{here.base}en/halls/{hall}/", wait_until="domcontentloaded")
    here.wait_for("window.hallgenBoot !== undefined")
    before = eyes(here)
    here.page.locator(".boot-canvas").focus()
    here.page.keyboard.down("KeyW")
    here.wait_for(
        f"Math.hypot(hallgenBoot.eyes.x - {before['x']}, hallgenBoot.eyes.z - {before['z']}) > 2"
    )
    here.page.keyboard.up("KeyW")
    # The still makes way for what one walks in, which has many colours.
    expect(here.page.locator(".hallgen-still")).to_have_css("opacity", "0")
    seen = Image.open(io.BytesIO(here.page.locator("#hallgen-view").screenshot())).convert("RGB")
    assert len(seen.quantize(64).getcolors() or []) > 20
    canvas = here.page.locator(".boot-canvas").bounding_box()
    assert canvas is not None
    here.page.mouse.move(canvas["x"] + 200, canvas["y"] + 100)
    here.page.mouse.down()
    here.page.mouse.move(canvas["x"] + 300, canvas["y"] + 100, steps=4)
    here.page.mouse.up()
    assert eyes(here)["heading"] == pytest.approx(before["heading"] - 16, abs=1)
    assert here.errors == []


def test_a_wall_stops_the_walker_and_a_click_leads(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    here = visit(sample_address)
    held(here)
    here.page.goto(f"{here.base}en/halls/{hall}/", wait_until="domcontentloaded")
    here.wait_for("window.hallgenBoot !== undefined")
    here.page.locator(".boot-canvas").focus()
    here.page.keyboard.down("ShiftLeft")
    here.page.keyboard.down("KeyS")
    here.page.wait_for_timeout(2_000)
    here.page.keyboard.up("KeyS")
    here.page.keyboard.up("ShiftLeft")
    x0, z0, x1, z1 = shard["bounds"]
    at = eyes(here)
    assert x0 <= at["x"] <= x1
    assert z0 <= at["z"] <= z1
    view = here.page.locator(".boot-canvas").bounding_box()
    assert view is not None
    here.page.mouse.click(view["x"] + view["width"] * 0.4, view["y"] + view["height"] * 0.65)
    here.wait_for(f"Math.hypot(hallgenBoot.eyes.x - {at['x']}, hallgenBoot.eyes.z - {at['z']}) > 1")


def test_a_link_to_a_booth_begins_there(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    booth = let_booths(shard)[5]
    here = visit(sample_address)
    held(here)
    address = f"{here.base}en/halls/{hall}/?booth={booth['id']}"
    here.page.goto(address, wait_until="domcontentloaded")
    here.wait_for("window.hallgenBoot !== undefined")
    at = eyes(here)
    assert at["x"] == pytest.approx(booth["view"]["x"], abs=0.06)
    assert at["z"] == pytest.approx(booth["view"]["z"], abs=0.06)
    assert apart(at["heading"], booth["view"]["heading"]) < 1


def test_the_viewer_takes_over_where_the_visitor_is(
    visit: Begin, sample_address: str, hall: str
) -> None:
    here = visit(sample_address)
    gate = held(here)
    here.page.goto(f"{here.base}en/halls/{hall}/", wait_until="domcontentloaded")
    here.wait_for("window.hallgenBoot !== undefined")
    here.page.locator(".boot-canvas").focus()
    here.page.keyboard.down("KeyW")
    here.page.wait_for_timeout(1_500)
    here.page.keyboard.up("KeyW")
    here.page.keyboard.down("ArrowRight")
    here.page.wait_for_timeout(400)
    here.page.keyboard.up("ArrowRight")
    at = eyes(here)
    gate.open()
    here.wait_for("window.hallgen !== undefined")
    here.page.evaluate("window.hallgen.ready")
    pose = here.pose()
    # The viewer knows furniture that the boot renderer does not: it may push by a body's width.
    assert pose["x"] == pytest.approx(at["x"], abs=0.6)
    assert pose["z"] == pytest.approx(at["z"], abs=0.6)
    assert apart(pose["heading"], at["heading"]) < 0.01
    expect(here.page.locator(".boot-canvas")).to_have_count(0)
    expect(here.page.locator(".hallgen-still")).to_have_count(0)
    expect(here.page.locator(".hallgen-canvas")).to_be_focused()
    assert here.errors == []
