"""GeoJSON and IMDF features, in longitude and latitude, in EPSG:3857, or in a plan's own units.

RFC 7946 knows longitude and latitude only; the `crs` member of older files is honoured, and
coordinates that cannot be degrees are taken as metres.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Point, Ring, Text
from hallgen.readers.fair_file import PlanSource, YAxis
from hallgen.readers.fields import TableKind, meanings
from hallgen.readers.plans.drawing import Drawing, Label, Line, Mark, Shape
from hallgen.readers.plans.kinds import role_of_kind
from hallgen.readers.plans.projection import Projection, around, from_web_mercator
from hallgen.readers.plans.rings import is_finite, without_repeats

#: Properties that a booth's number, name, zone and kind are in, where fair.yaml names none.
COMMON_PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "number": ("number", "booth_number", "boothNumber", "booth", "booth_id", "stand", "ref"),
    "name": ("name", "label", "title"),
    "zone": ("zone",),
    "kind": ("kind", "category", "indoor", "feature_type", "type"),
}
#: Words that mean a number in a table and something else in features.
_NO_NUMBERS = frozenset(("id", "label", "name", "type"))
_LEVELS = re.compile(r"\s*(-?\d+)\s*-\s*(-?\d+)\s*")
_MOST_LEVELS = 60
_WEB_MERCATOR = re.compile(r"(EPSG:+(3857|900913|102100)$)", re.IGNORECASE)
_DEGREES = re.compile(r"(CRS84$|EPSG:+(4326|4979)$)", re.IGNORECASE)
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
#: A plan of more than this many degrees is none of a hall, so its units are not degrees.
_WIDEST = 0.2


class _BadGeometryError(Exception):
    """A geometry that cannot be read."""


def read_geojson(
    path: Path, source: PlanSource, name: str, diagnostics: Diagnostics
) -> Drawing | None:
    """What a GeoJSON file draws, in metres where its units are known; None if unreadable."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        message = f"The drawing cannot be read as GeoJSON: {error}."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name, line), message)
        return None
    features = list(_features(document))
    if not features:
        message = "The file is JSON, but has no GeoJSON features."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    places = _places(name, text, features)
    bounds = bounds_of(features)
    if bounds is None:
        message = "No feature of the file has coordinates."
        diagnostics.add(codes.PLAN_UNREADABLE, Place(name), message)
        return None
    unit, project = _projection(document, source, bounds, Place(name), diagnostics)
    return draw(features, places, source, Drawing(YAxis.UP, unit, unit is not None), project,
                diagnostics)  # fmt: skip


def draw(
    features: Sequence[dict[str, Any]],
    places: Sequence[Place],
    source: PlanSource,
    drawing: Drawing,
    project: Projection,
    diagnostics: Diagnostics,
) -> Drawing:
    """Add features to a drawing, each with its place; what is broken of them is told."""
    for feature, place in zip(features, places, strict=True):
        try:
            _add(drawing, feature, source, place, project)
        except _BadGeometryError as error:
            message = f"This feature is left out: {error}."
            diagnostics.add(codes.PLAN_PART_UNREADABLE, place, message)
    return drawing


