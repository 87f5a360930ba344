"""Signs of halls: exits over doors, the hall's name and its zones over the aisles."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallgen.kit.assembly import Assembly, Surface
from hallgen.kit.designs.pictures import picture
from hallgen.kit.finishes import DARK_GREY
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.halls.fittings import letter_plate, sign_box
from hallgen.kit.halls.overhead import hanger
from hallgen.kit.halls.shell import Shell, between
from hallgen.kit.plots import Edge, ahead_of, distances, facing, within
from hallgen.kit.shapes import box, moved, placement
from hallgen.model import Aisle, FairIndex, Hall, HallLayout, Point

_HALL_BANNER = (4.2, 2.1)
_ZONE_BANNER = (1.6, 3.6)
#: Banners of the hall are so far apart, in metres: some plans have none but main aisles.
_BANNERS = 20.0


def exit_sign(assembly: Assembly, edge: Edge, along: float, height: float) -> None:
    """A lit exit sign on a wall, its lower edge at `height`."""
    assembly.place(sign_box(), *edge.at(along), height, edge.facing_in)
    at = edge.at(along, 0.09)
    mesh = moved(picture(1.2, 0.4), placement(*at, height + 0.03, edge.facing_in))
    assembly.hang(Graphic("exit", GraphicKind.EXIT_SIGN, 1.2, 0.4), Surface.SCREEN, mesh)


def axis_letter(assembly: Assembly, edge: Edge, along: float, letter: str) -> None:
    """The name of an axis on its column, 0.7 m, over the heads of those who look for it."""
    assembly.place(letter_plate(), *edge.at(along, 0.38), 3.3, edge.facing_in)
    at = edge.at(along, 0.42)
    mesh = moved(picture(0.7, 0.7), placement(*at, 3.32, edge.facing_in))
    graphic = Graphic(f"axis/{letter}", GraphicKind.AXIS, 0.7, 0.7, letter)
    assembly.hang(graphic, Surface.PRINT, mesh)


def fair_banner(assembly: Assembly, shell: Shell, edge: Edge, top: float) -> None:
    """The fair's name on a long wall, stretched between two rails under the windows."""
    height = min(2.4, 0.2 * shell.height)
    width = min(4.6 * height, 0.5 * edge.length)
    bottom = top - 0.45 - height
    at = edge.at(edge.length / 2, 0.10)
    for rail in (bottom - 0.05, bottom + height):
        bar = box(DARK_GREY, width + 0.1, 0.05, 0.06)
        assembly.add(moved(bar, placement(*at, rail, edge.facing_in)))
    mesh = moved(picture(width, height), placement(*at, bottom, edge.facing_in))
    graphic = Graphic(f"fair/{width:.1f}", GraphicKind.FAIR_BANNER, width, height)
    assembly.hang(graphic, Surface.CLOTH, mesh)


def banners(
    assembly: Assembly, hall: Hall, layout: HallLayout, index: FairIndex, shell: Shell
) -> None:
    """The hall's banner over main aisles, and each zone's over the aisle nearest its booths."""
    taken: list[Point] = []
    aisles = layout.aisles or (_ahead(layout, shell),)
    main = [a for a in aisles if a.main] or list(aisles[:1])
    for aisle in main:
        length = math.dist(aisle.start, aisle.end)
        count = max(1, round(length / 42))
        for k in range(count):
            at = between(aisle.start, aisle.end, (k + 0.5) / count)
            turn = facing((aisle.end[0] - aisle.start[0], aisle.end[1] - aisle.start[1]))
            if _free(at, taken, _BANNERS) and _inside(shell, at):
                taken.append(at)
                graphic = Graphic("hall", GraphicKind.HALL_BANNER, *_HALL_BANNER)
                hang_banner(assembly, shell, graphic, at, turn, 6.1)
    for zone in hall.zones:
        aisle_at = _nearest_aisle(hall, shell, aisles, zone, taken)
        if zone in index.zones and aisle_at is not None:
            at, turn = aisle_at
            taken.append(at)
            graphic = Graphic(f"zone/{zone}", GraphicKind.ZONE_BANNER, *_ZONE_BANNER, zone)
            hang_banner(assembly, shell, graphic, at, turn, 5.0)


def _ahead(layout: HallLayout, shell: Shell) -> Aisle:
    """Where no aisle was found: the way a visitor looks, through half of the hall."""
    angle, reach = math.radians(layout.start_heading), shell.length / 2
    end = (
        layout.start[0] + math.cos(angle) * reach,
        layout.start[1] + math.sin(angle) * reach,
    )
    return Aisle(start=layout.start, end=end, width=3.0, main=True)


def _inside(shell: Shell, at: Point) -> bool:
    point = np.array([at])
    near = float(distances(point, shell.outline)[0])
    return bool(within(point, shell.outline)[0]) and near > _HALL_BANNER[0] / 2


def _free(at: Point, taken: list[Point], gap: float) -> bool:
    return all(math.dist(at, other) >= gap for other in taken)


def _nearest_aisle(
    hall: Hall, shell: Shell, aisles: Sequence[Aisle], zone: str, taken: list[Point]
) -> tuple[Point, float] | None:
    """The point of an aisle nearest the middle of a zone's booths that no banner has yet."""
    booths = [b for b in hall.booths if b.zone == zone]
    if not booths:
        return None
    points = [p for b in booths for p in b.outline.outer]
    middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    candidates = [(at, aisle) for aisle in aisles for at in _stops(aisle)]
    candidates = [c for c in candidates if _inside(shell, c[0])]
    free = [c for c in candidates if _free(c[0], taken, 5.0)] or candidates
    if not free:
        return None
    at, aisle = min(free, key=lambda c: round(math.dist(c[0], middle), 3))
    return at, facing((aisle.end[0] - aisle.start[0], aisle.end[1] - aisle.start[1]))


def _stops(aisle: Aisle) -> list[Point]:
    count = max(1, round(math.dist(aisle.start, aisle.end) / 6))
    return [between(aisle.start, aisle.end, (k + 0.5) / count) for k in range(count)]


def hang_banner(
    assembly: Assembly, shell: Shell, graphic: Graphic, at: Point, turn: float, wanted: float
) -> None:
    """A banner printed on both faces, as high as wanted or as the hall allows, on two cables."""
    width, tall = graphic.width, graphic.height
    top = min(wanted + tall, shell.clear - (0.3 if shell.steel else 0.5))
    bottom = top - tall
    if bottom < 2.6:
        return
    assembly.add(moved(box(DARK_GREY, width + 0.06, 0.05, 0.05), placement(*at, top, turn)))
    assembly.add(
        moved(box(DARK_GREY, width + 0.06, 0.05, 0.05), placement(*at, bottom - 0.05, turn))
    )
    for side in (0.0, 180.0):
        face = ahead_of(at, turn + side, 0.012)
        mesh = moved(picture(width, tall), placement(*face, bottom, turn + side))
        assembly.hang(graphic, Surface.CLOTH, mesh)
    for side in (-1, 1):
        x, y = ahead_of(at, turn, 0.0, side * width * 0.42)
        length = max(0.2, shell.height - 0.3 - top)
        assembly.place(hanger(), x, y, top, scale=(1.0, length, 1.0))
