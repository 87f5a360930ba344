"""Drawings that nobody here made: each becomes a plan, or faults that say why not."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics, Severity
from hallgen.readers.plans import guess_plan
from tests.conftest import REAL_DATA
from tests.readers.plans.drawings import read_all

FOLDER = REAL_DATA / "floorplans"
KINDS = (".svg", ".dxf", ".geojson")
FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix in KINDS)

pytestmark = [pytest.mark.real, pytest.mark.usefixtures("real_data")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_every_drawing_ends_in_a_plan_or_in_faults(path: Path) -> None:
    for source in ({}, {"scale": 0.05}):
        plan, diagnostics = read_all(path, **source)
        assert plan is not None or diagnostics.count(Severity.ERROR) > 0
        assert all(fault.place.file == path.name for fault in diagnostics)


def test_there_are_drawings() -> None:
    assert len(FILES) > 70


def test_labels_placed_by_a_matrix() -> None:
    """119 of the 121 texts of this exhibition are booth numbers; two say Entrance and Exit."""
    path = FOLDER / "korean-expo-inline-svg" / "extracted.svg"
    plan, diagnostics = read_all(path, scale=0.1)
    assert plan is not None
    assert (len(plan.booths), len(diagnostics)) == (119, 0)
    assert len({booth.number for booth in plan.booths}) == 119


def test_a_building_in_degrees() -> None:
    """Areas of its rooms, against the shoelace formula on a sphere of 6,371,008.8 m."""
    path = FOLDER / "osm-indoor-berlin-hbf" / "public" / "geojson" / "apb.geojson"
    plan, _ = read_all(path)
    assert plan is not None
    areas: dict[str, list[float]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        number, geometry = feature["properties"].get("ref"), feature["geometry"]
        if number and geometry["type"] == "Polygon" and len(geometry["coordinates"]) == 1:
            areas.setdefault(number, []).append(on_the_sphere(geometry["coordinates"][0]))
    compared = 0
    for booth in plan.booths:
        if len(areas.get(booth.number, ())) == 1 and not booth.outline.holes:
            # A sphere is up to 0.6 % off the ellipsoid in area; small rooms feel the rounding.
            found = on_the_plan(booth.outline.outer)
            assert found == pytest.approx(areas[booth.number][0], rel=0.007, abs=0.05)
            compared += 1
    assert compared > 200


def on_the_sphere(ring: list[list[float]]) -> float:
    across = math.cos(math.radians(ring[0][1]))
    degree = math.radians(1) * 6_371_008.8
    return on_the_plan([(x * degree * across, y * degree) for x, y in ring])


def on_the_plan(ring: Sequence[tuple[float, float]]) -> float:
    near = [(x - ring[0][0], y - ring[0][1]) for x, y in ring]
    pairs = zip(near, [*near[1:], near[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@pytest.mark.slow
def test_guesses_of_real_drawings() -> None:
    for path in (path for path in FILES if path.suffix != ".dxf"):
        guess = guess_plan(path, path.name, Diagnostics())
        assert guess.lines or not guess.halls
