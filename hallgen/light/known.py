"""A lit scene as something that others are baked amid."""

from __future__ import annotations

import numpy as np

from hallgen.light.charts import Densities, Density
from hallgen.light.lamps import Shiners, gathered_up, shining
from hallgen.light.scenery import albedo_of, bodies
from hallgen.light.sheets import Sheet, decoded
from hallgen.light.surroundings import Known
from hallgen.light.world import shining_triangles
from hallgen.scene import Alpha, Floats, Mesh, Node, Scene, bake, reduce

#: What is smaller than this, in metres, does not count from a hall's distance.
_SMALLEST = 0.6
#: Shining surfaces of a booth are seen by its hall as points this far apart, in metres.
_SPACING = 1.6
_NO_CHARTS = Densities(Density(1, 1, 1, 2), Density(1, 1, 1, 2))


def known_of(scene: Scene, sheet: Sheet) -> Known:
    """The large surfaces of a lit scene, each triangle with the light it returns."""
    light = decoded(sheet)
    positions, triangles, returns = [], [], []
    first = 0
    for node in reduce(scene, _SMALLEST).nodes:
        if node.mesh.material.alpha is Alpha.BLEND or node.mesh.irradiance is None:
            continue
        mesh = bake(Node(node.mesh, node.placements))
        positions.append(mesh.positions)
        triangles.append(mesh.triangles + np.uint32(first))
        returns.append(albedo_of(mesh) * _mean_light(mesh, light))
        first += len(mesh.positions)
    if not positions:
        return Known()
    return Known(np.concatenate(positions), np.concatenate(triangles), np.concatenate(returns))


def joined(parts: list[Known]) -> Known:
    """All of several."""
    if not parts:
        return Known()
    firsts = np.cumsum([0, *(len(part.positions) for part in parts)])
    return Known(
        np.concatenate([part.positions for part in parts]),
        np.concatenate(
            [part.triangles + np.uint32(first) for part, first in zip(parts, firsts, strict=False)]
        ),
        np.concatenate([part.returns for part in parts]),
    )


def shiners_of(scene: Scene) -> Shiners:
    """What shines in a scene, seen from afar."""
    every = tuple(bodies(_shining_part(scene), _NO_CHARTS, 1.0))
    return gathered_up(shining(*shining_triangles(every), _SPACING), 2 * _SPACING)


def _shining_part(scene: Scene) -> Scene:
    nodes = tuple(node for node in scene.nodes if max(node.mesh.material.emissive) > 0)
    return Scene(scene.name, nodes)


def _mean_light(mesh: Mesh, light: Floats) -> Floats:
    """Irradiance over pi of each triangle, from its corners and the texel in its middle."""
    if mesh.irradiance is None:
        raise ValueError(f"Mesh {mesh.name!r} is not lit.")
    mean = mesh.irradiance[mesh.triangles].mean(axis=(1, 2))
    if mesh.light_uvs is not None:
        height, width = light.shape
        u, v = mesh.light_uvs[mesh.triangles].mean(axis=1).T
        x, y = (u * width).astype(int), (v * height).astype(int)
        mean = mean + light[np.minimum(y, height - 1), np.minimum(x, width - 1)]
    return np.asarray(mean, np.float32)
