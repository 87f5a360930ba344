"""Five real fairs, read whole. What is true of each was found without hallgen: see truth/."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair, Hall, Polygon
from hallgen.readers import read_fair
from tests.support.real_fairs import real_fair

HERE = Path(__file__).parent
FAIRS = sorted(path.stem for path in (HERE / "truth").glob("*.yaml"))
#: Share of an area: corners are rounded to 0.1 mm, so a side of 3 m is within 0.1 / 3000.
SAME_AREA = 1e-4
#: Metres: the scales in fair.yaml have six digits, which is 0.1 mm over a hall; truth has three
#: decimals.
EXACT = 0.002

pytestmark = [pytest.mark.real, pytest.mark.usefixtures("real_data")]


@cache
def fair_of(name: str) -> tuple[Fair, Counter[str]]:
    diagnostics = Diagnostics()
    fair = read_fair(real_fair(name), diagnostics)
    return fair, Counter(fault.code for fault in diagnostics)


@pytest.fixture(params=FAIRS)
def fair(request: pytest.FixtureRequest, real_data: Path) -> tuple[Fair, dict[str, Any]]:
    truth = yaml.safe_load((HERE / "truth" / f"{request.param}.yaml").read_text(encoding="utf-8"))
    return fair_of(request.param)[0], truth


def test_halls_and_their_size_in_metres(fair: tuple[Fair, dict[str, Any]]) -> None:
    read, truth = fair
    assert [hall.id for hall in read.halls] == list(truth["halls"])
    for hall in read.halls:
        west, south, east, north = hall.outline.bounds
        assert (west, south) == (0, 0)
        assert [east, north] == pytest.approx(truth["halls"][hall.id]["size"], abs=EXACT)


def test_booths_by_number_and_area(fair: tuple[Fair, dict[str, Any]]) -> None:
    read, truth = fair
    for hall in read.halls:
        expected = truth["halls"][hall.id]
        assert len(hall.booths) == expected["booths"]
        assert digest(hall) == expected["numbers"]
        area = sum(area_of(booth.outline) for booth in hall.booths)
        assert area == pytest.approx(expected["booth_area"], rel=SAME_AREA)
        if "hall_area" in expected:
            assert area_of(hall.outline) == pytest.approx(expected["hall_area"], rel=SAME_AREA)


def test_gates_and_areas(fair: tuple[Fair, dict[str, Any]]) -> None:
    read, truth = fair
    for hall in read.halls:
        expected = truth["halls"][hall.id]
        widths = [gate.width for gate in hall.gates]
        assert widths == pytest.approx(expected.get("gates", []), abs=EXACT)
        assert len(hall.areas) == expected.get("areas", 0)


def test_exhibitors_join_booths(fair: tuple[Fair, dict[str, Any]]) -> None:
    read, truth = fair
    booths = [booth for hall in read.halls for booth in hall.booths]
    assert len(read.exhibitors) == truth["exhibitors"]
    assert sum(1 for exhibitor in read.exhibitors if exhibitor.booths) == truth["joined"]
    assert sum(len(exhibitor.booths) for exhibitor in read.exhibitors) == truth["held"]
    assert sum(len(booth.exhibitors) for booth in booths) == truth["held"]
    assert sum(1 for booth in booths if not booth.exhibitors) == truth["empty_booths"]


@pytest.mark.parametrize("name", FAIRS)
def test_faults_are_told_and_no_others(name: str) -> None:
    truth = yaml.safe_load((HERE / "truth" / f"{name}.yaml").read_text(encoding="utf-8"))
    assert dict(fair_of(name)[1]) == truth["faults"]


def test_known_corners() -> None:
    """Single places found by eye in the files: a booth's corners, who stands in it."""
    epc, _ = fair_of("epc-show-2026")
    wide = next(b for b in epc.halls[0].booths if b.number.startswith("T1"))
    # 168 ft from the left, 250 ft from the top of a hall of 338 ft; 40 x 10 ft.
    assert wide.outline.bounds == pytest.approx((51.2064, 26.8224, 63.3984, 29.8704), abs=EXACT)
    cells = [b for b in epc.halls[0].booths if b.number == "A15"]
    assert [b.id for b in cells] == ["A-A15", "A-A15-2", "A-A15-3"]
    for at, cell in enumerate(cells):
        # 24 ft from the left, 44 ft from the top; 10 x 10 ft each.
        feet = (24 + 10 * at, 284, 34 + 10 * at, 294)
        assert cell.outline.bounds == pytest.approx([0.3048 * f for f in feet], abs=EXACT)

    tea, _ = fair_of("tea-expo-busan")
    long = next(b for b in tea.halls[0].booths if b.number == "A7")
    assert long.outline.bounds == (0, 39, 3, 54)

    bronies, _ = fair_of("bronycon-2019")
    first = next(b for b in bronies.halls[0].booths if b.number == "101")
    # Drawn at 158, 209, 40 wide; the walls' faces are at 108 and 987 (the lower one on screen).
    unit = 3.048 / 43
    corners = (50 * unit, (987 - 249) * unit, 90 * unit, (987 - 209) * unit)
    assert first.outline.bounds == pytest.approx(corners, abs=EXACT)

    books, _ = fair_of("sibf-2026-json")
    village = next(b for hall in books.halls for b in hall.booths if b.number == "B400")
    assert len(village.exhibitors) == 101


def test_every_firm_of_epc_stands_in_its_own_rectangle(real_data: Path) -> None:
    """Row by row of the plan, which has the id and the place of each firm."""
    plan = json.loads((real_data / "paired/epc-show-2026/booths.json").read_text("utf-8"))
    fair, _ = fair_of("epc-show-2026")
    firms = {booth.main_exhibitor: booth for booth in fair.halls[0].booths}
    assert len(firms) == len(plan["booths"])
    for row in plan["booths"]:
        booth = firms[row["slug"]]
        west, north = row["x"], plan["meta"]["hall_h"] - row["y"]
        feet = (west, north - row["h"], west + row["w"], north)
        assert booth.number == row["stand"]
        assert booth.outline.bounds == pytest.approx([0.3048 * f for f in feet], abs=EXACT)


def digest(hall: Hall) -> str:
    """Of the sorted booth numbers, so that truth need not repeat what is not ours."""
    numbers = "\n".join(sorted(booth.number for booth in hall.booths))
    return hashlib.sha256(numbers.encode()).hexdigest()[:16]


def area_of(polygon: Polygon) -> float:
    """The shoelace formula."""
    ring = polygon.outer
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2
