"""A booth that nobody has taken yet: clean, marked out, and meant to look that way."""

from __future__ import annotations

from enum import StrEnum
from math import cos, radians, sin

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.furnishing import along_open_sides, corners, furnish
from hallgen.kit.designs.light import floor_shade
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import inner_poses
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import fascia, panel_wall
from hallgen.kit.finishes import CARPET, PANEL
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import stanchion
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import totem
from hallgen.kit.shapes import floor
from hallgen.model import BoothKind


class Look(StrEnum):
    """What stands in it until it is taken."""

    PLANTS = "plants"
    TROUGHS = "troughs"
    POSTS = "posts"


def empty_booth(stand: Stand) -> None:
    """Build a booth without exhibitor: carpet, its number, a sign that it is free."""
    plot = stand.plot
    grey = CARPET.tinted(stand.pick(("#5b636b", "#6a7177", "#525d66"), "grey"))
    cell = max(0.75, plot.area**0.5 / 8)
    stand.assembly.add(floor(grey, plot.outline, 0.010, plot.holes, cell, floor_shade(plot, 0.06)))
    if stand.booth.kind is BoothKind.SHELL:
        _shell(stand)
    _stele(stand)
    look = stand.pick(tuple(Look), "empty look")
    item = {Look.PLANTS: potted_plant(), Look.TROUGHS: planter(), Look.POSTS: stanchion()}[look]
    for _ in range(min(8, max(1, round(plot.area / 9)))):
        inset = 0.5 if look is not Look.TROUGHS else 0.9
        if furnish(stand, item, corners(stand, inset)) is None:
            furnish(stand, item, along_open_sides(stand, 0.35, 0.9))


def _shell(stand: Stand) -> None:
    """The walls and fascia it will have, with its number and the organiser's sign."""
    for number, edge in enumerate(stand.plot.closed_edges):
        wall = panel_wall(stand, edge, lambda _: PANEL)
        bay = wall[len(wall) // 2]
        if number == 0 and bay.width > 0.8:
            hang(stand, GraphicKind.RESERVED, (0.88, 1.36), bay.face(), 0.86, edge.facing_in)
    for edge in stand.plot.open_edges:
        fascia(stand, edge)


def _stele(stand: Stand) -> None:
    """A stele with the booth's number, in the middle or wherever one can walk around it."""
    item = totem()
    for at, turn in inner_poses(stand):
        if furnish(stand, item, [(at, turn)]) is not None:
            for side in (0.0, 180.0):
                angle = radians(turn + side)
                face = (at[0] + sin(angle) * 0.07, at[1] - cos(angle) * 0.07)
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
