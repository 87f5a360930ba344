"""A hall as GeoJSON in metres, one feature a line, as a plan database exports it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tools.industry_fair.drawn import Corner, DrawnHall


def geojson(hall: DrawnHall) -> str:
    features = ",\n".join(
        json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        for feature in _features(hall)
    )
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]}}\n'


def _features(hall: DrawnHall) -> Iterator[dict[str, object]]:
    yield _feature({"kind": "outline"}, _polygon(hall.outline))
    for stand in hall.stands:
        kind = "pavilion" if stand.pavilion else ("raw" if stand.area >= 36 else "shell")
        yield _feature({"number": stand.number, "kind": kind}, _polygon(stand.corners))
    for space in hall.spaces:
        yield _feature({"name": space.name, "kind": space.kind}, _polygon(space.corners))
    for door in hall.doors:
        x, y = door.at
        across = [[x - door.width / 2, y], [x + door.width / 2, y]]
        yield _feature(
            {"name": door.name, "kind": "gate"}, {"type": "LineString", "coordinates": across}
        )


def _feature(properties: dict[str, str], geometry: dict[str, object]) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _polygon(corners: tuple[Corner, ...]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [[list(p) for p in (*corners, corners[0])]]}
