"""A booth that nobody has taken yet: clean, marked out, and meant to look that way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from hallgen.kit.assembly import footprint, turned
from hallgen.kit.designs.furnishing import (
    Pose,
    along_open_sides,
    corners,
    furnish,
    inner_poses,
)
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import FASCIA_TOP, fascia, panel_wall, span, strip
from hallgen.kit.finishes import CARPET, LED, PANEL
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.lights import arm_spot
from hallgen.kit.parts.stands import totem
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import box, floor, moved, placement
from hallgen.model import BoothKind, Point

#: Side and height of the pillar on a free plot, in metres.
_PILLAR = (1.25, 2.95)


class Look(StrEnum):
    """What stands in it until it is taken."""

    PLANTS = "plants"
    TROUGHS = "troughs"
    MIXED = "mixed"


def empty_booth(stand: Stand) -> None:
    """Build a booth without exhibitor: carpet, its number, a sign that it is free."""
    plot = stand.plot
    grey = CARPET.tinted(stand.tint(("#5b636b", "#6a7177", "#525d66"), "grey"))
    stand.assembly.add(floor(grey, plot.outline, 0.010, plot.holes))
    if stand.booth.kind is BoothKind.SHELL and plot.closed_edges:
        _shell(stand)
    else:
        for edge in plot.open_edges if stand.booth.kind is BoothKind.SHELL else ():
            fascia(stand, edge)
        _border(stand)
        _stele(stand)
    look = stand.tint(tuple(Look), "empty look")
    for number in range(min(9, max(2, round(plot.area / 8)))):
        trough = look is Look.TROUGHS or (look is Look.MIXED and number == 0)
        item, poses = (
            (planter(), _along_walls(stand)) if trough else (potted_plant(), corners(stand, 0.5))
        )
        if furnish(stand, item, poses) is None:
            furnish(stand, item, along_open_sides(stand, 0.45, 0.9))


def _along_walls(stand: Stand) -> Iterator[Pose]:
    """Against the middles of closed sides, the longest first."""
    for edge in sorted(stand.plot.closed_edges, key=lambda e: -round(e.length, 2)):
        yield edge.at(edge.length / 2, 0.32), edge.facing_in


def _shell(stand: Stand) -> None:
    """The walls and fascia it will have, with its number and the organiser's sign."""
    for number, edge in enumerate(stand.plot.closed_edges):
        wall = panel_wall(stand, edge, lambda _: PANEL)
        width = min(sum(bay.width for bay in wall) - 0.12, 2.9)
        if number == stand.pick(range(len(stand.plot.closed_edges)), "sign") and width > 0.6:
            middle = (wall[0].along + wall[-1].along) / 2
            at = edge.at(middle, 0.032)
            hang(stand, GraphicKind.RESERVED, (width, 2.30), at, 0.08, edge.facing_in)
    for edge in stand.plot.open_edges:
        fascia(stand, edge)
        for along in (edge.length * 0.3, edge.length * 0.7):
            stand.assembly.place(arm_spot(), *edge.at(along, 0.045), FASCIA_TOP, edge.facing_in)


def _stele(stand: Stand) -> None:
    """A lit pillar with the booth's number in the middle, or a stele where there is less room."""
    high = min(_PILLAR[1], stand.clear_height - 0.6)
    ring = footprint(_PILLAR[0], _PILLAR[0])
    for at, turn in inner_poses(stand):
        if not stand.room.try_block(turned(ring, *at, turn), 0.9):
            continue
        stand.assembly.obstacles.append(turned(ring, *at, turn))
        body = box(PANEL, _PILLAR[0], high, _PILLAR[0], 0.012)
        glow = box(LED, _PILLAR[0] - 0.06, 0.03, _PILLAR[0] - 0.06)
        stand.assembly.add(moved(body, placement(*at, 0.04, turn)))
        stand.assembly.add(moved(glow, placement(*at, 0.012, turn)))
        size = (_PILLAR[0] - 0.10, high - 0.12)
        _faces(stand, at, turn, (0.0, 90.0, 180.0, 270.0), _PILLAR[0] / 2 + 0.008, size)
        return
    for at, turn in inner_poses(stand):
        if furnish(stand, totem(), [(at, turn)]) is not None:
            _faces(stand, at, turn, (0.0, 180.0), 0.07, (0.79, 1.80))
            return


def _faces(
    stand: Stand,
    at: Point,
    turn: float,
    sides: Sequence[float],
    reach: float,
    size: tuple[float, float],
) -> None:
    """The sign that a booth is free, on some sides of what stands there."""
    for side in sides:
        face = ahead_of(at, turn + side, reach)
        hang(stand, GraphicKind.RESERVED, size, face, 0.09, turn + side)


def _border(stand: Stand) -> None:
    """White tape along the open sides, as a plot is marked out."""
    for edge in stand.plot.open_edges:
        start, end = span(stand, edge, 0.16)
        if end - start > 0.3:
            ring = strip(edge, start, end, 0.16)
            ring = (edge.at(start, 0.10), edge.at(end, 0.10), *ring[2:])
            stand.assembly.add(floor(PANEL, ring, 0.014))
