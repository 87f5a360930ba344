"""Where the screens of a booth are, in its own frame and in its hall."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from hallgen.build.halls import screens_in_hall
from hallgen.kit import BuiltBooth, build_booth
from hallgen.kit.built import Screen
from hallgen.media import MediaLibrary
from hallgen.model import BoothKind, Frame
from hallgen.scene import Scene
from tests.kit.synthetic import booth_case, rectangle


@pytest.fixture(scope="module")
def islands(tmp_path_factory: pytest.TempPathFactory) -> list[BuiltBooth]:
    """An island with a screen."""
    media = MediaLibrary()
    cases = (booth_case(rectangle(w, 9), (0, 1, 2, 3), BoothKind.RAW, 1) for w in (12,))
    return [build_booth(*case, media) for case in cases]


def test_every_rectangle_of_a_screen_is_handed_on(islands: list[BuiltBooth]) -> None:
    assert sum(len(built.screens) for built in islands) >= 1
    for built in islands:
        drawn = [n.mesh for n in built.scene.nodes if n.mesh.name == "screen"]
        corners = np.concatenate([m.positions for m in drawn]) if drawn else np.zeros((0, 3))
        assert len(corners) == 4 * len(built.screens)
        for screen in built.screens:
            corner, along, up = (np.array(v) for v in dataclasses.astuple(screen))
            for spot in (corner, corner + along, corner + up, corner + along + up):
                assert np.abs(corners - spot).max(axis=1).min() < 1e-4
            assert up[1] > 0.3
            assert np.hypot(along[0], along[2]) > 0.3


def test_a_screen_looks_where_its_mesh_looks(islands: list[BuiltBooth]) -> None:
    for built in islands:
        meshes = [n.mesh for n in built.scene.nodes if n.mesh.name == "screen"]
        for screen in built.screens:
            front = np.cross(screen.along, screen.up)
            front /= np.linalg.norm(front)
            (normals,) = (
                m.normals[np.abs(m.positions - screen.corner).max(axis=1) < 1e-4] for m in meshes
            )
            assert np.allclose(normals, front, atol=1e-4)
            assert len(normals) == 1


@pytest.mark.parametrize("heading", [-90.0, 0.0, 37.0])
def test_a_booth_is_turned_into_its_hall(heading: float) -> None:
    frame = Frame(origin=(20.0, 7.0), heading=heading)
    screen = Screen((-1.0, 1.0, 0.5), (1.8, 0.0, 0.2), (0.0, 1.0, 0.0))
    (found,) = screens_in_hall(BuiltBooth("b", frame, Scene("b", ()), (), screens=(screen,)))
    ends = (np.array(found.corner), np.add(found.corner, found.along))
    for (x, y, z), end in zip(((-1.0, 1.0, 0.5), (0.8, 1.0, 0.7)), ends, strict=True):
        plan = frame.to_plan(x, z)
        assert end == pytest.approx((plan[0], y, -plan[1]))
    assert found.up == pytest.approx((0.0, 1.0, 0.0))
