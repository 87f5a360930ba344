"""The scene document and the transforms over it, one transform per file."""

from hallgen.scene.document import (
    Alpha,
    Feature,
    Floats,
    Indices,
    Material,
    Matrix,
    Mesh,
    Node,
    Scene,
    Texture,
)

__all__ = [
    "Alpha",
    "Feature",
    "Floats",
    "Indices",
    "Material",
    "Matrix",
    "Mesh",
    "Node",
    "Scene",
    "Texture",
]
