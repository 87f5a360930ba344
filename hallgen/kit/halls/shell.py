"""The measures of a hall's shell, taken from its plan: which roof it has, and where that runs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from hallgen.model import Aisle, Hall, HallLayout, HallLook, Point, Ring

#: From this height on, in metres, a hall has a steel roof; below, a flat ceiling.
STEEL_ROOF = 6.5
#: Up to this span, in metres, frames of solid beams carry a roof; from that one on, without
#: columns, a space frame does; trusses do between.
PORTAL_SPAN, SPACE_SPAN = 24.0, 70.0
#: Rows of a very large hall are wider apart: from this length on, in metres.
LARGE = 150.0
#: A hall less than this times longer than wide may span either way.
_NEARLY_SQUARE = 1.4

_PLAIN = HallLook()


class Roof(StrEnum):
    """What carries a roof."""

    FLAT = "flat"
    PORTAL = "portal"
    TRUSS = "truss"
    SPACE_FRAME = "space_frame"


@dataclass(frozen=True)
class Shell:
    """A hall's outline (ground points, counter-clockwise) and clear height in metres.

    `along_x` tells that its services run along x; what carries the roof spans along y.
    """

    outline: Ring
    holes: tuple[Ring, ...]
    height: float
    roof: Roof
    along_x: bool

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def length(self) -> float:
        x0, y0, x1, y1 = self.bounds
        return max(x1 - x0, y1 - y0)

    @property
    def steel(self) -> bool:
        return self.roof is not Roof.FLAT

    @property
    def bay(self) -> float:
        """About how far apart the columns of a wall are; what they carry stands over them."""
        if self.roof is Roof.PORTAL:
            return 7.5
        return 9.0 if self.length > LARGE else 11.0

    @property
    def depth(self) -> float:
        """How deep what carries the roof is, below the deck's beams."""
        deep = {Roof.FLAT: 0.0, Roof.PORTAL: 0.75, Roof.TRUSS: 2.0, Roof.SPACE_FRAME: 2.4}
        return min(deep[self.roof], 0.17 * self.height)

    @property
    def clear(self) -> float:
        """The lowest of what carries the roof, in metres over the floor."""
        return self.height - self.depth - (0.45 if self.steel else 0.0)

    @property
    def lamp_height(self) -> float:
        return self.clear - 0.55 if self.steel else self.height - 0.02

    def frames(self) -> list[tuple[Point, Point]]:
        """The lines of trusses or portal frames, over the columns of the walls.

        In a very large hall over every other one.
        """
        x0, y0, x1, y1 = self.bounds
        low, high = (x0, x1) if self.along_x else (y0, y1)
        count = max(2, round((high - low) / self.bay))
        step = (high - low) / count
        every = 2 if self.length > LARGE else 1
        return [
            line
            for k in range(every, count, every)
            for line in self.line(low + k * step, vertical=self.along_x)
        ]

    def lines(self, spacing: float, *, across: bool) -> list[tuple[Point, Point]]:
        """Parallel lines through the hall, cut to its outline, about `spacing` apart.

        With `across` they run as the trusses do, else as the services do.
        """
        vertical = self.along_x == across
        x0, y0, x1, y1 = self.bounds
        low, high = (x0, x1) if vertical else (y0, y1)
        count = max(1, round((high - low) / spacing))
        step = (high - low) / count
        return [
            line
            for k in range(count)
            for line in self.line(low + (k + 0.5) * step, vertical=vertical)
        ]

    def line(self, at: float, *, vertical: bool) -> list[tuple[Point, Point]]:
        """The line x = `at` (or y = `at`), cut to the outline."""
        return [
            ((at, a), (at, b)) if vertical else ((a, at), (b, at))
            for a, b in self._chords(at, vertical=vertical)
            if b - a > 2.0
        ]

    def _chords(self, at: float, *, vertical: bool) -> list[tuple[float, float]]:
        crossings = []
        for ring in (self.outline, *self.holes):
            for p, q in zip(ring, ring[1:] + ring[:1], strict=True):
                (a, u), (b, v) = (p, q) if vertical else (p[::-1], q[::-1])
                if (a > at) != (b > at):
                    crossings.append(u + (v - u) * (at - a) / (b - a))
        crossings.sort()
        return list(zip(crossings[::2], crossings[1::2], strict=True))


def shell_of(hall: Hall, layout: HallLayout, look: HallLook = _PLAIN) -> Shell:
    """The shell that a hall's plan asks for, or the organiser's theme."""
    x0, y0, x1, y1 = layout.outline.bounds
    along_x = x1 - x0 >= y1 - y0
    long, short = sorted((x1 - x0, y1 - y0), reverse=True)
    if long < _NEARLY_SQUARE * short:
        along_x = _stream_along_x(layout.aisles, default=along_x)
    span = y1 - y0 if along_x else x1 - x0
    roof = Roof(look.roof) if look.roof else _roof(hall.height, span, columns=bool(hall.columns))
    return Shell(layout.outline.outer, layout.outline.holes, hall.height, roof, along_x)


def _roof(height: float, span: float, *, columns: bool) -> Roof:
    if height < STEEL_ROOF:
        return Roof.FLAT
    if span <= PORTAL_SPAN:
        return Roof.PORTAL
    return Roof.SPACE_FRAME if span >= SPACE_SPAN and not columns else Roof.TRUSS


def _stream_along_x(aisles: tuple[Aisle, ...], *, default: bool) -> bool:
    """Whether main aisles run along x for more metres than along y: services follow them."""
    x = sum(abs(a.end[0] - a.start[0]) for a in aisles if a.main)
    y = sum(abs(a.end[1] - a.start[1]) for a in aisles if a.main)
    return x > y if x != y else default


def heading(start: Point, end: Point) -> float:
    """The turn that lays a part built along +X from start to end, in degrees."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
