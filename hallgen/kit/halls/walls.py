"""Hall walls: dado, ribbed cladding, a band of daylight, gates, doors and what hangs on walls."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CLADDING, CONCRETE, DADO, DARK_GREY, DAYLIGHT, PANEL, Finish
from hallgen.kit.halls.parts import (
    conduit,
    exit_door,
    hydrant,
    mullion,
    pilaster,
    roller_door,
)
from hallgen.kit.halls.shell import Shell
from hallgen.kit.halls.signs import exit_sign
from hallgen.kit.plots import Edge
from hallgen.kit.shapes import floor, sheet
from hallgen.model import Hall, Ring, SideKind

_DADO = 1.15
_GATE_HEIGHT = 3.0
_THICK = 0.3
#: How deep the lobby behind a gate is, in metres.
_LOBBY = 1.8


@dataclass(frozen=True, slots=True)
class Opening:
    """A gate's opening along a wall, from and to in metres from its start."""

    low: float
    high: float


def walls(assembly: Assembly, hall: Hall, shell: Shell) -> None:
    """All outer walls, with openings at the gates; obstacles leave those gaps."""
    for edge, openings in _with_openings(hall, shell):
        _clad(assembly, shell, edge, openings)
        _obstacles(assembly, edge, openings)
        for opening in openings:
            _gate(assembly, shell, edge, opening)
        _pilasters(assembly, shell, edge, openings)
        _doors(assembly, shell, edge, openings)
    for hole in shell.holes:
        for edge in _edges(hole):
            _clad(assembly, shell, edge, [])
        assembly.obstacles.append(hole)


def _edges(ring: Ring) -> list[Edge]:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return [Edge(a, b, SideKind.WALL) for a, b in pairs if math.dist(a, b) > 0.01]


def _with_openings(hall: Hall, shell: Shell) -> list[tuple[Edge, list[Opening]]]:
    """The walls, and on each the gates that are nearest to it (within 3 m)."""
    edges = _edges(shell.outline)
    openings: list[list[Opening]] = [[] for _ in edges]
    for gate in hall.gates:
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


def _offset(edge: Edge, point: tuple[float, float]) -> tuple[float, float]:
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


def _solid(edge: Edge, openings: list[Opening]) -> list[tuple[float, float]]:
    """The stretches of a wall between its openings."""
    cuts = [0.0, *(c for o in openings for c in (o.low, o.high)), edge.length]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b - a > 0.01]


def _sheet(
    assembly: Assembly,
    edge: Edge,
    finish: Finish,
    span: tuple[float, float],
    rise: tuple[float, float],
    inset: float = 0.0,
) -> None:
    """A stretch of a wall's inner face between two heights."""
    (ax, ay), (low, high), (bottom, top) = edge.along, span, rise
    x, y = edge.at(high, inset)
    columns = np.linspace(0, 1, max(2, round((high - low) / 8) + 1))
    rows = np.linspace(0, 1, max(2, round((top - bottom) / 2.5) + 1))
    length = high - low
    mesh = sheet(
        finish,
        (x, bottom, -y),
        (-ax * length, 0, ay * length),
        (0, top - bottom, 0),
        (list(columns), list(rows)),
        shade=_shade,
    )
    assembly.add(mesh)


