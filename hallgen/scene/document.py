"""An engine-neutral scene: what is seen, as arrays, before any file format.

Axes and units are glTF's: metres, right-handed, Y up. Colours are linear unless a name says
sRGB. Sharing is by identity: the same `Mesh`, `Material` or `Texture` object used twice is
written once, and a mesh with many placements becomes one instanced draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indices = NDArray[np.uint32]
Matrix = NDArray[np.float64]


class Alpha(StrEnum):
    """How a material treats the alpha of its colour."""

    OPAQUE = "OPAQUE"
    MASK = "MASK"
    BLEND = "BLEND"


@dataclass(frozen=True, eq=False, slots=True)
class Texture:
    """An encoded picture: the bytes of a PNG, JPEG or WebP file."""

    name: str
    data: bytes
    mime: str
    width: int
    height: int


@dataclass(frozen=True, eq=False, slots=True)
class Material:
    """A metallic-roughness surface. `emissive` is radiance and may exceed 1.

    `texture` multiplies `color`; with `unlit`, light has no part in it. `shines` is the radiance
    that a bake takes for it where that is not what is shown: a lamp is too bright for a screen.
    `occlusion`, at a mesh's `light_uvs`, darkens what light comes from all around (its red).
    """

    name: str
    color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    metallic: float = 0.0
    roughness: float = 0.6
    emissive: tuple[float, float, float] = (0.0, 0.0, 0.0)
    texture: Texture | None = None
    emissive_texture: Texture | None = None
    alpha: Alpha = Alpha.OPAQUE
    double_sided: bool = False
    unlit: bool = False
    shines: float | None = None
    occlusion: Texture | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Mesh:
    """Triangles of one material.

    positions (n, 3) metres; normals (n, 3) unit; uvs (n, 2) with v down, as in glTF;
    colors (n, 4) linear factors; features (n,) rows of the scene's feature table;
    triangles (m, 3), counter-clockwise seen from outside.

    Baked light is the sum of two: `irradiance` (n, 3) at vertices, and what the scene's lightmap
    holds at `light_uvs` (n, 2), v down. Both are irradiance over pi, linear; (0, 0) is black.
    """

    name: str
    material: Material
    positions: Floats
    normals: Floats
    triangles: Indices
    uvs: Floats | None = None
    colors: Floats | None = None
    features: Indices | None = None
    irradiance: Floats | None = None
    light_uvs: Floats | None = None


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that shows a mesh better: its address, and its extent along x, y and z in metres.

    Its axes are the mesh's: Y up, the middle of its foot at the origin.
    """

    address: str
    size: tuple[float, float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """A mesh placed once, or many times.

    `placements` is (k, 4, 4), column vectors as in glTF (translation in [..., :3, 3]), of
    rotations, translations and uniform or axis-aligned scales. `features` is one row of the
    feature table for each placement; a node without them keeps those of its mesh.

    `light` (k, 4) is the baked light of each placement to first order: irradiance over pi for
    a normal n, in the axes of the scene, is max(0, light[3] + light[:3] . n), as grey.

    `shown_by` is a file that shows the same better: a product's own model, of which this is what
    is seen from afar and what a bake takes it for.
    """

    mesh: Mesh
    placements: Matrix = field(default_factory=lambda: np.eye(4)[None])
    features: Indices | None = None
    name: str | None = None
    light: Floats | None = None
    shown_by: OwnFile | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A lamp that lights the bake and is not drawn: a point with a cone, in the scene's axes.

    `direction` is where it shines (unit). `power` is its intensity along the axis, white: at
    distance d it gives irradiance over pi of power / pi / d2. It is whole inside the half angle
    `inner` and gone at `outer`, in degrees.
    """

    position: tuple[float, float, float]
    direction: tuple[float, float, float]
    power: float
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Feature:
    """What a visitor can point at: a booth, or a product in it. Ids, or '' where none."""

    booth: str
    product: str = ""
    exhibitor: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """Nodes, the features their vertices name, and notes for whoever opens the file.

    `spots` are lamps for a bake; `lightmap` is what a bake made: irradiance over pi as
    sqrt(R / 6) in 8 bits, its first texel black.
    """

    name: str
    nodes: tuple[Node, ...]
    features: tuple[Feature, ...] = ()
    extras: Mapping[str, str] = field(default_factory=dict)
    spots: tuple[Spot, ...] = ()
    lightmap: Texture | None = None
