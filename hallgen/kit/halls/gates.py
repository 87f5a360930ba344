"""Gates: openings in walls, and behind each a lobby with glass doors to the daylight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hallgen.kit.assembly import Assembly, put
from hallgen.kit.finishes import CONCRETE, DARK_GREY, LAMP, PAINT, PANEL, Finish
from hallgen.kit.halls.finishes import OUTLOOK, OUTLOOK_SIZE
from hallgen.kit.halls.fittings import bench, door_grip, glass_leaf
from hallgen.kit.halls.shell import Shell
from hallgen.kit.halls.signs import exit_sign
from hallgen.kit.plots import Edge, within
from hallgen.kit.shapes import box, moved, placement, sheet
from hallgen.model import Gate, Point, Ring, SideKind

GATE_HEIGHT = 3.0
#: How thick walls are for a visitor, in metres.
THICK = 0.3
#: How deep lobbies are where there is room outside, where there is little, and how far the
#: outlook is behind their glass.
_LOBBY, _SHALLOW, _BEYOND = 5.0, 1.8, 1.6

#: How far the outlook's picture goes below the floor: its horizon is then at eye height.
_BELOW = -0.35


@dataclass(frozen=True, slots=True)
class Opening:
    """A gate's opening along a wall, from and to in metres from its start."""

    low: float
    high: float


def edges_of(ring: Ring) -> list[Edge]:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return [Edge(a, b, SideKind.WALL) for a, b in pairs if math.dist(a, b) > 0.01]


def with_openings(gates: Sequence[Gate], outline: Ring) -> list[tuple[Edge, list[Opening]]]:
    """The walls, and on each the gates that are nearest to it (within 3 m)."""
    edges = edges_of(outline)
    openings: list[list[Opening]] = [[] for _ in edges]
    for gate in gates:
        reach = [_offset(edge, gate.position) for edge in edges]
        nearest = int(np.argmin([abs(off) for _, off in reach]))
        along, off = reach[nearest]
        edge = edges[nearest]
        half = min(gate.width, edge.length - 0.4) / 2
        if abs(off) > 3.0 or half < 0.4:
            continue
        middle = min(max(along, half + 0.2), edge.length - half - 0.2)
        openings[nearest].append(Opening(middle - half, middle + half))
    return [
        (e, _apart(sorted(o, key=lambda p: p.low))) for e, o in zip(edges, openings, strict=True)
    ]


def _offset(edge: Edge, point: Point) -> tuple[float, float]:
    """How far along a wall a point is, and how far from it (far where it is beyond its ends)."""
    dx, dy = point[0] - edge.start[0], point[1] - edge.start[1]
    along = dx * edge.along[0] + dy * edge.along[1]
    off = dx * edge.inward[0] + dy * edge.inward[1]
    beyond = max(-along, along - edge.length, 0.0)
    return along, math.hypot(off, beyond)


def _apart(openings: list[Opening]) -> list[Opening]:
    """Overlapping openings as one."""
    joined: list[Opening] = []
    for opening in openings:
        if joined and opening.low <= joined[-1].high + 0.3:
            joined[-1] = Opening(joined[-1].low, max(joined[-1].high, opening.high))
        else:
            joined.append(opening)
    return joined


def solid_spans(edge: Edge, openings: list[Opening]) -> list[tuple[float, float]]:
    """The stretches of a wall between its openings."""
    cuts = [0.0, *(c for o in openings for c in (o.low, o.high)), edge.length]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b - a > 0.01]


def lobby_depth(outline: Ring, edge: Edge, opening: Opening) -> float:
    """How deep a lobby may be before it, or its outlook, would be in the hall again."""
    for depth in (_LOBBY, _SHALLOW):
        beyond = depth + (_BEYOND if depth == _LOBBY else 0.3)
        outs = np.linspace(0.3, beyond, 12)
        alongs = np.linspace(opening.low - 0.5, opening.high + 0.5, 9)
        spots = np.array([edge.at(float(a), -float(o)) for a in alongs for o in outs])
        if not within(spots, outline).any():
            return depth
    return 0.6


def gate(assembly: Assembly, shell: Shell, edge: Edge, opening: Opening) -> None:
    """The opening's frame, the lobby, its doors of glass, what is seen through them, its sign."""
    top = min(GATE_HEIGHT, shell.height - 0.1)
    depth = lobby_depth(shell.outline, edge, opening)
    _frame(assembly, edge, opening, top)
    _room(assembly, edge, opening, depth, top)
    _doors(assembly, edge, opening, depth, top)
    _outlook(assembly, edge, opening, depth, top)
    _obstacles(assembly, edge, opening, depth)
    if top + 0.7 < shell.height:
        exit_sign(assembly, edge, (opening.low + opening.high) / 2, top + 0.24)


def _frame(assembly: Assembly, edge: Edge, opening: Opening, top: float) -> None:
    """A dark portal that stands 6 cm proud of the wall."""
    for along in (opening.low - 0.09, opening.high + 0.09):
        _bar(assembly, edge, along, 0.18, (0.0, top + 0.18))
    middle = (opening.low + opening.high) / 2
    _bar(assembly, edge, middle, opening.high - opening.low, (top, top + 0.18))


def _bar(
    assembly: Assembly, edge: Edge, along: float, width: float, rise: tuple[float, float]
) -> None:
    at = edge.at(along, -0.07)
    mesh = box(DARK_GREY, width, rise[1] - rise[0], 0.26)
    assembly.add(moved(mesh, placement(*at, rise[0], edge.facing_in)))


