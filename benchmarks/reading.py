"""How well lists and plans are read by `hallgen new` alone, against truth that was checked by hand.

    python -m benchmarks.reading [../shared/data]

The truth (tests/real/truth/reading) has of each set the booths' numbers, hashed, with their areas
in the drawing's own units, and how many exhibitors have a booth. Nothing is corrected in between.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hallgen.build.scaffold import new_fair
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.model import Fair, Polygon
from hallgen.readers import read_fair
from hallgen.readers.fair_yaml import read_fair_yaml
from hallgen.readers.plans import understand

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
TRUTH = ROOT / "tests" / "real" / "truth" / "reading"
#: An area is right within this share, or within so many square metres.
SHARE, SQUARE_METRES = 0.02, 0.1
#: Lists without a plan: file, rows, and rows with a booth, counted by hand.
LISTS = {
    "exhibitors/ces-2026/exhibitors.csv": (150, 150),
    "exhibitors/ces-2026/exhibitors_healthcare.csv": (86, 86),
    "exhibitors/ces-2026/exhibitors_iot.csv": (660, 660),
    "exhibitors/ces-2026/exhibitors_mobility.csv": (661, 660),
    "exhibitors/ces-2026/resp.json": (150, 150),
    "exhibitors/esri-uc-2026/data/exhibitors.json": (321, 315),
    "exhibitors/gran-salon-bogota-2026/data/exhibitors.catalog.csv": (159, 159),
    "exhibitors/gran-salon-bogota-2026/data/exhibitors.json": (159, 159),
    "exhibitors/infocomm-india-2026/exhibitors.csv": (181, 181),
    "paired/fosdem-2026/content/stands-building.yaml": (96, 0),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of a set. `areas` are right among the booths whose area is known; `scale` is
    the share by which the scale is off, or None where nothing is known of it.
    """

    found: int
    expected: int
    right: int
    areas: int
    measured: int
    joined: int
    to_join: int
    scale: float | None
    stated: bool
    errors: int

    @property
    def recall(self) -> float:
        return self.right / self.expected

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    data = parser.parse_args().data
    if not data.is_dir():
        print(f"There is no real data at {data}: nothing was read.")
        return
    print("| plan | booths found | right numbers | precision | areas within 2 % | joined | scale |")
    print("|---|---|---|---|---|---|---|")
    for path in sorted(TRUTH.glob("*.yaml")):
        print(row(path.stem, score(yaml.safe_load(path.read_text("utf-8")), data)))
    print("\n| list | rows | with a booth |\n|---|---|---|")
    for file, (rows, placed) in LISTS.items():
        found = listed(data / file)
        print(f"| {file} | {found[0]} of {rows} | {found[1]} of {placed} |")


def row(name: str, one: Score) -> str:
    """A line of the table."""
    off = "not known" if one.scale is None else f"{one.scale:+.2%}"
    said = off if one.stated or one.scale is None else f"{off} (guessed: it is not stated)"
    joined = f"{one.joined} of {one.to_join}" if one.to_join else "no list"
    areas = f"{one.areas} of {one.measured}" if one.measured else "not known"
    return (
        f"| {name} | {one.found} of {one.expected} | {one.recall:.1%} | {one.precision:.1%} "
        f"| {areas} | {joined} | {said} |"
    )


def score(truth: dict[str, Any], data: Path) -> Score:
    """Make a fair folder of a set as a person would with `hallgen new`, and compare."""
    files = [truth.get(key) for key in ("exhibitors", "plan")]
    exhibitors, plan = (data / file if file else None for file in files)
    with tempfile.TemporaryDirectory() as folder:
        made, found = Path(folder) / "fair", Diagnostics()
        new_fair(made, exhibitors, [plan] if plan is not None else [], Diagnostics())
        fair = read_fair(made, found)
        scales = [scale for scale in scales_of(made) if scale is not None]
    return compare(truth, fair, scales, found.count(Severity.ERROR))


def compare(truth: dict[str, Any], fair: Fair, scales: list[float], errors: int) -> Score:
    """A fair beside the truth. Areas are compared in the drawing's units, so that a guessed scale
    is told of once and not by each booth.
    """
    expected: dict[str, list[float | None]] = truth["booths"]
    booths = [(booth.number, booth.outline) for hall in fair.halls for booth in hall.booths]
    scale = scales[0] if scales else 1.0
    right, areas = 0, 0
    left = {key: list(known) for key, known in expected.items()}
    for number, outline in booths:
        known = left.get(hashed(number))
        if known:
            right += 1
            area = area_of(outline) / scale**2
            best = min(known, key=lambda one: abs((one or area) - area))
            known.remove(best)
            off = abs(best - area) if best is not None else None
            near = off is not None and off <= max(SHARE * (best or 0), SQUARE_METRES / scale**2)
            areas += near
    true = truth.get("scale")
    return Score(
        found=len(booths),
        expected=sum(map(len, expected.values())),
        right=right,
        areas=areas,
        measured=sum(1 for known in expected.values() for one in known if one is not None),
        joined=sum(1 for one in fair.exhibitors if one.booths),
        to_join=truth.get("joined", 0),
        scale=max((one / true - 1 for one in scales), key=abs) if true and scales else None,
        stated=truth["stated"],
        errors=errors,
    )


def scales_of(folder: Path) -> Iterator[float | None]:
    """Metres a unit in each hall, as they were understood."""
    for entry in read_fair_yaml(folder, Diagnostics()).file.halls:
        file = folder / entry.plan.file
        read = understand(file, entry.plan, entry.id, entry.plan.file, Diagnostics())
        yield None if read is None else read.scale


def listed(path: Path) -> tuple[int, int]:
    """Exhibitors that a list without a plan has rows of, and how many of them name a booth."""
    from hallgen.readers.exhibitors import read_listed
    from hallgen.readers.guess import guess_list
    from hallgen.readers.tables import read_table

    guess = guess_list(path, path.name, Diagnostics())
    if guess is None:
        return 0, 0
    table = read_table(path, guess.source, path.name, Diagnostics())
    if table is None:
        return 0, 0
    rows = read_listed(table, guess.source, guess.languages, path.parent, Diagnostics())
    return len(rows), sum(1 for one in rows if one.references)


def hashed(number: str) -> str:
    """A number as the truth has it, which need not repeat what is not ours."""
    return hashlib.sha256(number.encode()).hexdigest()[:8]


def area_of(polygon: Polygon) -> float:
    """The shoelace formula, holes taken off."""

    def shoelace(ring: tuple[tuple[float, float], ...]) -> float:
        pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2

    return shoelace(polygon.outer) - sum(map(shoelace, polygon.holes))


if __name__ == "__main__":
    main()