def _shade(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Walls of a hall: darker to the floor and up, uneven as light from lamps is."""
    rise = points[:, 1]
    along = points[:, 0] + points[:, 2]
    spill = 0.06 * np.sin(along * 0.71) * np.sin(along * 0.23 + 1.3)
    foot = 0.24 * np.exp(-rise / 0.9)
    return np.asarray(np.clip(0.86 + spill - foot - 0.12 * np.clip((rise - 6) / 6, 0, 1), 0, 1))


def _clad(assembly: Assembly, shell: Shell, edge: Edge, openings: list[Opening]) -> None:
    height = shell.height
    bands: list[tuple[Finish, float, float]] = [(DADO, 0.0, _DADO)]
    if shell.steel and height > 8:
        low, high = 0.70 * height, 0.84 * height
        bands += [(CLADDING, _DADO, low), (CLADDING, high, height)]
        _clerestory(assembly, edge, low, high)
    else:
        bands.append((CLADDING if shell.steel else PANEL, _DADO, height))
    for finish, bottom, top in bands:
        cut = openings if bottom < _GATE_HEIGHT else []
        for span in _solid(edge, cut):
            _sheet(assembly, edge, finish, span, (bottom, top))
        for opening in cut:
            if top > _GATE_HEIGHT:
                _sheet(
                    assembly,
                    edge,
                    finish,
                    (opening.low, opening.high),
                    (max(bottom, _GATE_HEIGHT), top),
                )


def _clerestory(assembly: Assembly, edge: Edge, low: float, high: float) -> None:
    """Panes of daylight between mullions about 3 m apart."""
    _sheet(assembly, edge, DAYLIGHT, (0.0, edge.length), (low, high))
    count = max(1, round(edge.length / 3.0))
    for k in range(count + 1):
        at = edge.at(edge.length * k / count)
        assembly.place(mullion(), *at, low, edge.facing_in, (1.0, high - low, 1.0))
    for height in (low, high):
        x, y = edge.at(edge.length)
        (ax, ay), length = edge.along, edge.length
        right = (-ax * length, 0, ay * length)
        nx, ny = edge.inward
        assembly.add(
            sheet(DARK_GREY, (x + nx * 0.1, height - 0.06, -(y + ny * 0.1)), right, (0, 0.12, 0))
        )


def _obstacles(assembly: Assembly, edge: Edge, openings: list[Opening]) -> None:
    """The wall as rings outside of its face, with gaps at gates; a lobby's end is one as well."""
    for low, high in _solid(edge, openings):
        assembly.obstacles.append(
            (edge.at(low, -_THICK), edge.at(high, -_THICK), edge.at(high), edge.at(low))
        )
    for o in openings:
        for a, b, c, d in (
            (o.low - _THICK, o.high + _THICK, -_LOBBY - _THICK, -_LOBBY),
            (o.low - _THICK, o.low, -_LOBBY, -_THICK),
            (o.high, o.high + _THICK, -_LOBBY, -_THICK),
        ):
            assembly.obstacles.append((edge.at(a, c), edge.at(b, c), edge.at(b, d), edge.at(a, d)))


def _gate(assembly: Assembly, shell: Shell, edge: Edge, opening: Opening) -> None:
    """A lobby behind an opening: floor, sides, ceiling, and daylight through glass doors."""
    low, high = opening.low, opening.high
    top = min(_GATE_HEIGHT, shell.height)
    back = Edge(edge.at(low, -_LOBBY), edge.at(high, -_LOBBY), SideKind.WALL)
    sides = (
        Edge(edge.at(low), edge.at(low, -_LOBBY), SideKind.WALL),
        Edge(edge.at(high, -_LOBBY), edge.at(high), SideKind.WALL),
    )
    assembly.add(floor(CONCRETE, (back.start, back.end, edge.at(high), edge.at(low)), 0.0))
    _sheet(assembly, back, DAYLIGHT, (0.0, back.length), (0.0, top))
    for side in sides:
        _sheet(assembly, side, PANEL, (0.0, side.length), (0.0, top))
    (ax, ay), width = edge.along, high - low
    x, y = edge.at(high)
    nx, ny = edge.inward
    assembly.add(
        sheet(PANEL, (x, top, -y), (-ax * width, 0, ay * width), (-nx * _LOBBY, 0, ny * _LOBBY))
    )
    leaves = max(2, round(width / 1.1))
    for k in range(leaves + 1):
        at = back.at(back.length * k / leaves)
        assembly.place(mullion(), *at, 0.0, back.facing_in, (1.0, top, 1.0))
    for along in (low, high):
        at = edge.at(along)
        assembly.place(mullion(), *at, 0.0, edge.facing_in, (2.2, top, 1.6))
    exit_sign(assembly, edge, (low + high) / 2, top + 0.22)


def _clear(opening: list[Opening], along: float, half: float) -> bool:
    return all(along + half < o.low - 0.3 or along - half > o.high + 0.3 for o in opening)


def _pilasters(assembly: Assembly, shell: Shell, edge: Edge, openings: list[Opening]) -> None:
    if not shell.steel or edge.length < 4:
        return
    count = max(1, round(edge.length / 11.0))
    for k in range(1, count):
        along = edge.length * k / count
        if _clear(openings, along, 0.4):
            assembly.place(pilaster(shell.truss_bottom), *edge.at(along), turn=edge.facing_in)


def _doors(assembly: Assembly, shell: Shell, edge: Edge, openings: list[Opening]) -> None:
    """Between pilasters, in turn: an emergency exit, a roller door, a hydrant and a conduit."""
    count = max(1, round(edge.length / 11.0))
    if edge.length < 8:
        return
    size = min(5.0, 0.5 * shell.height)
    for k in range(count):
        along, turn = edge.length * (k + 0.5) / count, edge.facing_in
        if not _clear(openings, along, size / 2 + 0.6):
            continue
        if k % 3 == 0:
            assembly.place(exit_door(), *edge.at(along), turn=turn)
            exit_sign(assembly, edge, along, 2.42)
        elif k % 3 == 1 and shell.steel:
            assembly.place(roller_door(round(size, 2)), *edge.at(along), turn=turn)
        else:
            assembly.place(hydrant(), *edge.at(along), turn=turn)
            rise = shell.height * 0.66 - 1.4
            assembly.place(conduit(), *edge.at(along + 0.9), 1.4, turn, (1.0, rise, 1.0))
