"""A hall's plan as GeoJSON in its own metres, which the `crs` member says.

RFC 7946 would have longitudes and latitudes, and nobody told where on the earth a hall is; IMDF
(`imdf.py`) is the export for maps of the earth.
"""

from __future__ import annotations

import json
from typing import Any

from hallgen.exports.features import Feature, features_of
from hallgen.model import Fair, Hall, Point, Polygon, Ring

_CRS = {"type": "name", "properties": {"name": "local metres, x east and y north on the plan"}}
#: Decimals of a metre; ends of gates have more, so that their length is that of the gate.
_DIGITS, _FINE = 4, 9


def hall_geojson(hall: Hall, fair: Fair) -> str:
    """The plan as the text of a file, a feature on each line."""
    features = ",\n".join(
        json.dumps(_feature(one), ensure_ascii=False) for one in features_of(hall, fair)
    )
    head = {"type": "FeatureCollection", "name": f"{fair.id} {hall.id}", "crs": _CRS}
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opening}, "features": [\n{features}\n]}}\n'


def _feature(one: Feature) -> dict[str, Any]:
    said = {
        "kind": one.kind,
        "number": one.number,
        "name": one.name.model_dump() if one.name else "",
        "zone": one.zone,
        "exhibitors": list(one.exhibitors),
    }
    return {
        "type": "Feature",
        "id": one.id,
        "properties": {key: value for key, value in said.items() if value},
        "geometry": _geometry(one),
    }


def _geometry(one: Feature) -> dict[str, Any]:
    if one.line is not None:
        return {"type": "LineString", "coordinates": [_at(p, _FINE) for p in one.line]}
    assert one.shape is not None  # noqa: S101 - a feature has one of both
    return {"type": "Polygon", "coordinates": rings(one.shape)}


def rings(shape: Polygon) -> list[list[list[float]]]:
    """A polygon's rings as GeoJSON has them: the outer counter-clockwise, holes clockwise, each
    closed.
    """

    def closed(ring: Ring) -> list[list[float]]:
        return [_at(point, _DIGITS) for point in (*ring, ring[0])]

    return [closed(shape.outer), *map(closed, shape.holes)]


def _at(point: Point, digits: int) -> list[float]:
    return [round(point[0], digits) + 0.0, round(point[1], digits) + 0.0]
