"""GeoJSON: in degrees, in EPSG:3857, in metres; IMDF features."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from hallgen.readers.plans.projection import ECCENTRICITY2, RADIUS, around, from_web_mercator
from tests.readers.plans.drawings import THREE, boxes, corners, feature, geojson, parts, read

NUMBERED = [feature(corners(*box), number=number) for number, box in THREE.items()]
SHANGHAI = (121.300, 31.190)


def degrees(x: float, y: float) -> tuple[float, float]:
    """Metres from a place in Shanghai as longitude and latitude, by a sphere of its own."""
    latitude = math.radians(SHANGHAI[1])
    flat = 1 - ECCENTRICITY2 * math.sin(latitude) ** 2
    north = RADIUS * (1 - ECCENTRICITY2) / flat**1.5
    east = RADIUS / math.sqrt(flat) * math.cos(latitude)
    return SHANGHAI[0] + math.degrees(x / east), SHANGHAI[1] + math.degrees(y / north)


def mercator(x: float, y: float) -> tuple[float, float]:
    longitude, latitude = degrees(x, y)
    return (
        RADIUS * math.radians(longitude),
        RADIUS * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)),
    )


def test_metres(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", NUMBERED)
    assert boxes(read(path, unit="m")[0]) == THREE
    far = [feature([(x + 5e5, y + 4e6) for x, y in corners(*b)], ref=n) for n, b in THREE.items()]
    plan, faults = read(geojson(tmp_path / "b.geojson", far))
    assert (boxes(plan), faults) == (THREE, ["H219:None"])
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    plan, faults = read(geojson(tmp_path / "c.geojson", far, crs=crs))
    assert (boxes(plan), faults) == (THREE, ["H219:None"])


def test_degrees(tmp_path: Path) -> None:
    features = [feature([degrees(*p) for p in corners(*b)], number=n) for n, b in THREE.items()]
    plan, faults = read(geojson(tmp_path / "a.geojson", features))
    assert faults == []
    for number, box in boxes(plan).items():
        assert box == pytest.approx(THREE[number], abs=0.002)  # 1 mm of rounding at either end


def test_web_mercator(tmp_path: Path) -> None:
    features = [feature([mercator(*p) for p in corners(*b)], number=n) for n, b in THREE.items()]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    plan, faults = read(geojson(tmp_path / "a.geojson", features, crs=crs))
    assert faults == []
    for number, box in boxes(plan).items():
        assert box == pytest.approx(THREE[number], abs=0.002)


def test_the_projection_against_known_lengths() -> None:
    """A degree of latitude and of longitude at 45 N on WGS 84: 111,131.7 m and 78,846.8 m
    (Snyder 1987, table 6, for a neighbouring ellipsoid; within 30 m)."""
    project = around((0.0, 45.0))
    assert project((0.0, 46.0))[1] == pytest.approx(111_131.7, abs=30)
    assert project((1.0, 45.0))[0] == pytest.approx(78_846.8, abs=30)
    longitude, latitude = from_web_mercator((RADIUS * math.pi, 0.0))
    assert (longitude, latitude) == pytest.approx((180, 0), abs=1e-9)


def test_places_have_lines_and_ids(tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [{**NUMBERED[0], "id": "u-1"}, NUMBERED[1]])
    plan, _ = read(path, unit="m")
    assert plan is not None
    lines = path.read_text().splitlines()
    for booth in plan.booths:
        assert '"Feature"' in lines[(booth.place.line or 0) - 1]
    assert [booth.place.item for booth in plan.booths] == ["u-1", "features[1]"]


def test_names_and_kinds_of_features(tmp_path: Path) -> None:
    features = [
        feature(corners(0, 0, 3, 3), name={"en": "A1", "ja": "A1番"}, kind="shell", zone="cnc"),
        feature(corners(0, 0, 60, 40), category="outline"),
        feature(corners(9, 0, 9, 9), category="stage", name="Main stage"),
        feature(corners(30, 20, 1, 1), category="column"),
        {"type": "Feature", "properties": {"kind": "entrance", "name": "West"},
         "geometry": {"type": "Point", "coordinates": [0, 20]}},
        {"type": "Feature", "properties": {"kind": "wall"},
         "geometry": {"type": "LineString", "coordinates": [[50, 0], [50, 10]]}},
    ]  # fmt: skip
    plan, faults = read(geojson(tmp_path / "a.geojson", features), unit="m")
    assert faults == []
    assert plan is not None
    assert boxes(plan) == {"A1": (0, 0, 3, 3)}
    assert (plan.booths[0].kind, plan.booths[0].zone) == ("shell", "cnc")
    assert plan.outline is not None
    assert plan.outline.bounds == (0, 0, 60, 40)
    assert [(area.kind, area.name.best()) for area in plan.areas] == [("stage", "Main stage")]
    assert [(g.name.best(), g.position, g.width) for g in plan.gates] == [("West", (0, 20), 3)]
    assert (len(plan.columns), len(plan.walls)) == (1, 1)


def test_properties_named_in_fair_yaml(tmp_path: Path) -> None:
    features = [feature(corners(*box), number="x", code=n) for n, box in THREE.items()]
    table = {"file": "a.geojson", "columns": {"number": "code"}}
    plan, _ = read(geojson(tmp_path / "a.geojson", features), unit="m", table=table)
    assert boxes(plan) == THREE


def test_multipolygons_and_collections(tmp_path: Path) -> None:
    rings = [[corners(0, 0, 3, 3)], [corners(3, 0, 3, 3)]]
    multi = {"type": "MultiPolygon", "coordinates": rings}
    path = geojson(
        tmp_path / "a.json",
        [
            {"type": "Feature", "properties": {"number": "A1"}, "geometry": multi},
            {"type": "Feature", "properties": {"number": "B1"},
             "geometry": {"type": "GeometryCollection", "geometries": [
                 {"type": "Polygon", "coordinates": [corners(9, 9, 3, 3)]}]}},
        ],
    )  # fmt: skip
    plan, faults = read(path, unit="m")
    assert boxes(plan) == {"A1": (0, 0, 6, 3), "B1": (9, 9, 3, 3)}
    assert (parts(plan), faults) == ([(0, 0, 3, 3), (3, 0, 3, 3)], [])


def test_bad_features_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    def bad(geometry: object) -> dict[str, object]:
        return {"type": "Feature", "properties": {"number": "C1"}, "geometry": geometry}

    features = [
        *NUMBERED,
        bad({"type": "Polygon", "coordinates": [[[0, 0], ["x", 1], [2, 2]]]}),
        bad({"type": "Polygon", "coordinates": 7}),
        bad({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}),
        bad({"type": "Circle", "coordinates": [0, 0]}),
        bad(None),
        {"type": "Feature"},
    ]
    plan, faults = read(geojson(tmp_path / "a.geojson", features), unit="m")
    assert boxes(plan) == THREE
    assert [fault[:4] for fault in faults] == ["H204"] * 4


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"type": "FeatureCollection"}', "[" * 100_000, '"Feature"']
)
def test_files_that_are_no_plan(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(text)
    plan, faults = read(path, unit="m")
    assert plan is None
    assert [fault[:4] for fault in faults] == ["H200"]


def test_numbers_json_does_not_know(tmp_path: Path) -> None:
    ring = [[0, 0], [math.nan, 1], [2, math.inf]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    path = tmp_path / "a.geojson"
    nan = {"type": "Feature", "properties": {"number": "N1"}, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [*NUMBERED, nan]}))
    plan, faults = read(path, unit="m")
    assert boxes(plan) == THREE
    assert [fault[:4] for fault in faults] == ["H204"]
