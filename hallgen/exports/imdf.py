"""The fair's halls in the Indoor Mapping Data Format (OGC 20-094), as an archive of GeoJSON files.

Each hall is a building with one level. Booths are units of the category `room`, exhibitors are
occupants whose anchors are in them, gates are openings. What IMDF has no word for, the kind of a
booth and its zone, are properties of an extension that the manifest names. Ids are made of those
of the fair (UUID version 5), so that one fair always has the same.
"""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from hallgen.exports.features import AREA_WORDS, COLUMN, HALL, WALL, Feature, features_of
from hallgen.exports.geojson import rings
from hallgen.model import UNDETERMINED, AreaKind, Fair, FairIndex, Hall, Point, Polygon, Text
from hallgen.readers.plans.imdf import KIND, NAME, ZONE
from hallgen.readers.plans.projection import Projection, back_from

#: Decimals of a degree: a tenth of a millimetre is 1e-9, and no more may be lost.
_DIGITS: Final = 11
#: Between two halls on the map, in metres.
_APART: Final = 30.0
_NAMES: Final = uuid.UUID("6f6b3f5e-1d0e-5c7e-9a51-2f6a6f5d0c11")
_CATEGORIES: Final = {
    WALL: "structure",
    COLUMN: "column",
    AREA_WORDS[AreaKind.ENTRANCE]: "lobby",
    AREA_WORDS[AreaKind.STAGE]: "auditorium",
    AREA_WORDS[AreaKind.LOUNGE]: "lounge",
    AREA_WORDS[AreaKind.FACILITY]: "unspecified",
}
_TYPES: Final = (
    *("address", "venue", "building", "footprint", "level", "unit", "opening", "anchor"),
    "occupant",
)
#: ZIP knows no zones and no time before this.
_WHEN: Final = (1980, 1, 1, 0, 0, 0)


def fair_imdf(fair: Fair, at: Point) -> bytes:
    """The archive. `at` is the longitude and latitude, in degrees, of the middle of the first
    hall; the others are in a row to the east of it.
    """
    written = _Archive(fair, at)
    for hall in fair.halls:
        written.add_hall(hall)
    written.add_venue()
    manifest = {
        "version": "1.0.0",
        "created": "1980-01-01T00:00:00Z",
        "language": fair.languages[0],
        "generated_by": "hallgen",
        "extensions": ["imdf:extension:hallgen:fair#1.0.0"],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1))
        for type_ in _TYPES:
            _write(archive, f"{type_}.geojson", _collection(type_, written.features[type_]))
    return out.getvalue()


