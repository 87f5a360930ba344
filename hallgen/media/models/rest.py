"""A model while it rests: where its surface is, and how much it has of what costs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hallgen.formats.editable import EditableGlb
from hallgen.formats.posed import Posed, posed, world_matrices
from hallgen.media.models.distance import Surface


def surface_of(pieces: Sequence[Posed]) -> Surface:
    """Pieces of a model as one surface."""
    if not pieces:
        return Surface(np.empty((0, 3), np.float32), np.empty((0, 3), np.uint32))
    starts = np.cumsum([0, *(len(piece.positions) for piece in pieces[:-1])])
    triangles = [p.triangles + np.uint32(start) for p, start in zip(pieces, starts, strict=True)]
    return Surface(np.concatenate([p.positions for p in pieces]), np.concatenate(triangles))


def resting(glb: EditableGlb) -> Surface:
    """All of a plain GLB's triangles as one surface."""
    return surface_of(posed(glb))


def draws_of(glb: EditableGlb) -> int:
    """The draws that a GLB takes, without shadows: primitives, at each of their nodes."""
    meshes, nodes = glb.items("meshes"), glb.items("nodes")
    shown = (nodes[number] for number in world_matrices(glb))
    return sum(len(meshes[node["mesh"]]["primitives"]) for node in shown if "mesh" in node)
