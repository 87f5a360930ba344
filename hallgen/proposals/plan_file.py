"""A proposal as files: a GeoJSON plan that the readers read, and who stands where as a list."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator
from typing import Any

import shapely

from hallgen.layout import to_shape
from hallgen.layout.shapes import walls_of
from hallgen.model import AreaKind, Demand, Gate, Hall, Point, Polygon
from hallgen.proposals.propose import Proposal

#: What the readers know each kind of area by.
_AREAS = {
    AreaKind.ENTRANCE: "registration",
    AreaKind.FACILITY: "facility",
    AreaKind.STAGE: "stage",
    AreaKind.LOUNGE: "lounge",
}
#: How thick a door is drawn, in metres.
THICK = 0.2


def geojson(hall: Hall, outline: Polygon, names: dict[str, str]) -> str:
    """The hall's plan in metres, one feature a line. `names` are exhibitors' by the booth's id."""
    document = {
        "type": "FeatureCollection",
        "name": hall.id,
        "crs": {"type": "name", "properties": {"name": "local"}},
    }
    head = json.dumps(document, ensure_ascii=False)[:-1]
    lines = ",\n".join(
        json.dumps(feature, ensure_ascii=False) for feature in _features(hall, outline, names)
    )
    return f'{head}, "features": [\n{lines}\n]}}\n'


def booth_list(proposal: Proposal, demand: Demand) -> str:
    """A CSV of those who wanted a booth, with its number or none, as fair.yaml has lists."""
    numbers = {booth.id: booth.number for booth in proposal.hall.booths}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "name", "hall", "booth", "area", "zone", "category"])
    for one in demand.wanted:
        booth = proposal.stands.get(one.id)
        number = "" if booth is None else numbers[booth]
        hall = "" if booth is None else proposal.hall.id
        row = (one.id, one.name, hall, number, f"{one.area:g}", one.zone, one.category)
        writer.writerow(row)
    return out.getvalue()


def _features(hall: Hall, outline: Polygon, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    yield _feature(outline, kind="hall")
    for wall in hall.walls:
        yield _feature(wall, kind="wall")
    for column in hall.columns:
        yield _feature(column, kind="column")
    for hydrant in hall.hydrants:
        yield _feature(hydrant, kind="hydrant")
    for area in hall.areas:
        yield _feature(area.outline, kind=_AREAS[area.kind], name=dict(area.name.said))
    for gate in hall.gates:
        yield _feature(_door(gate, outline), kind="gate", name=dict(gate.name.said))
    for exit_ in hall.exits:
        yield _feature(_door(exit_, outline), kind="emergency exit", name=dict(exit_.name.said))
    for booth in hall.booths:
        facts: dict[str, Any] = {"number": booth.number, "kind": booth.kind.value}
        if booth.zone:
            facts["zone"] = booth.zone
        if names.get(booth.id):
            facts["name"] = names[booth.id]
        yield _feature(booth.outline, **facts)


def _feature(polygon: Polygon, **properties: Any) -> dict[str, Any]:
    rings = [[*map(list, ring), list(ring[0])] for ring in (polygon.outer, *polygon.holes)]
    return {
        "type": "Feature",
        "properties": {key: value for key, value in properties.items() if value},
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def _door(gate: Gate, outline: Polygon) -> Polygon:
    """A thin rectangle in the doorway, along the nearest wall."""
    here = shapely.Point(gate.position)
    wall = min(walls_of(to_shape(outline)), key=lambda line: round(line.distance(here), 3))
    (x0, y0), (x1, y1) = wall.coords
    length = math.dist((x0, y0), (x1, y1))
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    half, deep = gate.width / 2, THICK / 2

    def corner(along: float, out: float) -> Point:
        x, y = gate.position
        return (
            round(x + ux * along * half - uy * out * deep, 4) + 0.0,
            round(y + uy * along * half + ux * out * deep, 4) + 0.0,
        )

    return Polygon(outer=(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)))
