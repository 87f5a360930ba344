"""Halls of any size and outline: within budget, closed but for their gates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from hallgen.diagnostics import Diagnostics
from hallgen.kit.assembly import Assembly
from hallgen.kit.halls.gates import lobby_depth, with_openings
from hallgen.kit.halls.hall import assemble_hall, build_hall
from hallgen.kit.halls.shell import Roof, shell_of
from hallgen.kit.halls.visitors import visitors
from hallgen.kit.people import Doing
from hallgen.kit.plots import distances, within
from hallgen.layout import lay_out
from hallgen.model import (
    Aisle,
    Area,
    AreaKind,
    Booth,
    BoothKind,
    Fair,
    FairIndex,
    Gate,
    Hall,
    HallLayout,
    Point,
    Polygon,
    Ring,
    Text,
    Zone,
)
from tests.kit.synthetic import PLACE, plain_atlas, rectangle

#: How far a gate's lobby, and what is seen through its glass, reach out of the hall in metres.
_LOBBY, _OUTLOOK = 5.0, 7.0

_L: Ring = ((0, 0), (60, 0), (60, 30), (36, 30), (36, 54), (0, 54))
_SKEW: Ring = ((0, 0), (50, 6), (44, 40), (-4, 30))


def built(
    outline: Ring, height: float, gates: tuple[Gate, ...] = ()
) -> tuple[Assembly, HallLayout]:
    hall, layout, index = laid_out(outline, height, gates)
    return assemble_hall(hall, layout, index)[0], layout


def laid_out(
    outline: Ring,
    height: float,
    gates: tuple[Gate, ...] = (),
    areas: tuple[Area, ...] = (),
    corner: Point = (6.0, 8.0),
) -> tuple[Hall, HallLayout, FairIndex]:
    """A hall with two booths of 3 x 3 m beside each other at a corner, and a column beyond."""
    booths = tuple(
        Booth(
            id=f"b{k}",
            number=f"{k}",
            hall="h",
            outline=Polygon(outer=shifted(rectangle(3, 3), corner[0] + 3 * k, corner[1])),
            kind=BoothKind.SHELL,
            place=PLACE,
            zone="z",
        )
        for k in range(2)
    )
    hall = Hall(
        id="h",
        name=Text.of(en="Hall"),
        outline=Polygon(outer=outline),
        height=height,
        booths=booths,
        place=PLACE,
        zones=("z",),
        gates=gates,
        areas=areas,
        columns=(Polygon(outer=shifted(rectangle(0.8, 0.8), corner[0] + 8, corner[1] + 7)),),
    )
    fair = Fair(
        id="f",
        name=Text.of(en="Fair"),
        folder=Path(),
        languages=("en",),
        halls=(hall,),
        zones=(Zone(id="z", name=Text.of(en="Zone")),),
    )
    return hall, lay_out(hall, Diagnostics()), FairIndex(fair)


def shifted(ring: Ring, x: float, y: float) -> Ring:
    return tuple((px + x, py + y) for px, py in ring)


@pytest.mark.parametrize(
    ("outline", "height", "budget"),
    [
        (rectangle(20, 20), 3.2, 10_000),
        (rectangle(20, 20), 9.0, 20_000),
        (rectangle(66, 48), 13.0, 25_000),
        (_L, 12.0, 40_000),
        (_SKEW, 8.0, 40_000),
        (rectangle(270, 108), 13.0, 200_000),
        (rectangle(108, 270), 32.0, 200_000),
    ],
)
def test_a_hall_of_any_size(outline: Ring, height: float, budget: int) -> None:
    assembly, layout = built(outline, height)
    scene = assembly.scene(plain_atlas(assembly.wanted), "hall")
    assert sum(len(n.mesh.triangles) * len(n.placements) for n in scene.nodes) <= budget
    assert len({node.mesh.material for node in scene.nodes}) <= 15
    # What is placed many times is an instance: the arrays themselves stay small.
    assert sum(len(node.mesh.triangles) for node in scene.nodes) <= 12_000
    for node in scene.nodes:
        for matrix in node.placements[:: max(1, len(node.placements) // 40)]:
            points = node.mesh.positions @ matrix[:3, :3].T + matrix[:3, 3]
            assert points[:, 1].min() > -1e-3
            assert points[:, 1].max() < height + 0.1
            ground = np.stack([points[:, 0], -points[:, 2]], axis=1)
            out = ~within(ground, outline) & ~in_a_lobby(ground, layout)
            # Diagonals and flanges at an oblique wall reach over it by half a truss's width.
            assert distances(ground[out], outline).max(initial=0) < 1.0, node.mesh.name


def in_a_lobby(points: NDArray[np.float64], layout: HallLayout) -> NDArray[np.bool_]:
    """Which points are behind a gate, as far as its lobby and its outlook may reach."""
    reach = [
        np.linalg.norm(points - np.array(gate.position), axis=1) < gate.width / 2 + _OUTLOOK
        for gate in layout.gates
    ]
    return np.asarray(np.any(reach, axis=0))


def test_walls_stop_a_visitor_but_at_gates() -> None:
    gate = Gate(id="g", name=Text.of(en="South"), position=(30.0, 0.0), width=6.0)
    assembly, _ = built(rectangle(60, 40), 12.0, (gate,))
    around = [(30 + 8 * s, 0.0) for s in (-1, 1)] + [(0.0, 20.0), (60.0, 20.0), (30.0, 40.0)]
    for point in around:
        assert blocked(assembly, point)
    assert not blocked(assembly, (30.0, 0.0))
    assert not blocked(assembly, (30.0, -1.0))
    assert not blocked(assembly, (30.0, -_LOBBY + 0.5))
    assert blocked(assembly, (30.0, -_LOBBY - 0.1))
    for side in (-3.1, 3.1):
        assert blocked(assembly, (30.0 + side, -2.0))


def test_columns_stop_a_visitor() -> None:
    assembly, _ = built(rectangle(60, 40), 12.0)
    assert blocked(assembly, (14.4, 15.4))


def blocked(assembly: Assembly, point: tuple[float, float]) -> bool:
    """Whether a visitor of 0.25 m radius at a point touches an obstacle."""
    at = np.array([point])
    return any(
        bool(within(at, ring)[0]) or distances(at, ring)[0] < 0.25 for ring in assembly.obstacles
    )


def test_a_hall_shows_its_name_its_zones_and_its_exits() -> None:
    assembly, _ = built(rectangle(60, 40), 12.0)
    kinds = {graphic.kind.value for graphic in assembly.wanted}
    assert {"hall-banner", "zone-banner", "exit-sign"} <= kinds


def test_a_hall_is_built_the_same_every_time() -> None:
    one, other = (built(_L, 12.0)[0].scene(None, "hall") for _ in range(2))
    for a, b in zip(one.nodes, other.nodes, strict=True):
        assert a.mesh.positions.tobytes() == b.mesh.positions.tobytes()
        assert a.placements.tobytes() == b.placements.tobytes()


@settings(deadline=None, max_examples=25)
@given(
    width=st.floats(10, 40),
    depth=st.floats(8, 40),
    height=st.floats(2.8, 20),
    skew=st.floats(-2, 2),
)
def test_a_hall_of_any_measures_is_built(
    width: float, depth: float, height: float, skew: float
) -> None:
    outline = ((0.0, 0.0), (width, 0.0), (width + skew, depth), (skew, depth))
    hall, layout, index = laid_out(outline, height, corner=(0.8, 1.0))
    assembly, _ = assemble_hall(hall, layout, index)
    for node in assembly.scene(plain_atlas(assembly.wanted), "hall").nodes:
        assert np.isfinite(node.mesh.positions).all()
        assert np.isfinite(node.mesh.normals).all()
        assert np.isfinite(node.placements).all()


@pytest.mark.parametrize(
    ("outline", "height", "columns", "roof"),
    [
        (rectangle(20, 20), 3.2, False, Roof.FLAT),
        (rectangle(50, 20), 9.0, False, Roof.PORTAL),
        (rectangle(66, 48), 13.0, False, Roof.TRUSS),
        (rectangle(150, 90), 14.0, False, Roof.SPACE_FRAME),
        (rectangle(150, 90), 14.0, True, Roof.TRUSS),
    ],
)
def test_the_span_chooses_the_structure(
    outline: Ring, height: float, columns: bool, roof: Roof
) -> None:
    hall, layout, _ = laid_out(outline, height)
    hall = hall if columns else hall.model_copy(update={"columns": ()})
    assert shell_of(hall, layout).roof is roof


def test_trusses_stand_over_the_columns_of_the_walls() -> None:
    hall, layout, index = laid_out(rectangle(66, 48), 13.0)
    assembly, _ = assemble_hall(hall, layout, index)
    nodes = assembly.scene(None, "hall").nodes
    columns = [m for n in nodes if n.mesh.name.startswith("pilaster") for m in n.placements]
    feet = np.array([(matrix[0, 3], -matrix[2, 3]) for matrix in columns])
    ends = [end for line in shell_of(hall, layout).frames() for end in line]
    (gate,) = (np.array(gate.position) for gate in layout.gates)
    beside = [end for end in ends if np.linalg.norm(gate - end) > 4.0]  # in a gate stands none
    assert len(beside) >= 8
    for end in beside:
        assert np.linalg.norm(feet - np.array(end), axis=1).min() < 0.1


def test_ducts_keep_beside_the_main_aisle() -> None:
    hall, layout, index = laid_out(rectangle(66, 48), 13.0)
    middle = Aisle(start=(2.0, 36.0), end=(64.0, 36.0), width=6.0, main=True)
    layout = layout.model_copy(update={"aisles": (middle,)})
    assembly, _ = assemble_hall(hall, layout, index)
    ducts = [n for n in assembly.scene(None, "hall").nodes if n.mesh.name.startswith("duct,")]
    across = [-float(matrix[2, 3]) for node in ducts for matrix in node.placements]
    assert across
    assert all(abs(y - 36.0) >= 4.9 for y in across)


def test_a_wing_of_the_hall_is_no_lobby() -> None:
    """A gate between two wings has the hall itself outside: its lobby is less deep."""
    gate = Gate(id="g", name=Text(), position=(36.0, 33.0), width=4.0)
    _, layout, _ = laid_out(_L, 12.0, (gate,))
    sides = with_openings(layout.gates, layout.outline.outer)
    ((edge, (opening,)),) = [(edge, found) for edge, found in sides if found]
    assert lobby_depth(layout.outline.outer, edge, opening) == 5.0
    u_shape: Ring = (
        (0, 0), (60, 0), (60, 40), (34, 40), (34, 20), (30, 20), (30, 40), (0, 40)
    )  # fmt: skip
    gate = Gate(id="g", name=Text(), position=(30.0, 30.0), width=4.0)
    _, layout, _ = laid_out(u_shape, 12.0, (gate,))
    sides = with_openings(layout.gates, layout.outline.outer)
    ((edge, (opening,)),) = [(edge, found) for edge, found in sides if found]
    assert lobby_depth(layout.outline.outer, edge, opening) < 4.0


_AREA = Polygon(outer=shifted(rectangle(16, 9), 30, 20))


@pytest.mark.parametrize(
    ("kind", "name", "slot", "working"),
    [
        (AreaKind.STAGE, "Forum", "stage/0", Doing.SPEAK),
        (AreaKind.LOUNGE, "Café", "area/0", Doing.HOST),
        (AreaKind.LOUNGE, "Lounge", "area/0", Doing.SIT),
        (AreaKind.FACILITY, "Information", "area/0", Doing.HOST),
        (AreaKind.ENTRANCE, "Registration", "area/0", Doing.HOST),
    ],
)
def test_an_area_is_furnished_within_its_outline(
    kind: AreaKind, name: str, slot: str, working: Doing
) -> None:
    area = Area(kind=kind, name=Text.of(en=name), outline=_AREA)
    hall, layout, index = laid_out(rectangle(60, 40), 12.0, areas=(area,))
    bare = assemble_hall(hall.model_copy(update={"areas": ()}), layout, index)[0]
    assembly, posts = assemble_hall(hall, layout, index)
    furniture = [ring for ring in assembly.obstacles if ring not in bare.obstacles]
    assert furniture
    for ring in furniture:
        points = np.array(ring)
        assert (within(points, _AREA.outer) | (distances(points, _AREA.outer) < 0.01)).all()
    assert slot in {graphic.slot for graphic in assembly.wanted}
    assert working in {post.doing for post in posts}


def test_people_stand_where_nobody_is_in_the_way() -> None:
    hall, layout, index = laid_out(rectangle(66, 48), 13.0)
    aisles = tuple(
        Aisle(start=(3.0, y), end=(63.0, y), width=width, main=width > 5)
        for y, width in ((4.0, 6.0), (20.0, 6.0), (30.0, 3.5), (40.0, 1.5))
    )
    layout = layout.model_copy(update={"aisles": aisles})
    assembly, posts = assemble_hall(hall, layout, index)
    found = visitors(hall, layout, assembly.obstacles, posts)
    assert 12 <= len(found) <= 120
    assert {Doing.WALK, Doing.TALK} <= {post.doing for post in found}
    at = np.array([post.at for post in found])
    for ring in (*assembly.obstacles, *(booth.outline.outer for booth in hall.booths)):
        assert not within(at, ring).any()
        assert distances(at, ring).min() > 0.4
    assert not (np.abs(at[:, 1] - 40.0) < 0.75).any()  # a narrow aisle stays free
    gaps = np.linalg.norm(at[:, None] - at[None], axis=2) + 9 * np.eye(len(at))
    assert gaps.min() > 0.7
    assert found == visitors(hall, layout, assembly.obstacles, posts)


def test_people_are_a_scene_of_their_own_and_no_obstacles() -> None:
    hall, layout, index = laid_out(rectangle(66, 48), 13.0)
    aisle = Aisle(start=(3.0, 20.0), end=(63.0, 20.0), width=6.0, main=True)
    layout = layout.model_copy(update={"aisles": (aisle,)})
    built_hall = build_hall(hall, layout, index)
    assert built_hall.people.features == ()
    assert len(built_hall.people.nodes) > 3
    assembly, _ = assemble_hall(hall, layout, index)
    assert built_hall.obstacles == tuple(assembly.obstacles)
