"""The same visit in Chromium, Firefox and WebKit: pages, the hall in boxes, the walk, panels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.browsers.conftest import begin_anew
from tests.browsers.driven import Driven, Key, UnableError
from tests.browsers.gate import Gate, gated
from tests.browsers.visitor import Visitor
from tests.support.shards import let_booths, read_shard

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALL = "en/halls/1/"
EXHIBITOR = "exhibitors/portsea-letter-foundry/"
CANVAS = ".hallgen-canvas"
FLOOR = (0.5, 0.8)  # shares of the view where one sees the floor some steps ahead
#: Degrees that a drag across one pixel turns.
PER_PIXEL = 0.16
#: What a browser says of a drawing context that it does not give.
WORDS = """\
return new Promise((told) => {
  const canvas = document.createElement('canvas');
  canvas.addEventListener('webglcontextcreationerror', (event) => told(event.statusMessage));
  told(canvas.getContext('webgl2') === null ? 'no words' : '');
});"""


@pytest.fixture
def walker(here: Visitor) -> Visitor:
    """A visitor in the hall, who stands at its entrance."""
    here.open(HALL)
    refusal = here.run(WORDS)
    if refusal:
        pytest.skip(f"{here.browser.name} draws nothing in 3D on this machine: {refusal}")
    here.be_in()
    return here


def gone(one: dict[str, float], other: dict[str, float]) -> float:
    """Metres on the floor between two poses."""
    return math.hypot(one["x"] - other["x"], one["z"] - other["z"])


def turned(one: dict[str, float], other: dict[str, float]) -> float:
    """Degrees from one pose's heading to the other's, the short way round."""
    return (other["heading"] - one["heading"] + 180) % 360 - 180


def colours(picture: Image.Image) -> int:
    """How many of 64 colours a picture has: one where it is blank."""
    return len(picture.quantize(64).getcolors() or [])


def test_pages_lead_to_an_exhibitor_who_is_saved(here: Visitor) -> None:
    here.open("en/")
    here.run("localStorage.clear()")
    here.click(".card-link")
    here.arrive(HALL)
    here.open("en/exhibitors/")
    here.read("table.list", "Inkwell Street")
    here.click("[type=search]")
    here.browser.type("leter foundry")  # a slip of the finger
    here.click(f".search-page[href*='{EXHIBITOR}']")
    here.arrive(f"en/{EXHIBITOR}")
    here.read("h1", "Portsea Letter Foundry")
    here.read("main", "Type cast from old matrices.")
    here.click("[data-part=save]")
    here.wait_for("document.querySelector('[data-count]').textContent === '1'")
    here.click(".own-list")
    here.arrive("en/shortlist/")
    here.read(".list-name", "Portsea Letter Foundry")
    here.click(".languages [lang=zh]")
    here.arrive("zh/shortlist/")
    here.read(".list-name", "港湾铸字所")
    here.all_well()


def test_the_fair_stands_on_its_first_page(here: Visitor) -> None:
    here.open("en/")
    here.wait_for("document.querySelector('#hallgen-fair[data-drawn]') !== null")
    here.see_a_frame()
    assert colours(here.seen("#hallgen-fair .boot-canvas")) > 10
    label = "document.querySelector('.fair-hall').getBoundingClientRect().x"
    before = here.run(f"return {label}")
    here.browser.drag(*here.spot("#hallgen-fair .boot-canvas", 0.2, 0.2), 120, 0)
    here.wait_for(f"Math.abs({label} - {before}) > 1")
    here.all_well()


@pytest.fixture
def held(browser_of_visit: Driven, site: Path) -> Iterator[tuple[Visitor, Gate]]:
    """A visitor of the site whose viewer has not come yet."""
    begin_anew(browser_of_visit)
    with gated(site, HALL) as gate:
        yield Visitor(browser_of_visit, gate.address), gate


def test_the_hall_is_walked_before_the_viewer_comes_which_goes_on_there(
    held: tuple[Visitor, Gate],
) -> None:
    here, gate = held
    here.browser.open(gate.address + HALL)
    here.wait_for("window.hallgenBoot !== undefined")
    eyes = "return {...window.hallgenBoot.eyes}"
    start = here.run(eyes)
    here.run("document.querySelector('.boot-canvas').focus({ preventScroll: true })")
    here.browser.press(Key.W)
    here.wait_for(f"{start['z']} - window.hallgenBoot.eyes.z > 1.5")
    here.browser.release(Key.W)
    here.browser.drag(*here.spot(".boot-canvas"), 100, 0)
    at = here.run(eyes)
    assert turned(start, at) == pytest.approx(-100 * PER_PIXEL, abs=0.01)
    assert at["pitch"] == pytest.approx(0, abs=0.01)
    here.wait_for("getComputedStyle(document.querySelector('.hallgen-still')).opacity === '0'")
    assert colours(here.seen(".boot-canvas")) > 20
    assert here.is_("window.hallgen === undefined")
    gate.open.set()
    here.be_in()
    here.wait_for("document.querySelector('.boot-canvas') === null")
    # The viewer knows furniture that boxes do not have: it may push by a body's width.
    assert gone(here.pose(), at) < 0.6
    assert turned(here.pose(), at) == pytest.approx(0, abs=0.01)
    here.all_well()


def test_keys_and_a_mouse_walk_and_turn(walker: Visitor) -> None:
    start = walker.pose()
    assert colours(walker.seen(CANVAS)) > 20
    walker.run(f"document.querySelector('{CANVAS}').focus({{ preventScroll: true }})")
    walker.browser.press(Key.W)
    walker.wait_for(f"{start['z']} - window.hallgen.pose.z > 1.5")
    walker.browser.release(Key.W)
    walker.rest()
    ahead = walker.pose()
    walker.browser.press(Key.RIGHT)
    walker.wait_for(f"window.hallgen.pose.heading - {start['heading']} > 10")
    walker.browser.release(Key.RIGHT)
    walker.rest()
    aside = walker.pose()
    assert gone(ahead, aside) < 0.01
    walker.browser.drag(*walker.spot(CANVAS), 100, 0)
    walker.rest()
    dragged = walker.pose()
    assert turned(aside, dragged) == pytest.approx(-100 * PER_PIXEL, abs=0.01)
    assert dragged["pitch"] == pytest.approx(aside["pitch"], abs=0.01)
    assert gone(aside, dragged) < 0.01
    walker.stand(start)
    walker.click(CANVAS, *FLOOR)
    walker.wait_for(f"{start['z']} - window.hallgen.pose.z > 0.5")
    walker.all_well()


def test_a_finger_leads(walker: Visitor) -> None:
    start = walker.pose()
    try:
        walker.browser.tap(*walker.spot(CANVAS, *FLOOR))
    except UnableError as error:
        pytest.skip(f"{walker.browser.name} is not touched here: {error}")
    walker.wait_for(f"{start['z']} - window.hallgen.pose.z > 0.5")
    walker.all_well()


def test_a_booth_that_is_clicked_tells_who_is_there(walker: Visitor, site: Path) -> None:
    shard = read_shard(site, "1", "en")
    booth = let_booths(shard)[0]
    walker.stand(booth["view"])
    walker.click(CANVAS, 0.5, 0.5)
    walker.read(".hallgen-panel", shard["exhibitors"][booth["exhibitors"][0]]["name"])
    walker.click(".hallgen-panel .hallgen-save")
    walker.wait_for("document.querySelector('.hallgen-save[data-saved]') !== null")
    walker.all_well()


def test_a_change_of_language_keeps_the_place(walker: Visitor, site: Path) -> None:
    booth = let_booths(read_shard(site, "1", "en"))[1]
    walker.stand({**booth["view"], "heading": 30})
    before = walker.pose()
    walker.click("#hallgen-view a[lang=zh]")
    walker.arrive("zh/halls/1/")
    walker.be_in()
    assert gone(walker.pose(), before) < 0.2
    assert turned(walker.pose(), before) == pytest.approx(0, abs=1)
    assert walker.is_("document.documentElement.lang.startsWith('zh')")
    walker.all_well()
