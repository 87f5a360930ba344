"""The measures of a hall's shell, taken from its outline and height."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from hallgen.model import Point, Ring

#: From this height on, in metres, a hall has a steel roof; below, a flat ceiling.
STEEL_ROOF = 6.5


@dataclass(frozen=True)
class Shell:
    """A hall's outline (ground points, counter-clockwise) and clear height in metres."""

    outline: Ring
    holes: tuple[Ring, ...]
    height: float

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def along_x(self) -> bool:
        """Whether the hall is longer along x; trusses then span along y."""
        x0, y0, x1, y1 = self.bounds
        return x1 - x0 >= y1 - y0

    @property
    def length(self) -> float:
        x0, y0, x1, y1 = self.bounds
        return max(x1 - x0, y1 - y0)

    @property
    def steel(self) -> bool:
        return self.height >= STEEL_ROOF

    @property
    def truss_depth(self) -> float:
        return min(2.0, 0.17 * self.height)

    @property
    def truss_bottom(self) -> float:
        """The middle of the trusses' lower chords."""
        return self.height - 0.45 - self.truss_depth

    @property
    def lamp_height(self) -> float:
        return self.truss_bottom - 0.55 if self.steel else self.height - 0.12

    def lines(self, spacing: float, *, across: bool) -> list[tuple[Point, Point]]:
        """Parallel lines through the hall, cut to its outline, about `spacing` apart.

        With `across` they run along the shorter span, else along the longer one.
        """
        vertical = self.along_x == across
        x0, y0, x1, y1 = self.bounds
        low, high = (x0, x1) if vertical else (y0, y1)
        count = max(1, round((high - low) / spacing))
        step = (high - low) / count
        found = []
        for k in range(count):
            at = low + (k + 0.5) * step
            for a, b in self._chords(at, vertical=vertical):
                if b - a > 2.0:
                    found.append(((at, a), (at, b)) if vertical else ((a, at), (b, at)))
        return found

    def _chords(self, at: float, *, vertical: bool) -> list[tuple[float, float]]:
        crossings = []
        for ring in (self.outline, *self.holes):
            for p, q in zip(ring, ring[1:] + ring[:1], strict=True):
                (a, u), (b, v) = (p, q) if vertical else (p[::-1], q[::-1])
                if (a > at) != (b > at):
                    crossings.append(u + (v - u) * (at - a) / (b - a))
        crossings.sort()
        return list(zip(crossings[::2], crossings[1::2], strict=True))


def heading(start: Point, end: Point) -> float:
    """The turn that lays a part built along +X from start to end, in degrees."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))


def between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
