"""A long visit on foot: what it costs at most, wherever one stands.

    python -m benchmarks.visit.walk SITE HALL... [--metres 600] [--quality medium] [--language en]

Each hall is walked for its share of the metres, from booth to booth, each the farthest from those
seen, and left by a door to the next; the last is not left. It ends with an error where something
fails, is lost, or stops the visitor, and where a picture is blank. The most of each figure is of
all corners of the way. Heap is after garbage was collected, after a minute and at the end.
"""

from __future__ import annotations

import argparse
import io
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.visit.browser import Costs, Counted, opened, start
from tests.conftest import serving
from tests.support.stroll import Floor, Stroll, through, tour

#: A picture whose pixels differ less than this from their mean, of 255, shows nothing.
_BLANK = 6.0
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a visit goes: halls one after the other, and how many metres in all."""

    site: Path
    language: str
    halls: Sequence[str]
    metres: float
    quality: str

    def shard(self, hall: str) -> dict[str, Any]:
        file = self.site / "tiles" / hall / f"hall.{self.language}.json"
        shard: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return shard


@dataclass(frozen=True, slots=True)
class Walked:
    """What a visit cost. `first` are bytes and requests to the first textured view; `halls` are
    metres and bytes in each; `most` is the largest of each figure at any corner.
    """

    first: tuple[int, int]
    halls: dict[str, tuple[float, int]]
    most: Costs
    heap_after_a_minute: int
    heap: int
    errors: tuple[str, ...]


def walked(plan: Plan, browser: Browser) -> Walked:
    """Go on a visit in a browser that was started as `visit.browser.start` does."""
    address = f"{plan.language}/halls/{plan.halls[0]}/?quality={plan.quality}"
    with serving(plan.site) as base, opened(browser, plan.site, base, address) as page:
        return _visit(page, plan)


def _visit(page: Counted, plan: Plan) -> Walked:
    page.wait_for("window.hallgen !== undefined")
    first = page.wire_at("hallgen.ready")
    found: list[Costs] = []
    minute: list[int] = []
    began = time.monotonic()

    def look() -> None:
        found.append(page.costs())
        if time.monotonic() - began > _MINUTE:
            minute.append(found[-1].heap)
        with Image.open(io.BytesIO(page.page.screenshot())) as picture:
            spread = float(np.asarray(picture.convert("L"), float).std())
        if spread < _BLANK:
            raise AssertionError(f"a blank picture at {page.page.evaluate('hallgen.pose')}")

    stroll = Stroll(page.page, look)
    halls: dict[str, tuple[float, int]] = {}
    for hall, beyond in zip(plan.halls, [*plan.halls[1:], None], strict=True):
        metres, sent = stroll.metres, page.wire()[0]
        shard = plan.shard(hall)
        floor = Floor(shard)
        for way in tour(shard, floor, stroll.at, plan.metres / len(plan.halls)):
            stroll.go(way, floor)
        if beyond is not None:
            gate = _gate(shard, beyond)
            stroll.go(floor.way(stroll.at, through(gate, -3.0)), floor)
        halls[hall] = stroll.metres - metres, page.wire()[0] - sent
        if beyond is not None:
            stroll.leave_by(gate)
    most = Costs(**{f.name: max(getattr(one, f.name) for one in found) for f in fields(Costs)})
    heaps = minute or [found[-1].heap]
    return Walked(first, halls, most, heaps[0], heaps[-1], tuple(page.errors))


def _gate(shard: dict[str, Any], to: str) -> dict[str, Any]:
    for gate in shard["gates"]:
        if gate["leads"] and gate["leads"]["hall"] == to:
            found: dict[str, Any] = gate
            return found
    raise AssertionError(f"hall {shard['hall']} has no door to hall {to}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("halls", nargs="+")
    parser.add_argument("--metres", type=float, default=600)
    parser.add_argument("--quality", default="medium")
    parser.add_argument("--language", default="en")
    said = parser.parse_args()
    plan = Plan(said.site, said.language, said.halls, said.metres, said.quality)
    with sync_playwright() as playwright:
        browser = start(playwright)
        found = walked(plan, browser)
        browser.close()
    print(f"first textured view: {found.first[0] / 1e6:.2f} MB, {found.first[1]} requests")
    for hall, (metres, sent) in found.halls.items():
        print(f"hall {hall}: {metres:.0f} m, {sent / 1e6:.2f} MB")
    most = found.most
    print(
        f"at most {most.draws} draws, {most.calls} GL calls, {most.triangles:,} triangles a frame"
    )
    print(f"at most {most.most / 1e6:.1f} MB on the GPU, with what is drawn into")
    before, after = found.heap_after_a_minute / 1e6, found.heap / 1e6
    print(f"heap: {before:.1f} MB after a minute, {after:.1f} MB at the end")
    print(f"script a frame: {most.milliseconds:.1f} ms at most, by the medians of ways")
    print(f"{most.lost} contexts lost, errors: {', '.join(found.errors) or 'none'}")


if __name__ == "__main__":
    main()
