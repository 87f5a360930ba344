"""How a surface looks from all around, how alike two look, and the colours that make them so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.light.rays import Rays
from hallgen.media.models.distance import Surface
from hallgen.scene import Floats

#: Pictures are taken from so many sides, with so many pixels each way, a little from above.
_VIEWS, _PIXELS = 6, 64
_RISE = 0.22
#: Light comes from above and from beside the camera; that much of it from everywhere.
_SUN, _SHADE = (0.35, 0.8, 0.5), 0.5
#: Colours are compared about as eyes see them; they are toned by no more than this.
_GAMMA, _MOST = 2.2, 1.6
#: What a pixel counts where only one of two is seen, against a difference of colour from 0 to 1.
_MISSED = 0.5
#: Colours are looked up from just outside of a surface, so far inwards at most, in shares of the
#: model's size, at so many points of each triangle.
_OFF, _DEEP, _ASKED = 0.01, 0.2, 24
#: Steps of a sequence that fills a triangle evenly.
_STEPS = (0.7548776662466927, 0.5698402909980532)


@dataclass(frozen=True, eq=False, slots=True)
class Painted:
    """A surface with a linear colour at each of its corners (n, 3)."""

    surface: Surface
    colors: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Sight:
    """Pictures of a surface from all around: where it is (n,), and its colours in light (n, 3)."""

    there: NDArray[np.bool_]
    shown: Floats


def seen(painted: Painted, framed: Surface) -> Sight:
    """What one sees of a surface in pictures that are framed by another."""
    origins, ways = _cameras(framed)
    surface = painted.surface
    hits = Rays(surface.positions, surface.triangles).hits(origins, ways)
    there = hits.triangle >= 0
    triangle = surface.triangles[hits.triangle[there]]
    normal = _normals(surface)[hits.triangle[there]]
    normal = np.where(np.einsum("ij,ij->i", normal, ways[there])[:, None] > 0, -normal, normal)
    sun = np.array(_SUN) / np.linalg.norm(_SUN)
    # The sun goes round with the camera: every side is seen in the same light.
    ahead = ways[there] * np.array([1, 0, 1])
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.stack([-ahead[:, 2], np.zeros(len(ahead)), ahead[:, 0]], axis=1)
    light = side * sun[0] + np.array([0, 1, 0]) * sun[1] - ahead * sun[2]
    share = _SHADE + (1 - _SHADE) * np.maximum(0, np.einsum("ij,ij->i", normal, light))
    shown = np.zeros((len(there), 3), np.float32)
    colors = _between(painted.colors[triangle], hits.u[there], hits.v[there])
    shown[there] = np.clip(colors * share[:, None], 0, 1) ** (1 / _GAMMA)
    return Sight(there, shown)


def unlike(one: Sight, other: Sight) -> float:
    """How different two look in the same pictures: 0 the same, 1 as different as can be."""
    either = one.there | other.there
    differ = np.abs(one.shown - other.shown).mean(axis=1)
    differ[one.there != other.there] = _MISSED
    return float(differ[either].mean()) if either.any() else 0.0


def toned_like(painted: Painted, looks: Sight, framed: Surface) -> Painted:
    """A surface whose colours are, all in all, as light as those of what it stands for.

    What few triangles lose, as cables on a robot, has a colour as well.
    """
    stands = seen(painted, framed)
    if not stands.there.any() or not looks.there.any():
        return painted
    wanted, found = ((sight.shown[sight.there] ** _GAMMA).mean(axis=0) for sight in (looks, stands))
    share = np.clip(wanted / np.maximum(found, 1e-4), 1 / _MOST, _MOST)
    return Painted(painted.surface, np.clip(painted.colors * share, 0, 1).astype(np.float32))


def painted_like(surface: Surface, model: Painted) -> Painted:
    """A surface in the colours that one sees behind it of the model that it stands for.

    Each corner has the mean of what is seen through the triangles around it, the nearer the more.
    """
    rays = Rays(model.surface.positions, model.surface.triangles)
    size = max(model.surface.size, 1e-9)
    number = np.arange(_ASKED) + 0.5
    root, v = np.sqrt(number * _STEPS[0] % 1), number * _STEPS[1] % 1
    weights = np.stack([1 - root, root * (1 - v), root * v], axis=1)
    corners = surface.positions[surface.triangles].astype(np.float64)
    inwards = np.repeat(-_normals(surface), _ASKED, axis=0)
    points = np.einsum("nk,mkj->mnj", weights, corners).reshape(-1, 3) - inwards * _OFF * size
    hits = rays.hits(
        np.ascontiguousarray(points, np.float32),
        np.ascontiguousarray(inwards, np.float32),
        (_OFF + _DEEP) * size,
    )
    met = hits.triangle >= 0
    found = _between(
        model.colors[model.surface.triangles[hits.triangle[met]]], hits.u[met], hits.v[met]
    )
    mean = found.mean(axis=0) if len(found) else model.colors.mean(axis=0)
    totals = np.zeros((len(surface.positions), 4))
    counts = np.tile(weights, (len(corners), 1))[met]
    of = np.repeat(surface.triangles, _ASKED, axis=0)[met]
    for corner in range(3):
        weighed = counts[:, corner, None] * np.c_[found, np.ones(len(found))]
        np.add.at(totals, of[:, corner], weighed)
    known = totals[:, 3:] > 1e-6
    colors = np.where(known, totals[:, :3] / np.maximum(totals[:, 3:], 1e-6), mean)
    return Painted(surface, colors.astype(np.float32))


def _cameras(framed: Surface) -> tuple[Floats, Floats]:
    """Rays (n, 3) of all pictures: where they start, and unit ways."""
    low, high = framed.positions.min(axis=0), framed.positions.max(axis=0)
    middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
    across = ((np.arange(_PIXELS) + 0.5) / _PIXELS * 2 - 1) * radius
    level, rise = (side.reshape(-1, 1) for side in np.meshgrid(across, across))
    origins, ways = [], []
    for turn in np.linspace(0, 2 * np.pi, _VIEWS, endpoint=False) + 0.3:
        cos, sin = np.cos(turn), np.sin(turn)
        side = np.array([cos, 0, -sin])
        back = np.array([sin, _RISE, cos]) / np.hypot(1, _RISE)
        origins.append(middle + back * 2 * radius + level * side + rise * np.cross(back, side))
        ways.append(np.broadcast_to(-back, origins[-1].shape))
    return (
        np.ascontiguousarray(np.concatenate(origins), np.float32),
        np.ascontiguousarray(np.concatenate(ways), np.float32),
    )


def _normals(surface: Surface) -> NDArray[np.float64]:
    corners = surface.positions[surface.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    unit: NDArray[np.float64] = across / np.maximum(
        np.linalg.norm(across, axis=1, keepdims=True), 1e-30
    )
    return unit


def _between(corners: Floats, u: Floats, v: Floats) -> Floats:
    """Values between those of three corners (n, 3, k)."""
    u, v = u[:, None], v[:, None]
    return np.asarray(
        corners[:, 0] * (1 - u - v) + corners[:, 1] * u + corners[:, 2] * v, np.float32
    )
