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
    apart, note = parts_level(glb, INSPECT)
    return replace(levels, apart=apart, notes=(*levels.notes, note))


def parts_level(glb: bytes, budget: Budget = INSPECT) -> tuple[ModelLevel | None, str]:
    """A plain GLB with its parts as nodes, and a note; None, and why, where it is not to be."""
    whole = EditableGlb(bare(glb))
    if whole.items("animations") or whole.items("skins"):
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
    """Stand each mesh in the scene by itself, named by the part it belongs to: how many there are.

    Parts are the branches at the first fork of the tree of nodes, and what is at the fork itself.
    Where they are more than MOST_PARTS, some have a name in common.
    """
    nodes, world = glb.items("nodes"), world_matrices(glb)
    document = glb.content
    scene = document["scenes"][document.get("scene", 0)]
    found = [part for root in scene.get("nodes", []) for part in _parts(nodes, root)]
    parts = [part for part in ([n for n in part if "mesh" in nodes[n]] for part in found) if part]
    for node in nodes:
        for key in ("name", "children", "translation", "rotation", "scale", "matrix"):
            node.pop(key, None)
    for number, part in enumerate(parts):
        for at in part:
            nodes[at]["name"] = f"part-{number % MOST_PARTS + 1}"
            nodes[at]["matrix"] = [float(value) for value in world[at].T.reshape(-1)]
    scene["nodes"] = [at for part in parts for at in part]
    return min(len(parts), MOST_PARTS)


def _parts(nodes: list[dict[str, Any]], root: int) -> list[list[int]]:
    """The nodes of each part below a root."""
    children: list[int] = nodes[root].get("children", [])
    if "mesh" in nodes[root]:
        return [[root], *(_below(nodes, child) for child in children)]
    if len(children) == 1:
        return _parts(nodes, children[0])
    return [_below(nodes, child) for child in children]


def _below(nodes: list[dict[str, Any]], root: int) -> list[int]:
    """A node and all below it."""
    found = [root]
    for number in found:
        found.extend(nodes[number].get("children", []))
    return found
