"""Scenes as one set of triangles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from hallgen.scene import Feature, Material, Node, Scene
from hallgen.scene.flatten import flatten
from tests.support.scenes import at, box, picture, rows, scenes


@given(scenes())
def test_every_placement_of_every_mesh_is_there(scene: Scene) -> None:
    soup = flatten([scene, scene])
    vertices = sum(len(n.mesh.positions) * len(n.placements) for n in scene.nodes)
    triangles = sum(len(n.mesh.triangles) * len(n.placements) for n in scene.nodes)
    assert len(soup.positions) == 2 * vertices
    assert len(soup.triangles) == len(soup.surface) == 2 * triangles
    assert soup.triangles.max() < len(soup.positions)
    assert len(soup.names) == 2 * len(scene.features)
    assert soup.features.max(initial=-1) < len(soup.names)
    for array in (soup.normals, soup.uvs, soup.colors, soup.irradiance, soup.light_uvs):
        assert len(array) == len(soup.positions)
        assert array.dtype == np.float32


def test_features_of_later_scenes_come_after_those_of_earlier_ones() -> None:
    one = Scene("one", (Node(box(), features=rows(1)),), (Feature("A"), Feature("B")))
    two = Scene("two", (Node(box(), at(5)[None], features=rows(0)), Node(box())), (Feature("C"),))
    soup = flatten([one, two])
    owners = [soup.names[row].booth if row >= 0 else None for row in soup.features[::24]]
    assert owners == ["B", "C", None]


def test_only_what_was_baked_has_light() -> None:
    dark, white = box(), np.ones((24, 3), np.float32)
    lit = Node(box(), light=np.array([[0, 0.5, 0, 1]], np.float32))
    nodes = (Node(dark), lit, Node(box(material=Material("m", texture=picture("red")))))
    soup = flatten([Scene("s", nodes)])
    assert [surface.baked for surface in soup.surfaces] == [False, True, False]
    up = soup.normals[24:48, 1] > 0.5
    assert soup.irradiance[24:48][up] == pytest.approx(1.5 * white[:4])
    assert (soup.irradiance[:24] == 0).all()


def test_colours_are_those_of_vertices_times_those_of_materials() -> None:
    half = np.full((24, 4), 0.5, np.float32)
    mesh = box(material=Material("m", (0.2, 0.4, 0.6, 1.0)))
    painted = Node(
        type(mesh)("p", mesh.material, mesh.positions, mesh.normals, mesh.triangles, colors=half)
    )
    soup = flatten([Scene("s", (Node(mesh), painted))])
    assert soup.colors[0] == pytest.approx([0.2, 0.4, 0.6, 1.0])
    assert soup.colors[24] == pytest.approx([0.1, 0.2, 0.3, 0.5])


def test_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to see"):
        flatten([Scene("empty", ())])
