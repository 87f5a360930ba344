"""The far level: large things stay whole, small ones go."""

from __future__ import annotations

import numpy as np

from hallgen.scene import Mesh, Node, Scene, merge, parts, reduce
from tests.support.scenes import at, box, rows


def joined(*nodes: Node) -> Mesh:
    """All in one mesh."""
    (node,) = merge(Scene("s", nodes), 10**9).nodes
    return node.mesh


def test_a_part_is_what_touches_whatever_its_normals() -> None:
    mesh = joined(Node(box()), Node(box(), at(1, 0, 0)[None]), Node(box(), at(5)[None]))
    # The first two boxes have four corners in common.
    assert parts(mesh.positions, mesh.triangles).tolist() == [0] * 24 + [1] * 12


def test_a_long_chain_is_one_part() -> None:
    mesh = joined(
        Node(box(), np.array([at(float(x)) for x in np.random.default_rng(1).permutation(500)]))
    )
    assert set(parts(mesh.positions, mesh.triangles)) == {0}


def test_parts_of_nothing() -> None:
    nothing = np.empty((0, 3), np.float32), np.empty((0, 3), np.uint32)
    assert parts(*nothing).tolist() == []


def test_small_parts_go_and_panels_stay() -> None:
    panel, stick, cup = box(0.95, 2.48, 0.016), box(0.046, 1.2, 0.046), box(0.1, 0.1, 0.1)
    mesh = joined(Node(panel), Node(stick, at(2)[None]), Node(cup, at(4)[None], None))
    (node,) = reduce(Scene("s", (Node(mesh),)), 0.6).nodes
    assert len(node.mesh.triangles) == 12
    assert len(node.mesh.positions) == 24
    np.testing.assert_allclose(np.ptp(node.mesh.positions, axis=0), [0.95, 2.48, 0.016], atol=1e-6)


def test_posts_stay_under_what_they_carry() -> None:
    assert reduce(Scene("s", (Node(box(0.046, 2.48, 0.046)),)), 0.6).nodes


def test_vertices_keep_what_they_have() -> None:
    featured = joined(
        Node(box(0.1, 0.1, 0.1), features=rows(0)), Node(box(), at(4)[None], features=rows(1))
    )
    (node,) = reduce(Scene("s", (Node(featured),)), 0.6).nodes
    assert node.mesh.features is not None
    assert set(node.mesh.features.tolist()) == {1}
    assert node.mesh.uvs is not None
    assert node.mesh.uvs.tolist() == box().uvs.tolist()  # type: ignore[union-attr]


def test_repeats_go_by_their_own_size() -> None:
    placements = np.array([at(), at(3, scale=0.1), at(6)])
    (node,) = reduce(Scene("s", (Node(box(), placements, rows(0, 1, 2)),)), 0.6).nodes
    assert node.placements[:, 0, 3].tolist() == [0, 6]
    assert node.features is not None
    assert node.features.tolist() == [0, 2]


def test_what_is_all_small_goes_altogether() -> None:
    assert reduce(Scene("s", (Node(box(0.1, 0.1, 0.1)),)), 0.6).nodes == ()


def test_what_is_all_large_is_the_same_mesh() -> None:
    mesh = box()
    assert reduce(Scene("s", (Node(mesh),)), 0.6).nodes[0].mesh is mesh
