"""What runs over the open sides of a booth on raw space: beams, portals, slats, a tower."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.furnishing import Pose
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import beam, block, tower
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import span, take
from hallgen.kit.finishes import LED, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.styles import Header
from hallgen.model import Ring

#: Lower edge of what runs over open sides, in metres over the floor.
CLEAR = 2.97


@dataclass(frozen=True, slots=True)
class _Build:
    """How stout a header is: of its beams the width and height, of its columns the side."""

    width: float
    tall: float
    column: float


_BUILDS = {
    Header.BEAM: _Build(0.30, 0.50, 0.24),
    Header.TOWER: _Build(0.28, 0.44, 0.20),
    Header.CANOPY: _Build(0.28, 0.56, 0.16),
    Header.PORTAL: _Build(0.46, 0.78, 0.46),
}


def header(stand: Stand, height: float) -> None:
    """The header of the stand's style, over walls of `height` metres above the platform."""
    kind = stand.style.header
    has_tower = kind is Header.TOWER and _corner_tower(stand, height)
    _beams(stand, height, _BUILDS[kind])
    if kind is Header.CANOPY or (kind is Header.TOWER and not has_tower):
        _canopy(stand, height)


def _corner_tower(stand: Stand, height: float) -> bool:
    """A tower in a corner: at the end of a wall beside an open side, else in a closed corner."""
    top = min(5.2, stand.clear_height - 0.5)
    if top < height + 0.4:
        return False
    poses: list[Pose] = []
    edges = stand.plot.edges
    for edge, following in zip(edges, edges[1:] + edges[:1], strict=True):
        if edge.open != following.open or (not edge.open and not following.open):
            inset = 0.60
            at = (
                edge.end[0] + (edge.inward[0] + following.inward[0]) * inset,
                edge.end[1] + (edge.inward[1] + following.inward[1]) * inset,
            )
            poses.append((at, edge.facing_out))
    swap = stand.pick((False, True), "tower corner")
    size = 1.1 if stand.plot.area >= 24 else 0.9
    return tower(stand, poses[::-1] if swap else poses, top, size) is not None


def _beams(stand: Stand, height: float, build: _Build) -> None:
    """A beam over each open side, the name on it, on columns where it meets no wall."""
    level = stand.assembly.level
    bottom = level + min(CLEAR, height - 0.5)
    top = min(bottom + build.tall, stand.clear_height - 0.25)
    finish = stand.tone(stand.style.header_color)
    for edge in stand.plot.open_edges:
        start, end = span(stand, edge, build.width + 0.02)
        line = 0.01 + build.width / 2
        if end - start < 1.0:
            continue
        low, high = edge.at(start + 0.01, line), edge.at(end - 0.01, line)
        beam(stand, low, high, build.width - 0.02, bottom, top, finish)
        count = max(1, math.ceil((end - start) / 9.0))
        step = (end - start) / count
        for k in range(count):
            size = (step - 0.03, top - bottom - 0.04)
            at = edge.at(start + (k + 0.5) * step, 0.012)
            rise = bottom + 0.02 - level
            hang(stand, GraphicKind.HEADER, size, at, rise, edge.facing_out, Surface.LIGHTBOX)
    _columns(stand, bottom, finish, build.column)


def _columns(stand: Stand, bottom: float, finish: Finish, size: float) -> None:
    """A column in every corner of two open sides, a line of light up its faces."""
    edges = stand.plot.edges
    for edge, following in zip(edges, edges[1:] + edges[:1], strict=True):
        if not (edge.open and following.open):
            continue
        if abs(edge.along[0] * following.along[1] - edge.along[1] * following.along[0]) < 0.1:
            continue
        inset = size / 2 + 0.02
        at = (
            edge.end[0] + (edge.inward[0] + following.inward[0]) * inset,
            edge.end[1] + (edge.inward[1] + following.inward[1]) * inset,
        )
        (ax, ay), (bx, by), half = edge.along, edge.inward, size / 2
        ring = tuple(
            (at[0] + (ax * u + bx * v) * half, at[1] + (ay * u + by * v) * half)
            for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        )
        if not stand.plot.contains(ring):
            continue
        low, high = (
            (at[0] - ax * half, at[1] - ay * half),
            (at[0] + ax * half, at[1] + ay * half),
        )
        stand.assembly.add(block(finish, low, high, size, 0.0, bottom, 0.006))
        if size > 0.4:
            inner = (at[0] + bx * half, at[1] + by * half)
            line = (
                (inner[0] - ax * 0.02, inner[1] - ay * 0.02),
                (inner[0] + ax * 0.02, inner[1] + ay * 0.02),
            )
            stand.assembly.add(block(LED, *line, 0.012, 0.2, bottom - 0.1))
        take(stand, ring)


def _canopy(stand: Stand, height: float) -> None:
    """Slats under the top of the walls, from one side of the booth to the other."""
    _, y0, _, y1 = stand.plot.bounds
    top = stand.assembly.level + height - 0.08
    wood = stand.style.header is Header.CANOPY
    slat = stand.tone(stand.style.header_color) if wood else stand.tone(stand.style.sides)
    count = max(3, round((y1 - y0) / 0.9))
    for k in range(1, count):
        y = y0 + (y1 - y0) * k / count
        for left, right in chords(stand.plot.outline, y):
            if right - left > 0.8:
                stand.assembly.add(
                    block(slat, (left + 0.14, y), (right - 0.14, y), 0.07, top - 0.22, top)
                )


def chords(ring: Ring, y: float) -> list[tuple[float, float]]:
    """Where the line at `y` is inside a ring, from left to right."""
    crossings = sorted(
        ax + (bx - ax) * (y - ay) / (by - ay)
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (ay > y) != (by > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))
