"""A list of points in one cell of a table, however it is written."""

from __future__ import annotations

import json
import re
from typing import Any

import shapely
from svgelements import Path, Subpath

from hallgen.model import Point, Ring
from hallgen.readers.plans.rings import is_finite, without_repeats

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PAIRS = re.compile(rf"\s*({_NUMBER})\s*[,\s]\s*({_NUMBER})\s*[;,\s]?")
_SVG_PATH = re.compile(r"\s*[Mm]\s*[-+.\d]")


def parse_points(cell: object) -> Ring:
    """The points of a cell: a list of pairs or of {x, y}, the same as JSON in a text, WKT, an SVG
    path, or "x,y x,y ...". The last is left out where it repeats the first.

    A path of several runs is one outline with gaps in it, such as doors. Raises ValueError.
    """
    points = without_repeats(_points(cell))
    if len(points) > 1 and points[0] == points[-1]:
        points = points[:-1]
    if not is_finite(points):
        raise ValueError("a coordinate is not a finite number")
    return points


def _points(cell: object) -> list[Point]:
    if isinstance(cell, list):
        return _from_list(cell)
    text = str(cell or "").strip()
    if text.startswith("["):
        try:
            return _from_list(json.loads(text))
        except (ValueError, RecursionError) as error:
            raise ValueError("the list of points is no JSON") from error
    if text.upper().startswith("POLYGON"):
        try:
            polygon = shapely.from_wkt(text)
        except shapely.errors.GEOSException as error:
            raise ValueError("the polygon is no WKT") from error
        return [(x, y) for x, y, *_ in shapely.get_coordinates(polygon.boundary).tolist()]
    if _SVG_PATH.match(text):
        return _from_path(text)
    return _from_pairs(text)


def _from_list(items: list[Any]) -> list[Point]:
    if items and all(isinstance(i, int | float) and not isinstance(i, bool) for i in items):
        if len(items) % 2:
            raise ValueError("the list has an odd count of coordinates")
        return list(zip(map(float, items[::2]), map(float, items[1::2]), strict=True))
    try:
        return [
            (float(item["x"]), float(item["y"]))
            if isinstance(item, dict)
            else (float(item[0]), float(item[1]))
            for item in items
        ]
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise ValueError("the list holds what is no pair of numbers") from error


def _from_pairs(text: str) -> list[Point]:
    points: list[Point] = []
    at = 0
    while at < len(text):
        match = _PAIRS.match(text, at)
        if match is None:
            raise ValueError(f'"{text[at : at + 20]}" is no pair of numbers')
        points.append((float(match[1]), float(match[2])))
        at = match.end()
    return points


def _from_path(text: str) -> list[Point]:
    """The corners of a path; where it is closed, the way back to its run's start adds none."""
    try:
        parts: list[Subpath] = list(Path(text).as_subpaths())
        runs = [
            [(float(s.end.x), float(s.end.y)) for s in part if type(s).__name__ != "Close"]
            for part in parts
        ]
    except (ValueError, TypeError, IndexError, AttributeError) as error:
        raise ValueError("the path cannot be read") from error
    return list(dict.fromkeys(point for run in runs for point in run))
