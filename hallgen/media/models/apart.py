"""A model with its parts as nodes, to be taken apart: an exploded view.

Its other levels are made of the fewest draws, without what nobody sees; here each part stays
whole, inside and out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Keep, PackFailedError, PackOptions, pack
from hallgen.formats.posed import world_matrices
from hallgen.media.models.levels import INSPECT, Budget, bare
from hallgen.media.models.rest import draws_of, resting
from hallgen.media.models.simplify import Original, simplified
from hallgen.media.models.textures import Pictures
from hallgen.media.models.types import ModelLevel, ModelLevels

#: Parts that are told from each other at most, and draws that they may take.
MOST_PARTS: Final = 64
MOST_DRAWS: Final = 400
#: Pixels of a side of its pictures.
_PIXELS: Final = 1024
_NODES: Final = frozenset({Keep.NODES})


def with_parts(levels: ModelLevels, glb: bytes) -> ModelLevels:
    """The levels of a fitted GLB with that of its parts, or with a note why there is none."""
    apart, note = _apart(glb, INSPECT)
    return replace(levels, apart=apart, notes=(*levels.notes, note))


def _apart(glb: bytes, budget: Budget) -> tuple[ModelLevel | None, str]:
    whole = EditableGlb(bare(glb))
    if whole.items("animations"):
        return None, "it is not taken apart, as it moves"
    count = name_parts(whole)
    if count < 2:
        return None, "it is not taken apart: it has but one part"
    if draws_of(whole) > MOST_DRAWS:
        return None, f"it is not taken apart: its parts would take {draws_of(whole)} draws"
    source = whole.together()
    surface = resting(EditableGlb(source))
    try:
        few, _ = simplified(
            source, Original(surface, surface), budget.triangles, budget.error, _NODES
        )
        data = Pictures().fitted(pack(few.glb, PackOptions(keep=_NODES)), _PIXELS)
    except (PackFailedError, ValueError) as fault:
        return None, f"it is not taken apart: {fault}"
    if len(data) > budget.bytes:
        return None, f"it is not taken apart: its parts would take {len(data)} bytes"
    level = ModelLevel(data, few.triangles, draws_of(EditableGlb(few.glb)), few.error)
    return level, f"it can be taken apart into {count} parts"


def name_parts(glb: EditableGlb) -> int:
    """Give each node that is seen the name of the part it belongs to, and no other node any.

    Parts are the branches at the first fork of the tree of nodes that has no more than MOST_PARTS;
    those of a larger fork are taken together in turn. Tells how many there are.
    """
    nodes = glb.items("nodes")
    shown = set(world_matrices(glb))
    for node in nodes:
        node.pop("name", None)
    document = glb.content
    roots: list[int] = document["scenes"][document.get("scene", 0)].get("nodes", [])
    branches = [branch for root in roots for branch in _fork(nodes, root)]
    named = 0
    for branch in branches:
        meshes = [number for number in _below(nodes, branch) if number in shown]
        meshes = [number for number in meshes if "mesh" in nodes[number]]
        for number in meshes:
            nodes[number]["name"] = f"part-{named % MOST_PARTS + 1}"
        named += bool(meshes)
    return min(named, MOST_PARTS)


def _fork(nodes: list[dict[str, Any]], root: int) -> list[int]:
    """The branches of the first node from a root on that has several; itself where none has."""
    at = root
    while "mesh" not in nodes[at]:
        children: list[int] = nodes[at].get("children", [])
        if len(children) > 1:
            return children
        if not children:
            break
        at = children[0]
    return [at]


def _below(nodes: list[dict[str, Any]], root: int) -> list[int]:
    """A node and all below it."""
    found = [root]
    for number in found:
        found.extend(nodes[number].get("children", []))
    return found
