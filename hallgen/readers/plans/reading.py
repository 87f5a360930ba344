"""One way from a drawing of any format to a plan in metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely import Polygon as ShapelyPolygon

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Area, Gate, Plan, PlannedBooth, Point, Polygon, Ring
from hallgen.readers.fair_file import PlanSource, Role, Size, YAxis
from hallgen.readers.plans.booths import FoundBooth, find_booths
from hallgen.readers.plans.drawing import Drawing
from hallgen.readers.plans.fixtures import (
    columns_of,
    hydrants_of,
    outline_around,
    outline_of,
    walls_of,
)
from hallgen.readers.plans.formats import read_drawing
from hallgen.readers.plans.kinds import booth_kind
from hallgen.readers.plans.openings import FoundArea, FoundGate, areas_of, gates_of
from hallgen.readers.plans.roles import Parts, in_metres, sort_by_role
from hallgen.readers.plans.scale import metres_per_unit

#: Lengths are kept to a tenth of a millimetre, so that a plan does not depend on rounding.
DIGITS = 4
#: What is drawn may stand out of a hall of a given size by this, in metres: a line's width.
SLACK = 0.1


@dataclass(frozen=True, slots=True)
class _Found:
    """All that a drawing holds, in metres, its origin still the drawing's."""

    booths: list[FoundBooth]
    outline: ShapelyPolygon | None
    walls: list[ShapelyPolygon]
    columns: list[ShapelyPolygon]
    areas: list[FoundArea]
    gates: list[FoundGate]
    exits: list[FoundGate]
    hydrants: list[ShapelyPolygon]

    def solids(self) -> list[ShapelyPolygon]:
        """Everything that has an extent, but for the outline."""
        booths = [polygon for booth in self.booths for polygon in booth.polygons]
        return [*booths, *self.walls, *self.columns, *(polygon for _, _, polygon in self.areas)]


@dataclass(frozen=True, slots=True)
class Understood:
    """A plan, and how it lies on the drawing that it was read from.

    The drawing's point (x, y) is the plan's (x * scale - west, y * up - south), in metres, where
    `up` is `scale`, or `-scale` in a drawing whose y grows down; `origin` is (west, south).
    """

    plan: Plan
    drawing: Drawing
    scale: float
    y: YAxis
    origin: Point


def read_plan(
    path: Path,
    source: PlanSource,
    hall: str,
    name: str,
    diagnostics: Diagnostics,
    *,
    empty: bool = False,
) -> Plan | None:
    """A hall's plan from the file at `path`, which faults call `name`.

    None where nothing of it can be used, and then an error says why. One without booths is of
    use only where it may be `empty`: a hall that is yet to be laid out.
    """
    understood = understand(path, source, hall, name, diagnostics, empty=empty)
    return None if understood is None else understood.plan


def understand(
    path: Path,
    source: PlanSource,
    hall: str,
    name: str,
    diagnostics: Diagnostics,
    *,
    empty: bool = False,
) -> Understood | None:
    """A hall's plan as `read_plan` reads it, with the drawing it was read from."""
    drawing = read_drawing(path, source, name, diagnostics)
    if drawing is None:
        return None
    place = Place(name)
    if not (drawing.shapes or drawing.lines):
        diagnostics.add(codes.PLAN_WITHOUT_BOOTHS, place, "Nothing is drawn in it.")
        return None
    parts = sort_by_role(drawing, source.layers, place, diagnostics)
    scale = metres_per_unit(drawing, parts[Role.BOOTHS], source, place, diagnostics)
    if scale is None:
        return None
    y = source.y or drawing.y
    parts = in_metres(parts, scale, y)
    found = _find(parts, source, y, place, diagnostics)
    if not (found.booths or empty):
        diagnostics.add(codes.PLAN_WITHOUT_BOOTHS, place, "No booth was found in the plan.")
        return None
    plan, origin = _plan(hall, found)
    return Understood(plan, drawing, scale, y, origin)


