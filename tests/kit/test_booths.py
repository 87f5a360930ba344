"""Every design on many plots: inside its outline, within its budget, open to visitors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import SHADOW
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.plots import Plot, distances, segment_distances, within
from hallgen.model import Booth, BoothKind, BoothLayout, FairIndex, Ring
from hallgen.scene import Scene
from tests.kit.synthetic import area_of, booth_case, designed, plain_atlas, rectangle

#: Positions are 32-bit: at 60 m from an origin they are right to 4 um; walls are inset by 4 mm.
_ROUNDING = 1e-4

#: The radius of a visitor in the viewer, in metres.
_VISITOR = 0.3
#: So much of an aisle along an open side is looked at, in metres.
_AISLE = 0.8

_L: Ring = ((0, 0), (9, 0), (9, 4), (4, 4), (4, 8), (0, 8))
_CUT: Ring = ((0, 0), (7, 0), (7, 4), (5, 6), (0, 6))
_TRIANGLE: Ring = ((0, 0), (6, 0), (0, 5))
_TRAPEZE: Ring = ((0, 0), (8, 0), (6, 6), (2, 6))

lengths = st.sampled_from([1.5, 2.0, 2.44, 3.0, 3.05, 4.0, 4.5, 6.0, 7.3, 9.0, 12.0])
outlines = st.one_of(
    st.builds(rectangle, lengths, lengths), st.sampled_from([_L, _CUT, _TRIANGLE, _TRAPEZE])
)
kinds = st.sampled_from(list(BoothKind))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Booth, BoothLayout, FairIndex]:
    outline = draw(outlines)
    first = draw(st.integers(0, len(outline) - 1))
    others = draw(st.sets(st.integers(0, len(outline) - 1)))
    sides = [first, *sorted(others - {first})]
    kind = draw(kinds)
    exhibitors = draw(st.integers(0, 6) if kind is BoothKind.PAVILION else st.integers(0, 1))
    return booth_case(
        outline,
        sides,
        kind,
        exhibitors,
        products=draw(st.integers(0, 5)),
        height=draw(st.sampled_from([4.0, 6.0, 12.0])),
        name=f"b{draw(st.integers(0, 9))}",
        words=draw(st.sampled_from(["robot", "tea", "machine tool", "servo motor", "book"])),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_a_booth_stays_inside_its_plot_and_lets_visitors_in(
    case: tuple[Booth, BoothLayout, FairIndex],
) -> None:
    stand = designed(*case)
    scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
    assert_sound(scene)
    assert_inside(scene, stand.plot, stand.clear_height)
    assert_obstacles_inside(stand)
    assert_enterable(stand)


@pytest.mark.parametrize("area", [54, 120, 200, 400])
@pytest.mark.parametrize("sides", [(0, 1, 2, 3), (0, 1), (0,)])
def test_large_raw_space(area: float, sides: tuple[int, ...]) -> None:
    width = round((area * 1.5) ** 0.5, 1)
    stand = designed(*booth_case(rectangle(width, area / width), sides, BoothKind.RAW))
    scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
    assert_sound(scene)
    assert_inside(scene, stand.plot, stand.clear_height)
    assert_obstacles_inside(stand)
    assert_enterable(stand)
    assert triangles(scene) <= 25_000


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("outline", "sides", "kind", "budget"),
    [
        (rectangle(3, 3), (0,), BoothKind.SHELL, 4_600),
        (rectangle(3, 3), (0, 1), BoothKind.SHELL, 4_600),
        (rectangle(6, 3), (0,), BoothKind.SHELL, 6_000),
        (rectangle(6, 6), (0, 1), BoothKind.RAW, 10_000),
        (rectangle(8, 6), (0,), BoothKind.RAW, 10_000),
        (rectangle(15, 12), (0, 1, 2, 3), BoothKind.RAW, 25_000),
    ],
)
def test_budgets(
    outline: Ring, sides: tuple[int, ...], kind: BoothKind, budget: int, seed: int
) -> None:
    stand = designed(*booth_case(outline, sides, kind, name=f"b{seed}"))
    scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
    assert triangles(scene) <= budget
    # Opaque kit materials, glass, shadow, and the three ways a picture is shown.
    assert len({node.mesh.material for node in scene.nodes}) <= 15


@pytest.mark.parametrize("kind", list(BoothKind))
def test_a_booth_is_built_the_same_every_time(kind: BoothKind) -> None:
    case = booth_case(rectangle(9, 6), (0, 1), kind, exhibitors=3)
    first, second = (designed(*case).assembly.scene(None, "booth") for _ in range(2))
    assert len(first.nodes) == len(second.nodes)
    for one, other in zip(first.nodes, second.nodes, strict=True):
        assert one.mesh.positions.tobytes() == other.mesh.positions.tobytes()
        assert one.placements.tobytes() == other.placements.tobytes()


@pytest.mark.parametrize("exhibitors", [0, 1])
@pytest.mark.parametrize("kind", [BoothKind.SHELL, BoothKind.RAW])
def test_neighbours_differ(kind: BoothKind, exhibitors: int) -> None:
    """Of a row of booths of one size, at least three different ones."""
    seen = set()
    for number in range(8):
        case = booth_case(rectangle(6, 3), (0,), kind, exhibitors, name=f"r{number}")
        scene = designed(*case).assembly.scene(None, "booth")
        seen.add(b"".join(n.mesh.positions.tobytes() + n.placements.tobytes() for n in scene.nodes))
    assert len(seen) >= 3


def test_a_pavilion_names_every_exhibitor() -> None:
    for exhibitors, (width, depth) in ((2, (6, 3)), (9, (12, 9)), (68, (21, 15)), (68, (6, 3))):
        case = booth_case(
            rectangle(width, depth), (0, 1, 2, 3), BoothKind.PAVILION, exhibitors, name="p"
        )
        stand = designed(*case)
        named = {g.subject for g in stand.assembly.wanted if g.kind == "unit-fascia"}
        assert named == {e.id for e in stand.exhibitors}


def test_a_joint_pavilion_looks_like_one() -> None:
    """Its booths have one frame and one carpet, whoever stands in them."""
    looks = set()
    for number in range(6):
        case = booth_case(rectangle(3, 3), (0,), BoothKind.PAVILION, 1, name=f"j{number}")
        scene = designed(*case).assembly.scene(None, "booth")
        (carpet,) = (n.mesh for n in scene.nodes if n.mesh.material.name == "carpet")
        frame = {n.mesh.material.name for n in scene.nodes} & {"wood"}
        assert carpet.colors is not None
        looks.add((carpet.colors.tobytes(), tuple(frame)))
    assert len(looks) == 1


def test_products_can_be_pointed_at() -> None:
    for kind, size in ((BoothKind.SHELL, 3), (BoothKind.RAW, 6), (BoothKind.RAW, 12)):
        stand = designed(*booth_case(rectangle(size, size), (0,), kind, products=3))
        scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
        assert scene.features[0].product == ""
        used = {int(f) for n in scene.nodes for f in np.unique(features_of(n))}
        products = {scene.features[f].product for f in used} - {""}
        assert products
        assert products <= {p.id for p in stand.products}


def test_controls_of_machines_show_one_picture() -> None:
    stand = designed(*booth_case(rectangle(12, 9), (0, 1, 2), BoothKind.RAW, words="CNC lathe"))
    (control,) = (g for g in stand.assembly.wanted if g.kind is GraphicKind.CONTROL)
    scene = stand.assembly.scene(plain_atlas(stand.assembly.wanted), "booth")
    assert control.subject is None
    windows = [n for n in scene.nodes if n.mesh.name == "turning machine, glass"]
    assert sum(len(node.placements) for node in windows) > 1
    assert triangles(scene) <= 25_000


def features_of(node) -> NDArray[np.uint32]:  # type: ignore[no-untyped-def]
    return node.mesh.features if node.features is None else node.features


def triangles(scene: Scene) -> int:
    return sum(len(node.mesh.triangles) * len(node.placements) for node in scene.nodes)


def assert_sound(scene: Scene) -> None:
    """Unit normals, triangles that agree with them, UVs and features where they are needed."""
    for node in scene.nodes:
        mesh = node.mesh
        assert len(mesh.triangles)
        assert mesh.triangles.max() < len(mesh.positions)
        # 32-bit normals are of length 1 to about 1e-7; a few operations lie behind them.
        assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5), mesh.name
        a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
        across = np.cross(b - a, c - a)
        ahead = (across * mesh.normals[mesh.triangles].sum(axis=1)).sum(axis=1)
        assert (ahead > 0).all(), mesh.name
        if mesh.material.texture or mesh.material.emissive_texture:
            assert mesh.uvs is not None
        assert np.isfinite(mesh.positions).all()


def assert_inside(scene: Scene, plot: Plot, clear_height: float) -> None:
    for node in scene.nodes:
        if node.mesh.material is SHADOW:
            continue  # fades to nothing on the floor around what it belongs to
        for matrix in node.placements:
            points = node.mesh.positions @ matrix[:3, :3].T + matrix[:3, 3]
            ground = np.stack([points[:, 0], -points[:, 2]], axis=1)
            out = ~within(ground, plot.outline) & (distances(ground, plot.outline) > _ROUNDING)
            assert not out.any(), (node.mesh.name, ground[out][:3], plot.outline)
            assert points[:, 1].min() > -_ROUNDING, node.mesh.name
            assert points[:, 1].max() < clear_height, node.mesh.name


def assert_obstacles_inside(stand: Stand) -> None:
    for ring in stand.assembly.obstacles:
        points = np.array(ring)
        away = distances(points, stand.plot.outline)
        assert (within(points, stand.plot.outline) | (away < _ROUNDING)).all()
        assert area_of(ring) > 0


def assert_enterable(stand: Stand) -> None:
    """From every open side at least 1 m wide a visitor reaches nearly all of the free floor, also
    by the aisle along another open side.

    A raster of 5 cm, so a way may seem up to 7 cm narrower than it is. What is not reached are
    gaps between chairs and table, or behind a counter: at most a fifth, and two fifths of what
    is smaller than any booth on offer (6 m2).
    """
    plot, step = stand.plot, 0.05 if stand.plot.area < 60 else 0.12
    x0, y0, x1, y1 = plot.bounds
    xs = np.arange(x0 - _AISLE + step / 2, x1 + _AISLE, step)
    ys = np.arange(y0 - _AISLE + step / 2, y1 + _AISLE, step)
    grid = np.stack([g.ravel() for g in np.meshgrid(xs, ys)], axis=1)
    away = np.full(len(grid), np.inf)
    for ring in stand.assembly.obstacles:
        away = np.minimum(away, np.where(within(grid, ring), 0, distances(grid, ring)))
    for edge in plot.closed_edges:
        away = np.minimum(away, segment_distances(grid, edge.start, edge.end))
    inside = within(grid, plot.outline)
    to_open, to_closed = (
        np.min(
            [np.full(len(grid), np.inf), *(segment_distances(grid, e.start, e.end) for e in of)], 0
        )
        for of in (plot.open_edges, plot.closed_edges)
    )
    aisle = ~inside & (to_open < _AISLE) & (to_open < to_closed)
    standing = (inside | aisle) & (away >= _VISITOR)
    free = standing & inside
    assert free.any(), "nobody can stand in this booth"
    reached = _largest(standing.reshape(len(ys), len(xs))).ravel() & inside
    assert reached.sum() >= (0.8 if plot.area >= 6 else 0.6) * free.sum()
    for edge in plot.open_edges:
        if edge.length < 1.0:
            continue
        near = segment_distances(grid, edge.start, edge.end) < _VISITOR + 2 * step
        assert (near & reached).any(), (edge, plot.outline)


def _largest(free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The largest connected part."""
    best, seen = np.zeros_like(free), np.zeros_like(free)
    while (left := free & ~seen).any():
        part = _flood(free, int(np.flatnonzero(left)[0]))
        seen |= part
        best = part if part.sum() > best.sum() else best
    return best


def _flood(free: NDArray[np.bool_], start: int) -> NDArray[np.bool_]:
    reached = np.zeros_like(free)
    reached.flat[start] = True
    while True:
        grown = reached.copy()
        grown[1:] |= reached[:-1]
        grown[:-1] |= reached[1:]
        grown[:, 1:] |= reached[:, :-1]
        grown[:, :-1] |= reached[:, 1:]
        grown &= free
        if (grown == reached).all():
            return reached
        reached = grown