def _features(document: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(document, dict):
        return
    if document.get("type") == "FeatureCollection" and isinstance(document.get("features"), list):
        yield from (f for f in document["features"] if isinstance(f, dict))
    elif document.get("type") == "Feature":
        yield document
    elif "coordinates" in document or "geometries" in document:
        yield {"type": "Feature", "geometry": document, "properties": {}}


def _places(name: str, text: str, features: list[dict[str, Any]]) -> list[Place]:
    """Each feature's line, where the word Feature stands as often as there are features."""
    starts = [match.start() for match in _FEATURE.finditer(text)]
    lines: list[int | None] = [None] * len(features)
    if len(starts) == len(features):
        lines, line, done = [], 1, 0
        for start in starts:
            line, done = line + text.count("\n", done, start), start
            lines.append(line)
    ids = [str(f.get("id", "")) or f"features[{index}]" for index, f in enumerate(features)]
    return [Place(name, line, item) for line, item in zip(lines, ids, strict=True)]


def bounds_of(features: Sequence[dict[str, Any]]) -> tuple[float, float, float, float] | None:
    """Least x and y, greatest x and y of all that the features have; None where that is nothing."""
    points = [p for f in features for p in _points(f.get("geometry"))]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _points(node: Any) -> Iterator[Point]:
    """Every pair of numbers in a geometry, whatever it is nested in."""
    if isinstance(node, dict):
        for key in ("coordinates", "geometries", "geometry"):
            yield from _points(node.get(key))
    elif isinstance(node, list):
        if len(node) >= 2 and all(_is_number(value) for value in node[:2]):
            if is_finite([(node[0], node[1])]):
                yield float(node[0]), float(node[1])
        else:
            for child in node:
                yield from _points(child)


def _projection(
    document: Any,
    source: PlanSource,
    bounds: tuple[float, float, float, float],
    place: Place,
    diagnostics: Diagnostics,
) -> tuple[float | None, Projection]:
    """The unit of the drawing after projecting, and the projection."""
    if source.unit is not None or source.scale is not None:
        return None, lambda point: point
    crs = document.get("crs") if isinstance(document, dict) else None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    west, south, east, north = bounds
    middle = ((west + east) / 2, (south + north) / 2)
    if _WEB_MERCATOR.search(named):
        project = around(from_web_mercator(middle))
        return 1.0, lambda point: project(from_web_mercator(point))
    degrees = west >= -180 and east <= 180 and south >= -90 and north <= 90
    if degrees and (east - west < _WIDEST or _DEGREES.search(named)):
        return 1.0, around(middle)
    if not named or _DEGREES.search(named):
        message = "The coordinates are too far apart for degrees; they are taken as metres."
        diagnostics.add(codes.PLAN_COORDINATES_GUESSED, place, message)
    elif "local" not in named.lower():
        message = f'The coordinates, in "{named}", are taken as metres.'
        diagnostics.add(codes.PLAN_COORDINATES_GUESSED, place, message)
    return 1.0, lambda point: point


def _add(
    drawing: Drawing,
    feature: dict[str, Any],
    source: PlanSource,
    place: Place,
    project: Projection,
) -> None:
    raw = feature.get("properties")
    properties = raw if isinstance(raw, dict) else {}
    said = {field: _said(properties, field, source) for field in COMMON_PROPERTIES}
    if not said["number"] and source.table is None:
        said["number"] = _by_meaning(properties)
    names = _names(properties, source)
    layers = (feature.get("feature_type"), properties.get("layer"), properties.get("feature_type"))
    mark = Mark(
        place=place,
        layers=tuple(str(layer) for layer in layers if layer),
        id=str(feature.get("id", "")),
        classes=(*filter(None, [said["kind"]]), *levels_of(properties)),
        role=role_of_kind(said["kind"]),
    )
    geometry = feature.get("geometry")
    for kind, coordinates in _simple(geometry if isinstance(geometry, dict) else {}):
        if kind == "Polygon":
            rings = [tuple(project(p) for p in _ring(ring)) for ring in _list(coordinates)]
            rings = [ring[:-1] if ring and ring[0] == ring[-1] else ring for ring in rings]
            if rings and len(rings[0]) > 2:
                drawing.shapes.append(Shape(rings[0], mark, tuple(rings[1:]), names=names, **said))
            else:
                raise _BadGeometryError("its polygon has less than three points")
        elif kind == "LineString":
            points = tuple(project(p) for p in _ring(coordinates))
            if len(points) > 1:
                drawing.lines.append(Line(points, mark, names))
        elif kind == "Point":
            text = said["number"] or said["name"]
            drawing.labels.append(Label(text, project(_ring([coordinates])[0]), mark))


def _simple(geometry: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """A geometry as polygons, lines and points."""
    kind = str(geometry.get("type", ""))
    if kind == "GeometryCollection":
        for child in _list(geometry.get("geometries", [])):
            if isinstance(child, dict):
                yield from _simple(child)
    elif kind.startswith("Multi"):
        yield from (
            (kind.removeprefix("Multi"), part) for part in _list(geometry.get("coordinates"))
        )
    elif kind in ("Polygon", "LineString", "Point"):
        yield kind, geometry.get("coordinates")
    elif geometry:
        raise _BadGeometryError(f'"{kind}" is no geometry of GeoJSON')


def _ring(coordinates: Any) -> Ring:
    points = _list(coordinates)
    for point in points:
        if not (isinstance(point, list) and len(point) >= 2 and all(map(_is_number, point[:2]))):
            raise _BadGeometryError(f"{str(point)[:40]} is no position")
    ring = without_repeats((p[0], p[1]) for p in points)
    if not is_finite(ring) or not ring:
        raise _BadGeometryError("a coordinate is not a finite number")
    return ring


def levels_of(properties: Mapping[str, Any]) -> tuple[str, ...]:
    """The levels of a feature as "level 0", as OpenStreetMap writes them: "0", "0;1", "-1-2".

    https://wiki.openstreetmap.org/wiki/Key:level
    """
    said = properties.get("level")
    if not isinstance(said, str | int | float) or isinstance(said, bool):
        return ()
    levels: dict[str, None] = {}
    for part in re.split(r"[;,]", str(said)):
        bounds = _LEVELS.fullmatch(part)
        if bounds is None:
            levels.update({part.strip(): None} if part.strip() else {})
        elif abs(int(bounds[2]) - int(bounds[1])) < _MOST_LEVELS:
            low, high = sorted((int(bounds[1]), int(bounds[2])))
            levels.update({str(level): None for level in range(low, high + 1)})
    return tuple(f"level {level}" for level in levels)


def _by_meaning(properties: Mapping[str, Any]) -> str:
    """The number under any word that tables of booths have for it: BoothNo, 展位号, STAND_NR."""
    keys = {
        key: value
        for key, value in properties.items()
        if isinstance(value, str | int) and not isinstance(value, bool) and key not in _NO_NUMBERS
    }
    column = _number_column(tuple(keys))
    return "" if column is None else str(keys[column]).strip()


@lru_cache(maxsize=1024)
def _number_column(keys: tuple[str, ...]) -> str | None:
    found = meanings(TableKind.BOOTHS, keys)
    return next((m.column for m in found if m.field == "number" and m.confidence >= 0.95), None)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _BadGeometryError("its coordinates are not a list")
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _names(properties: dict[str, Any], source: PlanSource) -> Text:
    """The name in the languages that the properties have it in."""
    columns = source.table.columns if source.table is not None else {}
    names = (columns["name"],) if "name" in columns else COMMON_PROPERTIES["name"]
    said = next((properties[name] for name in names if properties.get(name)), None)
    if not isinstance(said, dict):
        return Text.model_validate(_said(properties, "name", source))
    return Text.model_validate({k: v for k, v in said.items() if isinstance(v, str)})


def _said(properties: dict[str, Any], field: str, source: PlanSource) -> str:
    """What the properties say of a field, under the name in fair.yaml or a common one."""
    columns = source.table.columns if source.table is not None else {}
    names = (columns[field],) if field in columns else COMMON_PROPERTIES[field]
    for name in names:
        value = properties.get(name)
        if isinstance(value, dict):
            value = Text.model_validate(
                {k: v for k, v in value.items() if isinstance(v, str)}
            ).best("en")
        if (
            isinstance(value, str | int | float)
            and not isinstance(value, bool)
            and str(value).strip()
        ):
            return str(value).strip()
    return ""
