"""What a visitor does in a hall of the sample fair, in a real browser."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.support.browser import Visit
from tests.support.shards import Shard, centre, halls, let_booths, read_shard

pytestmark = pytest.mark.browser

Begin = Callable[..., Visit]


@pytest.fixture
def hall(sample_site: Path) -> str:
    return halls(sample_site)[0]


@pytest.fixture
def shard(sample_site: Path, hall: str) -> Shard:
    return read_shard(sample_site, hall, "en")


def distance(visit: Visit, spot: tuple[float, float]) -> float:
    """How far on the floor a visitor is from (x, z), in metres."""
    pose = visit.pose()
    return math.hypot(pose["x"] - spot[0], pose["z"] - spot[1])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hall_opens_without_complaint(
    visit: Begin, sample_address: str, hall: str, language: str
) -> None:
    here = visit(sample_address)
    here.enter(f"{language}/halls/{hall}/")
    stats = here.page.evaluate("window.hallgen.stats()")
    assert stats["triangles"] > 1000
    assert stats["drawCalls"] > 0
    assert stats["tilesVisible"] > 0
    assert stats["textureBytes"] > 0
    assert stats["geometryBytes"] > 0
    assert stats["bytesTransferred"] > 0
    assert here.errors == []
    assert here.foreign == []


def test_a_walk_enters_a_booth_and_reads_its_panel(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    """Steps forward with the keyboard from the aisle in front of a booth into it."""
    booth = let_booths(shard)[0]
    here = visit(sample_address)
    here.enter(f"en/halls/{hall}/")
    here.page.evaluate(
        """() => {
            window.entered = [];
            window.hallgen.on("enter-booth", (entered) => window.entered.push(entered.booth));
        }"""
    )
    here.go_to({"pose": booth["view"]})
    before = distance(here, centre(booth))
    here.page.locator("#hallgen-view .hallgen-canvas").focus()
    here.page.keyboard.down("KeyW")
    here.wait_for(f"window.entered.includes({booth['id']!r})")
    here.page.keyboard.up("KeyW")
    assert distance(here, centre(booth)) < before
    panel = here.page.get_by_role("dialog")
    exhibitor = shard["exhibitors"][booth["exhibitors"][0]]
    expect(panel).to_contain_text(exhibitor["name"])
    assert here.errors == []


@pytest.mark.slow
def test_a_wall_stops_the_walker(
    visit: Begin, sample_address: str, shard: Shard, hall: str
) -> None:
    """From the start, walks at the hall's wall for long; the visitor stays inside."""
    here = visit(sample_address)
    here.enter(f"en/halls/{hall}/")
    min_x, min_z, max_x, max_z = shard["bounds"]
    booth = shard["booths"][0]
    here.go_to({"pose": {**booth["view"], "heading": booth["view"]["heading"] + 180}})
    here.page.locator("#hallgen-view .hallgen-canvas").focus()
    here.page.keyboard.down("ShiftLeft")
    here.page.keyboard.down("KeyW")
    here.page.wait_for_timeout(15_000)
    here.page.keyboard.up("KeyW")
    here.page.keyboard.up("ShiftLeft")
    pose = here.pose()
    assert min_x < pose["x"] < max_x
    assert min_z < pose["z"] < max_z
    for other in shard["obstacles"]:
        assert not inside((pose["x"], pose["z"]), other)


