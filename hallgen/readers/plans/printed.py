"""Sizes that a drawing has in words: in booths, along dimension lines, in the title block."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import numpy as np
from shapely import Point as ShapelyPoint
from shapely import Polygon as ShapelyPolygon
from shapely import STRtree

from hallgen.model import Point
from hallgen.readers.plans.drawing import Drawing, Label, Shape

_FOOT: Final = 0.3048
_NUMBER: Final = r"\d+(?:[.,]\d+)?"
_FEET: Final = r"ft|feet|foot|'|′|’"
_SIDES: Final = re.compile(
    rf"({_NUMBER})\s*(m|{_FEET})?\s*[x×*X]\s*({_NUMBER})\s*(m|{_FEET})?(?![a-z0-9])", re.IGNORECASE
)
_AREA: Final = re.compile(
    rf"({_NUMBER})\s*(m2|m²|㎡|sqm|sq\.?\s?m|qm|平米|平方米)(?![a-z0-9])", re.IGNORECASE
)
_FEET_AREA: Final = re.compile(
    rf"({_NUMBER})\s*(sqft|sq\.?\s?ft\.?|ft2|ft²|sf)(?![a-z0-9])", re.IGNORECASE
)
_LENGTH: Final = re.compile(rf"[LBØ=:\s]*({_NUMBER})\s*(mm|cm|m|{_FEET})?\s*", re.IGNORECASE)
_METRES: Final = {"mm": 0.001, "cm": 0.01, "m": 1.0}
_ONE_TO: Final = re.compile(r"(?<![\d:])1\s*[:：/]\s*(\d{2,5})(?![\d:])")
#: Scales that plans of halls are drawn at.
_SCALES: Final = (20, 5000)
#: Sides without a unit that are all multiples of this many, from so many up, are feet: 10 x 10.
_BY, _FROM = 5.0, 8.0
#: A dimension's number is no further from the middle of its line than this share of its length.
_BESIDE: Final = 0.2
#: Measures that agree within this are one scale, and so many must.
_AGREE, _ENOUGH = 0.01, 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A scale in metres a unit from what is written, from how many places, and the share of them
    that agree with it within 1 %.
    """

    scale: float
    count: int
    agreeing: float


def area_in(text: str, *, feet: bool = False) -> float | None:
    """The area in m2 that a label prints, as "15 m2", "3x5" or "10' x 20'"; None where none.

    `feet` is what sides are in where no unit is written.
    """
    if (area := _AREA.search(text)) is not None:
        return _value(area[1]) or None
    if (area := _FEET_AREA.search(text)) is not None:
        return _value(area[1]) * _FOOT**2 or None
    sides = _SIDES.search(text)
    if sides is None:
        return None
    said = (sides[4] or sides[2] or "").casefold()
    foot = feet if not said else said != "m"
    return _value(sides[1]) * _value(sides[3]) * (_FOOT**2 if foot else 1.0) or None


def are_feet(labels: Sequence[Label]) -> bool:
    """Whether sides are printed in feet though no unit is: "10x10", "20x30", and never "3x4"."""
    sides = [
        _value(match[at])
        for label in labels
        if (match := _SIDES.search(label.text)) and not (match[2] or match[4])
        for at in (1, 3)
    ]
    return bool(sides) and all(side >= _FROM and side % _BY == 0 for side in sides)


def from_booths(shapes: Sequence[Shape], labels: Sequence[Label]) -> Printed | None:
    """The median of sqrt(m2 printed / area drawn) over all shapes with a size printed inside."""
    feet = are_feet(labels)
    printed = [(label, m2) for label in labels if (m2 := area_in(label.text, feet=feet))]
    polygons = [ShapelyPolygon(shape.outer) for shape in shapes]
    tree = STRtree(polygons)
    scales: list[float] = []
    for label, m2 in printed:
        around = tree.query(ShapelyPoint(label.at), predicate="within")
        areas = [polygons[i].area for i in around if polygons[i].is_valid]
        if areas and min(areas) > 0:
            scales.append(math.sqrt(m2 / min(areas)))
    if not scales:
        return None
    middle = median(scales)
    return Printed(middle, len(scales), _share(scales, middle))


def from_dimensions(drawing: Drawing) -> Printed | None:
    """The scale that most dimensions agree on: those a program keeps, and numbers beside lines."""
    ratios = [
        metres / measure.length
        for measure in drawing.measures
        if (metres := _length(measure.text)) is not None
    ]
    ratios += _beside_lines(drawing)
    if len(ratios) < _ENOUGH:
        return None
    logs = np.log(np.array(ratios))
    near = np.abs(logs[:, None] - logs[None, :]) <= _AGREE
    best = int(near.sum(axis=1).argmax())
    count = int(near[best].sum())
    if count < _ENOUGH or 2 * count < len(ratios):
        return None
    return Printed(float(np.exp(np.median(logs[near[best]]))), count, count / len(ratios))


def from_title(drawing: Drawing) -> Printed | None:
    """The scale of the sheet, as "1:200" in its title block, where the paper's size is known."""
    if drawing.paper is None:
        return None
    said = [
        int(match[1])
        for label in drawing.titles
        if (match := _ONE_TO.search(label.text)) and _SCALES[0] <= int(match[1]) <= _SCALES[1]
    ]
    if len(set(said)) != 1:
        return None
    return Printed(drawing.paper * said[0], len(said), 1.0)


def _beside_lines(drawing: Drawing) -> list[float]:
    """Metres a unit by each number that stands at the middle of a straight line, along it.

    A number alone may be anything, so only such as "6.00" or "3 m" or "12000" count.
    """
    segments = list(_segments(drawing))
    said = [(one, m) for one in drawing.labels if (m := _length(one.text)) is not None]
    if not segments or not said:
        return []
    middles = STRtree([ShapelyPoint((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in segments])
    found: list[float] = []
    for label, metres in said:
        at = middles.query_nearest(ShapelyPoint(label.at), all_matches=False)
        for index in at:
            first, last = segments[int(index)]
            length = math.dist(first, last)
            middle = ((first[0] + last[0]) / 2, (first[1] + last[1]) / 2)
            if math.dist(middle, label.at) <= max(_BESIDE * length, 2 * label.height):
                found.append(metres / length)
    return found


def _segments(drawing: Drawing) -> Iterator[tuple[Point, Point]]:
    for line in drawing.lines:
        if len(line.points) == 2 and math.dist(*line.points) > 0:
            yield line.points[0], line.points[1]


def _length(text: str) -> float | None:
    """The metres that a dimension states; None where it is none, or may be a booth's number."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    value, unit = _value(match[1]), (match[2] or "").casefold()
    if unit:
        return value * _METRES.get(unit, _FOOT) or None
    if re.search(r"[.,]\d{2,3}$", match[1]):
        return value or None  # 12.50
    return value / 1000 if value >= 1000 and value % 10 == 0 else None  # millimetres


def _share(values: Sequence[float], middle: float) -> float:
    return sum(1 for value in values if abs(value / middle - 1) <= _AGREE) / len(values)


def _value(text: str) -> float:
    return float(text.replace(",", "."))
