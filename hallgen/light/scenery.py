"""A scene taken apart for a bake: what gets texels, what is lit as a whole, what only shines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from hallgen.light.charts import Chart, Densities, find_charts
from hallgen.light.seams import Cut, cut_apart
from hallgen.scene import Alpha, Floats, Material, Mesh, Node, Scene, bake

#: Placed parts up to this many metres are lit as a whole, as are those placed more often than
#: `_OFTEN`: their vertices would be many and their light is nearly even.
_SMALL, _OFTEN = 0.9, 4

#: Greys that colours are baked as: what a booth's colours are must not change its design's light.
_GREYS = np.array([0.05, 0.12, 0.25, 0.45, 0.7])
#: The mean grey of a picture, printed or lit.
_PICTURE = 0.35


class Treatment(Enum):
    """How a node takes light: at texels and vertices, as a whole, or not at all."""

    SOLID = "solid"
    WHOLE = "whole"
    DARK = "dark"


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """A placed mesh in the scene's axes, `node` and `placement` say which; charts if it is solid.

    `albedo` (m,) is a grey for each triangle. `blocks` is whether it stops light: glass and
    painted shadows do not. `cut` is how the mesh was cut along its charts.
    """

    node: int
    placement: int
    mesh: Mesh
    treatment: Treatment
    charts: tuple[Chart, ...]
    albedo: Floats
    blocks: bool
    cut: Cut | None = None

    @property
    def lone(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        """The vertices that lie in no chart and are lit by themselves."""
        charted = np.zeros(len(self.mesh.positions), bool)
        for chart in self.charts:
            charted[chart.vertices] = True
        return np.flatnonzero(~charted)


def treatment_of(node: Node) -> Treatment:
    """How a node takes light, by what it is made of, its size and how often it stands there."""
    material = node.mesh.material
    if material.unlit or _only_shines(material):
        return Treatment.DARK
    extent = np.ptp(node.mesh.positions, axis=0) if len(node.mesh.positions) else np.zeros(3)
    scale = np.linalg.norm(node.placements[:, :3, :3], axis=1).max(axis=0)
    small = float((extent * scale).max()) < _SMALL
    count = len(node.placements)
    # What a model shows better near by takes the light of this mesh as a whole.
    whole = node.shown_by is not None or count > _OFTEN or (small and count > 1)
    return Treatment.WHOLE if whole else Treatment.SOLID


def bodies(scene: Scene, density: Densities, scale: float) -> Iterator[Body]:
    """Every placement of every node, in their order."""
    for number, node in enumerate(scene.nodes):
        treatment = treatment_of(node)
        for at in range(len(node.placements)):
            placed = Node(node.mesh, node.placements[at : at + 1])
            mesh = bake(placed)
            charts = find_charts(mesh, density, scale) if treatment is Treatment.SOLID else []
            cut, apart = cut_apart(mesh, charts)
            mesh = cut.of(mesh)
            blocks = mesh.material.alpha is not Alpha.BLEND
            yield Body(number, at, mesh, treatment, apart, albedo_of(mesh), blocks, cut)


def guests(scene: Scene, first: int) -> Iterator[Body]:
    """People and whatever else may be taken away: lit as a whole, and in nobody's light.

    Their nodes are numbered from `first`.
    """
    for number, node in enumerate(scene.nodes, start=first):
        treatment = treatment_of(node)
        whole = Treatment.DARK if treatment is Treatment.DARK else Treatment.WHOLE
        for at in range(len(node.placements)):
            mesh = bake(Node(node.mesh, node.placements[at : at + 1]))
            yield Body(number, at, mesh, whole, (), albedo_of(mesh), blocks=False)


def _only_shines(material: Material) -> bool:
    return max(material.emissive) > 0 and max(material.color[:3]) == 0


def albedo_of(mesh: Mesh) -> Floats:
    """The nearest of a few greys for each triangle."""
    count = len(mesh.triangles)
    base = np.array(material_color(mesh.material))
    if mesh.material.texture is not None and mesh.colors is None:
        return np.full(count, _PICTURE, np.float32)
    if mesh.colors is None:
        grey = np.full(count, luminance(base))
    else:
        grey = luminance(mesh.colors[mesh.triangles[:, 0], :3] * base)
    nearest = np.abs(np.log((grey[:, None] + 0.02) / (_GREYS + 0.02))).argmin(axis=1)
    greys: Floats = _GREYS[nearest].astype(np.float32)
    return greys


def material_color(material: Material) -> tuple[float, float, float]:
    """The linear colour of a surface without its vertices'. Bare metal is a grey reflector."""
    red, green, blue, _ = material.color
    return red, green, blue


def luminance(linear: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Floats:
    """Relative luminance of linear colours (..., 3) (ITU-R BT.709)."""
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), np.float32)


def radiance(material: Material) -> float:
    """How bright a material shines, on average over its picture."""
    if material.shines is not None:
        return material.shines
    shine = float(luminance(np.array(material.emissive)))
    return shine * _PICTURE if material.emissive_texture is not None else shine