def inside(spot: tuple[float, float], ring: list[list[float]]) -> bool:
    """Whether a spot is in a ring, by counting the edges to its right."""
    x, z = spot
    crossings = 0
    for (x1, z1), (x2, z2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (z1 > z) != (z2 > z) and x < (x2 - x1) * (z - z1) / (z2 - z1) + x1:
            crossings += 1
    return crossings % 2 == 1


def test_a_deep_link_lands_at_its_booth(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    booth = let_booths(shard)[-1]
    here = visit(sample_address)
    here.enter(f"en/halls/{hall}/?booth={booth['number']}")
    assert distance(here, (booth["view"]["x"], booth["view"]["z"])) < 0.5
    name = shard["exhibitors"][booth["exhibitors"][0]]["name"]
    expect(here.page.get_by_role("dialog")).to_contain_text(name)


def test_a_place_and_a_product_can_be_linked(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    start = shard["start"]
    here = visit(sample_address)
    here.enter(f"en/halls/{hall}/?at={start['x']},{start['z']},90")
    assert distance(here, (start["x"], start["z"])) < 0.2
    assert here.pose()["heading"] == pytest.approx(90, abs=0.5)
    product = next(iter(shard["products"]))
    here.enter(f"en/halls/{hall}/?product={product}")
    expect(here.page.get_by_role("dialog")).to_contain_text(shard["products"][product]["name"])


@pytest.mark.slow
def test_the_language_switch_keeps_the_place(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    booth = let_booths(shard)[1]
    here = visit(sample_address)
    here.enter(f"en/halls/{hall}/")
    here.go_to({"pose": {**booth["view"], "heading": 30}})
    before = here.pose()
    here.page.locator("#hallgen-view").get_by_role("link", name="中文").click()
    here.page.wait_for_url("**/zh/halls/**")
    here.wait_for("window.hallgen !== undefined")
    here.page.evaluate("window.hallgen.ready")
    assert here.page.evaluate("document.documentElement.lang").startswith("zh")
    assert distance(here, (before["x"], before["z"])) < 0.2
    assert here.pose()["heading"] == pytest.approx(before["heading"], abs=1)


def test_everything_can_be_read_without_javascript(
    visit: Begin, sample_address: str, hall: str, shard: Shard
) -> None:
    here = visit(sample_address, java_script_enabled=False)
    here.open(f"en/halls/{hall}/")
    booth = let_booths(shard)[0]
    exhibitor = shard["exhibitors"][booth["exhibitors"][0]]
    link = here.page.locator(f'svg a[href*="{exhibitor["page"].split("/")[-2]}"]').first
    link.click()
    expect(here.page.locator("h1")).to_contain_text(exhibitor["name"])
    for product in exhibitor["products"][:1]:
        expect(here.page.locator("main")).to_contain_text(shard["products"][product]["name"])
    assert here.errors == []


def test_without_webgl_the_plan_is_there_and_the_page_says_why(
    visit: Begin, launch: Callable[..., Browser], sample_address: str, hall: str
) -> None:
    blind = launch("--disable-3d-apis")
    here = visit(sample_address, in_browser=blind)
    here.open(f"en/halls/{hall}/")
    expect(here.page.locator("#hallgen-view")).to_have_attribute("data-state", "failed")
    expect(here.page.locator(".hallgen-notice")).to_be_visible()
    expect(here.page.locator("main svg a").first).to_be_visible()
    blind.close()


@pytest.mark.parametrize("broken", ["tileset.json", "*.glb*"])
def test_a_failing_tile_is_told(visit: Begin, sample_address: str, hall: str, broken: str) -> None:
    here = visit(sample_address)

    def fail(route: Route) -> None:
        route.fulfill(status=500, body="broken")

    here.page.route(f"**/tiles/{hall}/**/{broken}", fail)
    here.page.route(f"**/tiles/{hall}/{broken}", fail)
    here.open(f"en/halls/{hall}/")
    expect(here.page.locator(".hallgen-notice")).to_be_visible()
    expect(here.page.locator("main svg a").first).to_be_visible()


@pytest.mark.slow
def test_nothing_is_fetched_from_elsewhere(
    visit: Begin, sample_site: Path, sample_address: str
) -> None:
    """One page of every kind; the hall pages are covered above."""
    here = visit(sample_address)
    pages = sorted(path.parent for path in sample_site.rglob("index.html"))
    kinds = {path.relative_to(sample_site).parts[1:2]: path for path in pages}
    for folder in kinds.values():
        here.open(f"{folder.relative_to(sample_site).as_posix()}/")
        assert urlsplit(here.page.url).path.startswith("/")
    assert here.foreign == []
    assert here.errors == []
