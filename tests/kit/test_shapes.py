"""Mesh builders: closed, the right way out, of the size they say."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.kit.assembly import turned
from hallgen.kit.finishes import ALU, WOOD, linear
from hallgen.kit.shapes import (
    box,
    cylinder,
    floor,
    lathe,
    merged,
    moved,
    pitted,
    placement,
    prism,
    sheet,
    tube,
)
from hallgen.scene import Mesh

#: Positions are rounded to 32 bits; volumes of some cubic metres are right to a few parts in 1e6.
_CLOSE = 1e-4

sizes = st.floats(0.1, 5.0)


def volume(mesh: Mesh) -> float:
    """Of a closed mesh, positive when its triangles look outward (divergence theorem)."""
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    return float((np.cross(a, b) * c).sum() / 6)


def assert_closed(mesh: Mesh) -> None:
    """Every edge is run once each way, when vertices at one place are taken for one."""
    _, welded = np.unique(mesh.positions.round(5), axis=0, return_inverse=True)
    triangles = welded.ravel()[mesh.triangles]
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    there = {tuple(e) for e in edges.tolist()}
    assert len(there) == len(edges)
    assert {(b, a) for a, b in there} == there


@settings(max_examples=30, deadline=None)
@given(sizes, sizes, sizes, st.sampled_from([0.0, 0.002, 0.04]))
def test_a_box_is_closed_and_stands_on_the_floor(
    width: float, height: float, depth: float, bevel: float
) -> None:
    mesh = box(ALU, width, height, depth, bevel)
    assert_closed(mesh)
    assert np.allclose(mesh.positions.min(axis=0), [-width / 2, 0, -depth / 2], atol=_CLOSE)
    assert np.allclose(mesh.positions.max(axis=0), [width / 2, height, depth / 2], atol=_CLOSE)
    full = width * height * depth
    # A bevel takes half its square off each of the twelve edges, at most.
    edges = 4 * (width + height + depth)
    assert full - edges * bevel**2 / 2 - _CLOSE <= volume(mesh) <= full + _CLOSE


def test_other_bodies_are_closed() -> None:
    ring = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 0.5), (0.0, 2.0))
    bodies = [
        (prism(ALU, ring, 0.5, 1.5), 2.5),
        (cylinder(ALU, 1.0, 2.0, 64), 2 * math.pi),
        (cylinder(ALU, 0.5, 1.0, 64, bevel=0.02), math.pi / 4),
        (tube(ALU, [(0, 0, 0), (2, 0, 0)], 0.1, 32), 2 * math.pi * 0.01),
        (tube(ALU, [(0, 0, 0), (2, 0, 0), (2, 2, 0), (2, 2, 2)], 0.1, 32), 6 * math.pi * 0.01),
        (lathe(ALU, [(0, 0), (1, 0), (0, 1)], 64), math.pi / 3),
    ]
    for mesh, expected in bodies:
        assert_closed(mesh)
        # Many-sided for round, and bends cut short or long: within 4 %.
        assert volume(mesh) == pytest.approx(expected, rel=0.04)


@settings(max_examples=30, deadline=None)
@given(st.integers(3, 9), st.floats(0.8, 3.0), st.booleans())
def test_a_floor_keeps_its_area_when_refined(corners: int, cell: float, hole: bool) -> None:
    ring = tuple(
        (4 * math.cos(2 * math.pi * k / corners), 4 * math.sin(2 * math.pi * k / corners))
        for k in range(corners)
    )
    holes = (((0.5, 0.5), (0.5, -0.5), (-0.5, -0.5), (-0.5, 0.5)),) if hole else ()
    area = corners / 2 * 16 * math.sin(2 * math.pi / corners) - (1.0 if hole else 0.0)
    mesh = floor(WOOD, ring, 0.25, holes, cell)
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    up = np.cross(b - a, c - a)[:, 1] / 2
    assert (up > 0).all()
    assert up.sum() == pytest.approx(area, rel=1e-4)
    for p, q in ((a, b), (b, c), (c, a)):
        assert np.linalg.norm(q - p, axis=1).max() <= cell + _CLOSE
    assert np.allclose(mesh.positions[:, 1], 0.25)
    # No vertex lies inside another triangle's edge: every inner edge is shared.
    edges = np.sort(mesh.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    _, counts = np.unique(edges, axis=0, return_counts=True)
    assert counts.max() <= 2


def test_a_sheet_is_seen_from_where_right_is_right() -> None:
    mesh = sheet(ALU, (0, 0, 0), (2, 0, 0), (0, 1, 0), uv=(0.1, 0.2, 0.5, 0.6))
    assert np.allclose(mesh.normals, [0, 0, 1])
    assert mesh.uvs is not None
    top_left = np.flatnonzero((mesh.positions == [0, 1, 0]).all(axis=1))[0]
    assert np.allclose(mesh.uvs[top_left], [0.1, 0.2])


@settings(max_examples=40, deadline=None)
@given(st.floats(-9, 9), st.floats(-9, 9), st.floats(-360, 360))
def test_footprints_and_placements_agree(x: float, y: float, turn: float) -> None:
    matrix = placement(x, y, 0.5, turn)
    ring = ((1.0, 0.0), (0.0, 2.0))
    for (px, py), (qx, qy) in zip(ring, turned(ring, x, y, turn), strict=True):
        point = matrix @ np.array([px, 0, -py, 1])
        assert point[:3] == pytest.approx([qx, 0.5, -qy], abs=1e-9)


@pytest.mark.parametrize("turn", [0.0, 90.0, 200.0])
def test_a_pit_leaves_a_body_closed_and_takes_its_own_volume(turn: float) -> None:
    place = placement(0.1, -0.2, 0.3)
    wall = box(ALU, 2.0, 1.0, 0.4, 0.01)
    turned_ = placement(3, 4, 5, turn)
    mesh = pitted(moved(wall, turned_), turned_ @ place, 0.5, 0.4, 0.3)
    assert_closed(mesh)
    assert volume(mesh) == pytest.approx(volume(wall) - 0.5 * 0.4 * 0.3, abs=_CLOSE)
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    agree = np.cross(b - a, c - a) * mesh.normals[mesh.triangles].sum(axis=1)
    assert agree.sum(axis=1).min() > 0
    assert mesh.colors is not None
    assert wall.colors is not None
    assert np.allclose(mesh.colors[-4:, :3], wall.colors[0, :3] * 0.3)


def test_a_pit_goes_through_a_plate_that_it_is_deeper_than() -> None:
    plate = box(ALU, 2.0, 1.0, 0.4)
    place = placement(0.1, -0.2, 0.3)
    mesh = pitted(plate, place, 0.5, 0.4, 0.6)
    # Both faces lose the mouth; a bottom comes, and four walls.
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    areas = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    expected = 2 * (2.0 * 1.0 + 2.0 * 0.4 + 1.0 * 0.4) - 0.2 + 0.6 * 2 * (0.5 + 0.4)
    assert areas.sum() == pytest.approx(expected, abs=_CLOSE)
    with pytest.raises(ValueError, match="no flat face"):
        pitted(plate, place, 2.5, 0.4, 0.6)


def test_moving_keeps_normals_upright_under_a_scale() -> None:
    mesh = moved(cylinder(ALU, 1, 1, 24), placement(1, 2, 3, 40, (4, 1, 1)))
    # 32-bit unit vectors.
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5)
    assert volume(mesh) == pytest.approx(4 * math.pi, rel=0.02)


def test_merging_fills_in_what_is_missing_and_refuses_a_mix() -> None:
    plain = box(ALU, 1, 1, 1)
    with pytest.raises(ValueError, match="one material"):
        merged([plain, box(WOOD, 1, 1, 1)])
    both = merged([box(WOOD, 1, 1, 1), box(WOOD, 2, 1, 1)])
    assert both.uvs is not None
    assert len(both.uvs) == len(both.positions)
    assert volume(both) == pytest.approx(3)


def test_colours_become_linear() -> None:
    assert linear("#ffffff") == pytest.approx((1, 1, 1))
    # IEC 61966-2-1: sRGB 128 is 0.2158605.
    assert linear("#800000") == pytest.approx((0.2158605, 0, 0), abs=1e-6)
