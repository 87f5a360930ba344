"""Transforms change how a scene is drawn, never what is seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from hallgen.scene import (
    Feature,
    Floats,
    Material,
    Matrix,
    Mesh,
    Node,
    Scene,
    bake,
    bounds,
    combine,
    gather,
    merge,
    place,
)
from tests.support.scenes import PLAIN, at, box, picture, rows, scenes

#: Positions are float32: 7 digits of a few hundred metres.
FLOAT32 = 1e-4

RED = replace(PLAIN, color=(1.0, 0.0, 0.0, 1.0))
BLUE = replace(PLAIN, color=(0.0, 0.0, 1.0, 0.5))


def triangles(scene: Scene) -> Floats:
    """All that is seen, as sorted rows: three corners, three normals, colour, feature."""
    found = []
    for node in scene.nodes:
        mesh = bake(node)
        count = len(mesh.positions)
        colors = np.ones((count, 4), np.float32) if mesh.colors is None else mesh.colors
        colors = colors * np.array(mesh.material.color, np.float32)
        features = np.full(count, -1) if mesh.features is None else mesh.features.astype(int)
        vertices = np.hstack([mesh.positions, mesh.normals, colors, features[:, None]])
        found.append(vertices[mesh.triangles].reshape(len(mesh.triangles), -1))
    every = np.concatenate(found)
    return every[np.lexsort(every.T)]


@settings(deadline=None)
@given(scenes())
def test_gathering_and_merging_show_the_same(scene: Scene) -> None:
    for changed in (gather(scene), merge(scene), merge(gather(scene)), merge(scene, 0)):
        np.testing.assert_array_equal(triangles(changed), triangles(scene))


@settings(deadline=None)
@given(scenes())
def test_bounds_hold_every_vertex(scene: Scene) -> None:
    low, high = bounds(scene)  # type: ignore[misc]
    positions = np.concatenate([bake(node).positions for node in scene.nodes])
    assert (positions >= low - FLOAT32).all()
    assert (positions <= high + FLOAT32).all()


def test_bounds_of_nothing() -> None:
    assert bounds(Scene("s", ())) is None


def test_bounds_touch_what_is_not_turned() -> None:
    low, high = bounds(Scene("s", (Node(box(1, 2, 3), at(5, 1, -2)[None]),)))  # type: ignore[misc]
    assert (low.tolist(), high.tolist()) == ([4.5, 1, -3.5], [5.5, 3, -0.5])


def test_placing_moves_all_after_their_own_places() -> None:
    scene = Scene("s", (Node(box(), at(1, 0, 0)[None]),))
    (node,) = place(scene, at(10, 0, 0, turn=90)).nodes
    np.testing.assert_allclose(node.placements[0] @ [0, 0, 0, 1], [10, 0, -1, 1], atol=1e-12)


def test_gathering_makes_one_node_of_a_mesh() -> None:
    chair, table = box(), box(2)
    nodes = (Node(chair, features=rows(0)), Node(table), Node(chair, at(3)[None], rows(1)))
    first, second = gather(Scene("s", nodes, (Feature("A1"), Feature("A2")))).nodes
    assert (first.mesh, second.mesh) == (chair, table)
    assert first.features is not None
    assert first.features.tolist() == [0, 1]
    assert first.placements[:, 0, 3].tolist() == [0, 3]


def test_combined_scenes_share_meshes_and_keep_their_features() -> None:
    chair = box()
    mixed = replace(box(), features=np.repeat(rows(0, 1), 12))
    one = Scene("1", (Node(chair), Node(mixed)), (Feature("A1"), Feature("A1", "robot")))
    two = Scene("2", (Node(chair), Node(mixed), Node(chair, features=rows(1))), one.features)
    both = combine("both", (one, two))
    assert len(both.features) == 4
    assert [node.mesh is chair for node in both.nodes] == [True, False, True, False, True]
    chairs = gather(both).nodes[0]
    assert chairs.features is not None
    assert chairs.features.tolist() == [0, 2, 3]
    moved = both.nodes[3].mesh.features
    assert moved is not None
    assert set(moved.tolist()) == {2, 3}


def test_a_mesh_of_one_feature_is_shared_all_the_same() -> None:
    chair = replace(box(), features=np.full(24, 1, np.uint32))
    scene = Scene("1", (Node(chair),), (Feature("A1"), Feature("A1", "chair")))
    (first, second) = combine("both", (scene, scene)).nodes
    assert first.mesh is second.mesh
    rows_of = [node.features for node in (first, second) if node.features is not None]
    assert [row.tolist() for row in rows_of] == [[1], [3]]


def test_surfaces_that_differ_in_colour_become_one() -> None:
    (node,) = merge(Scene("s", (Node(box(material=RED)), Node(box(material=BLUE))))).nodes
    assert node.mesh.material.color == (1, 1, 1, 1)
    assert node.mesh.colors is not None
    assert np.unique(node.mesh.colors, axis=0).tolist() == [[0, 0, 1, 0.5], [1, 0, 0, 1]]


def test_surfaces_that_differ_in_anything_else_stay_apart() -> None:
    print_ = replace(PLAIN, texture=picture("red"))
    other = [
        print_,
        replace(print_, texture=picture("blue")),
        replace(PLAIN, roughness=0.1),
        replace(PLAIN, emissive=(1.0, 0.0, 0.0)),
        replace(PLAIN, double_sided=True),
    ]
    nodes = tuple(Node(box(material=material)) for material in (PLAIN, *other))
    assert len(merge(Scene("s", nodes)).nodes) == 6


def test_the_same_picture_painted_twice_is_one_surface() -> None:
    prints = [replace(PLAIN, texture=picture("red")) for _ in range(2)]
    assert len(merge(Scene("s", tuple(Node(box(material=p)) for p in prints))).nodes) == 1


def test_what_repeats_often_enough_stays_instanced() -> None:
    (node,) = merge(Scene("s", (Node(box(), np.tile(np.eye(4), (100, 1, 1))),))).nodes
    assert len(node.placements) == 100
    (node,) = merge(Scene("s", (Node(box(), np.tile(np.eye(4), (3, 1, 1))),))).nodes
    assert (len(node.placements), len(node.mesh.triangles)) == (1, 36)


@pytest.mark.parametrize("scale", [(1, 1, 1), (2, 1, 0.5), (-1, 1, 1), (-1, -1, 1)])
def test_baked_triangles_face_outwards(scale: tuple[float, float, float]) -> None:
    matrix: Matrix = at(3, 1, 2, turn=30) @ np.diag([*scale, 1.0])
    mesh = bake(Node(box(1, 2, 3), matrix[None]))
    a, b, c = mesh.positions[mesh.triangles].astype(float).transpose(1, 0, 2)
    faces = np.cross(b - a, c - a)
    faces /= np.linalg.norm(faces, axis=1, keepdims=True)
    np.testing.assert_allclose(faces, mesh.normals[mesh.triangles[:, 0]], atol=1e-5)
    outwards = (a + b + c) / 3 - (matrix @ [0, 1, 0, 1])[:3]
    assert ((faces * outwards).sum(axis=1) > 0).all()


def test_a_picture_without_coordinates_is_refused() -> None:
    material = Material("print", texture=picture("red"))
    bare = replace(box(material=material), uvs=None)
    other: Mesh = box(material=material)
    with pytest.raises(ValueError, match="coordinates"):
        merge(Scene("s", (Node(bare), Node(other))))
