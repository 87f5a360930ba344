"""Small drawings for tests, and the one way to read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hallgen.diagnostics import Diagnostics
from hallgen.model import Plan, Polygon
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans import read_plan

#: Two booths side by side and one apart, in metres, y up: number to x, y, width, depth.
THREE = {"A1": (0.0, 0.0, 3.0, 3.0), "A2": (3.0, 0.0, 3.0, 3.0), "B7": (0.0, 9.0, 6.0, 3.0)}


def read(path: Path, **source: Any) -> tuple[Plan | None, list[str]]:
    """The plan, and faults as "H213:4": code and line."""
    plan, diagnostics = read_all(path, **source)
    return plan, [f"{fault.code}:{fault.place.line}" for fault in diagnostics]


def read_all(path: Path, **source: Any) -> tuple[Plan | None, Diagnostics]:
    diagnostics = Diagnostics()
    parsed = PlanSource.model_validate({"file": path.name, **source})
    return read_plan(path, parsed, "1", path.name, diagnostics), diagnostics


def boxes(plan: Plan | None) -> dict[str, tuple[float, ...]]:
    """Each booth's bounds as x, y, width, depth, rounded to a millimetre."""
    assert plan is not None
    return {booth.number: box(booth.outline) for booth in plan.booths}


def parts(plan: Plan | None) -> list[tuple[float, ...]]:
    """The bounds of all shapes whose number others bear too."""
    assert plan is not None
    return [box(part.outline) for booth in plan.booths for part in booth.parts]


def box(polygon: Polygon) -> tuple[float, ...]:
    west, south, east, north = polygon.bounds
    return tuple(round(value, 3) for value in (west, south, east - west, north - south))


def svg(path: Path, body: str, head: str = 'viewBox="0 0 100 100"') -> Path:
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{body}\n</svg>\n', encoding="utf-8"
    )
    return path


def svg_booths(booths: Mapping[str, tuple[float, ...]], height: float = 12.0) -> str:
    """Rectangles with a text in each, in metres, y down from `height`."""
    return "\n".join(
        f'<rect x="{x}" y="{height - y - d}" width="{w}" height="{d}" fill="none"/>'
        f'<text x="{x + w / 2}" y="{height - y - d / 2}" font-size="0.5" '
        f'text-anchor="middle">{number}</text>'
        for number, (x, y, w, d) in booths.items()
    )


def geojson(path: Path, features: list[dict[str, Any]], **members: Any) -> Path:
    document = {"type": "FeatureCollection", **members, "features": features}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def feature(ring: list[tuple[float, float]], **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }


def corners(x: float, y: float, w: float, d: float) -> list[tuple[float, float]]:
    return [(x, y), (x + w, y), (x + w, y + d), (x, y + d)]
