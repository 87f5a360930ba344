"""What of a scene is seen from afar: its large faces, and boxes in place of what is solid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from hallgen.scene.bake import bake
from hallgen.scene.document import Alpha, Floats, Indices, Mesh, Node, Scene
from hallgen.scene.parts import parts
from hallgen.scene.reduce import with_triangles

#: Parts with less surface, in square metres, are not seen from 30 m.
_LEAST_AREA = 0.12
#: A picture draws the eye as much as so many times its area of plain wall.
_PICTURE = 3.0
#: A part whose surface is this share of its box's is solid enough to be shown as the box.
_SOLID = 0.6
#: Parts with up to so many triangles are kept as they are.
_FEW = 4

#: Corners of the five faces of a box that can be seen: +x, -x, +z, -z, +y.
_FACES = np.array(
    [
        [[1, 0, 1], [1, 0, 0], [1, 1, 0], [1, 1, 1]],
        [[0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0]],
        [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]],
        [[1, 0, 0], [0, 0, 0], [0, 1, 0], [1, 1, 0]],
        [[0, 1, 1], [1, 1, 1], [1, 1, 0], [0, 1, 0]],
    ]
)
_NORMALS = np.array([[1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1], [0, 1, 0]], np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class _Part:
    """A part that hangs together: which node and placement, its triangles, and what it is worth.

    `boxed` is whether its box stands for it; then it costs ten triangles.
    """

    node: int
    placement: int
    triangles: Indices
    worth: float
    boxed: bool

    @property
    def cost(self) -> int:
        return 2 * len(_FACES) if self.boxed else len(self.triangles)


def distant(scene: Scene, triangles: int, light: Floats | None = None) -> Scene:
    """The scene in at most `triangles` triangles: the parts with most surface for their cost.

    Pictures count more than plain faces. What is solid and has many triangles becomes its box,
    in its mean colour and light; `light` (rows, columns) is irradiance over pi where `light_uvs`
    point. What does not fit is left out.
    """
    found = sorted(
        (part for number, node in enumerate(scene.nodes) for part in _parts(number, node)),
        key=lambda part: (-part.worth / part.cost, part.node, part.placement),
    )
    left = triangles
    kept: dict[tuple[int, int, bool], list[_Part]] = {}
    for part in found:
        if part.cost <= left:
            left -= part.cost
            kept.setdefault((part.node, part.placement, part.boxed), []).append(part)
    nodes = tuple(
        _shown(scene.nodes[node], placement, kept[node, placement, boxed], light)
        for node, placement, boxed in sorted(kept)
    )
    return replace(scene, nodes=nodes, spots=())


def _parts(number: int, node: Node) -> Iterator[_Part]:
    mesh = node.mesh
    if mesh.material.alpha is Alpha.BLEND or not len(mesh.triangles):
        return
    of_triangle = parts(mesh.positions, mesh.triangles)
    order = np.argsort(of_triangle, kind="stable")
    ends = np.cumsum(np.bincount(of_triangle))
    groups = np.split(order.astype(np.uint32), ends[:-1])
    pictured = mesh.material.texture is not None and mesh.colors is None
    weight = _PICTURE if pictured or mesh.material.emissive_texture is not None else 1.0
    for at, matrix in enumerate(node.placements):
        scale = np.linalg.norm(matrix[:3, :3], axis=0)
        corners = (mesh.positions * scale)[mesh.triangles].astype(np.float64)
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        areas = np.linalg.norm(across, axis=1) / 2
        for group in groups:
            area = float(areas[group].sum())
            if area < _LEAST_AREA:
                continue
            x, y, z = np.ptp(corners[group].reshape(-1, 3), axis=0)
            box = 2 * (x * y + y * z + x * z)
            boxed = len(group) > 2 * len(_FACES) and weight == 1.0 and area > _SOLID * box
            if len(group) <= _FEW or boxed or area > 2.0:
                yield _Part(number, at, group, weight * min(area, box), boxed)


def _shown(node: Node, placement: int, chosen: list[_Part], sheet: Floats | None) -> Node:
    """The chosen parts of a placement as one node in place."""
    light = None if node.light is None else node.light[placement : placement + 1]
    features = None if node.features is None else node.features[placement : placement + 1]
    if chosen[0].boxed:
        boxes = [
            _box(with_triangles(node.mesh, _mask(node.mesh, [part])), sheet) for part in chosen
        ]
        mesh = bake(*(Node(box) for box in boxes))
    else:
        mesh = with_triangles(node.mesh, _mask(node.mesh, chosen))
    placed = node.placements[placement : placement + 1]
    return Node(mesh, placed, features, node.name, light)


def _mask(mesh: Mesh, chosen: list[_Part]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    mask = np.zeros(len(mesh.triangles), bool)
    for part in chosen:
        mask[part.triangles] = True
    return mask


def _box(mesh: Mesh, sheet: Floats | None) -> Mesh:
    """The visible faces of a mesh's box, in its mean colour and light."""
    low, high = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
    positions = (low + _FACES.reshape(-1, 3) * (high - low)).astype(np.float32)
    count = len(positions)
    first = np.arange(0, count, 4)[:, None]
    corners = np.concatenate([first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))])
    normals = np.repeat(_NORMALS, 4, axis=0)
    return replace(
        mesh,
        positions=positions,
        normals=normals,
        triangles=corners.astype(np.uint32),
        uvs=None if mesh.uvs is None else np.zeros((count, 2), np.float32),
        colors=_mean(mesh.colors, count),
        features=None if mesh.features is None else np.full(count, mesh.features[0], np.uint32),
        irradiance=_facing_light(mesh, normals, sheet),
        light_uvs=None,
    )


def _mean(values: Floats | None, count: int) -> Floats | None:
    return None if values is None else np.tile(values.mean(axis=0), (count, 1)).astype(np.float32)


def _facing_light(mesh: Mesh, normals: Floats, sheet: Floats | None) -> Floats | None:
    """Light at the box's corners: the mean of the vertices that face the same way."""
    if mesh.irradiance is None:
        return None
    own = mesh.irradiance
    if mesh.light_uvs is not None and sheet is not None:
        size = np.array([sheet.shape[1], sheet.shape[0]])
        columns, rows = np.minimum((mesh.light_uvs * size).astype(int), size - 1).T
        own = own + sheet[rows, columns, None]
    weights = np.maximum(0, normals @ mesh.normals.T) ** 4 + 1e-6
    return np.asarray(weights @ own / weights.sum(axis=1, keepdims=True), np.float32)
