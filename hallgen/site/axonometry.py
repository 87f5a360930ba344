"""A hall as a drawing in parallel perspective: its booths as blocks, for a fair's first screen.

Seen from the south-west and above: the plan is turned by 30 degrees and tilted by 32, so that
no edge of an ordinary hall is level. The drawing's unit is 1/20 m.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from hallgen.model import Booth, BoothKind, BoothLayout, Hall, Point, Ring
from hallgen.site import colors
from hallgen.site.plan_svg import booth_color
from hallgen.site.site import Site

_SCALE: Final = 20.0
_TURN: Final = math.radians(30)
_TILT: Final = math.radians(32)
_PLATE: Final = 0.8
#: Heights in metres, a little above the true ones, which look flat from so far.
_SHELL, _LOWEST_RAW, _HIGHEST_RAW = 3.2, 3.6, 7.5
_EMPTY, _EMPTY_HEIGHT = "#7488a3", 0.4


@dataclass(frozen=True, slots=True)
class Face:
    """A flat part of a block."""

    path: str
    fill: str


@dataclass(frozen=True, slots=True)
class View:
    """The drawing, its faces from back to front."""

    box: tuple[float, float, float, float]
    faces: tuple[Face, ...]


def view_of_hall(site: Site, hall: Hall) -> View:
    layout = site.layout(hall)
    floor = layout.outline.outer
    laid_out = {b.booth: b for b in layout.booths}
    booths = [booth for booth in hall.booths if booth.id in laid_out]
    booths.sort(key=lambda booth: -_depth(booth.outline.outer))
    faces = _block(floor, -_PLATE, 0.0, "#8fa3bd", 0.55)
    for booth in booths:
        color = booth_color(site, booth) if booth.exhibitors else _EMPTY
        height = _height(booth, laid_out[booth.id])
        faces += _block(booth.outline.outer, 0.0, height, color, 1.0)
    corners = [_seen(point, height) for point in floor for height in (-_PLATE, _HIGHEST_RAW)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return View(tuple(round(v) for v in box), tuple(faces))  # type: ignore[arg-type]


def _block(ring: Ring, low: float, high: float, color: str, light: float) -> list[Face]:
    """The sides that face the viewer, those behind first, then the top."""
    sides = []
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        length = math.dist(a, b)
        if length == 0:
            continue
        outward = ((b[1] - a[1]) / length, (a[0] - b[0]) / length)
        toward = -_away(outward)
        if toward > 0:
            corners = (_seen(a, low), _seen(b, low), _seen(b, high), _seen(a, high))
            shade = 0.5 + 0.28 * toward
            face = Face(_path(corners), colors.tint(color, light * shade, "#0b111a"))
            sides.append((_away(a) + _away(b), face))
    sides.sort(key=lambda side: -side[0])
    top = _path([_seen(point, high) for point in ring])
    ground = "#ffffff" if light == 1 else "#0b111a"
    return [*(face for _, face in sides), Face(top, colors.tint(color, 0.86 * light, ground))]


def _height(booth: Booth, layout: BoothLayout) -> float:
    if not booth.exhibitors:
        return _EMPTY_HEIGHT
    if booth.kind is BoothKind.SHELL and layout.area < 36:
        return _SHELL
    return min(_HIGHEST_RAW, _LOWEST_RAW + math.sqrt(layout.area) / 5)


def _away(point: Point) -> float:
    """How far a point of the plan is from the viewer, and of a direction, how it turns away."""
    return point[0] * math.sin(_TURN) + point[1] * math.cos(_TURN)


def _depth(ring: Ring) -> float:
    return sum(_away(point) for point in ring) / len(ring)


def _seen(point: Point, height: float) -> Point:
    across = point[0] * math.cos(_TURN) - point[1] * math.sin(_TURN)
    up = _away(point) * math.sin(_TILT) + height * math.cos(_TILT)
    return across * _SCALE, -up * _SCALE


def _path(corners: list[Point] | tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"
