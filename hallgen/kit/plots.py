"""A booth's plot: its outline and sides in ground coordinates of the booth's own frame.

Ground coordinates are those of a plan: x to the right of a visitor before the front, y away
from that visitor, into the booth. The scene's point over (x, y) is (x, height, -y), and the
frame's (x, z) is (x, -y).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hallgen.model import Booth, BoothLayout, Frame, Point, Ring, SideKind


@dataclass(frozen=True, slots=True)
class Edge:
    """A side of a plot, run counter-clockwise: the booth is to its left."""

    start: Point
    end: Point
    kind: SideKind

    @property
    def length(self) -> float:
        return math.dist(self.start, self.end)

    @property
    def along(self) -> Point:
        return (
            (self.end[0] - self.start[0]) / self.length,
            (self.end[1] - self.start[1]) / self.length,
        )

    @property
    def inward(self) -> Point:
        return -self.along[1], self.along[0]

    @property
    def open(self) -> bool:
        return self.kind is SideKind.OPEN

    def at(self, along: float, inward: float = 0.0) -> Point:
        """The point `along` metres from the start and `inward` metres into the booth."""
        (ax, ay), (nx, ny) = self.along, self.inward
        return (
            self.start[0] + ax * along + nx * inward,
            self.start[1] + ay * along + ny * inward,
        )

    @property
    def facing_in(self) -> float:
        """The turn (see `shapes.placement`) of what stands on this side and looks inward."""
        return facing(self.inward)

    @property
    def facing_out(self) -> float:
        return self.facing_in + 180.0


def facing(direction: Point) -> float:
    """The turn that makes what is built to +Z look in a ground direction, in degrees."""
    return math.degrees(math.atan2(direction[0], -direction[1]))


def ahead_of(at: Point, turn: float, reach: float, right: float = 0.0) -> Point:
    """The point `reach` metres before what stands at a ground point and looks along `turn`.

    `right` metres to its side, to the right of whoever looks at its front.
    """
    angle = math.radians(turn)
    sin, cos = math.sin(angle), math.cos(angle)
    return at[0] + sin * reach + cos * right, at[1] - cos * reach + sin * right


@dataclass(frozen=True)
class Plot:
    """Where a booth is built. `edges` run around `outline` in its order."""

    outline: Ring
    holes: tuple[Ring, ...]
    edges: tuple[Edge, ...]
    area: float

    @cached_property
    def open_edges(self) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.edges if edge.open)

    @cached_property
    def closed_edges(self) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.edges if not edge.open)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.outline, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def width(self) -> float:
        return self.bounds[2] - self.bounds[0]

    @property
    def depth(self) -> float:
        return self.bounds[3] - self.bounds[1]

    def contains(self, points: Iterable[Point], margin: float = 0.0) -> bool:
        """Whether all points are inside, at least `margin` from the outline and its holes."""
        array = np.array(list(points), dtype=np.float64)
        rings = (self.outline, *self.holes)
        inside = within(array, self.outline)
        for hole in self.holes:
            inside &= ~within(array, hole)
        away = np.min([distances(array, ring) for ring in rings], axis=0)
        return bool((inside & (away >= margin - 1e-9)).all())


def plot_of(booth: Booth, layout: BoothLayout) -> Plot:
    """The plot of a booth in its layout's frame."""
    frame = layout.frame
    return Plot(
        tuple(_ground(frame, p) for p in booth.outline.outer),
        tuple(tuple(_ground(frame, p) for p in hole) for hole in booth.outline.holes),
        tuple(
            Edge(_ground(frame, side.start), _ground(frame, side.end), side.kind)
            for side in layout.sides
            if math.dist(side.start, side.end) > 1e-6
        ),
        layout.area,
    )


def _ground(frame: Frame, point: Point) -> Point:
    x, z = frame.to_frame(point)
    return round(x, 6), round(-z, 6)


def within(points: NDArray[np.float64], ring: Ring) -> NDArray[np.bool_]:
    """Which of (n, 2) points are inside a ring, by the even-odd rule."""
    x, y = points[:, 0], points[:, 1]
    inside = np.zeros(len(points), dtype=bool)
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if y0 == y1:
            continue
        crosses = (y0 > y) != (y1 > y)
        inside ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return inside


def distances(points: NDArray[np.float64], ring: Ring) -> NDArray[np.float64]:
    """How far (n, 2) points are from the line of a ring."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return np.asarray(np.min([segment_distances(points, a, b) for a, b in pairs], axis=0))


def segment_distances(points: NDArray[np.float64], start: Point, end: Point) -> NDArray[np.float64]:
    """How far (n, 2) points are from a segment."""
    a, d = np.array(start), np.array(end) - np.array(start)
    length = max(float(d @ d), 1e-12)
    t = np.clip((points - a) @ d / length, 0.0, 1.0)
    return np.asarray(np.linalg.norm(points - (a + t[:, None] * d), axis=1))