def _room(assembly: Assembly, edge: Edge, opening: Opening, depth: float, top: float) -> None:
    """Floor with a dark mat, sides with a rail, and a ceiling with a line of light."""
    low, high = opening.low, opening.high
    _flat(assembly, CONCRETE.tinted("#bdbbb6"), edge, (low, high), (0.0, -depth), 0.0)
    mat = (low + 0.2, high - 0.2)
    _flat(assembly, PAINT.tinted("#33373d"), edge, mat, (-depth + 0.1, -depth + 1.5), 0.008)
    _flat(assembly, PANEL, edge, (low, high), (0.0, -depth), top, down=True)
    for k in range(max(1, int(depth / 1.6))):
        middle = -0.8 - k * 1.6
        span = (low + 0.5, high - 0.5)
        if span[1] - span[0] > 0.4 and depth > 1.5:
            _flat(assembly, LAMP, edge, span, (middle - 0.04, middle + 0.04), top - 0.01, down=True)
    sides = (
        Edge(edge.at(low), edge.at(low, -depth), SideKind.WALL),
        Edge(edge.at(high, -depth), edge.at(high), SideKind.WALL),
    )
    for side in sides:
        upright(assembly, PANEL, side, (0.0, side.length), (0.0, top))
        upright(assembly, PAINT.tinted("#234a7d"), side, (0.0, side.length), (0.95, 1.10), 0.006)
    if high - low > 4.4 and depth > 3:
        for along in (low + 0.35, high - 0.35):
            put(assembly, bench(), edge.at(along, -depth / 2), edge.facing_in + 90.0)


def _flat(
    assembly: Assembly,
    finish: Finish,
    edge: Edge,
    span: tuple[float, float],
    reach: tuple[float, float],
    height: float,
    *,
    down: bool = False,
    uv: tuple[float, float, float, float] | None = None,
) -> None:
    """A rectangle of floor, or of ceiling, along a wall: `reach` is inward from it."""
    near, far = max(reach), min(reach)
    x, y = edge.at(span[0], far)
    (ax, ay), (nx, ny) = edge.along, edge.inward
    width, depth = span[1] - span[0], near - far
    along, inward = (ax * width, 0, -ay * width), (nx * depth, 0, -ny * depth)
    right, up = (inward, along) if down else (along, inward)
    assembly.add(sheet(finish, (x, height, -y), right, up, uv=uv))


def upright(
    assembly: Assembly,
    finish: Finish,
    edge: Edge,
    span: tuple[float, float],
    rise: tuple[float, float],
    inset: float = 0.0,
    uv: tuple[float, float, float, float] | None = None,
) -> None:
    """A stretch of a wall's inner face between two heights; `uv` fills it with a picture."""
    (ax, ay), (low, high), (bottom, top) = edge.along, span, rise
    x, y = edge.at(high, inset)
    right = (-ax * (high - low), 0, ay * (high - low))
    assembly.add(sheet(finish, (x, bottom, -y), right, (0, top - bottom, 0), uv=uv))


def _doors(assembly: Assembly, edge: Edge, opening: Opening, depth: float, top: float) -> None:
    """Glass leaves of about a metre across the lobby's end, the middle ones with grips."""
    width = opening.high - opening.low
    count = max(2, round(width / 1.15))
    step = width / count
    for k in range(count):
        at = edge.at(opening.low + (k + 0.5) * step, -depth)
        assembly.place(glass_leaf(), *at, 0.0, edge.facing_in, (step, 2.3, 1.0))
        assembly.place(glass_leaf(), *at, 2.3, edge.facing_in, (step, top - 2.3, 1.0))
        if abs(k + 0.5 - count / 2) < 1.6:
            side = 0.36 if k < count / 2 else -0.36
            grip = edge.at(opening.low + (k + 0.5 + side) * step, -depth)
            assembly.place(door_grip(), *grip, turn=edge.facing_in)


def _outlook(assembly: Assembly, edge: Edge, opening: Opening, depth: float, top: float) -> None:
    """Trees under a sky behind the glass, between a strip of paving and a canopy."""
    deep = depth == _LOBBY
    far, spread = depth + (_BEYOND if deep else 0.3), 1.5 if deep else 0.25
    low, high = opening.low, opening.high
    ring = (
        edge.at(low - 0.1, -depth - 0.06),
        edge.at(low - spread, -far),
        edge.at(high + spread, -far),
        edge.at(high + 0.1, -depth - 0.06),
    )
    start = 0.0
    for p, q in pairwise(ring):
        wall = Edge(p, q, SideKind.WALL)
        end = start + wall.length / OUTLOOK_SIZE[0]
        low_v, high_v = (1 - (h - _BELOW) / OUTLOOK_SIZE[1] for h in (0.0, top))
        # Seen from inside, a wall runs from right to left.
        uv = (end, high_v, start, low_v)
        upright(assembly, OUTLOOK, wall, (0.0, wall.length), (0.0, top), uv=uv)
        start = end
    span, reach = (low - spread, high + spread), (-depth - 0.06, -far)
    _flat(assembly, OUTLOOK, edge, span, reach, 0.0, uv=(0.0, 0.90, 0.1, 0.98))
    _flat(assembly, PANEL, edge, span, reach, top, down=True)


def _obstacles(assembly: Assembly, edge: Edge, o: Opening, depth: float) -> None:
    """A lobby's end and sides as rings that stop a visitor."""
    for a, b, c, d in (
        (o.low - THICK, o.high + THICK, -depth - THICK, -depth),
        (o.low - THICK, o.low, -depth, -THICK),
        (o.high, o.high + THICK, -depth, -THICK),
    ):
        assembly.obstacles.append((edge.at(a, c), edge.at(b, c), edge.at(b, d), edge.at(a, d)))
