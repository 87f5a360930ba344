"""What of a scene is seen from afar."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallgen.scene import Alpha, Material, Mesh, Node, Scene, bounds, distant
from tests.support.scenes import at, box, picture

RED = Material("red", color=(1.0, 0.0, 0.0, 1.0))


def quad(width: float, height: float, material: Material = RED, name: str = "quad") -> Mesh:
    """A rectangle that looks to +Z, as four vertices and two triangles."""
    x, y = width / 2, height
    return Mesh(
        name,
        material,
        np.array([[-x, 0, 0], [x, 0, 0], [x, y, 0], [-x, y, 0]], np.float32),
        np.tile(np.array([0, 0, 1], np.float32), (4, 1)),
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
        uvs=np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32),
    )


def count(scene: Scene) -> int:
    return sum(len(n.mesh.triangles) * len(n.placements) for n in scene.nodes)


def test_the_largest_come_first_and_the_rest_is_left_out() -> None:
    walls = [Node(quad(k, 1.0, name=str(k)), at(z=k)[None]) for k in (1, 4, 2, 3)]
    found = distant(Scene("walls", tuple(walls)), 5)
    assert sorted(node.mesh.name for node in found.nodes) == ["3", "4"]


def test_a_picture_counts_more_than_a_wall_of_its_size() -> None:
    poster = quad(1.0, 1.0, Material("poster", texture=picture("blue")), "poster")
    found = distant(Scene("both", (Node(quad(2.0, 1.0)), Node(poster))), 2)
    assert [node.mesh.name for node in found.nodes] == ["poster"]
    uvs = found.nodes[0].mesh.uvs
    assert uvs is not None
    assert uvs.max() == 1


def test_what_is_solid_becomes_its_box() -> None:
    """A box of twelve triangles is shown by the ten of the faces that are seen."""
    crate = replace(box(1.0, 2.0, 0.5), irradiance=np.full((24, 3), 0.7, np.float32))
    scene = Scene("crate", (Node(crate, at(x=3.0, turn=90.0)[None]),))
    found = distant(scene, 60)
    assert count(found) == 10
    before, after = bounds(scene), bounds(found)
    assert before is not None
    assert after is not None
    assert after == pytest.approx(before, abs=1e-5)
    assert found.nodes[0].mesh.irradiance == pytest.approx(0.7)


def test_the_light_of_a_box_is_that_of_its_sheet() -> None:
    uvs = np.full((24, 2), 0.75, np.float32)
    dark = np.zeros((24, 3), np.float32)
    crate = replace(box(1.0, 2.0, 0.5), irradiance=dark, light_uvs=uvs)
    light = np.array([[0, 0], [0, 1.5]], np.float32)
    found = distant(Scene("crate", (Node(crate),)), 60, light)
    assert found.nodes[0].mesh.irradiance == pytest.approx(1.5)
    assert found.nodes[0].mesh.light_uvs is None


def test_small_things_and_glass_are_not_seen() -> None:
    glass = replace(quad(4, 4), material=Material("glass", alpha=Alpha.BLEND))
    found = distant(Scene("few", (Node(quad(0.2, 0.2)), Node(glass))), 60)
    assert found.nodes == ()


def test_it_never_has_more_triangles_than_asked() -> None:
    places = np.stack([at(x=2.0 * k) for k in range(9)])
    scene = Scene("many", (Node(box(), places), Node(quad(3, 3), places)))
    for most in (0, 1, 17, 40, 1000):
        assert count(distant(scene, most)) <= most


def test_the_bays_of_a_wall_become_one_panel() -> None:
    """Its light is that of the whole: here it rises along the wall."""
    bays = 3
    positions = [[x, y, 0] for x in range(bays + 1) for y in (0, 2)]
    quads = [[2 * n, 2 * n + 2, 2 * n + 3, 2 * n + 1] for n in range(bays)]
    light = np.array([[0.1 + 0.2 * x] * 3 for x, _, _ in positions], np.float32)
    wall = Mesh(
        "wall",
        RED,
        np.array(positions, np.float32),
        np.tile(np.array([0, 0, 1], np.float32), (len(positions), 1)),
        np.array([t for a, b, c, d in quads for t in ([a, b, c], [a, c, d])], np.uint32),
        irradiance=light,
    )
    found = distant(Scene("wall", (Node(wall),)), 60)
    assert count(found) == 2
    (mesh,) = (node.mesh for node in found.nodes)
    assert mesh.irradiance is not None
    for (x, _, _), value in zip(mesh.positions.tolist(), mesh.irradiance, strict=True):
        assert value == pytest.approx(0.1 + 0.2 * x, abs=1e-5)
    assert bounds(found) == pytest.approx(bounds(Scene("wall", (Node(wall),))), abs=1e-5)


def test_a_turned_box_stays_turned() -> None:
    """Modelled at an angle, not placed at one: a box along the axes would be twice as large."""
    turn = at(turn=30.0)[:3, :3]
    slab = box(4.0, 2.0, 0.4)
    turned = replace(
        slab,
        positions=(slab.positions @ turn.T).astype(np.float32),
        normals=(slab.normals @ turn.T).astype(np.float32),
    )
    found = distant(Scene("slab", (Node(turned),)), 60)
    assert count(found) == 10
    shown = found.nodes[0].mesh.positions @ turn
    assert np.ptp(shown, axis=0) == pytest.approx([4.0, 2.0, 0.4], abs=1e-5)


def test_no_face_covers_a_picture_in_its_frame() -> None:
    screen = quad(3.8, 1.8, Material("screen", emissive_texture=picture("blue")), "screen")
    frame = Node(box(4, 2, 0.4), at(turn=90.0)[None])
    nodes = (frame, Node(screen, at(y=0.1, x=0.15, turn=90.0)[None]))
    found = distant(Scene("framed", nodes), 60)
    # The frame's front is left out; its back, its sides and its top are there.
    assert count(found) == 2 + 8
    (shown,) = (node.mesh for node in found.nodes if node.mesh.name == "box")
    assert shown.normals[:, 2].max() < 0.5
    far_behind = (frame, Node(screen, at(y=0.1, x=-0.8, turn=90.0)[None]))
    assert count(distant(Scene("apart", far_behind), 60)) == 2 + 10


def test_walls_come_before_floors_that_are_seen_at_a_slant() -> None:
    flat = np.array([[1, 0, 0, 0], [0, 0, 1, 0], [0, -1, 0, 0], [0, 0, 0, 1]], float)
    floor = Node(quad(3, 3, name="floor"), flat[None])
    found = distant(Scene("both", (floor, Node(quad(2, 2, name="wall")))), 2)
    assert [node.mesh.name for node in found.nodes] == ["wall"]
