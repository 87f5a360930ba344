"""What files of their own show: told apart, and put in place of what stands for it."""

from __future__ import annotations

import numpy as np

from hallgen.scene import (
    Feature,
    Node,
    OwnFile,
    Scene,
    exhibits,
    only_exhibits,
    shown_near,
    without_exhibits,
)
from tests.support.scenes import at, box, rows

_PUMP = OwnFile("media/pump.glb", (1.0, 1.0, 1.0))
_BODY, _FOOT, _WALL = box(name="body"), box(2, 0.1, 2, name="foot"), box(3, 2, 0.1, name="wall")


def _scene() -> Scene:
    places = np.stack([at(1), at(4, turn=90)])
    light = np.array([[0, 0, 0, 1], [0, 1, 0, 0.5]], np.float32)
    return Scene(
        "booth",
        (
            Node(_WALL, features=rows(0)),
            Node(_BODY, places, rows(1, 2), light=light, shown_by=_PUMP),
            Node(_FOOT, places, rows(1, 2), light=light * 3, shown_by=_PUMP),
        ),
        tuple(Feature("A1", name) for name in ("", "p1", "p2")),
    )


def test_each_placement_is_an_exhibit_of_all_its_meshes() -> None:
    found = list(exhibits(_scene()))
    assert [[node.mesh.name for node in nodes] for nodes in found] == [["body", "foot"]] * 2
    assert [int(nodes[0].features[0]) for nodes in found if nodes[0].features is not None] == [1, 2]


def test_a_scene_comes_apart_and_nothing_is_lost() -> None:
    scene = _scene()
    names = [n.mesh.name for part in (without_exhibits, only_exhibits) for n in part(scene).nodes]
    assert names == ["wall", "body", "foot"]


def test_near_by_the_file_is_shown_where_its_stand_in_was() -> None:
    real = Node(box(0.5, name="real"), at(0, 0.2)[None])
    shown = shown_near(_scene(), {_PUMP.address: (real,)}.__getitem__)
    wall, first, second = shown.nodes
    assert (wall.mesh.name, first.mesh, second.mesh) == ("wall", real.mesh, real.mesh)
    np.testing.assert_allclose(second.placements[0], at(4, 0.2, turn=90))
    assert (first.features, second.features) == (rows(1), rows(2))
    # The foot has less surface than the body, and three times its light.
    assert second.light is not None
    assert 0.5 < second.light[0, 3] < 1.5
