"""What files of their own show better: left out of a scene, alone, or as those files show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from hallgen.scene.document import Node, OwnFile, Scene
from hallgen.scene.placement import placement_of


def without_exhibits(scene: Scene) -> Scene:
    """The scene without the nodes that some file shows better."""
    return replace(scene, nodes=tuple(node for node in scene.nodes if node.shown_by is None))


def only_exhibits(scene: Scene) -> Scene:
    """The scene with no other nodes than those that some file shows better."""
    return replace(scene, nodes=tuple(node for node in scene.nodes if node.shown_by is not None))


def exhibits(scene: Scene) -> Iterator[tuple[Node, ...]]:
    """Each placement of each such file: the nodes of one placement that show it, in order."""
    placed: dict[tuple[OwnFile, bytes, int], list[Node]] = {}
    for node in scene.nodes:
        if node.shown_by is not None:
            for number in range(len(node.placements)):
                one = placement_of(node, number)
                feature = -1 if one.features is None else int(one.features[0])
                key = node.shown_by, one.placements.tobytes(), feature
                placed.setdefault(key, []).append(one)
    yield from (tuple(nodes) for nodes in placed.values())


def shown_near(scene: Scene, near: Callable[[str], Sequence[Node]]) -> Scene:
    """The scene with what files show in place of what stands for them from afar.

    `near` gives the nodes of a file by its name, in its own axes; they take the features and the
    light of those that they stand in for.
    """
    nodes = list(without_exhibits(scene).nodes)
    for standing in exhibits(scene):
        first = standing[0]
        if first.shown_by is None:
            continue
        light = mean_light(standing)
        nodes += [
            replace(
                node,
                placements=first.placements @ node.placements,
                features=None if first.features is None else np.repeat(first.features, count),
                light=None if light is None else np.repeat(light, count, axis=0),
            )
            for node in near(first.shown_by.address)
            for count in [len(node.placements)]
        ]
    return replace(scene, nodes=tuple(nodes))


def mean_light(nodes: Sequence[Node]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]] | None:
    """The light (1, 4) of nodes of one placement together, by their surface; None without."""
    rows = [node.light[0] for node in nodes if node.light is not None]
    if len(rows) < len(nodes):
        return None
    weights = [_surface(node) for node in nodes]
    return np.average(rows, axis=0, weights=weights).astype(np.float32)[None]


def _surface(node: Node) -> float:
    corners = node.mesh.positions[node.mesh.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return float(np.linalg.norm(across, axis=1).sum()) + 1e-12
