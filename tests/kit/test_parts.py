"""Parts: made once, on the floor, no wider than the footprint that keeps people off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

import numpy as np
import pytest

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import ALU, BLACK, SHADOW
from hallgen.kit.parts import exhibits, furniture, greens, lights, stands
from hallgen.kit.plots import distances, within
from hallgen.kit.shapes import box
from hallgen.model import Product, Text
from tests.kit.synthetic import PLACE


def _makers(*modules: ModuleType) -> Iterator[Callable[[], Part]]:
    for module in modules:
        for name in sorted(vars(module)):
            maker = getattr(module, name)
            if hasattr(maker, "cache_info") and maker.__module__ == module.__name__:
                yield maker


ALL = list(_makers(exhibits, furniture, greens, lights, stands))


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


def test_a_part_is_one_mesh_for_each_material() -> None:
    made = part("two", box(ALU, 1, 1, 1), box(BLACK, 1, 1, 1), box(ALU, 2, 1, 1))
    assert [mesh.name for mesh in made.meshes] == ["two, metal", "two, satin"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Collaborative robot R5", exhibits.robot),
        ("五轴加工中心", exhibits.machine),
        ("Deep groove bearing", exhibits.gear),
        ("伺服电机", exhibits.motor),
    ],
)
def test_a_product_is_shown_as_what_it_says(name: str, expected: Callable[[], Part]) -> None:
    product = Product(id="p", slug="p", name=Text.of(en=name), exhibitor="e", place=PLACE)
    assert exhibits.exhibit_for(product) is expected()


def test_a_product_of_unknown_kind_has_no_stand_in() -> None:
    product = Product(id="p", slug="p", name=Text.of(en="Xyzzy"), exhibitor="e", place=PLACE)
    assert exhibits.exhibit_for(product) is None
