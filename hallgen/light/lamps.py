"""Direct light: lamps with a cone, and surfaces that shine."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hallgen.light.rays import Rays
from hallgen.light.sampling import shares
from hallgen.scene import Floats, Spot

#: A spot's rays end this far before its lens, in metres: at the lens its own housing blocks them.
_BEFORE_LENS = 0.12
#: Rays to a shining surface end this much before it, in metres.
_BEFORE_SURFACE = 0.015
#: How high a lamp is, in metres.
_HOUSING = 0.35
#: The area of what a lamp lights upwards from, in square metres: its light leaves by a diffuser
#: all along the top, so that a bar beside it gets no more than one a metre off.
_DIFFUSER = 1.0
#: The share of all light that the weakest shiners bring together, and that is left out.
_FAINT = 0.01
#: Points are looked at in pieces: points times shiners fit a processor's cache.
_PIECE = 60_000


@dataclass(frozen=True, eq=False, slots=True)
class Shiners:
    """Points of shining surfaces: where (n, 3), their normals (n, 3), radiance x area over pi (n,),
    and area (n,).
    """

    points: Floats
    normals: Floats
    powers: Floats
    areas: Floats

    @staticmethod
    def joined(parts: Sequence[Shiners]) -> Shiners:
        """All of several."""
        return Shiners(
            *(
                np.concatenate([getattr(part, name) for part in (none(), *parts)])
                for name in ("points", "normals", "powers", "areas")
            )
        )


def none() -> Shiners:
    """Nothing that shines."""
    empty = np.zeros((0, 3), np.float32)
    return Shiners(empty, empty, np.zeros(0, np.float32), np.zeros(0, np.float32))


def shining(positions: Floats, radiance: Floats, spacing: float) -> Shiners:
    """Triangles (m, 3, 3) with radiances (m,) as points about `spacing` metres apart."""
    if not len(positions):
        return none()
    corners = positions.astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.linalg.norm(across, axis=1) / 2
    longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1)
    counts = np.ceil(np.maximum(areas / spacing**2, longest / (2.5 * spacing))).astype(int)
    counts = np.where(areas * radiance > 1e-5, np.maximum(counts, 1), 0)
    of = np.repeat(np.arange(len(areas)), counts)
    number = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    u, v = (number + 0.5) / counts[of], (number / ((1 + math.sqrt(5)) / 2) + 0.5) % 1.0
    root = np.sqrt(u)
    weights = np.stack([1 - root, root * (1 - v), root * v], axis=1)
    share = areas[of] / counts[of]
    return Shiners(
        np.einsum("nk,nkj->nj", weights, corners[of]).astype(np.float32),
        (across[of] / (2 * areas[of])[:, None]).astype(np.float32),
        (radiance[of] * share / np.pi).astype(np.float32),
        share.astype(np.float32),
    )


def upwards(shiners: Shiners, share: float) -> Shiners:
    """What lamps that look down give upwards, from just above their housings."""
    down = shiners.normals[:, 1] < -0.9
    return Shiners(
        shiners.points[down] + np.array([0, _HOUSING, 0], np.float32),
        -shiners.normals[down],
        shiners.powers[down] * np.float32(share),
        np.full(int(down.sum()), _DIFFUSER, np.float32),
    )


def gathered_up(shiners: Shiners, cell: float, most: int = 320) -> Shiners:
    """Fewer shiners: those of one cell (metres) that look the same way become one.

    A ring of light is hundreds of thin triangles; from where its light falls they are a line.
    The weakest, which together bring less than a hundredth, are left out; cells grow until no
    more than `most` are left.
    """
    if not len(shiners.powers):
        return shiners
    order = np.argsort(shiners.powers, kind="stable")
    kept = np.sort(order[np.cumsum(shiners.powers[order]) > _FAINT * shiners.powers.sum()])
    shiners = Shiners(
        shiners.points[kept], shiners.normals[kept], shiners.powers[kept], shiners.areas[kept]
    )
    while len((fewer := _by_cells(shiners, cell)).powers) > most:
        cell *= 1.4
    return fewer


def _by_cells(shiners: Shiners, cell: float) -> Shiners:
    places = np.floor(shiners.points / cell).astype(np.int64)
    ways = np.round(shiners.normals * 1.4).astype(np.int64)
    keys = np.unique(np.hstack([places, ways]), axis=0, return_inverse=True)[1].ravel()
    powers = np.bincount(keys, shiners.powers)
    share = shiners.powers / powers[keys]
    points = np.stack([np.bincount(keys, shiners.points[:, k] * share) for k in range(3)], axis=1)
    normals = np.stack([np.bincount(keys, shiners.normals[:, k] * share) for k in range(3)], axis=1)
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return Shiners(
        points.astype(np.float32),
        normals.astype(np.float32),
        powers.astype(np.float32),
        np.bincount(keys, shiners.areas).astype(np.float32),
    )


def spot_light(rays: Rays, points: Floats, normals: Floats, spots: Sequence[Spot]) -> Floats:
    """Irradiance over pi (n,) at points (n, 3) from lamps: power / pi x cos x smoothstep / d2."""
    light = np.zeros(len(points), np.float32)
    for spot in spots:
        lamp, axis = np.array(spot.position), np.array(spot.direction)
        away = (lamp - points).astype(np.float32)
        distance = np.linalg.norm(away, axis=1)
        away /= np.maximum(distance, 1e-6)[:, None]
        cosine = np.einsum("ij,ij->i", away, normals)
        cone = smoothstep(
            -(away @ axis.astype(np.float32)),
            math.cos(math.radians(spot.outer)),
            math.cos(math.radians(spot.inner)),
        )
        given = spot.power / np.pi * np.maximum(cosine, 0) * cone / np.maximum(distance, 0.1) ** 2
        lit = np.flatnonzero(given > 1e-4)
        if not len(lit):
            continue
        ends = (lamp + axis * _BEFORE_LENS - points[lit]).astype(np.float32)
        reach = np.linalg.norm(ends, axis=1)
        ends /= np.maximum(reach, 1e-6)[:, None]
        free = ~rays.blocked(np.ascontiguousarray(points[lit]), ends, reach)
        light[lit[free]] += given[lit[free]].astype(np.float32)
    return light


def shiner_light(
    rays: Rays, points: Floats, normals: Floats, shiners: Shiners, count: int
) -> Floats:
    """Irradiance over pi (n,) at points (n, 3) from shining surfaces, by `count` rays a point.

    What every shiner would give if it were seen is added up; `count` of them, taken in
    proportion to that, tell which part of it is seen (Shirley and others, "Monte Carlo
    techniques for direct lighting calculations", 1996).
    """
    light = np.zeros(len(points), np.float32)
    if not len(shiners.powers):
        return light
    step = max(64, _PIECE // len(shiners.powers))
    for start in range(0, len(points), step):
        piece = slice(start, start + step)
        light[piece] = _from_shiners(rays, points[piece], normals[piece], shiners, count, start)
    return light


def _from_shiners(
    rays: Rays, points: Floats, normals: Floats, shiners: Shiners, count: int, first: int
) -> Floats:
    # Around the middle of the piece single precision keeps a tenth of a millimetre.
    middle = points.mean(axis=0)
    here, there = points - middle, shiners.points - middle
    squared = (here**2).sum(1)[:, None] + (there**2).sum(1) - 2 * here @ there.T
    facing = normals @ there.T - np.einsum("ij,ij->i", here, normals)[:, None]
    leaving = here @ shiners.normals.T - np.einsum("ij,ij->i", there, shiners.normals)
    np.maximum(facing, 0, out=facing)
    np.maximum(leaving, 0, out=leaving)
    np.maximum(squared, shiners.areas, out=squared)
    given = facing * leaving
    given *= shiners.powers
    given /= squared**2
    sums = np.cumsum(given, axis=1, dtype=np.float64)
    whole = sums[:, -1]
    lit = np.flatnonzero(whole > 1e-5)
    light = np.zeros(len(points), np.float32)
    if not len(lit):
        return light
    # One search for all: row k of the sums, scaled to 1, lies between k and k + 1.
    rows = np.arange(len(lit))[:, None]
    table = (sums[lit] / whole[lit, None] + rows).ravel()
    wanted = (np.arange(count) + shares(len(points), first)[lit, None]) / count
    taken = np.searchsorted(table, (wanted * (1 - 1e-9) + rows).ravel(), side="right")
    taken = np.minimum(taken - np.repeat(rows.ravel(), count) * sums.shape[1], sums.shape[1] - 1)
    taken = np.maximum(taken, 0)
    origins = np.repeat(points[lit], count, axis=0)
    ways = shiners.points[taken] - origins
    reach = np.linalg.norm(ways, axis=1)
    ways /= np.maximum(reach, 1e-6)[:, None]
    free = ~rays.blocked(origins, ways, np.maximum(reach - _BEFORE_SURFACE, 1e-3))
    light[lit] = whole[lit] * free.reshape(len(lit), count).mean(axis=1)
    return light


def smoothstep(value: Floats, low: float, high: float) -> Floats:
    """0 below `low`, 1 above `high`, smooth between."""
    share = np.clip((value - low) / max(high - low, 1e-6), 0, 1)
    smooth: Floats = share * share * (3 - 2 * share)
    return smooth
