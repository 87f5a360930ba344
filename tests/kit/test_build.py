"""The kit's two public functions, with the real pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hallgen.kit import BuiltBooth, build_booth
from hallgen.model import BoothKind
from tests.kit.synthetic import booth_case, rectangle
from tests.support.libraries import library_of


def build(kind: BoothKind, exhibitors: int, folder: Path) -> BuiltBooth:
    case = booth_case(rectangle(6, 3), (0,), kind, exhibitors)
    return build_booth(*case, library_of(folder))


@pytest.mark.parametrize(
    ("kind", "exhibitors"),
    [(BoothKind.SHELL, 1), (BoothKind.RAW, 1), (BoothKind.PAVILION, 3), (BoothKind.SHELL, 0)],
)
def test_pictures_come_from_one_texture(kind: BoothKind, exhibitors: int, tmp_path: Path) -> None:
    built = build(kind, exhibitors, tmp_path)
    pictures = [n.mesh for n in built.scene.nodes if n.mesh.name in {"print", "lightbox", "screen"}]
    textures = {m.material.texture or m.material.emissive_texture for m in pictures}
    assert len(textures) == 1
    for mesh in pictures:
        assert mesh.uvs is not None
        assert mesh.uvs.min() >= 0
        assert mesh.uvs.max() <= 1


def test_obstacles_are_in_the_frame(tmp_path: Path) -> None:
    """The frame's z is out of the front: the wall at the back has a negative one."""
    built = build(BoothKind.SHELL, 1, tmp_path)
    ends = [max(ring, key=lambda p: p[0])[1] for ring in built.obstacles]
    assert min(ends) < -1.4
    assert all(z < 1.5 + 1e-6 for ring in built.obstacles for _, z in ring)


def test_a_booth_is_built_the_same_every_time(tmp_path: Path) -> None:
    one, other = (build(BoothKind.RAW, 1, tmp_path) for _ in range(2))
    for a, b in zip(one.scene.nodes, other.scene.nodes, strict=True):
        assert np.array_equal(a.mesh.positions, b.mesh.positions)
        if a.mesh.material.texture and b.mesh.material.texture:
            assert a.mesh.material.texture.data == b.mesh.material.texture.data
