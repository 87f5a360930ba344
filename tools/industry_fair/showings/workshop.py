"""A workshop of invented machines, lit as halls are, and pictures taken in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.finishes import (
    CLADDING,
    CONCRETE,
    GLOW,
    GUARD,
    LAMP,
    PAINT,
    POLISHED,
    TRUSS,
    Finish,
)
from hallgen.kit.shapes import box, moved, placement, sheet
from hallgen.light import BOOTH, LightQuality, Shiners, Surroundings, as_texture, bake_light, lit
from hallgen.light.pictures import Camera, Target, take_picture
from hallgen.light.surroundings import Known
from hallgen.scene import Floats, Mesh, Node, Scene, combine, place
from tools.industry_fair.machines.lathe import lathe
from tools.industry_fair.machines.machine import Machine, scene_of
from tools.industry_fair.machines.machining_centre import machining_centre
from tools.industry_fair.machines.mobile_robot import mobile_robot
from tools.industry_fair.machines.printer import printer

#: The workshop's inside in metres: along x, up, along z.
WIDTH, HEIGHT, DEPTH = 16.0, 5.6, 12.0

#: Machines, where they stand and how they are turned (degrees from above, 0 looks to +z).
_STANDING: tuple[tuple[Callable[[], Machine], float, float, float], ...] = (
    (machining_centre, -4.4, 3.6, 0.0),
    (machining_centre, -0.6, 3.6, 0.0),
    (lathe, 4.0, 3.8, 0.0),
    (lathe, -3.6, -3.8, 180.0),
    (printer, 1.2, -3.8, 180.0),
    (machining_centre, 5.0, -3.6, 180.0),
    (mobile_robot, -6.4, 0.2, 90.0),
)


@dataclass(frozen=True, slots=True)
class Around(Camera):
    """A camera that sees all that is around: its pictures are equirectangular."""

    def directions(self, across: Floats, down: Floats, aspect: float) -> Floats:
        del aspect
        turn = (across - np.float32(0.5)) * np.float32(2 * np.pi) + math.radians(self.heading)
        fall = down * np.float32(np.pi)
        level = np.sin(fall)
        rays = np.stack([level * np.sin(turn), np.cos(fall), -level * np.cos(turn)], axis=-1)
        return rays.astype(np.float32)


def picture(camera: Camera, width: int, height: int, rays: int = 3) -> NDArray[np.uint8]:
    """What a camera sees in the workshop, sRGB of (height, width, 3)."""
    return take_picture(_target(), camera, width, height, rays, threads=2)


def panorama(width: int) -> NDArray[np.uint8]:
    """All that is around from the aisle's middle, (width / 2, width, 3)."""
    field = math.degrees(2 * math.atan(math.pi / 2))
    return picture(Around((0.6, 1.65, 0.1), 0.0, field=field), width, width // 2)


@cache
def _target() -> Target:
    whole = combine("workshop", (_room(), *_machines()))
    dark = Surroundings(Known(), Shiners.joined([]), 0.0, 0.0, 0.0)
    light = bake_light(whole, dark, BOOTH, LightQuality.DRAFT)
    shown = lit(whole, light)
    return Target([replace(shown, lightmap=as_texture(light.sheet))])


def _machines() -> Iterator[Scene]:
    for make, x, y, turn in _STANDING:
        yield place(scene_of(make()), placement(x, y, 0.0, turn))


def _room() -> Scene:
    """Floor, walls with a strip of windows, a roof on beams, rows of lamps."""
    w, d = WIDTH / 2, DEPTH / 2
    meshes = [
        sheet(POLISHED, (-w, 0, d), (WIDTH, 0, 0), (0, 0, -DEPTH)),
        sheet(PAINT.tinted("#d9dcdd"), (-w, HEIGHT, -d), (WIDTH, 0, 0), (0, 0, DEPTH)),
    ]
    walls = (
        ((-w, 0, -d), (WIDTH, 0, 0)),
        ((w, 0, d), (-WIDTH, 0, 0)),
        ((w, 0, -d), (0, 0, DEPTH)),
        ((-w, 0, d), (0, 0, -DEPTH)),
    )
    for corner, along in walls:
        meshes += _wall(corner, along)
    for side in (-1, 1):  # the aisle's edges
        line = box(GUARD, WIDTH - 0.6, 0.004, 0.09)
        meshes.append(moved(line, placement(0, side * 1.7)))
    for x in np.linspace(-w + 2, w - 2, 5):
        beam = box(TRUSS, 0.16, 0.34, DEPTH - 0.02)
        meshes.append(moved(beam, placement(float(x), 0, HEIGHT - 0.36)))
    for x in np.linspace(-w + 1.4, w - 1.4, 6):
        for y in (-2.4, 2.4):
            lamp = sheet(LAMP, (x - 0.75, HEIGHT - 0.4, -y - 0.11), (1.5, 0, 0), (0, 0, 0.22))
            meshes.append(lamp)
    return Scene("room", tuple(Node(mesh) for mesh in meshes))


def _wall(corner: tuple[float, float, float], along: tuple[float, float, float]) -> list[Mesh]:
    """A wall whose lower left corner and length are seen from inside."""

    def strip(finish: Finish, low: float, high: float) -> Mesh:
        start = (corner[0], low, corner[2])
        return sheet(finish, start, along, (0, high - low, 0))

    return [
        strip(CONCRETE.tinted("#7f868c"), 0.0, 1.1),
        strip(CLADDING, 1.1, 3.5),
        strip(GLOW.tinted("#cfe0ee"), 3.5, 4.5),
        strip(CLADDING, 4.5, HEIGHT),
    ]


__all__ = ["Around", "panorama", "picture"]
