"""Ways over the plans of real fairs: to booths all over each hall, and never through one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from playwright.sync_api import expect

from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.layout import to_shape
from hallgen.layout.reach import reached
from hallgen.model import FairIndex, Hall, HallLayout
from hallgen.resources import viewer
from hallgen.site import SiteInputs, read_viewer, render_site
from tests.conftest import serving
from tests.support.browser import Visit
from tests.support.real_fairs import real_fair

pytestmark = [pytest.mark.browser, pytest.mark.real, pytest.mark.slow]

#: How many booths of a hall are asked for, spread over its list.
ASKED = 16
#: A plan's units in metres, and metres around its hall.
UNIT, MARGIN = 0.05, 3.0


def drawn(path: str, hall: HallLayout) -> shapely.LineString:
    """The line of a plan in the hall's metres, y up."""
    west, _, _, north = hall.outline.bounds
    numbers = [float(n) * UNIT for n in re.findall(r"[\d.]+", path)]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return shapely.LineString([(west - MARGIN + x, north + MARGIN - y) for x, y in pairs])


def outlines(hall: Hall) -> list[shapely.Polygon]:
    """The booths, less what a plan's drawing rounds off."""
    return [to_shape(booth.outline).buffer(-0.1) for booth in hall.booths]


@pytest.mark.parametrize("name", ["bronycon-2019", "gyuupoke-marche", "tea-expo-busan"])
def test_ways_go_round_every_booth(
    name: str, visit: Callable[..., Visit], tmp_path: Path, real_data: Path
) -> None:
    del real_data
    checked = read_and_check(real_fair(name), Diagnostics())
    (hall,) = checked.fair.halls
    layout = checked.layouts[hall.id]
    walls = tuple(wall.outer for wall in layout.obstacles)
    inputs = SiteInputs(
        FairIndex(checked.fair), checked.layouts, {hall.id: walls}, {}, read_viewer(viewer())
    )
    for file in render_site(inputs):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.data)
    booths = [booth for booth in hall.booths if booth.id in reached(layout)]
    solid = shapely.union_all(outlines(hall))
    with serving(tmp_path) as address:
        here = visit(address)
        here.open(f"{checked.fair.languages[0]}/map/")
        line = here.page.locator(".plan .way")
        for booth in booths[:: max(1, len(booths) // ASKED)]:
            here.page.locator(".way-form [name=to]").fill(booth.id)
            here.page.locator(".way-form button").first.click()
            expect(here.page.locator(f".here-now[data-booth='{booth.id}']")).to_have_count(1)
            expect(line, booth.id).to_have_count(1)
            way = drawn(line.get_attribute("d") or "", layout)
            assert not way.intersects(solid), booth.id
            ends = shapely.Point(way.coords[0]).distance(shapely.Point(way.coords[-1]))
            assert way.length >= ends - 0.2
            assert to_shape(booth.outline).distance(shapely.Point(way.coords[-1])) < 4
        assert here.errors == []
