"""Which shapes are booths, and which number each bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import shapely
from shapely import Polygon as ShapelyPolygon

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import NumberSource, PlanSource, Role
from hallgen.readers.plans.added import added_booths
from hallgen.readers.plans.chains import close_nearly_closed, join_lines
from hallgen.readers.plans.drawing import Label, Line, Mark, Shape
from hallgen.readers.plans.evidence import numbered_by_texts
from hallgen.readers.plans.labels import number_by_labels
from hallgen.readers.plans.numbers import (
    compiled,
    number_in_column,
    number_in_id,
    where_numbers_are,
)
from hallgen.readers.plans.order import numbered_in_order
from hallgen.readers.plans.repair import polygon_of
from hallgen.readers.plans.roles import Parts
from hallgen.readers.plans.sketch import Candidate, Sketch

#: Two drawings of one booth, its fill and its outline, share at least this much of their area;
#: the rest is the width of the line.
SAME_SHAPE = 0.9
#: Parts of a booth this near, in metres, touch: a partition is drawn between them.
TOUCHES = 0.15
LARGEST, SMALLEST = 5000.0, 1.0


@dataclass(frozen=True, slots=True)
class FoundBooth:
    """A numbered shape, in metres, with all `parts` where several shapes bear the number."""

    number: str
    polygon: ShapelyPolygon
    mark: Mark
    zone: str = ""
    kind: str = ""
    occupant: str = ""
    parts: tuple[FoundBooth, ...] = ()

    @property
    def polygons(self) -> tuple[ShapelyPolygon, ...]:
        """All that bears the number, and what of it is joined."""
        return (self.polygon, *(part.polygon for part in self.parts))


def find_booths(
    parts: Parts, source: PlanSource, place: Place, diagnostics: Diagnostics
) -> list[FoundBooth]:
    """The booths of a drawing in metres, in its order."""
    broken = Diagnostics()
    pattern = compiled(source, place, broken)
    diagnostics.extend(broken)
    if len(broken):
        return []
    numbers = where_numbers_are(source, parts, pattern)
    part = parts[Role.BOOTHS]
    closings = Diagnostics()
    closed, others = close_nearly_closed(part.lines, closings)
    faces, left = join_lines(others)
    shapes = [*part.shapes, *closed, *faces]
    if numbers is NumberSource.LABEL:
        labels = parts[Role.LABELS].labels
        found = number_by_labels(_sketch(shapes, left, source), labels, pattern, diagnostics)
        for number, candidate in found:
            polygon_of(candidate.shape, f"booth {number}", diagnostics)  # tells of repairs
    elif numbers is NumberSource.ORDER:
        found = numbered_in_order(_sketch(shapes, left, source).candidates)
    else:
        labels = parts[Role.LABELS].labels
        beside = labels if numbers is NumberSource.ID else []
        found = _named(shapes, beside, numbers, pattern, source, diagnostics)
        if numbers is NumberSource.COLUMN:
            found += added_booths(found, shapes, labels, pattern, diagnostics)
    places = {candidate.shape.mark.place for _, candidate in found}
    declared = bool(source.layers.booths)
    diagnostics.extend(fault for fault in closings if declared or fault.place in places)
    booths = [
        FoundBooth(number, c.polygon, c.shape.mark, c.shape.zone, c.shape.kind, c.shape.name)
        for number, c in found
    ]
    return _once(booths, diagnostics)


def _sketch(shapes: Iterable[Shape], lines: Sequence[Line], source: PlanSource) -> Sketch:
    """The shapes that are sound, and those that are not."""
    tried = [(shape, polygon_of(shape, "", Diagnostics())) for shape in shapes]
    return Sketch(
        [Candidate(polygon, shape) for shape, polygon in tried if polygon is not None],
        [shape for shape, polygon in tried if polygon is None],
        lines,
        declared=bool(source.layers.booths),
    )


def _named(
    shapes: Iterable[Shape],
    labels: Sequence[Label],
    numbers: NumberSource,
    pattern: re.Pattern[str] | None,
    source: PlanSource,
    diagnostics: Diagnostics,
) -> list[tuple[str, Candidate]]:
    """The shapes that have a number of their own, in a column or an id, or one in `labels`."""
    number_of = number_in_column if numbers is NumberSource.COLUMN else number_in_id
    found: list[tuple[str, Candidate]] = []
    left: list[Shape] = []
    for shape in shapes:
        number = number_of(shape, pattern)
        if not number:
            left.append(shape)
            continue
        polygon = polygon_of(shape, f"booth {number}", diagnostics)
        if polygon is not None:
            found.append((number, Candidate(polygon, shape)))
    if labels:
        others = _sketch(left, (), source).candidates
        found += numbered_by_texts(others, found, labels, pattern)
    told = {id(candidate.shape) for _, candidate in found}
    for shape in left:
        declared = source.layers.booths or shape.mark.role is Role.BOOTHS
        if declared and id(shape) not in told:
            called = shape.mark.id or shape.name or "This shape"
            message = f"{called} has no number."
            diagnostics.add(codes.SHAPE_WITHOUT_NUMBER, shape.mark.place, message)
    return found


def _once(booths: Sequence[FoundBooth], diagnostics: Diagnostics) -> list[FoundBooth]:
    """Each number once, with all the shapes that bear it."""
    by_number: dict[str, list[FoundBooth]] = {}
    for booth in booths:
        by_number.setdefault(booth.number, []).append(booth)
    found = [_together(_distinct(same)) for same in by_number.values()]
    for booth in found:
        _report_size(booth, diagnostics)
    return found


def _distinct(same: Sequence[FoundBooth]) -> list[FoundBooth]:
    """The shapes of one number; those that cover each other are one shape, drawn twice."""
    kept: list[FoundBooth] = []
    for booth in same:
        at = next((i for i, one in enumerate(kept) if _cover(one.polygon, booth.polygon)), None)
        if at is None:
            kept.append(booth)
        elif not _is_same(kept[at].polygon, booth.polygon):
            union = _union(kept[at].polygon, booth.polygon)
            kept[at] = replace(kept[at], polygon=union)
    # A shape around several of them became one with the first, and so may cover the others.
    return kept if len(kept) == len(same) else _distinct(kept)


def _together(shapes: Sequence[FoundBooth]) -> FoundBooth:
    """The first of the shapes with those that it touches, directly or by way of others."""
    first, *left = shapes
    if not left:
        return first
    polygon = first.polygon
    while near := [one for one in left if polygon.distance(one.polygon) <= TOUCHES]:
        left = [one for one in left if polygon.distance(one.polygon) > TOUCHES]
        for one in near:
            polygon = _union(polygon, one.polygon)
    return replace(first, polygon=polygon, parts=tuple(shapes))


def _cover(one: ShapelyPolygon, other: ShapelyPolygon) -> bool:
    inner = one.representative_point(), other.representative_point()
    return one.covers(inner[1]) or other.covers(inner[0]) or _is_same(one, other)


def _union(one: ShapelyPolygon, other: ShapelyPolygon) -> ShapelyPolygon:
    """The two as one polygon, a gap between them closed."""
    both = shapely.union(one, other)
    if not isinstance(both, ShapelyPolygon):
        both = both.buffer(TOUCHES, join_style="mitre").buffer(-TOUCHES, join_style="mitre")
    both = shapely.simplify(both, 0.001)
    return both if isinstance(both, ShapelyPolygon) else max(both.geoms, key=lambda p: p.area)


def _is_same(one: ShapelyPolygon, other: ShapelyPolygon) -> bool:
    shared = one.intersection(other).area
    return float(shared) >= SAME_SHAPE * max(one.area, other.area)


def _report_size(booth: FoundBooth, diagnostics: Diagnostics) -> None:
    area = booth.polygon.area
    if area > LARGEST:
        message = f"Booth {booth.number} has {area:,.0f} m2."
        diagnostics.add(codes.BOOTH_TOO_LARGE, booth.mark.place, message)
    elif area < SMALLEST:
        message = f"Booth {booth.number} has {area:.2f} m2."
        diagnostics.add(codes.BOOTH_TOO_SMALL, booth.mark.place, message)
