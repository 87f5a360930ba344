"""A booth that nobody has taken yet: clean, marked out, and meant to look that way."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.furnishing import (
    Pose,
    along_open_sides,
    corners,
    furnish,
    inner_poses,
)
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import fascia, panel_wall
from hallgen.kit.finishes import CARPET, PANEL
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import totem
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import floor
from hallgen.model import BoothKind


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


def _stele(stand: Stand) -> None:
    """A stele with the booth's number, in the middle or wherever one can walk around it."""
    item = totem()
    for at, turn in inner_poses(stand):
        if furnish(stand, item, [(at, turn)]) is not None:
            for side in (0.0, 180.0):
                face = ahead_of(at, turn + side, 0.07)
                hang(
                    stand,
                    GraphicKind.RESERVED,
                    (0.79, 1.80),
                    face,
                    0.09,
                    turn + side,
                    Surface.PRINT,
                )
            return
