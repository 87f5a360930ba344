"""Halls of any size and outline: within budget, closed but for their gates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from hallgen.diagnostics import Diagnostics
from hallgen.kit.assembly import Assembly
from hallgen.kit.halls.hall import assemble_hall
from hallgen.kit.plots import distances, within
from hallgen.layout import lay_out
from hallgen.model import (
    Booth,
    BoothKind,
    Fair,
    FairIndex,
    Gate,
    Hall,
    HallLayout,
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
    booths = tuple(
        Booth(
            id=f"b{k}",
            number=f"{k}",
            hall="h",
            outline=Polygon(outer=tuple((x + 6 + 3 * k, y + 8) for x, y in rectangle(3, 3))),
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
        columns=(Polygon(outer=tuple((x + 14, y + 15) for x, y in rectangle(0.8, 0.8))),),
    )
    fair = Fair(
        id="f",
        name=Text.of(en="Fair"),
        folder=Path(),
        languages=("en",),
        halls=(hall,),
        zones=(Zone(id="z", name=Text.of(en="Zone")),),
    )
    layout = lay_out(hall, Diagnostics())
    return assemble_hall(hall, layout, FairIndex(fair)), layout


@pytest.mark.parametrize(
    ("outline", "height", "budget"),
    [
        (rectangle(20, 20), 3.2, 20_000),
        (rectangle(20, 20), 9.0, 20_000),
        (rectangle(66, 48), 13.0, 40_000),
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
