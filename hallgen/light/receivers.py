"""The points of a bake that light is found for: texels, lone vertices, and a few of each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.light.charts import Chart
from hallgen.light.rays import Rays
from hallgen.light.scenery import Body, Treatment
from hallgen.scene import Floats, Indices

#: How far vertices move towards the middle of their triangle, in metres: on an edge they would
#: look along the surface next to it.
_INSET = 0.015
#: A part that is lit as a whole is looked at from so many points of its surface.
_SAMPLES = 40
#: How much a slope costs against what it explains.
_HOLD = 0.03
#: Steps of a sequence that fills a square evenly (M. Roberts, "The unreasonable effectiveness of
#: quasirandom sequences", 2018).
_SPIRAL = (0.7548776662466927, 0.5698402909980532)
#: The most light that counts at a sample, as irradiance over pi: a bar whose end is close under a
#: lamp has one light for all its length, and is not white because of that end.
_BRIGHTEST = 0.95
#: A point is inside something when the first thing along its normal shows its inside, this near.
_INSIDE = 4.0


@dataclass(frozen=True, eq=False, slots=True)
class Points:
    """Points (n, 3) with unit normals (n, 3), and whether each is in the open (n,)."""

    positions: Floats
    normals: Floats
    valid: NDArray[np.bool_]


def open_points(rays: Rays, positions: Floats, normals: Floats) -> Points:
    """Points with whether they are in the open, found by a ray along each normal."""
    hits = rays.hits(np.ascontiguousarray(positions + normals * 0.002), normals, _INSIDE)
    return Points(positions, normals, (hits.triangle < 0) | hits.front)


def chart_points(
    rays: Rays, charts: Sequence[Chart], sizes: Sequence[tuple[int, int]]
) -> list[Points]:
    """A grid of points on each chart, of so many columns and rows.

    Those beside a chart's face, as on a round floor, are not open. All are traced at once: most
    charts are small, and a call costs more than their few rays.
    """
    if not charts:
        return []
    grids = [chart.points(*size) for chart, size in zip(charts, sizes, strict=True)]
    counts = [len(grid) for grid in grids]
    positions = np.ascontiguousarray(np.concatenate(grids), np.float32)
    normals = np.repeat([chart.normal for chart in charts], counts, axis=0).astype(np.float32)
    points = open_points(rays, positions, normals)
    start = np.ascontiguousarray(positions + normals * 0.01)
    under = rays.hits(start, np.ascontiguousarray(-normals), 0.03)
    valid = points.valid & (under.triangle >= 0)
    ends = np.cumsum(counts)
    return [
        Points(positions[end - count : end], normals[end - count : end], valid[end - count : end])
        for end, count in zip(ends, counts, strict=True)
    ]


def lone_points(rays: Rays, body: Body) -> tuple[Indices, Points]:
    """The vertices of a solid that lie in no chart, moved a little into their triangles."""
    lone = body.lone
    mesh = body.mesh
    middle = np.zeros_like(mesh.positions)
    # Of several triangles at a vertex the last one counts.
    middle[mesh.triangles.ravel()] = np.repeat(
        mesh.positions[mesh.triangles].mean(axis=1), 3, axis=0
    )
    inward = middle[lone] - mesh.positions[lone]
    length = np.linalg.norm(inward, axis=1, keepdims=True)
    inward *= np.minimum(_INSET, length / 3) / np.maximum(length, 1e-9)
    positions = np.ascontiguousarray(mesh.positions[lone] + inward, np.float32)
    points = open_points(rays, positions, np.ascontiguousarray(mesh.normals[lone], np.float32))
    return lone.astype(np.uint32), points


def spread_points(rays: Rays, body: Body) -> Points:
    """Points all over a part that is lit as a whole, evenly by area; none of another.

    Its vertices would be most where it has most detail, as on the rim of a small lamp.
    """
    none = np.zeros((0, 3), np.float32)
    if body.treatment is not Treatment.WHOLE:
        return Points(none, none, np.zeros(0, np.bool_))
    corners = body.mesh.positions[body.mesh.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    ends = np.cumsum(np.linalg.norm(across, axis=1))
    if not len(ends) or not ends[-1] > 0:
        return Points(none, none, np.zeros(0, np.bool_))
    number = np.arange(_SAMPLES) + 0.5
    of = np.minimum(np.searchsorted(ends, number / _SAMPLES * ends[-1]), len(ends) - 1)
    root, v = np.sqrt(number * _SPIRAL[0] % 1), number * _SPIRAL[1] % 1
    weights = np.stack([1 - root, root * (1 - v), root * v], axis=1)
    normals = np.einsum("nk,nkj->nj", weights, body.mesh.normals[body.mesh.triangles[of]])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    positions = np.einsum("nk,nkj->nj", weights, corners[of])
    return open_points(rays, positions.astype(np.float32), normals.astype(np.float32))


def first_order(normals: Floats, light: Floats) -> Floats:
    """The row (4,) that comes nearest to light (n,) at normals (n, 3): slope, then mean.

    Least squares, held towards an even light where a part looks one way only.
    """
    if not len(light):
        return np.zeros(4, np.float32)
    light = np.minimum(light, _BRIGHTEST)
    rows = np.hstack([normals, np.ones((len(normals), 1))]).astype(np.float64)
    hold = np.diag([_HOLD, _HOLD, _HOLD, 1e-6]) * len(light)
    fitted = np.linalg.solve(rows.T @ rows + hold, rows.T @ light)
    return np.asarray(fitted, np.float32)
