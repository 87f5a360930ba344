"""What a mirror in the middle of a hall would see: the picture that shining surfaces reflect."""

from __future__ import annotations

import numpy as np

from hallgen.light.scenery import Body, radiance
from hallgen.light.sheets import grey_texture
from hallgen.light.world import World
from hallgen.scene import Floats, Texture

WIDTH, HEIGHT = 256, 128
#: The brightest radiance that is kept; as sqrt(L / range) in 8 bits.
RANGE = 16.0
#: Four rays a pixel, at the middles of its quarters.
_RAYS = 2


def environment(world: World, eye: tuple[float, float, float]) -> Floats:
    """Radiance (HEIGHT, WIDTH) all around a point of a baked world, equirectangular.

    The first row looks straight up; column c looks at the angle (c + 0.5) / WIDTH * 360 - 180
    degrees from +X towards +Z.
    """
    rows, columns = HEIGHT * _RAYS, WIDTH * _RAYS
    rise = np.pi / 2 - (np.arange(rows) + 0.5) / rows * np.pi
    angle = (np.arange(columns) + 0.5) / columns * 2 * np.pi - np.pi
    around, up = np.meshgrid(angle, rise)
    ways = np.stack([np.cos(up) * np.cos(around), np.sin(up), np.cos(up) * np.sin(around)], axis=-1)
    ways = np.ascontiguousarray(ways.reshape(-1, 3), np.float32)
    origins = np.tile(np.array(eye, np.float32), (len(ways), 1))
    seen = world.looked_at(origins, ways, _shines(world.bodies))
    return np.asarray(seen.reshape(HEIGHT, _RAYS, WIDTH, _RAYS).mean(axis=(1, 3)), np.float32)


def _shines(bodies: tuple[Body, ...]) -> Floats:
    """How bright each blocking triangle shines by itself."""
    return np.concatenate(
        [np.zeros(0, np.float32)]
        + [
            np.full(len(body.mesh.triangles), radiance(body.mesh.material), np.float32)
            for body in bodies
            if body.blocks
        ]
    )


def environment_texture(seen: Floats) -> Texture:
    """The picture as a lossless WebP, named by its content."""
    level = np.round(np.sqrt(np.clip(seen / RANGE, 0, 1)) * 255).astype(np.uint8)
    return grey_texture("environment", level, lossless=True)
