"""Light on the grid of a chart: filled, smoothed, made finer."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
Mask = NDArray[np.bool_]


def filled(grid: Grid, valid: Mask) -> Grid:
    """The grid with invalid places taken from the valid ones next to them, ring by ring.

    A grid without a valid place is black.
    """
    if valid.all() or not valid.any():
        return np.where(valid, grid, 0).astype(np.float32)
    light, known = np.where(valid, grid, 0).astype(np.float32), valid.astype(np.float32)
    while not known.all():
        near_light, near = _neighbours(light * known), _neighbours(known)
        new = (known == 0) & (near > 0)
        light = np.where(new, near_light / np.maximum(near, 1e-6), light)
        known = np.where(new, 1, known).astype(np.float32)
    return light.astype(np.float32)


def _neighbours(grid: Grid) -> Grid:
    padded = np.zeros((grid.shape[0] + 2, grid.shape[1] + 2), np.float32)
    padded[1:-1, 1:-1] = grid
    down = padded[:-2] + padded[1:-1] + padded[2:]
    around: Grid = down[:, :-2] + down[:, 1:-1] + down[:, 2:]
    return around


def smoothed(grid: Grid, sigma: float) -> Grid:
    """Blurred by a Gaussian of `sigma` texels, within the grid only."""
    reach = math.ceil(2.5 * sigma)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    for axis in (0, 1):
        size = grid.shape[axis]
        pad = [(0, 0), (0, 0)]
        pad[axis] = (reach, reach)
        # Mirrored at its edges, so that light falls off towards them as it does before them.
        padded = np.pad(grid, pad, mode="symmetric")
        grid = sum(
            weight * (padded[k : k + size] if axis == 0 else padded[:, k : k + size])
            for k, weight in enumerate(weights)
        ).astype(np.float32)
    return grid


def finer(grid: Grid, rows: int, columns: int) -> Grid:
    """The grid at more places: both run from edge to edge, so values between are interpolated."""
    y = np.linspace(0, grid.shape[0] - 1, rows)
    x = np.linspace(0, grid.shape[1] - 1, columns)
    top = np.minimum(y.astype(int), max(grid.shape[0] - 2, 0))
    left = np.minimum(x.astype(int), max(grid.shape[1] - 2, 0))
    bottom = np.minimum(top + 1, grid.shape[0] - 1)
    right = np.minimum(left + 1, grid.shape[1] - 1)
    v, u = (y - top)[:, None], (x - left)[None]
    upper = grid[top][:, left] * (1 - u) + grid[top][:, right] * u
    lower = grid[bottom][:, left] * (1 - u) + grid[bottom][:, right] * u
    return np.asarray(upper * (1 - v) + lower * v, np.float32)
