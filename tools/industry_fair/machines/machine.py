"""A machine as its parts are put together, and as a scene."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from hallgen.scene import Material, Mesh, Node, Scene
from tools.industry_fair.machines.labels import Sticker, sheet_of
from tools.industry_fair.machines.shapes import Faces, Points, Shape

#: Places and directions are kept to so many decimals: processors differ in the last bits.
_METRES, _UNITS = 5, 3


@dataclass(slots=True)
class Machine:
    """Bodies by what they are made of, and printed labels. Metres, Y up, front to +Z.

    It stands on the plane of the origin.
    """

    name: str
    bodies: list[tuple[Material, Shape]] = field(default_factory=list)
    stickers: list[Sticker] = field(default_factory=list)

    def add(self, material: Material, *shapes: Shape) -> None:
        self.bodies += [(material, shape) for shape in shapes]

    def label(
        self,
        picture: Image.Image,
        middle: tuple[float, float, float],
        width: float,
        right: tuple[float, float, float] = (1, 0, 0),
        up: tuple[float, float, float] = (0, 1, 0),
    ) -> None:
        """Print a picture, `width` metres wide, around a middle; `right` and `up` are unit."""
        self.stickers.append(Sticker(picture, middle, width, right, up))

    @property
    def triangles(self) -> int:
        return sum(len(shape.faces) for _, shape in self.bodies) + 2 * len(self.stickers)


def scene_of(machine: Machine) -> Scene:
    return Scene(machine.name, tuple(Node(mesh) for mesh in meshes_of(machine)))


def meshes_of(machine: Machine) -> list[Mesh]:
    """One mesh for each material, and one for all labels."""
    by_material: dict[Material, list[Shape]] = {}
    for material, shape in machine.bodies:
        by_material.setdefault(material, []).append(shape)
    meshes = [_mesh(material, shapes) for material, shapes in by_material.items()]
    if machine.stickers:
        meshes.append(sheet_of(machine.stickers, machine.name))
    return meshes


def _mesh(material: Material, shapes: list[Shape]) -> Mesh:
    parts = [surfaced(shape) for shape in shapes]
    starts = np.cumsum([0] + [len(points) for points, _, _ in parts[:-1]])
    return Mesh(
        material.name,
        material,
        np.concatenate([points for points, _, _ in parts]).astype(np.float32),
        np.concatenate([normals for _, normals, _ in parts]).astype(np.float32),
        np.concatenate(
            [faces + start for (_, _, faces), start in zip(parts, starts, strict=True)]
        ).astype(np.uint32),
    )


def surfaced(shape: Shape) -> tuple[Points, Points, Faces]:
    """Vertices (n, 3), their normals (n, 3) and faces (m, 3) of a body.

    Around a point, faces that bend by less than the crease are smooth, and so is what those
    join. A normal is the mean of such faces by area and angle: broad faces stay flat, bevels
    look round.
    """
    welded, index = np.unique(np.round(shape.points, _METRES + 1), axis=0, return_inverse=True)
    faces = index.reshape(-1)[shape.faces]
    sides = welded[np.roll(faces, -1, axis=1)] - welded[faces]
    across = np.cross(sides[:, 0], sides[:, 1])
    area = np.linalg.norm(across, axis=1)
    faces, sides, across, area = (a[area > 1e-13] for a in (faces, sides, across, area))
    flat = across / area[:, None]
    ways = sides / np.linalg.norm(sides, axis=2, keepdims=True)
    bends = -(ways * np.roll(ways, 1, axis=1)).sum(axis=2)
    weight = (np.arccos(np.clip(bends, -1, 1)) * area[:, None]).reshape(-1)
    corner = faces.reshape(-1)
    group = _smooth(corner, flat, math.cos(math.radians(shape.crease)))
    summed = np.zeros((len(corner), 3))
    for axis in range(3):
        share = np.repeat(flat[:, axis], 3) * weight
        summed[:, axis] = np.bincount(group, share, minlength=len(corner))
    kept, vertices = np.unique(group, return_inverse=True)
    normals = summed[kept] / np.linalg.norm(summed[kept], axis=1, keepdims=True)
    normals = np.round(normals, _UNITS)
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True) + 0.0
    points = np.round(welded[corner[kept]], _METRES) + 0.0
    return points, normals, vertices.reshape(-1, 3)


def _smooth(corner: Faces, flat: Points, crease: float) -> Faces:
    """For each corner of a face the first one at its point that it is smooth with."""
    order = np.argsort(corner, kind="stable")
    counts = np.bincount(corner)
    first = np.cumsum(counts) - counts
    many = counts[corner]
    left = np.repeat(np.arange(len(corner)), many)
    step = np.arange(len(left)) - np.repeat(np.cumsum(many) - many, many)
    right = order[first[corner[left]] + step]
    alike = (flat[left // 3] * flat[right // 3]).sum(axis=1) > crease
    left, right = left[alike], right[alike]
    group = np.arange(len(corner))
    while True:
        lowest = group.copy()
        np.minimum.at(lowest, left, group[right])
        if (lowest == group).all():
            return group
        group = lowest
