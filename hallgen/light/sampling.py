"""Directions spread evenly over a hemisphere, turned differently at every point."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats

_GOLDEN = (1 + math.sqrt(5)) / 2


@cache
def hemisphere(count: int) -> Floats:
    """Directions (count, 3) around +Z with density cos / pi: a Fibonacci spiral on the disc.

    By Nusselt's analogue the mean over them of what arrives is irradiance over pi.
    """
    k = np.arange(count)
    radius = np.sqrt((k + 0.5) / count)
    angle = 2 * np.pi * k / _GOLDEN
    height = np.sqrt(np.maximum(0, 1 - radius**2))
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), height], axis=1).astype(
        np.float32
    )


def frames(normals: Floats, first: int = 0) -> tuple[Floats, Floats]:
    """Two axes (n, 3) square to each unit normal, turned by another angle at every point.

    Without a branch, after Duff and others, "Building an Orthonormal Basis, Revisited", 2017.
    Point number `first` + k is turned by that many golden sections of a circle.
    """
    x, y, z = normals.T
    sign = np.where(z < 0, np.float32(-1), np.float32(1))
    a = -1 / (sign + z)
    b = x * y * a
    one = np.stack([1 + sign * x * x * a, sign * b, -sign * x], axis=1)
    other = np.stack([b, sign + y * y * a, -y], axis=1)
    turn = (2 * np.pi * shares(len(normals), first)).astype(np.float32)[:, None]
    cos, sin = np.cos(turn), np.sin(turn)
    return cos * one + sin * other, cos * other - sin * one


def shares(count: int, first: int = 0) -> NDArray[np.float64]:
    """`count` numbers from 0 to 1 that look random and repeat on every machine."""
    k = np.arange(first, first + count, dtype=np.uint64)
    # A finaliser of integers (David Stafford's Mix13): neighbours share no pattern.
    k = (k + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    k = (k ^ (k >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    k = (k ^ (k >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    k ^= k >> np.uint64(31)
    return (k >> np.uint64(11)).astype(np.float64) / 2.0**53
