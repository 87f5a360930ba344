"""Trunks in their clothes, with the lanyard and badge of a fair."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.people.lofts import Ring, facing_ahead, level, loft
from hallgen.kit.people.looks import Carried, Look, Top, cloth
from hallgen.scene import Mesh

_Path = tuple[tuple[float, float], ...]

#: On the chest, from below: (height, half width) of a shirt between lapels and of a tie, and
#: (height, distance from the middle) of a lanyard and of a backpack's strap. Where the trunk
#: bends there is a point, so that cloth never comes through.
_SHIRT: _Path = ((1.16, 0.004), (1.27, 0.017), (1.385, 0.033), (1.455, 0.044))
_TIE: _Path = ((1.18, 0.009), (1.27, 0.018), (1.385, 0.014), (1.45, 0.011))
_LANYARD: _Path = ((1.17, 0.012), (1.27, 0.040), (1.385, 0.058), (1.46, 0.062))
_STRAP: _Path = ((1.10, 0.130), (1.27, 0.128), (1.385, 0.118), (1.45, 0.100))


def _profile(look: Look) -> list[Ring]:
    """The rings of the trunk from its hem to the neck."""
    b, w = look.broad, look.waist
    chest = 0.118 + 0.012 * (w - 1.0)
    hem = {Top.JACKET: 0.80, Top.SHIRT: 0.88, Top.POLO: 0.86, Top.COAT: 0.58}[look.top]
    flare = 1.16 if look.top is Top.COAT else 1.0
    belly = 0.016 if w > 1.1 else 0.004
    return [
        level(hem, 0.186 * b * flare, 0.136 * flare**2),
        level(0.95, 0.172 * b * (0.94 + 0.06 * w), 0.124 * w),
        level(1.08, 0.150 * b * w, 0.106 * w, belly),
        level(1.27, 0.176 * b, chest * w**0.5, 0.004),
        level(1.385, 0.192 * b, 0.108, -0.004),
        level(1.450, 0.135 * b, 0.080, -0.010),
        level(1.488, 0.062, 0.060, -0.010),
    ]


def trunk(look: Look) -> list[Mesh]:
    rings = _profile(look)
    meshes = [loft(cloth(look.top_color), rings, 8, 0.05, closed=False)]
    if look.top in (Top.JACKET, Top.COAT):
        meshes.append(_front(rings, look.shirt_color, _SHIRT, 0.010))
    if look.tie:
        meshes.append(_front(rings, look.tie, _TIE, 0.015))
    collar = [level(1.468, 0.064, 0.058, -0.010), level(1.506, 0.059, 0.058, -0.008)]
    meshes.append(loft(cloth(look.shirt_color), collar, 6, closed=False))
    meshes += [_ribbon(rings, look.lanyard, _mirrored(_LANYARD, side)) for side in (-1, 1)]
    meshes.append(_badge(rings))
    if look.carried is Carried.BACKPACK:
        pack = [
            level(0.98, 0.135, 0.070, -0.19),
            level(1.04, 0.150, 0.085, -0.195),
            level(1.30, 0.140, 0.080, -0.19),
            level(1.41, 0.095, 0.050, -0.165),
        ]
        meshes.append(loft(cloth("#2b3038"), pack, 8, 0.22))
        meshes += [_ribbon(rings, "#2b3038", _mirrored(_STRAP, side), 0.018) for side in (-1, 1)]
    return meshes


def _mirrored(path: _Path, side: int) -> _Path:
    return tuple((height, x * side) for height, x in path)


def _surface(rings: list[Ring], height: float, x: float) -> float:
    """How far ahead the trunk's front is at a height and a distance from its middle."""
    heights = [float(ring.center[1]) for ring in rings]
    wide = float(np.interp(height, heights, [float(ring.u[0]) for ring in rings]))
    deep = float(np.interp(height, heights, [float(ring.v[2]) for ring in rings]))
    ahead = float(np.interp(height, heights, [float(ring.center[2]) for ring in rings]))
    return ahead + deep * math.sqrt(max(0.0, 1 - (x / wide) ** 2))


def _front(rings: list[Ring], color: str, halves: _Path, out: float) -> Mesh:
    """A panel on the chest: (height, half width) from below, `out` before the cloth."""
    points = [(x, h, _surface(rings, h, x) + out) for h, half in halves for x in (-half, 0.0, half)]
    faces = []
    for row in range(len(halves) - 1):
        for k in range(2):
            a = row * 3 + k
            faces += [(a, a + 1, a + 4), (a, a + 4, a + 3)]
    return facing_ahead(cloth(color), points, faces)


def _ribbon(rings: list[Ring], color: str, path: _Path, width: float = 0.008) -> Mesh:
    """A flat band on the chest through (height, x) points."""
    points = [
        (x + s * width, h, _surface(rings, h, x + s * width) + 0.012)
        for h, x in path
        for s in (-1, 1)
    ]
    faces = []
    for row in range(len(path) - 1):
        a = row * 2
        faces += [(a, a + 1, a + 3), (a, a + 3, a + 2)]
    return facing_ahead(cloth(color), points, faces)


def _badge(rings: list[Ring]) -> Mesh:
    z = _surface(rings, 1.11, 0.0) + 0.016
    points = [(-0.042, 1.055, z), (0.042, 1.055, z), (0.042, 1.17, z), (-0.042, 1.17, z)]
    return facing_ahead(cloth("#f2f3f3"), points, [(0, 1, 2), (0, 2, 3)])
