"""One placement of a node that has many."""

from __future__ import annotations

from dataclasses import replace

from hallgen.scene.document import Node


def placement_of(node: Node, number: int) -> Node:
    """The node with this placement alone, and its feature and light."""
    one = slice(number, number + 1)
    return replace(
        node,
        placements=node.placements[one],
        features=None if node.features is None else node.features[one],
        light=None if node.light is None else node.light[one],
    )
