"""The geometry of SVG elements, through svgelements: rings and lines in user units."""

from __future__ import annotations

import math
import re

import numpy as np
from svgelements import (
    Arc,
    Circle,
    Close,
    CubicBezier,
    Ellipse,
    Line,
    Matrix,
    Move,
    Path,
    Polygon,
    Polyline,
    QuadraticBezier,
    Rect,
    SimpleLine,
)

from hallgen.model import Point, Ring
from hallgen.readers.plans.markup import Element
from hallgen.readers.plans.rings import FLATNESS, is_finite, without_repeats

_MAKERS = {
    "rect": Rect,
    "circle": Circle,
    "ellipse": Ellipse,
    "line": SimpleLine,
    "polyline": Polyline,
    "polygon": Polygon,
}
DRAWN = frozenset(_MAKERS) | {"path"}
_GEOMETRY = ("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2")
_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*(px)?\s*")
_POINT = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
_CURVES = (Arc, CubicBezier, QuadraticBezier)


def subpaths(element: Element, matrix: Matrix) -> list[tuple[Ring, bool]]:
    """The runs of points that an element draws, and whether each is closed.

    Raises ValueError for what is no geometry: coordinates that are no numbers, a broken path.
    """
    path = _path(element) * matrix
    path.reify()
    runs: list[tuple[Ring, bool]] = []
    for part in path.as_subpaths():
        points: list[Point] = []
        closed = False
        for segment in part:
            if isinstance(segment, Close):
                closed = True
            elif isinstance(segment, _CURVES):
                points += _flat(segment)
            elif isinstance(segment, Move | Line) and segment.end is not None:
                points.append((float(segment.end.x), float(segment.end.y)))
        if not is_finite(points):
            raise ValueError("a coordinate is not a finite number")
        if points:
            runs.append((without_repeats(points), closed))
    return runs


def read_transform(text: str) -> Matrix:
    """The matrix of a transform attribute. Raises ValueError where it has none that is finite."""
    try:
        matrix = Matrix(text)
        parts = [getattr(matrix, name) for name in "abcdef"]
    except (ValueError, TypeError, IndexError) as error:
        raise ValueError("its transform cannot be read") from error
    # svgelements keeps lengths such as 3% or 2em in a matrix, and fails when it is used.
    if not all(isinstance(part, int | float) and math.isfinite(part) for part in parts):
        raise ValueError("its transform is not made of numbers")
    return matrix


def _path(element: Element) -> Path:
    """The element as an svgelements path, its lengths checked, for svgelements takes any."""
    if element.tag == "path":
        return _parsed(element.attributes.get("d", ""))
    given = {key: element.attributes[key] for key in _GEOMETRY if key in element.attributes}
    for key, value in given.items():
        if not _NUMBER.fullmatch(value) and not (key in ("rx", "ry") and value == "auto"):
            raise ValueError(f'{key}="{value}" is not a number')
    for key in ("width", "height", "r"):
        if key in given and float(given[key].strip().removesuffix("px")) < 0:
            raise ValueError(f"{key} is negative")
    points = element.attributes.get("points", "")
    if _POINT.sub("", points).strip(" ,\t\r\n"):
        raise ValueError("its points are not all numbers")
    if points:
        given["points"] = points
    return Path(_MAKERS[element.tag](given))


def _parsed(d: str) -> Path:
    try:
        return Path(d)
    except (ValueError, TypeError, IndexError, AttributeError, ZeroDivisionError) as error:
        raise ValueError("its path data cannot be read") from error


def _flat(curve: Arc | CubicBezier | QuadraticBezier) -> list[Point]:
    """Points along a curve, its start left out, as near to it as `FLATNESS` asks.

    A curve that turns by an angle a between two points leaves their chord by at most about
    its length times a / 8; eight pieces a quarter turn suffice for FLATNESS of its extent.
    """
    if isinstance(curve, Arc):
        turn = abs(curve.sweep or 0.0)
        pieces = max(2, math.ceil(turn / (2 * math.acos(1 - 2 * FLATNESS))))
    else:
        pieces = 12
    with np.errstate(all="ignore"):  # infinite corners are told of by subpaths
        points = curve.npoint([step / pieces for step in range(1, pieces + 1)])
    return [(float(x), float(y)) for x, y in points]
