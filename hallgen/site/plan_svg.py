"""A hall's plan as a drawing: what the SVG template draws, worked out from the layout.

The drawing's unit is 1/20 m, x to the right, y down, its origin the upper left corner of the
hall with a margin around. All text is by geometry; colours are presentation attributes, so
that the file stands alone and a page's style sheet can still override them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from hallgen.model import AreaKind, Booth, BoothLayout, Gate, Hall, Point, Polygon
from hallgen.site import addresses, colors
from hallgen.site.labels import Line, fit, room_in
from hallgen.site.marks import Mark, marks_of
from hallgen.site.page import Page
from hallgen.site.site import Site

#: Units of the drawing per metre.
SCALE: Final = 20
#: Space around the hall, in metres: gates' names and the scale bar stand in it.
MARGIN: Final = 3.0
#: Sizes of text in metres: names of exhibitors, the largest number, names of areas.
NAME_SIZE, NUMBER_SIZE, AREA_SIZE = 0.3, 1.5, 1.2
#: How far from its door a gate's name stands, in metres.
GATE_SPACE: Final = 1.1
#: How far from the corner of its booth a star stands, in metres.
MARK_INSIDE: Final = 0.55
#: Colours of booths without an exhibitor, on large and on small plans.
EMPTY, SMALL_EMPTY = "#eef1f4", "#7d8ca0"


@dataclass(frozen=True, slots=True)
class DrawnBooth:
    """A booth of the drawing. `href` is empty where nobody stands in it."""

    id: str
    anchor: str
    path: str
    fill: str
    small_fill: str
    zone: str
    title: str
    href: str
    label: tuple[Line, ...]
    transform: str


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """An entrance, a stage, a cafe, with its name where it fits."""

    kind: AreaKind
    path: str
    title: str
    label: tuple[Line, ...]
    at: Point


@dataclass(frozen=True, slots=True)
class DrawnGate:
    """A door; its name stands beside it, outside of the hall, along the wall."""

    path: str
    name: str
    transform: str


@dataclass(frozen=True, slots=True)
class DrawnAisle:
    """A way, as a line of its width."""

    path: str
    width: float
    main: bool


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A star at what is worth seeing."""

    at: Point
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plan ready to be written. `bar` is the scale bar: its length in metres and its path."""

    id: str
    title: str
    width: float
    height: float
    outline: str
    aisles: tuple[DrawnAisle, ...]
    walls: tuple[str, ...]
    columns: tuple[str, ...]
    areas: tuple[DrawnArea, ...]
    booths: tuple[DrawnBooth, ...]
    gates: tuple[DrawnGate, ...]
    marks: tuple[DrawnMark, ...]
    bar: int
    bar_at: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """From the hall's metres, y up, to the drawing's units, y down."""

    west: float
    north: float

    def at(self, point: Point) -> Point:
        return _round((point[0] - self.west) * SCALE), _round((self.north - point[1]) * SCALE)

    def path(self, polygon: Polygon) -> str:
        return "".join(self._ring(ring) for ring in (polygon.outer, *polygon.holes))

    def line(self, start: Point, end: Point) -> str:
        (ax, ay), (bx, by) = self.at(start), self.at(end)
        return f"M{_number(ax)} {_number(ay)}L{_number(bx)} {_number(by)}"

    def _ring(self, ring: tuple[Point, ...]) -> str:
        points = (self.at(point) for point in ring)
        return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) + "Z"


def sheet(outline: Polygon) -> Sheet:
    min_x, _, _, max_y = outline.bounds
    return Sheet(west=min_x - MARGIN, north=max_y + MARGIN)


def size_of(outline: Polygon) -> tuple[float, float]:
    """Width and height of the drawing of a hall."""
    min_x, min_y, max_x, max_y = outline.bounds
    return (
        _round((max_x - min_x + 2 * MARGIN) * SCALE),
        _round((max_y - min_y + 2 * MARGIN) * SCALE),
    )


def draw(page: Page, hall: Hall) -> Drawing:
    """The plan of a hall that was laid out, with names in the page's language."""
    layout = page.site.layout(hall)
    min_x, min_y, max_x, _ = layout.outline.bounds
    on = sheet(layout.outline)
    laid_out = {b.booth: b for b in layout.booths}
    width, height = size_of(layout.outline)
    return Drawing(
        id=f"plan-{addresses.segment(hall.id)}",
        title=page.t("plan.title", hall=page.hall_name(hall.id)),
        width=width,
        height=height,
        outline=on.path(layout.outline),
        aisles=tuple(
            DrawnAisle(on.line(a.start, a.end), _round(a.width * SCALE), a.main)
            for a in layout.aisles
        ),
        walls=tuple(on.path(wall) for wall in hall.walls),
        columns=tuple(on.path(column) for column in hall.columns),
        areas=tuple(
            _area(page, on, area.kind, page.plain(area.name), area.outline) for area in hall.areas
        ),
        booths=tuple(
            _booth(page, on, booth, laid_out[booth.id])
            for booth in hall.booths
            if booth.id in laid_out
        ),
        gates=tuple(
            _gate(on, gate_name(page, gate), gate.position, gate.width, layout.outline)
            for gate in hall.gates
        ),
        marks=tuple(_mark(page, on, mark) for mark in marks_of(page.site, hall)),
        bar=_bar_length(max_x - min_x),
        bar_at=on.at((min_x, min_y - MARGIN * 0.62)),
    )


