"""Walls of the panel system: bays between posts on closed sides, fascias on open ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.panels import POST_DEPTH, beam_rail, free_post, post, rail
from hallgen.kit.plots import Edge
from hallgen.kit.shapes import sheet
from hallgen.model import Point, Ring

WALL_HEIGHT = 2.48
FASCIA_TOP = 2.80
FASCIA_HEIGHT = 0.32
#: Faces of a panel, metres into the booth: the outer stays clear of a neighbour's own panel.
_OUTER, _INNER = 0.004, 0.020
#: The width of a panel.
BAY = 0.99
_LONGEST_FASCIA = 4.2


@dataclass(frozen=True, slots=True)
class Bay:
    """One panel: its side, where its middle is along it, and its width."""

    edge: Edge
    along: float
    width: float

    def face(self, off: float = 0.004) -> Point:
        """The ground point `off` metres before the middle of its face."""
        return self.edge.at(self.along, _INNER + off)


def span(stand: Stand, edge: Edge, inset: float) -> tuple[float, float]:
    """From where to where along a side one is inside the booth at `inset` metres from it.

    Less than the whole side where a neighbouring side leans in at an acute angle.
    """
    edges = stand.plot.edges
    index = edges.index(edge)
    before, after = edges[index - 1], edges[(index + 1) % len(edges)]
    return _cut(before.along, edge.along, inset), edge.length - _cut(edge.along, after.along, inset)


def _cut(one: Point, other: Point, inset: float) -> float:
    """How much of a side is cut at a corner: inset / tan(interior angle), if that is acute."""
    turn = math.atan2(one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1])
    interior = math.pi - turn
    return max(0.0, inset / math.tan(interior)) if 1e-3 < interior < math.pi / 2 else 0.0


def bays(stand: Stand, edge: Edge) -> list[Bay]:
    """The panels of a closed side, of one width each, about 0.99 m."""
    start, end = span(stand, edge, POST_DEPTH)
    count = max(1, round((end - start) / BAY))
    width = (end - start) / count
    return [Bay(edge, start + (k + 0.5) * width, width) for k in range(count)]


def panel_wall(stand: Stand, edge: Edge, finish: Callable[[Bay], Finish]) -> list[Bay]:
    """Panels, posts and rails on a closed side; each bay in the finish that is given for it."""
    every = bays(stand, edge)
    for bay in every:
        _panel(stand, bay, finish(bay))
    start, end = every[0].along - every[0].width / 2, every[-1].along + every[-1].width / 2
    for k in range(len(every) + 1):
        along = min(max(start + k * every[0].width, start + POST_DEPTH), end - POST_DEPTH)
        stand.assembly.place(post(WALL_HEIGHT), *edge.at(along), turn=edge.facing_in)
    middle = edge.at((start + end) / 2, (_OUTER + _INNER) / 2)
    for height in (0.0, WALL_HEIGHT - 0.05):
        stand.assembly.place(rail(), *middle, height, edge.facing_in, scale=(end - start, 1.0, 1.0))
    take(stand, strip(edge, start, end, POST_DEPTH))
    return every


def _panel(stand: Stand, bay: Bay, finish: Finish) -> None:
    edge, half = bay.edge, bay.width / 2
    ax, ay = edge.along
    right = (ax * bay.width, 0.0, -ay * bay.width)
    left = (-right[0], 0.0, -right[2])
    up = (0.0, WALL_HEIGHT, 0.0)
    # Seen from inside, the side runs to the left: its end is on the viewer's left hand.
    x, y = edge.at(bay.along + half, _INNER)
    stand.assembly.add(sheet(finish, (x, 0, -y), left, up))
    x, y = edge.at(bay.along - half, _OUTER)
    stand.assembly.add(sheet(PANEL, (x, 0, -y), right, up))


def strip(edge: Edge, start: float, end: float, depth: float) -> Ring:
    """The ring of ground points of a wall of `depth` along a side."""
    return (edge.at(start), edge.at(end), edge.at(end, depth), edge.at(start, depth))


def take(stand: Stand, ring: Ring) -> None:
    """A ring of something built in: nobody walks there, nothing else stands there."""
    stand.assembly.obstacles.append(ring)
    stand.room.block(ring)


def fascia(stand: Stand, edge: Edge, kind: GraphicKind = GraphicKind.FASCIA) -> None:
    """A fascia over an open side, with its rails and posts; the name on each length of it."""
    inset = POST_DEPTH
    start, end = span(stand, edge, 2 * inset)
    for low, high in _lengths(start, end):
        _fascia_length(stand, edge, low, high, kind)
    low = FASCIA_TOP - FASCIA_HEIGHT
    middle = edge.at((start + end) / 2, inset)
    for height in (low - 0.02, FASCIA_TOP - 0.03):
        stand.assembly.place(
            beam_rail(), *middle, height, edge.facing_in, scale=(end - start, 1.0, 1.0)
        )
    for along in _post_places(start, end):
        stand.assembly.place(free_post(FASCIA_TOP), *edge.at(along, inset), turn=edge.facing_in)


def _lengths(start: float, end: float) -> Iterator[tuple[float, float]]:
    count = max(1, math.ceil((end - start) / 6.2))
    step = (end - start) / count
    for k in range(count):
        yield start + k * step, start + (k + 1) * step


def _post_places(start: float, end: float) -> list[float]:
    count = max(1, math.ceil((end - start) / _LONGEST_FASCIA))
    start, end = start + POST_DEPTH, end - POST_DEPTH
    return [start + (end - start) * k / count for k in range(count + 1)]


def _fascia_length(stand: Stand, edge: Edge, low: float, high: float, kind: GraphicKind) -> None:
    width, tall = high - low, FASCIA_HEIGHT - 0.02
    bottom = FASCIA_TOP - FASCIA_HEIGHT + 0.01
    middle = (low + high) / 2
    if width >= 0.5:
        hang(
            stand,
            kind,
            (width, tall),
            edge.at(middle, 0.012),
            bottom,
            edge.facing_out,
            Surface.TRANSLUCENT,
        )
    else:
        _board(stand, edge, (low, high), bottom, tall)
    ax, ay = edge.along
    x, y = edge.at(high, POST_DEPTH + 0.010)
    stand.assembly.add(sheet(PANEL, (x, bottom, -y), (-ax * width, 0, ay * width), (0, tall, 0)))


def _board(
    stand: Stand, edge: Edge, span_: tuple[float, float], bottom: float, tall: float
) -> None:
    """A length of fascia too short for a name: plain, in the booth's colour."""
    (ax, ay), width = edge.along, span_[1] - span_[0]
    x, y = edge.at(span_[0], 0.012)
    face = sheet(
        stand.color(PANEL, "base"), (x, bottom, -y), (ax * width, 0, -ay * width), (0, tall, 0)
    )
    stand.assembly.add(face)
