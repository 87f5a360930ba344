"""Plants."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import CLAY, GLOSS, LEAF, SOIL
from hallgen.kit.parts.furniture import at, octagon
from hallgen.kit.shapes import box, lathe, merged, shaded, solid
from hallgen.scene import Mesh

_GOLDEN_ANGLE = np.pi * (3 - 5**0.5)


def _blade(angle: float, length: float, lean: float, width: float) -> Mesh:
    """One leaf: a folded strip of three lengths that rises and bends outward."""
    t = np.array([0.0, 0.4, 0.75, 1.0])
    out = length * (0.12 * t + lean * t**2)
    up = length * (t - 0.38 * lean * t**2.4)
    half = width * np.array([0.45, 1.0, 0.75, 0.0]) / 2
    cos, sin = np.cos(angle), np.sin(angle)
    spine = np.stack([out * cos, up, out * sin], axis=1)
    across = np.array([-sin, 0.35, cos])
    other = np.array([sin, 0.35, -cos])
    positions = np.concatenate(
        [spine + across * half[:, None], spine, spine + other * half[:, None]]
    )
    rise = np.gradient(spine, axis=0)
    left, right = np.cross(across, rise), np.cross(rise, other)
    normals = np.concatenate([left, left + right, right])
    normals *= np.sign(normals @ np.array([0, 1, 0]) + 1e-9)[:, None]
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    triangles = []
    for k in range(3):
        for a, b in ((0, 4), (4, 8)):
            triangles += [(a + k, b + k, b + k + 1), (a + k, b + k + 1, a + k + 1)]
    mesh = solid(LEAF, positions, normals, triangles)
    return shaded(mesh, np.tile(0.45 + 0.55 * t, 3))


def _tuft(count: int, length: float) -> Mesh:
    """Leaves around a stem, each turned by the golden angle, the outer ones more bent."""
    blades = []
    for k in range(count):
        part_of = k / max(1, count - 1)
        blades.append(
            _blade(
                k * _GOLDEN_ANGLE,
                length * (0.62 + 0.38 * (1 - part_of)),
                0.12 + 0.50 * part_of,
                length * 0.16,
            )
        )
    return merged(blades)


@cache
def potted_plant() -> Part:
    """A plant in a clay pot, 1.1 m high."""
    pot = lathe(CLAY, [(0, 0), (0.15, 0), (0.205, 0.36), (0.185, 0.36), (0.18, 0.32)], 12)
    soil = lathe(SOIL, [(0.18, 0.32), (0, 0.33)], 10)
    return part(
        "potted plant", pot, soil, at(_tuft(10, 0.82), 0, 0.32, 0),
        footprint=octagon(0.37), contact=(0.32, 0.32),
    )  # fmt: skip


@cache
def planter() -> Part:
    """A trough of four plants, 1.6 m long."""
    trough = box(GLOSS, 1.60, 0.42, 0.42, 0.012)
    soil = at(box(SOIL, 1.50, 0.01, 0.32), 0, 0.418, 0)
    tufts = [at(_tuft(6, 0.48), x, 0.42, 0, x * 300) for x in (-0.57, -0.19, 0.19, 0.57)]
    return part(
        "planter", trough, soil, *tufts, footprint=footprint(1.64, 0.46), contact=(1.58, 0.40)
    )
