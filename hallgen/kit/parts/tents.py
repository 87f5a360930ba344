"""What stands under the sky: pagoda tents and flags."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import ALU, CANVAS, DARK_GREY, PAINT
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import FRONT, on_side
from hallgen.kit.shapes import box, cylinder, solid, tube
from hallgen.scene import Mesh

#: Of a tent's eaves and peak, in metres; its valance hangs below the eaves.
EAVES, PEAK, VALANCE = 2.55, 4.3, 0.34

#: A flag's picture, and how high its lower edge is.
FLAG = (0.62, 2.2)
FLAG_FOOT = 0.55


@cache
def pagoda(side: float) -> Part:
    """A square tent of `side` metres on four legs, its roof drawn up to a peak."""
    half = side / 2 - 0.06
    spots = [(x, z) for x in (-1, 1) for z in (-1, 1)]
    legs = [at(box(ALU, 0.08, EAVES, 0.08), x * half, 0, z * half) for x, z in spots]
    inner = half - 0.06
    feet = [at(box(DARK_GREY, 0.24, 0.02, 0.24), x * inner, 0, z * inner) for x, z in spots]
    rail = at(box(ALU, 2 * half, 0.07, 0.06), 0, EAVES - 0.07, half - 0.05)
    rails = [at(rail, 0, 0, 0, 90.0 * k) for k in range(4)]
    mast = at(cylinder(ALU, 0.03, 0.35, 6), 0, PEAK - 0.1, 0)
    return part(f"pagoda {side:g}", *legs, *feet, *rails, mast, *_roof(half + 0.03))


def _roof(half: float) -> list[Mesh]:
    """The canvas: four hollow faces and the valance."""
    share = np.array([0.0, 0.28, 0.55, 0.8, 1.0])
    rise = EAVES + (PEAK - EAVES) * share**1.7
    reach = half * (1 - share) + 0.03
    meshes = []
    for k in range(4):
        angle = np.radians(90 * k)
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        for low in range(len(share) - 1):
            edges = [(x, i) for i in (low, low + 1) for x in (-reach[i], reach[i])]
            ground = [turn @ np.array([x, reach[i]]) for x, i in edges]
            points = [(g[0], rise[i], g[1]) for g, (_, i) in zip(ground, edges, strict=True)]
            out = np.array([rise[low + 1] - rise[low], reach[low] - reach[low + 1]])
            out /= np.linalg.norm(out)
            flat = turn @ np.array([0.0, out[0]])
            normals = [(flat[0], out[1], flat[1])] * 4
            meshes.append(solid(CANVAS, points, normals, [(0, 1, 3), (0, 3, 2)]))
    valance = at(box(PAINT, 2 * half, VALANCE, 0.008), 0, EAVES - VALANCE, half)
    return meshes + [at(valance, 0, 0, 0, 90.0 * k) for k in range(4)]


@cache
def flag() -> Part:
    """A flag on a bent pole with a foot, 3 m high; its two faces are its plates."""
    pole = tube(
        ALU, [(-0.33, 0.03, 0), (-0.33, 2.3, 0), (-0.28, 2.75, 0), (-0.1, 2.9, 0), (0.3, 2.86, 0)],
        0.014, 5,
    )  # fmt: skip
    foot = box(DARK_GREY, 0.44, 0.03, 0.44)
    faces = tuple(
        at(at(on_side(PAINT, FRONT, FLAG, 0.0, FLAG_FOOT, 0.002), 0, 0, 0), 0, 0, 0, turn)
        for turn in (0.0, 180.0)
    )
    return part(
        "flag", pole, at(foot, -0.2, 0, 0),
        footprint=footprint(0.86, 0.46), contact=(0.42, 0.42), plates=faces,
    )  # fmt: skip
