"""Whole bakes of scenes whose light is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallgen.light import (
    BOOTH,
    BakedLight,
    HallSight,
    LightQuality,
    Surroundings,
    bake_key,
    bake_light,
    from_bytes,
    in_a_hall,
    lit,
    to_bytes,
)
from hallgen.light.lamps import none
from hallgen.light.rays import Rays
from hallgen.light.receivers import first_order, spread_points
from hallgen.light.scenery import Body, Treatment
from hallgen.light.sheets import decoded
from hallgen.light.surroundings import Known
from hallgen.scene import Material, Mesh, Node, Scene, Spot
from tests.support.scenes import at, box, picture

DRAFT = LightQuality.DRAFT
#: Light of the same strength from everywhere.
FOG = Surroundings(Known(), none(), 1.0, 1.0, 1.0)
#: Draft rays leave this much noise in a mean over many texels.
NOISE = 0.02


def scene(*meshes: Mesh, spots: tuple[Spot, ...] = ()) -> Scene:
    return Scene("test", tuple(Node(mesh) for mesh in meshes), spots=spots)


def light_of(baked: BakedLight) -> np.ndarray:
    """All light on the sheet that is not black."""
    light = decoded(baked.sheet)
    return light[light > 0]


def test_a_box_in_even_light_is_evenly_lit() -> None:
    baked = bake_light(scene(box(2, 2, 2)), FOG, BOOTH, DRAFT)
    light = light_of(baked)
    # 8 bits of a square root: steps of 0.6 % at 1
    assert light.mean() == pytest.approx(1.0, abs=NOISE)
    assert light.std() < NOISE


def test_a_wall_takes_half_of_the_light_from_the_foot_of_another() -> None:
    black = Material("black", color=(0.0, 0.0, 0.0, 1.0))
    floor = replace(box(8, 0.1, 8), material=black)
    wall = replace(box(8, 8, 0.1), material=black)
    baked = bake_light(
        Scene("corner", (Node(floor, at(y=-0.1)[None]), Node(wall, at(z=-0.05)[None]))),
        FOG,
        BOOTH,
        DRAFT,
    )
    uvs = baked.solids[0, 0].uvs
    top = floor.normals[:, 1] > 0.9
    height, width = baked.sheet.shape
    u, v = uvs[top].T
    columns = np.round(u * width - 0.5).astype(int)
    rows = np.round(v * height - 0.5).astype(int)
    grid = decoded(baked.sheet)[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    # Which way the rows run is the chart's affair; the wall stands across the lines that vary.
    lines = grid if np.ptp(grid.mean(axis=0)) > np.ptp(grid.mean(axis=1)) else grid.T
    third = len(lines) // 3
    line = lines[third : 2 * third].mean(axis=0)
    away = np.linspace(-4, 4, len(line))
    near = line[np.abs(away - 1.0).argmin()]
    # From 1 m a wall 8 m high takes (1 - 1 / sqrt(65)) / 2 = 0.44; black is baked as an
    # albedo of 0.05, which returns a little.
    assert near == pytest.approx(0.60, abs=0.05)
    assert line.min() < near < line.max()


def test_a_bounce_lights_what_no_lamp_sees() -> None:
    """A spot on a white floor lights the underside of a board above it."""
    floor = box(6, 0.1, 6, Material("white", color=(0.9, 0.9, 0.9, 1.0)))
    board = box(1.0, 0.05, 1.0)
    spot = Spot((2.0, 3.0, 0.0), (0.0, -1.0, 0.0), 20.0, 25.0, 40.0)
    dark = Surroundings(Known(), none(), 0.0, 0.0, 0.0)
    nodes = (Node(floor, at(y=-0.1)[None]), Node(board, at(y=1.0)[None]))
    baked = bake_light(Scene("bounce", nodes, spots=(spot,)), dark, BOOTH, DRAFT)
    under = np.flatnonzero(board.normals[:, 1] < -0.9)
    height, width = baked.sheet.shape
    u, v = baked.solids[1, 0].uvs[under].T
    light = decoded(baked.sheet)
    rows = slice(int(v.min() * height), int(v.max() * height) + 1)
    columns = slice(int(u.min() * width), int(u.max() * width) + 1)
    assert light[rows, columns].mean() > 0.02


def test_the_same_scene_gives_the_same_bytes() -> None:
    one = scene(box(2, 1, 1), spots=(Spot((0, 3, 1), (0, -1, 0), 7.0, 16.0, 34.0),))
    first, second = (bake_light(one, in_a_hall(10.0), BOOTH, DRAFT) for _ in range(2))
    assert to_bytes(first) == to_bytes(second)


def test_a_part_placed_often_is_lit_as_a_whole() -> None:
    places = np.stack([at(x=2.0 * k) for k in range(6)])
    chairs = Scene("chairs", (Node(box(0.4, 0.8, 0.4), places),))
    baked = bake_light(chairs, FOG, BOOTH, DRAFT)
    assert set(baked.wholes) == {0}
    assert not baked.solids
    assert baked.wholes[0].shape == (6, 4)
    assert baked.wholes[0][:, 3] == pytest.approx(np.ones(6), abs=0.15)
    node = lit(chairs, baked).nodes[0]
    assert node.light is not None
    assert len(node.placements) == 6


def test_solid_placements_become_nodes_with_light_of_their_own() -> None:
    tables = Scene("tables", (Node(box(1.2, 0.8, 0.8), np.stack([at(), at(x=4)])),))
    found = lit(tables, bake_light(tables, FOG, BOOTH, DRAFT))
    assert len(found.nodes) == 2
    for node in found.nodes:
        assert node.mesh.irradiance is not None
        assert node.mesh.light_uvs is not None
        assert node.mesh.light_uvs.min() > 0
        assert node.mesh.light_uvs.max() < 1


def test_first_order_light_is_found_where_it_is_first_order() -> None:
    rng = np.random.default_rng(1)
    normals = rng.normal(size=(400, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    light = 0.5 + normals @ [0.1, 0.25, -0.05]
    found = first_order(normals.astype(np.float32), light.astype(np.float32))
    # Held towards even light, so the slope is a little flatter than it was.
    assert found[3] == pytest.approx(0.5, abs=0.01)
    assert found[:3] == pytest.approx([0.1, 0.25, -0.05], abs=0.03)
    assert found[1] > 0.2


def test_a_part_lit_as_a_whole_is_looked_at_evenly_by_area() -> None:
    # A tenth of the surface, and nearly all of the vertices.
    studs = [moved(box(0.05, 0.05, 0.05), x=2 + 0.1 * k) for k in range(40)]
    mesh = merged(box(), *studs)
    albedo = np.full(len(mesh.triangles), 0.5, np.float32)
    body = Body(0, 0, mesh, Treatment.WHOLE, (), albedo, blocks=True)
    points = spread_points(Rays(mesh.positions, mesh.triangles), body)
    assert (points.positions[:, 0] > 1).mean() == pytest.approx(0.1, abs=0.05)
    assert points.valid.all()
    np.testing.assert_allclose(np.linalg.norm(points.normals, axis=1), 1, atol=1e-5)
    assert not len(spread_points(Rays(mesh.positions, mesh.triangles), unlit(body)).positions)


def unlit(body: Body) -> Body:
    return replace(body, treatment=Treatment.DARK)


def moved(mesh: Mesh, x: float) -> Mesh:
    return replace(mesh, positions=mesh.positions + np.array([x, 0, 0], np.float32))


def merged(*meshes: Mesh) -> Mesh:
    """Boxes as one mesh."""
    triangles = [mesh.triangles + np.uint32(24 * k) for k, mesh in enumerate(meshes)]
    return Mesh(
        "merged",
        meshes[0].material,
        np.concatenate([mesh.positions for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate(triangles),
    )


def test_one_bright_end_does_not_rule_a_part() -> None:
    normals = np.tile(np.array([[0, 1, 0], [0, -1, 0]], np.float32), (20, 1))
    light = np.full(40, 0.3, np.float32)
    light[:4] = 30.0
    assert first_order(normals, light)[3] < 0.4


def test_light_is_kept_and_read_back() -> None:
    places = np.stack([at(x=2.0 * k) for k in range(6)])
    whole = Scene(
        "both", (Node(box(2, 1, 1)), Node(box(0.4, 0.4, 0.4), places + at(z=3)[None] * 0))
    )
    baked = bake_light(
        whole, FOG, BOOTH, DRAFT, hall=HallSight((0.0, 3.0, 0.0), Scene("nobody", ()))
    )
    data = to_bytes(baked)
    again = from_bytes(data)
    assert again is not None
    assert (again.sheet == baked.sheet).all()
    assert again.environment is not None
    for key, light in baked.solids.items():
        assert (again.solids[key].irradiance == light.irradiance).all()
        assert (again.solids[key].uvs == light.uvs).all()
        assert (again.solids[key].cut.origins == light.cut.origins).all()
        assert (again.solids[key].cut.triangles == light.cut.triangles).all()
    assert (again.wholes[1] == baked.wholes[1]).all()
    assert from_bytes(data[: len(data) // 2]) is None
    assert from_bytes(b"") is None


def test_the_key_is_that_of_the_shape_not_of_colours_and_pictures() -> None:
    def key(mesh: Mesh, quality: LightQuality = DRAFT) -> str:
        return bake_key(scene(mesh), in_a_hall(10.0), BOOTH, quality)

    red = box(material=Material("red", color=(0.5, 0.0, 0.0, 1.0)))
    blue = box(material=Material("blue", color=(0.0, 0.1, 0.6, 1.0)))
    assert key(red) == key(blue)
    one, other = (box(material=Material("print", texture=picture(c))) for c in ("red", "blue"))
    assert key(one) == key(other)
    white = box(material=Material("white", color=(0.9, 0.9, 0.9, 1.0)))
    assert len({key(red), key(white), key(box(2.0)), key(red, LightQuality.FINAL)}) == 4


def test_the_environment_has_things_where_they_are() -> None:
    """A lamp towards +X is in the middle of the picture, one towards +Z at three quarters."""
    bright = Material("bright", color=(0.0, 0.0, 0.0, 1.0), emissive=(5.0, 5.0, 5.0))
    dark = Surroundings(Known(), none(), 0.0, 0.0, 0.0)
    lamps = Scene("lamps", (Node(box(1, 1, 1, bright), np.stack([at(x=5, y=2), at(z=9, y=9)])),))
    seen = bake_light(
        lamps, dark, BOOTH, DRAFT, hall=HallSight((0.0, 2.5, 0.0), Scene("nobody", ()))
    ).environment
    assert seen is not None
    assert seen[64, 128] == pytest.approx(5.0)
    assert seen[64, 0] == seen[64, 64] == 0
    assert seen[64 - round(np.degrees(np.arctan2(7, 9)) / 180 * 128), 192] == pytest.approx(5.0)


def test_people_are_lit_and_in_nobodys_light() -> None:
    person = Scene("people", (Node(box(0.5, 1.8, 0.4), at(y=0.0)[None]),))
    spot = Spot((0.0, 4.0, 0.0), (0.0, -1.0, 0.0), 9.0, 25.0, 40.0)
    floor = Scene("floor", (Node(box(6, 0.1, 6), at(y=-0.1)[None]),), spots=(spot,))
    alone, crowded = (
        bake_light(floor, FOG, BOOTH, DRAFT, HallSight((0.0, 2.0, 0.0), people))
        for people in (Scene("nobody", ()), person)
    )
    assert (alone.sheet == crowded.sheet).all()
    found = lit(person, crowded, len(floor.nodes)).nodes[0].light
    assert found is not None
    assert found[0, 3] > 0.5
