"""What stands in the areas of a hall: stages, cafes, lounges, information, registration."""

from __future__ import annotations

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CARPET, WOOD, Finish
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.graphics.venue import is_food, is_toilets
from hallgen.kit.halls.cafes import cafe, lounge
from hallgen.kit.halls.floors import lay
from hallgen.kit.halls.grounds import Ground
from hallgen.kit.halls.shell import Shell
from hallgen.kit.halls.signs import hang_banner
from hallgen.kit.halls.stages import stage
from hallgen.kit.halls.visitors import Post
from hallgen.kit.parts.venue import information_desk
from hallgen.kit.people import Doing
from hallgen.layout import pieces, to_shape
from hallgen.model import Area, AreaKind, Hall

_SIGN = (3.0, 0.75)
_SIGN_HEIGHT = 3.3
_FLOOR_HEIGHT = 0.008


def areas(assembly: Assembly, hall: Hall, shell: Shell) -> list[Post]:
    """Furnish every area; returns the places of those who work or sit there."""
    posts: list[Post] = []
    columns = [column.outer for column in hall.columns]
    for number, area in enumerate(hall.areas):
        ground = Ground(area, hall, [*columns, *(wall.outer for wall in hall.walls)])
        for piece in pieces(to_shape(area.outline)):
            lay(assembly, _floor(area), piece, _FLOOR_HEIGHT)
        if min(ground.width, ground.depth) >= 2.0:
            posts += _furnish(assembly, area, number, ground, shell)
        graphic = Graphic(f"area/{number}", GraphicKind.AREA_SIGN, *_SIGN, str(number))
        at = ground.at(0.0, ground.depth / 2)
        if area.name and area.kind is not AreaKind.STAGE:
            hang_banner(assembly, shell, graphic, at, ground.facing, _SIGN_HEIGHT)
    return posts


def _floor(area: Area) -> Finish:
    if area.kind is AreaKind.LOUNGE and is_food(area):
        return WOOD
    colors = {AreaKind.LOUNGE: "#6b5f52", AreaKind.STAGE: "#39465c"}
    return CARPET.tinted(colors.get(area.kind, "#5b636b"))


def _furnish(
    assembly: Assembly, area: Area, number: int, ground: Ground, shell: Shell
) -> list[Post]:
    if area.kind is AreaKind.STAGE:
        return stage(assembly, number, ground, shell)
    if area.kind is AreaKind.LOUNGE:
        return cafe(assembly, ground) if is_food(area) else lounge(assembly, ground)
    return [] if is_toilets(area) else _desks(assembly, ground)


def _desks(assembly: Assembly, ground: Ground) -> list[Post]:
    """Information or registration: desks side by side, a host behind each."""
    posts = []
    count = max(1, int((ground.width - 1.0) / 4.0))
    for k in range(count):
        right = (k - (count - 1) / 2) * 4.0
        ahead = min(1.6, ground.depth / 2)
        if ground.put(assembly, information_desk(), right, ahead):
            posts.append(Post(Doing.HOST, ground.at(right + 0.3, ahead - 0.8), ground.facing))
    return posts
