"""Measure a hall's visit beside its peers, and write a table.

    python -m benchmarks.visit FAIR SITE [--hall HALL] [--rounds 2] [--result FILE]

SITE is what `hallgen build FAIR` made; without --hall it is that of the most booths. Each contender
is opened anew in each round, one after the other, at the gate where visitors come in; it is walked
for 40 frames. Bytes are those of files as hosts send them: text by gzip, what is packed inside as
it is. Calls and draws are those of the last frame; milliseconds are a script's in a frame,
drawing itself left out. A peer that fails is recorded as failing.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, Error, sync_playwright

from benchmarks.visit.browser import Costs, Counted, least, opened, start
from benchmarks.visit.peers import FOLDER, Peer, write_peers
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.model import FairIndex, Hall
from tests.conftest import serving

OURS: Final = "hallgen"
_FRAMES, _STEP = 40, 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """What a contender costs: bytes and requests until one can walk and sees all boxes, and until
    the first picture with textures is there; then all, at rest and while one walks.
    """

    walkable: tuple[int, int]
    textured: tuple[int, int]
    rested: Costs
    walked: Costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fair", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--hall")
    parser.add_argument("--quality", default="medium")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--result", type=Path)
    said = parser.parse_args()
    checked = read_and_check(said.fair, Diagnostics())
    hall = _chosen(checked, said.hall)
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = Path(scratch) / "site"
        shutil.copytree(said.site, site, copy_function=_linked)
        peers = write_peers(site, FairIndex(checked.fair), hall, checked.layouts[hall.id])
        found: dict[str, list[Measured]] = {OURS: [], **{peer.name: [] for peer in peers}}
        failed: dict[str, str] = {}
        at = _start_of(site, hall)
        for _ in range(said.rounds):
            for name, one in _contenders(peers, hall, at, said.quality).items():
                if name in failed:
                    continue
                browser = start(playwright)
                try:
                    found[name].append(one(browser, site))
                except (Error, TimeoutError) as fault:
                    failed[name] = str(fault).splitlines()[0]
                finally:
                    browser.close()
    text = _table(hall, said.rounds, found, failed)
    print(text)
    if said.result is not None:
        said.result.write_text(text, encoding="utf-8")


def _chosen(checked: CheckedFair, wanted: str | None) -> Hall:
    halls = {hall.id: hall for hall in checked.fair.halls}
    return halls[wanted] if wanted else max(checked.fair.halls, key=lambda hall: len(hall.booths))


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def _start_of(site: Path, hall: Hall) -> str:
    shard = json.loads(next(site.glob(f"tiles/{hall.id}/hall.*.json")).read_text("utf-8"))
    return ",".join(str(shard["start"][key]) for key in ("x", "y", "z", "heading"))


def _contenders(
    peers: tuple[Peer, ...], hall: Hall, at: str, quality: str
) -> dict[str, Callable[[Browser, Path], Measured]]:
    def ours(browser: Browser, site: Path) -> Measured:
        language = json.loads((site / "fair.json").read_text("utf-8"))["languages"][0]
        with (
            serving(site) as base,
            opened(browser, site, base, f"{language}/halls/{hall.id}/?quality={quality}") as page,
        ):
            page.wait_for("counted.draws > 0")
            # The page alone made that picture, whatever else was asked for by now.
            walkable = page.page_alone()
            page.wait_for("window.hallgen !== undefined")
            return _measured(page, walkable, page.wire_at("hallgen.ready"), _walk_by_key)

    def of(peer: Peer) -> Callable[[Browser, Path], Measured]:
        def theirs(browser: Browser, site: Path) -> Measured:
            address = f"{FOLDER}/{peer.page}?{peer.query}&at={at}"
            with serving(site) as base, opened(browser, site, base, address) as page:
                page.wait_for("window.peer !== undefined")
                ready = page.wire_at("peer.ready")
                return _measured(page, ready, ready, _walk_peer)

        return theirs

    return {OURS: ours, **{peer.name: of(peer) for peer in peers}}


def _measured(
    page: Counted,
    walkable: tuple[int, int],
    textured: tuple[int, int],
    walk: Callable[[Counted], None],
) -> Measured:
    page.page.wait_for_timeout(1000)
    _settle(page)
    rested = page.costs()
    page.forget_frames()
    walk(page)
    walked = page.costs()
    return Measured(walkable, textured, rested, walked)


def _settle(page: Counted) -> None:
    """Wait until nothing was asked for in three seconds."""
    seen = -1
    while seen != len(page.asked):
        seen = len(page.asked)
        page.page.wait_for_timeout(3000)


def _walk_by_key(page: Counted) -> None:
    page.page.locator(".hallgen-canvas").focus()
    page.page.keyboard.down("KeyW")
    page.wait_for(f"counted.times.length >= {_FRAMES}")
    page.page.keyboard.up("KeyW")


def _walk_peer(page: Counted) -> None:
    page.page.evaluate(f"peer.walk({_FRAMES}, {_STEP})")


_ROWS: Final = (
    ("MB to the first walkable picture", lambda m: m.walkable[0] / 1e6),
    ("requests to it", lambda m: m.walkable[1]),
    ("MB to the first textured picture", lambda m: m.textured[0] / 1e6),
    ("requests to it", lambda m: m.textured[1]),
    ("MB at rest", lambda m: m.rested.bytes / 1e6),
    ("draws a frame", lambda m: m.rested.draws),
    ("GL calls a frame", lambda m: m.rested.calls),
    ("triangles a frame", lambda m: m.rested.triangles),
    ("GPU memory, MB", lambda m: m.walked.gpu / 1e6),
    ("GPU memory at most, MB", lambda m: m.walked.most / 1e6),
    ("heap, MB", lambda m: m.walked.heap / 1e6),
    ("script a frame, ms", lambda m: m.walked.milliseconds),
    ("longest task while walking, ms", lambda m: m.walked.longest),
)


def _table(
    hall: Hall, rounds: int, found: dict[str, list[Measured]], failed: dict[str, str]
) -> str:
    best = {
        name: Measured(
            min(one.walkable for one in many),
            min(one.textured for one in many),
            least([one.rested for one in many]),
            least([one.walked for one in many]),
        )
        for name, many in found.items()
        if many and name not in failed
    }
    lines = [
        f"Hall {hall.id}, {len(hall.booths)} booths; the least of {rounds} rounds.",
        "",
        "| | " + " | ".join(best) + " |",
        "|---" * (len(best) + 1) + "|",
    ]
    for name, figure in _ROWS:
        cells = [
            f"{figure(one):,.3g}" if figure(one) < 100 else f"{figure(one):,.0f}"
            for one in best.values()
        ]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", *(f"{name}: failed, {why}" for name, why in failed.items())]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    main()
