"""What sculptures are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from hallgen.kit.finishes import Finish
from hallgen.kit.shapes import lathe, moved, placement
from hallgen.scene import Matrix, Mesh


@dataclass(frozen=True, eq=False, slots=True)
class Sculpture:
    """A body, and white parts that take a colour."""

    meshes: tuple[Mesh, ...]
    trim: tuple[Mesh, ...] = ()


def put(mesh: Mesh, x: float, height: float, z: float, turn: float = 0.0) -> Mesh:
    """A piece moved to a place, `turn` degrees counter-clockwise from above."""
    return moved(mesh, placement(x, -z, height, turn))


def lying(mesh: Mesh, x: float, height: float, z: float, turn: float = 0.0) -> Mesh:
    """What was built around Y, its axis along X instead (along -Z after a turn of 90)."""
    return put(moved(mesh, _rolled(90.0)), x, height, z, turn)


def leant(mesh: Mesh, degrees: float, x: float, height: float, z: float, turn: float = 0.0) -> Mesh:
    """A piece whose top leans to the right, then turned and put."""
    return put(moved(mesh, _rolled(degrees)), x, height, z, turn)


def ball(finish: Finish, radius: float, segments: int = 28) -> Mesh:
    """A sphere around the origin."""
    return ring(finish, 0.0, radius, segments, 14)


def ring(finish: Finish, radius: float, thick: float, segments: int = 48, sides: int = 18) -> Mesh:
    """A torus around Y, or half of one's section turned into a ball where its radius is 0."""
    start, end = (-90.0, 90.0) if radius == 0 else (-180.0, 180.0)
    angles = [math.radians(start + (end - start) * k / sides) for k in range(sides + 1)]
    profile = [(max(0.0, radius + thick * math.cos(a)), thick * math.sin(a)) for a in angles]
    return lathe(finish, profile, segments)


def _rolled(degrees: float) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = placement(0, 0)
    matrix[:3, :3] = np.array([[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]])
    return matrix
