"""Meshes with skins stand where their joints are: nodes that place them say nothing."""

from __future__ import annotations

from hallgen.formats.reading.chunks import Json

_PLACES = ("matrix", "translation", "rotation", "scale")


def free_skins(content: Json) -> None:
    """Make meshes with skins roots of the scene, without a place of their own, in place.

    That is what they are by glTF's words whatever the document says, and gltfpack says it.
    Nodes with children or of an animation keep theirs, for those.
    """
    nodes, scenes = content.get("nodes", []), content.get("scenes", [])
    moved = {
        channel["target"].get("node")
        for animation in content.get("animations", ())
        for channel in animation["channels"]
    }
    free = [
        number
        for number, node in enumerate(nodes)
        if "skin" in node and "children" not in node and number not in moved
    ]
    for number in free:
        for place in _PLACES:
            nodes[number].pop(place, None)
    if not scenes or not free:
        return
    emptied = {number for number, node in enumerate(nodes) if _held(node, set(free))}
    _without_children(nodes, set(free))
    roots = scenes[content.get("scene", 0)].setdefault("nodes", [])
    roots += [number for number in free if number not in roots]
    named = moved | {joint for skin in content.get("skins", ()) for joint in skin["joints"]}
    empty = {number for number in emptied if not nodes[number].keys() - {"name", *_PLACES}}
    _without_nodes(content, empty - named)


def _held(node: Json, free: set[int]) -> bool:
    """Whether some of these are below a node."""
    return bool(free.intersection(node.get("children", ())))


def _without_children(nodes: list[Json], gone: set[int]) -> None:
    for node in nodes:
        if "children" in node:
            node["children"] = [child for child in node["children"] if child not in gone]
            if not node["children"]:
                del node["children"]


def _without_nodes(content: Json, gone: set[int]) -> None:
    """Take nodes out of the document, whatever refers to others by number."""
    if not gone:
        return
    nodes = content["nodes"]
    _without_children(nodes, gone)
    kept = [number for number in range(len(nodes)) if number not in gone]
    new = {old: at for at, old in enumerate(kept)}
    content["nodes"] = [nodes[old] for old in kept]
    for node in content["nodes"]:
        if "children" in node:
            node["children"] = [new[child] for child in node["children"]]
    for scene in content["scenes"]:
        scene["nodes"] = [new[root] for root in scene.get("nodes", ()) if root in new]
    for skin in content.get("skins", ()):
        skin["joints"] = [new[joint] for joint in skin["joints"]]
        if skin.get("skeleton") in new:
            skin["skeleton"] = new[skin["skeleton"]]
        else:
            skin.pop("skeleton", None)
    for animation in content.get("animations", ()):
        for channel in animation["channels"]:
            if "node" in channel["target"]:
                channel["target"]["node"] = new[channel["target"]["node"]]
