"""Take the pictures that the README and reviews use: six views of a built site, always the same.

    python -m tools.screenshots SITE FOLDER [HALL]

The views are chosen from the hall's own data, so the script works for any fair: the main
aisle, a shell-scheme row, an island, inside a middle-sized booth, an overview from 9 m, and
a phone; then the fair's page and an exhibitor's page on both screens.
"""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import serving
from tests.support.browser import PATIENCE_MS, started, wait_for

DESKTOP = {"width": 1600, "height": 900}
PHONE = {"width": 390, "height": 844}

#: The viewer spares machines that draw by software; pictures show what a graphics chip would.
_CHIP = """(() => {
    const { prototype } = WebGL2RenderingContext;
    const told = prototype.getParameter;
    const NAME = 0x9246;  // UNMASKED_RENDERER_WEBGL
    prototype.getParameter = function (asked) {
        return asked === NAME ? 'A graphics chip' : told.call(this, asked);
    };
})()"""

Record = dict[str, Any]


@dataclass(frozen=True)
class View:
    """A picture to take: its name, the pose to take it from, the screen, and the pixels that the
    screen has for each of a page's, as phones have several.
    """

    name: str
    pose: Record
    screen: Record
    density: int = 1


def area(booth: Record) -> float:
    """A booth's area in square metres, by the shoelace formula."""
    ring = booth["outline"]
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * z2 - x2 * z1 for (x1, z1), (x2, z2) in pairs)) / 2


def nearest(booths: list[Record], square_metres: float) -> Record:
    """The booth whose area is nearest to one that is wanted; the first of several."""
    return min(booths, key=lambda booth: abs(math.log(area(booth) / square_metres)))


def moved(pose: Record, ahead: float = 0.0, right: float = 0.0, **changes: float) -> Record:
    """A pose some metres ahead and to the right of another."""
    heading = math.radians(pose["heading"])
    x = pose["x"] + ahead * math.sin(heading) + right * math.cos(heading)
    z = pose["z"] - ahead * math.cos(heading) + right * math.sin(heading)
    return {**pose, "x": x, "z": z, **changes}


def before(booth: Record, away: float, right: float) -> Record:
    """Farther off than where one stands to see a booth and beside it, looking at its middle."""
    pose = moved(booth["view"], ahead=-away, right=right)
    x, z = (sum(axis) / len(booth["outline"]) for axis in zip(*booth["outline"], strict=True))
    heading = math.degrees(math.atan2(x - pose["x"], pose["z"] - z)) % 360
    return {**pose, "heading": heading, "pitch": 8.0}


def views(shard: Record) -> Iterator[View]:
    """The six views of a hall that look the same way at every fair."""
    let = [booth for booth in shard["booths"] if booth["exhibitors"]]
    shell, island, modular = nearest(let, 9), nearest(let, 126), nearest(let, 40)
    yield View("1-aisle", shard["start"], DESKTOP)
    row = shell["view"]
    yield View("2-shell", moved(row, ahead=0.4, right=1.6, heading=row["heading"] - 38), DESKTOP)
    yield View("3-island", before(island, away=2.6, right=-5.5), DESKTOP)
    yield View(
        "4-modular",
        moved(modular["view"], ahead=2.1, heading=modular["view"]["heading"] + 8),
        DESKTOP,
    )
    high = moved(shard["start"], y=8.6, pitch=-22.0)
    yield View("5-overview", high, DESKTOP)
    yield View("6-phone", before(island, away=2.6, right=3.0), PHONE, density=2)


def show_hall(page: Page, address: str) -> None:
    """Open a hall and wait until one can walk."""
    page.goto(address)
    wait_for(page, "window.hallgen !== undefined")
    page.evaluate("window.hallgen.ready")


def take(browser: Browser, address: str, view: View, folder: Path) -> None:
    """Take one view of the hall at an address itself, without what lies over it."""
    page = browser.new_page(viewport=view.screen, device_scale_factor=view.density)
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(_CHIP)
    show_hall(page, f"{address}?quality=high")
    page.evaluate("pose => window.hallgen.goTo({pose})", view.pose)
    for _ in range(3):  # a tile that came asks for the next, and a nearer one fades in
        page.wait_for_timeout(2000)
        wait_for(page, "window.hallgen.stats().tilesLoading === 0")
    page.evaluate(
        "for (const part of document.querySelectorAll('#hallgen-view > :not(canvas)'))"
        " part.style.visibility = 'hidden'"
    )
    save(page.locator("#hallgen-view").screenshot(), folder / f"{view.name}.webp")
    page.close()


def save(png: bytes, path: Path) -> None:
    """Write a picture as WebP, a sixth of the PNG: the pictures are committed."""
    Image.open(io.BytesIO(png)).convert("RGB").save(path, quality=88, method=6)
    print(path)


@contextmanager
def visited(site: Path) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address at which the site is served, with a slash at its end."""
    with serving(site) as address, sync_playwright() as playwright:
        browser = started(playwright)
        yield browser, address
        browser.close()


def main(site: Path, folder: Path, hall: str | None) -> None:
    """Serve the site, take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    hall = hall or json.loads((site / "fair.json").read_text("utf-8"))["halls"][0]["id"]
    shard = json.loads((site / "tiles" / hall / "hall.zh.json").read_text("utf-8"))
    with visited(site) as (browser, base):
        for view in views(shard):
            take(browser, f"{base}zh/halls/{hall}/", view, folder)
        exhibitor = next(iter(shard["exhibitors"].values()))["page"]
        for name, path in (
            ("fair", "zh/"),
            ("hall", f"zh/halls/{hall}/"),
            ("exhibitor", exhibitor),
        ):
            for screen_name, screen in (("desktop", DESKTOP), ("phone", PHONE)):
                page = browser.new_page(viewport=screen)
                page.set_default_timeout(PATIENCE_MS)
                if name == "hall":
                    show_hall(page, base + path)
                    wait_for(page, "document.querySelector('.hallgen-poster') === null")
                else:
                    page.goto(base + path)
                page.wait_for_timeout(500)
                save(page.screenshot(), folder / f"page-{name}-{screen_name}.webp")
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)