def gate_name(page: Page, gate: Gate) -> str:
    """A gate's name, or that it is an entrance."""
    return page.plain(gate.name) or page.t("area.entrance")


def booth_color(site: Site, booth: Booth) -> str:
    """The colour of a booth's zone, or of those in no zone."""
    return site.zone_colors.get(booth.zone or "") or colors.without_zone(site.index.fair)


def _booth(page: Page, on: Sheet, booth: Booth, layout: BoothLayout) -> DrawnBooth:
    exhibitors = page.site.index.exhibitors_of(booth)
    names = [page.plain(exhibitor.name) for exhibitor in exhibitors]
    room = room_in(booth.outline, layout)
    width, height, angle = room.width, room.height, -room.angle
    if height > width * 1.8:
        width, height, angle = height, width, angle - 90
    name = "" if not names else names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")
    label = fit(
        booth.number, name, width * SCALE, height * SCALE, NAME_SIZE * SCALE, NUMBER_SIZE * SCALE
    )
    x, y = on.at(room.middle)
    turn = f" rotate({_number(_round(angle))})" if abs(angle) > 0.05 else ""
    color = booth_color(page.site, booth)
    return DrawnBooth(
        id=booth.id,
        anchor=addresses.booth_anchor(booth.id),
        path=on.path(booth.outline),
        fill=colors.booth_by_day(color) if exhibitors else EMPTY,
        small_fill=color if exhibitors else SMALL_EMPTY,
        zone=_zone_class(page, booth.zone),
        title=f"{booth.number} · " + (", ".join(names) if names else page.t("booth.empty")),
        href=addresses.exhibitor(page.language, exhibitors[0].slug) if exhibitors else "",
        label=label,
        transform=f"translate({_number(x)} {_number(y)}){turn}",
    )


def _mark(page: Page, on: Sheet, mark: Mark) -> DrawnMark:
    """In a corner of its booth, beside the number; else in the middle of its place."""
    shown = (*mark.highlights, *mark.experiences)
    things = (*(trail.name for trail, _ in mark.stops), *(thing.name for thing in shown))
    names = dict.fromkeys(page.plain(name) for name in things)
    title = page.t("plan.worth_seeing") + page.t("colon") + page.t("comma").join(names)
    if mark.booth is None:
        return DrawnMark(on.at(mark.spot), title)
    room = room_in(mark.booth.outline, page.site.booth_layouts[mark.booth.id])
    angle = math.radians(room.angle)
    right, up = room.width / 2 - MARK_INSIDE, room.height / 2 - MARK_INSIDE
    corner = (
        room.middle[0] + right * math.cos(angle) - up * math.sin(angle),
        room.middle[1] + right * math.sin(angle) + up * math.cos(angle),
    )
    return DrawnMark(on.at(corner), title)


def _zone_class(page: Page, zone: str | None) -> str:
    if zone is None or zone not in page.site.zone_numbers:
        return "no-zone"
    return f"zone-{page.zone_at(zone)}"


def _area(page: Page, on: Sheet, kind: AreaKind, name: str, outline: Polygon) -> DrawnArea:
    min_x, min_y, max_x, max_y = outline.bounds
    name = name or page.t(f"area.{kind}")
    label = fit(
        name,
        "",
        (max_x - min_x) * SCALE,
        (max_y - min_y) * SCALE,
        NAME_SIZE * SCALE,
        AREA_SIZE * SCALE,
    )
    at = on.at(((min_x + max_x) / 2, (min_y + max_y) / 2))
    return DrawnArea(kind, on.path(outline), name, label, at)


def _gate(on: Sheet, name: str, position: Point, width: float, outline: Polygon) -> DrawnGate:
    """A bar across the doorway, and its name a little way out of the nearest side."""
    min_x, min_y, max_x, max_y = outline.bounds
    x, y = position
    out = min(
        (abs(x - min_x), (-1.0, 0.0)),
        (abs(x - max_x), (1.0, 0.0)),
        (abs(y - min_y), (0.0, -1.0)),
        (abs(y - max_y), (0.0, 1.0)),
    )[1]
    along = (-out[1] * width / 2, out[0] * width / 2)
    path = on.line((x - along[0], y - along[1]), (x + along[0], y + along[1]))
    at_x, at_y = on.at((x + out[0] * GATE_SPACE, y + out[1] * GATE_SPACE))
    turn = f" rotate({90 * out[0]:.0f})" if out[0] else ""
    return DrawnGate(path, name, f"translate({_number(at_x)} {_number(at_y)}){turn}")


def _bar_length(width: float) -> int:
    """A round length in metres of about a fifth of the hall."""
    return max((n for n in (1, 2, 5, 10, 20, 50, 100) if n <= width / 4), default=1)


def _round(value: float) -> float:
    return round(value, 1) + 0.0


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
