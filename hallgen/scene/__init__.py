"""The scene document and the transforms over it, one transform per file."""

from hallgen.scene.bake import bake
from hallgen.scene.bounds import bounds
from hallgen.scene.combine import combine
from hallgen.scene.distant import distant
from hallgen.scene.document import (
    Alpha,
    Feature,
    Floats,
    Indices,
    Material,
    Matrix,
    Mesh,
    Node,
    OwnFile,
    Scene,
    Spot,
    Texture,
)
from hallgen.scene.exhibits import (
    exhibits,
    mean_light,
    only_exhibits,
    shown_near,
    without_exhibits,
)
from hallgen.scene.gather import gather
from hallgen.scene.merge import merge
from hallgen.scene.parts import connected, parts, welded
from hallgen.scene.place import place
from hallgen.scene.reduce import reduce
from hallgen.scene.vertex_light import at_vertices

__all__ = [
    "Alpha",
    "Feature",
    "Floats",
    "Indices",
    "Material",
    "Matrix",
    "Mesh",
    "Node",
    "OwnFile",
    "Scene",
    "Spot",
    "Texture",
    "at_vertices",
    "bake",
    "bounds",
    "combine",
    "connected",
    "distant",
    "exhibits",
    "gather",
    "mean_light",
    "merge",
    "only_exhibits",
    "parts",
    "place",
    "reduce",
    "shown_near",
    "welded",
    "without_exhibits",
]
