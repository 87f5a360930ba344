"""Parts: made once, on the floor, no wider than the footprint that keeps people off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import signature
from types import ModuleType

import numpy as np
import pytest

from hallgen.kit.assembly import Assembly, Part, part
from hallgen.kit.finishes import ALU, BLACK, SHADOW
from hallgen.kit.parts import exhibits, furniture, goods, greens, lights, machines, robots, stands
from hallgen.kit.plots import distances, within
from hallgen.kit.shapes import box
from hallgen.light.rays import Rays
from hallgen.model import Product, Text
from hallgen.scene import Alpha
from tests.kit.synthetic import PLACE


def _makers(*modules: ModuleType) -> Iterator[Callable[[], Part]]:
    for module in modules:
        for name in sorted(vars(module)):
            maker = getattr(module, name)
            own = hasattr(maker, "cache_info") and maker.__module__ == module.__name__
            if own and not signature(maker).parameters:
                yield maker


ALL = list(_makers(furniture, goods, greens, lights, machines, robots, stands))


@pytest.mark.parametrize("maker", ALL, ids=lambda m: m.__name__)
def test_a_part_is_sound(maker: Callable[[], Part]) -> None:
    made = maker()
    assert maker() is made
    # What one booth holds a dozen of must be cheap.
    assert sum(len(mesh.triangles) for mesh in made.meshes) <= 1_000
    assert len({mesh.material for mesh in made.meshes}) == len(made.meshes)
    for mesh in made.meshes:
        assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5)
        a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
        ahead = np.cross(b - a, c - a) * mesh.normals[mesh.triangles].sum(axis=1)
        assert (ahead.sum(axis=1) > 0).all()
        if made.footprint and mesh.material is not SHADOW:
            ground = np.stack([mesh.positions[:, 0], -mesh.positions[:, 2]], axis=1).astype(float)
            out = ~within(ground, made.footprint)
            # Round things have eight-sided footprints: 3 cm of leaf or rim may reach over.
            assert distances(ground[out], made.footprint).max(initial=0) < 0.03
            assert mesh.positions[:, 1].min() > -1e-4


def test_lamps_that_lean_alike_are_one_and_light_what_they_look_at() -> None:
    one, other = lights.key_light(9.0, 40.0), lights.key_light(4.0, 40.0)
    assert one.meshes is other.meshes
    (spot,) = one.spots
    assert spot.power == 9.0
    assert np.degrees(np.arctan2(-spot.direction[2], -spot.direction[1])) == pytest.approx(40)


def test_a_part_is_one_mesh_for_each_material() -> None:
    made = part("two", box(ALU, 1, 1, 1), box(BLACK, 1, 1, 1), box(ALU, 2, 1, 1))
    assert [mesh.name for mesh in made.meshes] == ["two, metal", "two, satin"]


def _product(name: str) -> Product:
    return Product(id="p", slug="p", name=Text.of(en=name), exhibitor="e", place=PLACE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Collaborative robot R5", robots.robot),
        ("五轴加工中心", machines.machining_center),
        ("CNC lathe L200", machines.turning_machine),
        ("龙门加工中心", machines.gantry_mill),
        ("立式加工中心", machines.vertical_center),
        ("Deep groove bearing", goods.bearing),
        ("伺服电机", goods.motor),
    ],
)
def test_a_product_is_shown_as_what_it_says(name: str, expected: Callable[[], Part]) -> None:
    assert exhibits.forms_of(_product(name), 0)[0] is expected


def test_forms_take_turns_where_a_name_says_no_more() -> None:
    machine = _product("CNC machine")
    first = {exhibits.forms_of(machine, turn)[0] for turn in range(4)}
    assert len(first) == 4
    assert all(set(exhibits.forms_of(machine, turn)) == first for turn in range(4))


def test_a_product_of_unknown_kind_has_no_stand_in() -> None:
    assert exhibits.forms_of(_product("Xyzzy"), 3) == ()


def test_what_is_large_suits_a_turntable() -> None:
    assert exhibits.has_large_form(_product("CNC machine"))
    assert exhibits.has_large_form(_product("robot"))
    assert not exhibits.has_large_form(_product("servo motor"))


@pytest.mark.parametrize("maker", exhibits.all_forms(), ids=lambda m: m.__name__)
def test_a_stand_in_fits_a_plinth_and_a_turntable(maker: Callable[[], Part]) -> None:
    made = maker()
    drawn = (*made.meshes, *made.trim, *made.plates, *made.displays)
    points = np.concatenate([m.positions for m in drawn])
    # At 3.4 within the turntable's 1.84 m, and so at 0.58 over the plinth's 0.64 m; a robot's
    # hand reaches out above it.
    standing = points[points[:, 1] < 0.5]
    assert np.hypot(standing[:, 0], standing[:, 2]).max() <= 0.541
    assert points[:, 1].min() > -1e-4
    # Under a glass hood of 0.50 m.
    assert points[:, 1].max() * 0.58 < 0.50


@pytest.mark.parametrize(
    "maker",
    [machines.machining_center, machines.turning_machine, machines.vertical_center],
    ids=lambda m: m.__name__,
)
def test_one_looks_through_a_machines_window_into_its_lit_inside(
    maker: Callable[[], Part],
) -> None:
    made = maker()
    (pane,) = (m for m in made.meshes if m.material.alpha is Alpha.BLEND)
    opaque = [m for m in (*made.meshes, *made.trim) if m is not pane]
    inside = next(k for k, m in enumerate(opaque) if m.material.unlit)
    counts = np.cumsum([0, *(len(m.positions) for m in opaque)])
    triangles = np.concatenate([m.triangles + n for m, n in zip(opaque, counts, strict=False)])
    rays = Rays(np.concatenate([m.positions for m in opaque]), triangles.astype(np.uint32))
    shares = np.stack(np.meshgrid(np.linspace(0.1, 0.9, 7), np.linspace(0.1, 0.9, 7)), -1)
    corner, right, top, _ = pane.positions
    spots = corner + shares.reshape(-1, 2) @ np.stack([right - corner, top - corner])
    ways = np.tile(-pane.normals[0], (len(spots), 1)).astype(np.float32)
    hits = rays.hits((spots - 0.1 * ways).astype(np.float32), ways)
    mesh = np.searchsorted(np.cumsum([len(m.triangles) for m in opaque]), hits.triangle, "right")
    # Handle and post are before it; whatever else is seen is within, and shows its outside.
    assert (mesh == inside).mean() > 0.75
    assert hits.front[mesh == inside].all()
    assert opaque[inside].colors is not None
    brightness = opaque[inside].colors[:, 1]
    assert 0 < brightness.min() < 0.1 < 0.3 < brightness.max() <= 1


def test_trim_takes_the_colour_of_its_booth() -> None:
    own = Assembly("b", trim=(0.1, 0.2, 0.3))
    own.place(machines.machining_center(), 0, 0)
    (added,) = (n.mesh for n in own.scene(None, "b").nodes if n.features is None)
    assert added.colors is not None
    assert np.allclose(added.colors[:, :3], (0.1, 0.2, 0.3))
    assert own.count(machines.machining_center()) == 1
