"""A plain GLB moved as a whole."""

from __future__ import annotations

from hallgen.formats.container import pack_glb
from hallgen.formats.reading.chunks import read_chunks
from hallgen.scene import Matrix


def rooted(glb: bytes, matrix: Matrix, name: str) -> bytes:
    """The plain GLB under one root node with this matrix (4, 4), column vectors.

    Meshes that hang on joints stay beside the root: they stand where their joints are, and
    those are below it. Movements, skins and arrays stay as they are.
    """
    content, binary = read_chunks(glb)
    nodes = content["nodes"]
    roots = content["scenes"][content.get("scene", 0)]["nodes"]
    hanging = [number for number in roots if "skin" in nodes[number]]
    standing = [number for number in roots if "skin" not in nodes[number]]
    if standing:
        flat = matrix.T.ravel().tolist()
        nodes.append({"name": name, "matrix": flat, "children": standing})
        hanging.insert(0, len(nodes) - 1)
    content["scenes"] = [{"nodes": hanging}]
    content["scene"] = 0
    return pack_glb(content, binary or b"")
