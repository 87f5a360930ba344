"""Chairs and tables beside the folding ones: shells of plastic, and wood."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import DARK_GREY, GLOSS, WOOD, Finish
from hallgen.kit.parts.furniture import at, octagon, tilted
from hallgen.kit.shapes import box, lathe, merged, solid, tube
from hallgen.scene import Mesh

_OAK = Finish(GLOSS.material, WOOD.color)


@cache
def shell_chair() -> Part:
    """A white shell on four wooden legs, 0.45 m to the seat; whoever sits on it looks to +Z."""
    legs = [
        tube(_OAK, [(x * 0.22, 0.005, z * 0.20), (x * 0.13, 0.43, z * 0.12)], 0.014, 4)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return part(
        "shell chair", _bent(GLOSS, 0.44), *legs,
        footprint=footprint(0.48, 0.48), contact=(0.40, 0.40), contact_strength=0.32,
    )  # fmt: skip


def _bent(finish: Finish, width: float) -> Mesh:
    """Seat and back in one: a sheet bent along Z, its edges drawn up."""
    profile = np.array(
        [(0.22, 0.425), (0.17, 0.45), (-0.05, 0.44), (-0.15, 0.47), (-0.20, 0.60), (-0.235, 0.80)]
    )
    across = np.array([-1.0, -0.7, 0.0, 0.7, 1.0])
    rise = np.array([0.045, 0.012, 0.0, 0.012, 0.045])
    ahead = np.gradient(profile, axis=0)
    normal = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    normal *= np.where(normal[:, 1:] < 0, -1, 1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    points, normals = [], []
    for (z, height), (nz, ny) in zip(profile, normal, strict=True):
        for x, lift in zip(across, rise, strict=True):
            points.append((x * width / 2, height + lift * ny, z + lift * nz))
            tilt = -0.5 * x if abs(x) == 1 else 0.0
            normals.append(np.array([tilt, ny, nz]) / np.hypot(1.0, tilt))
    columns = len(across)
    faces = [
        t
        for k in range(len(profile) - 1)
        for i in range(columns - 1)
        for t in (
            (k * columns + i, k * columns + i + 1, (k + 1) * columns + i + 1),
            (k * columns + i, (k + 1) * columns + i + 1, (k + 1) * columns + i),
        )
    ]
    upper = solid(finish, points, normals, faces)
    below = np.array(points) - 0.012 * np.array(normals)
    lower = solid(finish, below, -np.array(normals), faces)

    return merged([upper, lower])


@cache
def wooden_chair() -> Part:
    """A wooden chair with a padded seat; whoever sits on it looks to +Z."""
    legs = [
        at(box(_OAK, 0.034, 0.44, 0.034), x * 0.19, 0, z * 0.18) for x in (-1, 1) for z in (-1, 1)
    ]
    frame = at(box(_OAK, 0.42, 0.05, 0.40), 0, 0.40, 0)
    seat = at(box(DARK_GREY, 0.40, 0.035, 0.38, 0.014), 0, 0.45, 0.005)
    posts = [at(tilted(box(_OAK, 0.03, 0.40, 0.03), -8), x * 0.18, 0.44, -0.17) for x in (-1, 1)]
    back = at(tilted(box(_OAK, 0.40, 0.16, 0.02, 0.008), -8), 0, 0.66, -0.20)
    return part(
        "wooden chair", *legs, frame, seat, *posts, back,
        footprint=footprint(0.46, 0.50), contact=(0.40, 0.40), contact_strength=0.32,
    )  # fmt: skip


@cache
def wooden_table() -> Part:
    """A round table of wood, 0.74 m high."""
    top = lathe(_OAK, [(0, 0.712), (0.36, 0.712), (0.37, 0.726), (0.36, 0.742), (0, 0.742)], 24)
    legs = [
        tube(
            _OAK,
            [(0.30 * float(np.cos(a)), 0.004, 0.30 * float(np.sin(a))),
             (0.16 * float(np.cos(a)), 0.712, 0.16 * float(np.sin(a)))],
            0.018,
            6,
        )
        for a in np.arange(3) * 2.0944
    ]  # fmt: skip
    return part("wooden table", top, *legs, footprint=octagon(0.37), contact=(0.5, 0.5))
