"""Fewer sides of pictures that are bent round."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallgen.scene import Material, Mesh, Node, Scene, distant
from hallgen.scene.strips import straightened
from tests.support.scenes import picture

RADIUS, SIDES = 4.0, 48


def ring(pictures: int, part: float = 1.0) -> Mesh:
    """Part of a round header that shows its picture so many times, as quads of their own."""
    angles = np.linspace(0, 2 * np.pi * part, SIDES + 1)
    around = np.stack([RADIUS * np.sin(angles), RADIUS * np.cos(angles)], axis=1)
    positions, uvs = [], []
    for n in range(SIDES):
        start = n % (SIDES // pictures)
        u = np.array([start, start + 1]) * pictures / SIDES
        for at, y in ((0, 5), (1, 5), (1, 6), (0, 6)):
            x, z = around[n + at]
            positions.append([x, y, z])
            uvs.append([u[at], 6 - y])
    first = np.arange(0, 4 * SIDES, 4)[:, None]
    normals = np.array(positions) * [1 / RADIUS, 0, 1 / RADIUS]
    return Mesh(
        "ring",
        Material("header", emissive_texture=picture("red")),
        np.array(positions, np.float32),
        normals.astype(np.float32),
        np.concatenate([first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))]).astype(
            np.uint32
        ),
        uvs=np.array(uvs, np.float32),
    )


@pytest.mark.parametrize(("pictures", "part"), [(1, 1.0), (4, 1.0), (1, 0.4)])
def test_a_ring_has_twelve_sides_and_its_whole_picture(pictures: int, part: float) -> None:
    mesh = ring(pictures, part)
    found = straightened(mesh, mesh.triangles)
    assert len(found) == 24
    a, b, c = (mesh.positions[corner].astype(float) for corner in found.T)
    across = np.cross(b - a, c - a)
    assert (np.einsum("ij,ij->i", across, mesh.normals[found[:, 0]]) > 0).all()
    around = 2 * np.pi * part * RADIUS
    assert np.linalg.norm(across, axis=1).sum() / 2 == pytest.approx(around, rel=0.02)
    assert mesh.uvs is not None
    # Along every side the picture goes on as it did: u rises by 4 sides of 48.
    u = np.ptp(mesh.uvs[found][:, :, 0], axis=1)
    assert u == pytest.approx(4 * pictures / SIDES)


def test_what_is_no_upright_strip_stays_as_it_is() -> None:
    mesh = ring(1)
    assert mesh.uvs is not None
    tilted = replace(mesh, positions=mesh.positions + mesh.uvs[:, :1] * np.float32([0, 1, 0]))
    for other in (replace(mesh, uvs=None), tilted):
        assert np.array_equal(straightened(other, other.triangles), other.triangles)
    few = mesh.triangles[[0, 1, SIDES, SIDES + 1]]
    assert np.array_equal(straightened(mesh, few), few)


def test_a_round_header_is_seen_from_afar() -> None:
    found = distant(Scene("round", (Node(ring(4)),)), 30)
    assert [len(node.mesh.triangles) for node in found.nodes] == [24]