def _find(
    parts: Parts, source: PlanSource, y: YAxis, place: Place, diagnostics: Diagnostics
) -> _Found:
    booths = find_booths(parts, source, place, diagnostics)
    walls = walls_of(parts[Role.WALLS], diagnostics)
    columns = columns_of(parts[Role.COLUMNS], diagnostics)
    areas = areas_of(parts, diagnostics)
    outline = outline_of(parts, place, diagnostics)
    if outline is None and source.size is not None:
        solids = [
            *(p for b in booths for p in b.polygons),
            *walls,
            *columns,
            *(a[2] for a in areas),
        ]
        outline = _rectangle(source.size, solids, y, place, diagnostics)
    if outline is None and walls:
        outline = outline_around(walls, [p for booth in booths for p in booth.polygons])
    return _Found(
        booths,
        outline,
        walls,
        columns,
        areas,
        gates=gates_of(parts, Role.GATES, outline, walls, diagnostics),
        exits=gates_of(parts, Role.EXITS, outline, walls, diagnostics),
        hydrants=hydrants_of(parts[Role.HYDRANTS], diagnostics),
    )


def _rectangle(
    size: Size, solids: Sequence[ShapelyPolygon], y: YAxis, place: Place, diagnostics: Diagnostics
) -> ShapelyPolygon | None:
    """A hall of a given size: at the drawing's origin if all fits in there, else around all."""
    if not solids:
        return None
    west, south, east, north = (float(v) for v in shapely.total_bounds(solids))
    low = -size.depth if y is YAxis.DOWN else 0.0
    at_origin = shapely.box(0.0, low, size.width, low + size.depth)
    if at_origin.buffer(SLACK).covers(shapely.box(west, south, east, north)):
        return at_origin
    if east - west > size.width + SLACK or north - south > size.depth + SLACK:
        message = (
            f"The hall's size is {size.width:g} x {size.depth:g} m, but what is drawn takes "
            f"{east - west:.1f} x {north - south:.1f} m."
        )
        diagnostics.add(codes.SIZE_TOO_SMALL, place, message)
        return None
    x, mid = (west + east) / 2, (south + north) / 2
    return shapely.box(
        x - size.width / 2, mid - size.depth / 2, x + size.width / 2, mid + size.depth / 2
    )


def _plan(hall: str, found: _Found) -> tuple[Plan, Point]:
    """The plan with its origin at the lower left of the outline, or of all that is drawn, and
    where that is.
    """
    extent = [found.outline] if found.outline is not None else found.solids()
    west, south, _, _ = (float(v) for v in shapely.total_bounds(extent))

    def ring(coordinates: Sequence[Sequence[float]]) -> Ring:
        return tuple(
            (round(p[0] - west, DIGITS) + 0.0, round(p[1] - south, DIGITS) + 0.0)
            for p in coordinates[:-1]
        )

    def polygon(shape: ShapelyPolygon) -> Polygon:
        oriented = shapely.orient_polygons(shape)
        holes = tuple(ring(list(hole.coords)) for hole in oriented.interiors)
        return Polygon(outer=ring(list(oriented.exterior.coords)), holes=holes)

    def planned(booth: FoundBooth) -> PlannedBooth:
        return PlannedBooth(
            number=booth.number,
            outline=polygon(booth.polygon),
            place=booth.mark.place,
            zone=booth.zone or None,
            kind=booth_kind(booth.kind),
            occupant=booth.occupant,
            parts=tuple(map(planned, booth.parts)),
        )

    def gates(word: str, openings: Sequence[FoundGate]) -> tuple[Gate, ...]:
        return tuple(
            Gate(
                id=f"{word}-{index}",
                name=name,
                position=ring([position, position])[0],
                width=round(width, DIGITS),
            )
            for index, (name, position, width) in enumerate(openings, start=1)
        )

    plan = Plan(
        hall=hall,
        booths=tuple(map(planned, found.booths)),
        outline=None if found.outline is None else polygon(found.outline),
        walls=tuple(map(polygon, found.walls)),
        columns=tuple(map(polygon, found.columns)),
        areas=tuple(Area(kind=k, name=n, outline=polygon(p)) for k, n, p in found.areas),
        gates=gates("gate", found.gates),
        exits=gates("exit", found.exits),
        hydrants=tuple(map(polygon, found.hydrants)),
    )
    return plan, (west, south)
