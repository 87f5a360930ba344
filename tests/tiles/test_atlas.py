"""Pictures of a level in one, and light at vertices in place of a lightmap."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from hallgen.scene import Material, Mesh, Node, Scene, at_vertices
from hallgen.tiles.atlas import pictures_only, with_one_picture
from tests.support.scenes import box, picture

#: A quad that shows all of a picture, its upper left corner first.
CORNERS = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)


def shown(color: str, uvs: np.ndarray = CORNERS) -> Mesh:
    return Mesh(
        color,
        Material(color, texture=picture(color)),
        positions=np.array([[0, 1, 0], [1, 1, 0], [1, 0, 0], [0, 0, 0]], np.float32),
        normals=np.tile(np.array([0, 0, 1], np.float32), (4, 1)),
        triangles=np.array([[0, 2, 1], [0, 3, 2]], np.uint32),
        uvs=uvs,
    )


def colors_at(mesh: Mesh) -> np.ndarray:
    """What of its picture a quad shows in its middle."""
    texture = mesh.material.texture
    assert texture is not None
    assert mesh.uvs is not None
    pixels = np.asarray(Image.open(io.BytesIO(texture.data)).convert("RGB"))
    u, v = mesh.uvs.mean(axis=0)
    return pixels[int(v * texture.height), int(u * texture.width)].astype(float)


def test_each_mesh_still_shows_its_own_picture_half_as_large() -> None:
    scene = Scene("two", (Node(shown("red")), Node(shown("blue"))))
    red, blue = (node.mesh for node in with_one_picture(scene, 0.5).nodes)
    assert red.material.texture is blue.material.texture
    # A picture that is lossy: its colours are those of the two within a few steps.
    assert colors_at(red) == pytest.approx([255, 0, 0], abs=6)
    assert colors_at(blue) == pytest.approx([0, 0, 255], abs=6)
    texture, before = red.material.texture, scene.nodes[0].mesh.material.texture
    assert texture is not None
    assert before is not None
    assert red.uvs is not None
    assert np.ptp(red.uvs[:, 0]) * texture.width == pytest.approx(before.width / 2, abs=1)


def test_a_pattern_stays_a_picture_of_its_own() -> None:
    scene = Scene("floor", (Node(shown("red")), Node(shown("green", CORNERS * 7))))
    _, floor = with_one_picture(scene, 0.25).nodes
    assert floor.mesh is scene.nodes[1].mesh


def test_only_pictures_are_laid_over_pictures() -> None:
    scene = Scene("booth", (Node(shown("red")), Node(box())))
    (node,) = pictures_only(scene, 0.5).nodes
    assert node.mesh.positions[:, 2] == pytest.approx([0.5] * 4)
    assert node.mesh.material is scene.nodes[0].mesh.material


def test_the_light_of_a_sheet_goes_to_vertices() -> None:
    sheet = np.zeros((8, 8), np.float32)
    sheet[:, 4:] = 1.0
    lit = replace(
        shown("red"),
        light_uvs=CORNERS,
        irradiance=np.full((4, 3), 0.25, np.float32),
    )
    (node,) = at_vertices(Scene("lit", (Node(lit),)), sheet).nodes
    assert node.mesh.light_uvs is None
    assert node.mesh.irradiance is not None
    left, right = node.mesh.irradiance[[0, 3]], node.mesh.irradiance[[1, 2]]
    assert left == pytest.approx(0.25)
    assert right == pytest.approx(1.25)