class _Archive:
    """The features of each type, as they are added."""

    def __init__(self, fair: Fair, at: Point) -> None:
        self.fair = fair
        self.features: dict[str, list[dict[str, Any]]] = {type_: [] for type_ in _TYPES}
        self._exhibitors = FairIndex(fair).exhibitors
        self._at = at
        self._east = 0.0  # metres from the middle of the first hall
        self._footprints: list[list[list[list[float]]]] = []
        self._address = self._id("address")

    def add_hall(self, hall: Hall) -> None:
        west, south, east, north = hall.outline.bounds
        half = (east - west) / 2
        self._east += half if self.features["level"] else 0.0
        middle = back_from(self._at)((self._east, 0.0))
        self._east += half + _APART
        project = _about(((west + east) / 2, (south + north) / 2), middle)
        building, level = self._id("building", hall.id), self._id("level", hall.id)
        self._add_building(hall, building, level, project)
        for one in features_of(hall, self.fair):
            if one.line is not None:
                self._add_opening(one, level, project)
            elif one.kind != HALL:
                self._add_unit(one, level, project)

    def _add_building(self, hall: Hall, building: str, level: str, project: Projection) -> None:
        outline = _polygon(hall.outline, project)
        point = _point(_middle(hall.outline), project)
        name = self._labels(hall.name)
        self._footprints.append(outline["coordinates"][:1])
        self._add(
            "building",
            building,
            None,
            category="unspecified",
            restriction=None,
            name=name,
            alt_name=None,
            display_point=point,
            address_id=self._address,
        )
        self._add(
            "footprint",
            self._id("footprint", hall.id),
            outline,
            category="ground",
            name=None,
            building_ids=[building],
        )
        self._add(
            "level",
            level,
            outline,
            category="unspecified",
            restriction=None,
            outdoor=False,
            ordinal=0,
            name=name,
            short_name=self._labels(Text.model_validate(hall.id)),
            display_point=point,
            address_id=None,
            building_ids=[building],
        )

    def _add_unit(self, one: Feature, level: str, project: Projection) -> None:
        assert one.shape is not None  # noqa: S101 - lines are openings
        unit = self._id("unit", one.id)
        own = {KIND: one.kind} | ({ZONE: one.zone} if one.zone else {})
        name = Text.model_validate(one.number) if one.is_booth else one.name
        self._add(
            "unit",
            unit,
            _polygon(one.shape, project),
            category="room" if one.is_booth else _CATEGORIES[one.kind],
            restriction=None,
            accessibility=None,
            name=self._labels(name) if name else None,
            alt_name=None,
            display_point=_point(inside(one.shape), project),
            level_id=level,
            **own,
            **({} if one.is_booth else self._own_name(one.name)),
        )
        for id_ in one.exhibitors:
            self._add_occupant(id_, unit, one, project)

    def _add_occupant(self, id_: str, unit: str, one: Feature, project: Projection) -> None:
        exhibitor = self._exhibitors.get(id_)
        if exhibitor is None or one.shape is None:
            return
        anchor = self._id("anchor", one.id, id_)
        point = _point(inside(one.shape), project)
        self._add("anchor", anchor, point, address_id=None, unit_id=unit)
        self._add(
            "occupant",
            self._id("occupant", one.id, id_),
            None,
            category="unspecified",
            name=self._labels(exhibitor.name),
            hours=None,
            phone=exhibitor.phone,
            website=exhibitor.website,
            validity=None,
            correlation_id=self._id("exhibitor", id_),
            anchor_id=anchor,
        )

    def _add_opening(self, one: Feature, level: str, project: Projection) -> None:
        assert one.line is not None  # noqa: S101 - what its caller asked
        (x0, y0), (x1, y1) = one.line
        ends = [_degrees(project(point)) for point in one.line]
        self._add(
            "opening",
            self._id("opening", one.id),
            {"type": "LineString", "coordinates": ends},
            category="pedestrian.principal",
            accessibility=None,
            access_control=None,
            door=None,
            name=self._labels(one.name) if one.name else None,
            alt_name=None,
            display_point=_point(((x0 + x1) / 2, (y0 + y1) / 2), project),
            level_id=level,
            **self._own_name(one.name),
        )

    def add_venue(self) -> None:
        """The fair's place, around all halls."""
        venue, languages = self.fair.venue, self.fair.languages
        country = venue.country.best("en")
        self._add(
            "address",
            self._address,
            None,
            address=venue.address.best(*languages) or "-",
            unit=None,
            locality=venue.city.best(*languages) or "-",
            province=None,
            country=country if len(country) == 2 and country.isupper() else "ZZ",
            postal_code=None,
            postal_code_ext=None,
            postal_code_vanity=None,
        )
        self._add(
            "venue",
            self._id("venue"),
            {"type": "MultiPolygon", "coordinates": self._footprints},
            category="conventioncenter",
            restriction=None,
            name=self._labels(venue.name or self.fair.name),
            alt_name=self._labels(self.fair.name) if venue.name else None,
            hours=None,
            phone=None,
            website=self.fair.url,
            display_point={"type": "Point", "coordinates": _degrees(self._at)},
            address_id=self._address,
        )

    def _add(self, type_: str, id_: str, geometry: Any, **properties: Any) -> None:
        self.features[type_].append(
            {
                "id": id_,
                "type": "Feature",
                "feature_type": type_,
                "geometry": geometry,
                "properties": properties,
            }
        )

    def _id(self, *parts: str) -> str:
        return str(uuid.uuid5(_NAMES, "\n".join((self.fair.id, *parts))))

    def _labels(self, name: Text) -> dict[str, str]:
        """IMDF wants a language for each text: the fair's first, where nobody said one."""
        first = self.fair.languages[0]
        said = dict(name.said)
        if UNDETERMINED in said:
            said.setdefault(first, said[UNDETERMINED])
            del said[UNDETERMINED]
        return said

    def _own_name(self, name: Text) -> dict[str, Any]:
        """A name as it is, where IMDF has to say a language that nobody knows."""
        return {NAME: dict(name.said)} if name.get(UNDETERMINED) else {}


def _about(middle: Point, place: Point) -> Projection:
    """From the plan to degrees, the plan's `middle` at a place of the earth."""
    unproject = back_from(place)
    return lambda point: unproject((point[0] - middle[0], point[1] - middle[1]))


def _polygon(shape: Polygon, project: Projection) -> dict[str, Any]:
    coordinates = [[_degrees(project((x, y))) for x, y in ring] for ring in rings(shape)]
    return {"type": "Polygon", "coordinates": coordinates}


def _point(point: Point, project: Projection) -> dict[str, Any]:
    return {"type": "Point", "coordinates": _degrees(project(point))}


def _degrees(point: Point) -> list[float]:
    return [round(point[0], _DIGITS), round(point[1], _DIGITS)]


def _middle(shape: Polygon) -> Point:
    x0, y0, x1, y1 = shape.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2


def inside(shape: Polygon) -> Point:
    """A point inside of a shape that may have any corners and holes: the middle of the widest
    stretch of it, half way up between two of its corners.
    """
    heights = sorted({y for ring in (shape.outer, *shape.holes) for _, y in ring})
    tallest = max(pairwise(heights), key=lambda pair: pair[1] - pair[0])
    y = sum(tallest) / 2
    crossings = sorted(_crossings(shape, y))
    stretches = zip(crossings[::2], crossings[1::2], strict=False)
    left, right = max(stretches, key=lambda pair: pair[1] - pair[0])
    return (left + right) / 2, y


def _crossings(shape: Polygon, y: float) -> Iterator[float]:
    for ring in (shape.outer, *shape.holes):
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y0 > y) != (y1 > y):
                yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _collection(type_: str, features: list[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features)
    return f'{{"type": "FeatureCollection", "name": "{type_}", "features": [\n{lines}\n]}}\n'


def _write(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, text.encode("utf-8"))
