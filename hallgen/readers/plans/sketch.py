"""What may be meant as booths on a drawing, and what is wrong with what became none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely import Point as ShapelyPoint
from shapely import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Ring
from hallgen.readers.plans.drawing import Label, Line, Shape
from hallgen.readers.plans.numbers import looks_like
from hallgen.readers.plans.repair import polygon_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sound shape that may be a booth, in metres."""

    polygon: ShapelyPolygon
    shape: Shape


@dataclass(frozen=True, slots=True)
class Sketch:
    """All that may be meant as booths; `declared` where fair.yaml says that their layers are.

    Nobody needs to hear of faults in what was never meant as a booth.
    """

    candidates: Sequence[Candidate]
    unsound: Sequence[Shape]
    open_lines: Sequence[Line]
    declared: bool


def report_leftovers(
    sketch: Sketch,
    found: Sequence[tuple[str, Candidate]],
    outside: Sequence[tuple[str, Label]],
    diagnostics: Diagnostics,
) -> None:
    """Say why numbers that stand in no booth do so, and what else is no booth but should be."""
    told: set[Place] = set()
    numbers = {number for number, _ in found}
    around = _hulls(sketch)
    for number, label in outside:
        point = ShapelyPoint(label.at)
        faulty = next((drawn for hull, drawn in around if hull.covers(point)), None)
        if faulty is not None:
            _report_fault(faulty, f"booth {number}", diagnostics)
            told.add(faulty.mark.place)
        elif number not in numbers and (not numbers or looks_like(number, numbers)):
            message = f"The number {number} stands in no shape."
            diagnostics.add(codes.NUMBER_WITHOUT_SHAPE, label.mark.place, message)
    if sketch.declared:
        everything: tuple[Shape | Line, ...] = (*sketch.unsound, *sketch.open_lines)
        for drawn in everything:
            if drawn.mark.place not in told:
                _report_fault(drawn, "this shape", diagnostics)
        _report_unnumbered(sketch, found, diagnostics)


def _hulls(sketch: Sketch) -> list[tuple[BaseGeometry, Shape | Line]]:
    """What is no sound shape, the smallest first, with about the floor that it means."""
    drawn: list[tuple[Ring, Shape | Line]] = [(shape.outer, shape) for shape in sketch.unsound]
    drawn += [(line.points, line) for line in sketch.open_lines if len(line.points) > 2]
    hulls = [(shapely.MultiPoint(points).convex_hull, thing) for points, thing in drawn]
    return sorted(hulls, key=lambda pair: pair[0].area)


def _report_fault(drawn: Shape | Line, called: str, diagnostics: Diagnostics) -> None:
    if isinstance(drawn, Shape):
        polygon_of(drawn, called, diagnostics)
    elif len(drawn.points) > 2:
        message = f"The outline of {called} is not closed."
        diagnostics.add(codes.SHAPE_OPEN, drawn.mark.place, message)


def _report_unnumbered(
    sketch: Sketch, found: Sequence[tuple[str, Candidate]], diagnostics: Diagnostics
) -> None:
    """Shapes without a number, but for parts of booths and outlines of several booths."""
    booths = [candidate.polygon for _, candidate in found]
    tree = shapely.STRtree(booths)
    for candidate in sketch.candidates:
        inner = candidate.polygon.representative_point()
        part = any(booths[i].covers(inner) for i in tree.query(inner))
        if not part and not len(tree.query(candidate.polygon, predicate="contains")):
            place = candidate.shape.mark.place
            diagnostics.add(codes.SHAPE_WITHOUT_NUMBER, place, "This shape has no number.")
