"""Stages: a platform, a wall of LED, a lectern, light and sound, and rows of chairs before it."""

from __future__ import annotations

from hallgen.kit.assembly import Assembly, Surface
from hallgen.kit.designs.pictures import picture
from hallgen.kit.finishes import BLACK, DARK_GREY, GLOW, PAINT
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.halls.grounds import WAY, Ground
from hallgen.kit.halls.shell import Shell
from hallgen.kit.halls.visitors import Post
from hallgen.kit.parts.venue import lectern, light_tower, loudspeaker, stack_chair
from hallgen.kit.people import Doing
from hallgen.kit.shapes import box, moved, placement

#: A stage's height, and from where on its screen begins, in metres over the floor.
RISE, _SCREEN_FOOT = 0.40, 1.15
_ROW, _SEAT = 1.0, 0.56


def stage(assembly: Assembly, number: int, ground: Ground, shell: Shell) -> list[Post]:
    """The stage of an area; returns its speaker and some of the audience."""
    width = min(9.0, ground.width - 1.0)
    depth = min(3.0, 0.34 * ground.depth)
    ring = ground.rectangle(0, depth / 2 + 0.1, width, depth)
    if width < 3.0 or depth < 1.4 or not ground.fits(ring):
        return _rows(assembly, ground, 0.6)
    _platform(assembly, ground, width, depth)
    _screen(assembly, number, ground, shell, width)
    ground.block(assembly, ring)
    right = width / 2 - 0.9
    assembly.place(lectern(), *ground.at(right, depth - 0.5), RISE, ground.facing - 12)
    speaker = Post(Doing.SPEAK, ground.at(right, depth - 1.0), ground.facing - 8, RISE)
    tower = min(4.4, shell.height - 0.6)
    for side in (-1, 1):
        if tower > 2.5:
            ground.put(
                assembly, light_tower(round(tower, 1)), side * (width / 2 + 0.5), 0.5, -side * 20
            )
        ground.put(assembly, loudspeaker(), side * (width / 2 + 0.55), depth, -side * 12)
    return [speaker, *_rows(assembly, ground, depth + 0.1 + 1.5)]


def _platform(assembly: Assembly, ground: Ground, width: float, depth: float) -> None:
    """Black sides, a grey top, a line of light under its edge, and two steps."""
    at, turn = ground.at(0, depth / 2 + 0.1), ground.facing
    parts = [
        (BLACK, (width - 0.1, RISE - 0.08, depth - 0.1), 0.0),
        (GLOW, (width - 0.06, 0.02, depth - 0.06), RISE - 0.08),
        (DARK_GREY.tinted("#4a4d53"), (width, 0.06, depth), RISE - 0.06),
    ]
    for finish, (w, h, d), height in parts:
        assembly.add(moved(box(finish, w, h, d), placement(*at, height, turn)))
    left = 0.9 - width / 2
    for finish, size, ahead, height in (
        (DARK_GREY, (1.2, RISE / 2, 0.3), 0.25, 0.0),
        (PAINT.tinted("#e8c33a"), (1.2, 0.012, 0.03), 0.385, RISE / 2),
    ):
        step = placement(*ground.at(left, depth + ahead), height, turn)
        assembly.add(moved(box(finish, *size), step))


def _screen(assembly: Assembly, number: int, ground: Ground, shell: Shell, width: float) -> None:
    """An LED wall of 16:9 in a black frame between dark wings."""
    top = min(_SCREEN_FOOT + (width - 2.0) * 9 / 16, shell.height - 0.5, 4.9)
    tall = top - _SCREEN_FOOT
    wide = tall * 16 / 9
    turn = ground.facing
    for finish, size, ahead, height in (
        (PAINT.tinted("#20242c"), (width - 0.2, top + 0.25, 0.10), 0.10, 0.0),
        (BLACK, (wide + 0.14, tall + 0.14, 0.08), 0.18, _SCREEN_FOOT - 0.07),
    ):
        assembly.add(moved(box(finish, *size), placement(*ground.at(0, ahead), height, turn)))
    graphic = Graphic(f"stage/{number}", GraphicKind.STAGE_SCREEN, wide, tall, str(number))
    mesh = moved(picture(wide, tall), placement(*ground.at(0, 0.18 + 0.045), _SCREEN_FOOT, turn))
    assembly.hang(graphic, Surface.SCREEN, mesh)


def _rows(assembly: Assembly, ground: Ground, first: float) -> list[Post]:
    """Chairs in rows that look to the back, with a way through the middle and around them."""
    posts: list[Post] = []
    side = min((ground.width - 2 * WAY - WAY) / 2, 14 * _SEAT)
    count = int(side / _SEAT)
    rows = int((ground.depth - first - 0.9) / _ROW)
    if count < 1 or rows < 1:
        return posts
    for row in range(min(rows, 12)):
        ahead = first + row * _ROW + 0.3
        for half in (-1, 1):
            middle = half * (WAY / 2 + count * _SEAT / 2)
            ring = ground.rectangle(middle, ahead, count * _SEAT, 0.5)
            if not ground.fits(ring):
                continue
            ground.block(assembly, ring)
            for k in range(count):
                right = half * (WAY / 2 + (k + 0.5) * _SEAT)
                at = ground.at(right, ahead)
                assembly.place(stack_chair(), *at, turn=ground.facing + 180)
                if (row * 7 + k * 5 + (half > 0) * 3) % 11 in (0, 4) and row < 5:
                    posts.append(
                        Post(Doing.SIT, ground.at(right, ahead + 0.06), ground.facing + 180)
                    )
    return posts
