"""The part of a drawing that is one hall's, where a drawing shows several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hallgen.model import Point
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plans.drawing import Drawing, Label, Line, Mark, Shape
from hallgen.readers.plans.roles import matches


def portion_of(drawing: Drawing, source: PlanSource) -> Drawing:
    """What of a drawing is in `source.only` and `source.within`; all where neither is said."""
    if not source.only and source.within is None:
        return drawing
    patterns = tuple(pattern.casefold() for pattern in source.only)
    inside = _inside(source.within)

    def is_kept(mark: Mark, points: Sequence[Point]) -> bool:
        return (not patterns or matches(mark.names, patterns)) and inside(points)

    def kept(things: Sequence[Shape | Line | Label]) -> list[Shape | Line | Label]:
        return [thing for thing in things if is_kept(thing.mark, _points(thing))]

    return replace(
        drawing,
        shapes=[shape for shape in kept(drawing.shapes) if isinstance(shape, Shape)],
        lines=[line for line in kept(drawing.lines) if isinstance(line, Line)],
        labels=[label for label in kept(drawing.labels) if isinstance(label, Label)],
    )


def _points(thing: Shape | Line | Label) -> Sequence[Point]:
    if isinstance(thing, Shape):
        return thing.outer
    return thing.points if isinstance(thing, Line) else (thing.at,)


def _inside(
    box: tuple[float, float, float, float] | None,
) -> Callable[[Sequence[Point]], bool]:
    """Whether the middle of what is drawn lies in a box."""

    def is_inside(points: Sequence[Point]) -> bool:
        if box is None:
            return True
        xs, ys = zip(*points, strict=True)
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])

    return is_inside
