"""Numbers written on a drawing, given to the shapes they stand in, or stand beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely import Point as ShapelyPoint
from shapely import STRtree

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.readers.plans.drawing import Label
from hallgen.readers.plans.evidence import numbered_by_ids
from hallgen.readers.plans.lettering import joined
from hallgen.readers.plans.numbers import number_in
from hallgen.readers.plans.sketch import Candidate, Sketch, report_leftovers

#: A label this many short sides of a shape away from it may still be its own.
BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A label that reads as a booth number."""

    number: str
    label: Label
    point: ShapelyPoint


def number_by_labels(
    sketch: Sketch,
    labels: Sequence[Label],
    pattern: re.Pattern[str] | None,
    diagnostics: Diagnostics,
) -> list[tuple[str, Candidate]]:
    """Each candidate that a number stands in or beside, in the order of the candidates.

    A number belongs to the smallest shape around it. A shape that holds other numbered shapes
    is a block or the hall, never a booth.
    """
    shapes = _distinct(sketch.candidates)
    read = ((number_in(label.text, pattern), label) for label in _whole(shapes, labels))
    numbered = [_Numbered(n, label, ShapelyPoint(label.at)) for n, label in read if n]
    held, outside = _inside(shapes, numbered)
    _drop_containers(shapes, held, outside)
    _beside(shapes, held, outside, sketch)
    found = []
    for index in sorted(held):
        numbers = list(dict.fromkeys(one.number for one in held[index]))
        if len(numbers) > 1:
            message = f"One shape holds the numbers {', '.join(numbers)}; it is {numbers[0]}."
            place = held[index][1].label.mark.place
            diagnostics.add(codes.SHAPE_WITH_NUMBERS, place, message)
        found.append((numbers[0], shapes[index]))
    found += numbered_by_ids(shapes, found, pattern)
    report_leftovers(sketch, found, [(one.number, one.label) for one in outside], diagnostics)
    return found


def _whole(shapes: Sequence[Candidate], labels: Sequence[Label]) -> list[Label]:
    """The labels with pieces of one word as one, where one shape holds them all.

    Outside of shapes only single letters are put together: numbers there may be of two booths.
    """
    tree = STRtree([shape.polygon for shape in shapes])
    groups: dict[int | None, list[Label]] = {}
    for label in labels:
        around = tree.query(ShapelyPoint(label.at), predicate="within")
        smallest = min(around, key=lambda i: (shapes[i].polygon.area, i), default=None)
        groups.setdefault(None if smallest is None else int(smallest), []).append(label)
    alone = groups.pop(None, [])
    letters = [label for label in alone if len(label.text) == 1]
    words = [label for label in alone if len(label.text) != 1]
    return [*(one for group in groups.values() for one in joined(group)), *joined(letters), *words]


def _distinct(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, of those drawn twice (fill and outline) the first."""
    tree = STRtree([candidate.polygon for candidate in candidates])
    kept: list[Candidate] = []
    dropped: set[int] = set()
    for index, candidate in enumerate(candidates):
        if index in dropped:
            continue
        kept.append(candidate)
        for other in tree.query(candidate.polygon):
            if other > index and _is_same(candidate, candidates[other]):
                dropped.add(int(other))
    return kept


def _is_same(one: Candidate, other: Candidate) -> bool:
    small, large = sorted((one.polygon.area, other.polygon.area))
    return small > 0.9 * large and one.polygon.intersection(other.polygon).area > 0.9 * large


def _inside(
    shapes: Sequence[Candidate], numbered: Sequence[_Numbered]
) -> tuple[dict[int, list[_Numbered]], list[_Numbered]]:
    """Numbers by the smallest shape they stand in, and those that stand in none."""
    tree = STRtree([shape.polygon for shape in shapes])
    held: dict[int, list[_Numbered]] = {}
    outside: list[_Numbered] = []
    for one in numbered:
        around = [int(i) for i in tree.query(one.point, predicate="within")]
        if around:
            smallest = min(around, key=lambda i: (shapes[i].polygon.area, i))
            held.setdefault(smallest, []).append(one)
        else:
            outside.append(one)
    return held, outside


def _drop_containers(
    shapes: Sequence[Candidate], held: dict[int, list[_Numbered]], outside: list[_Numbered]
) -> None:
    """Take numbers away from shapes that hold other numbered shapes."""
    inner = {index: shapes[index].polygon.representative_point() for index in held}
    keys = list(inner)
    tree = STRtree([inner[key] for key in keys])
    for index in keys:
        polygon = shapes[index].polygon
        within = [keys[int(i)] for i in tree.query(polygon, predicate="contains")]
        if any(other != index and shapes[other].polygon.area < polygon.area for other in within):
            outside += held.pop(index)


def _beside(
    shapes: Sequence[Candidate],
    held: dict[int, list[_Numbered]],
    outside: list[_Numbered],
    sketch: Sketch,
) -> None:
    """Give numbers that stand in no shape to the nearest shape that has none.

    Where nobody said which layer is booths, only to shapes of the sizes that booths have here.
    """
    areas = [shapes[index].polygon.area for index in held]
    free = [
        index
        for index, shape in enumerate(shapes)
        if index not in held
        and (sketch.declared or (areas and min(areas) <= shape.polygon.area <= max(areas)))
    ]
    tree = STRtree([shapes[index].polygon for index in free])
    for one in list(outside):
        near = tree.query_nearest(one.point, all_matches=False) if free else ()
        for at in near:
            polygon = shapes[free[int(at)]].polygon
            if free[int(at)] not in held and polygon.distance(one.point) <= _reach(polygon):
                held[free[int(at)]] = [one]
                outside.remove(one)


def _reach(polygon: shapely.Polygon) -> float:
    west, south, east, north = polygon.bounds
    return float(BESIDE * min(east - west, north - south))
