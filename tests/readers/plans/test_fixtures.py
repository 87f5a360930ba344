"""Walls, the hall's outline, columns, gates and areas of drawings."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.model import Plan
from tests.readers.plans.drawings import THREE, box, read, svg, svg_booths

LAYERS = {
    name: [name] for name in ("walls", "outline", "columns", "gates", "areas", "labels", "ignore")
}
BOOTHS = f'<g transform="translate(10 10)">{svg_booths(THREE)}</g>'


def plan_of(path: Path, faults: list[str], *, layers: list[str], **parts: str) -> Plan:
    body = BOOTHS + "".join(f'\n<g id="{name}">{drawn}</g>' for name, drawn in parts.items())
    found, told = read(
        svg(path / "a.svg", body), scale=1, layers={name: LAYERS[name] for name in layers}
    )
    assert found is not None
    assert told == faults
    assert {booth.number for booth in found.booths} == set(THREE)
    return found


def test_an_outline_is_the_plans_origin(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, [], layers=["outline"], outline='<rect width="40" height="30"/>')
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 40, 30)
    # 10 m from the left and, on a sheet with y down, 22 m below its upper edge.
    assert plan.booths[0].outline.bounds == (10, 8, 13, 11)


@pytest.mark.parametrize(
    "drawn",
    [
        '<path d="M0 0H40V30H0Z" fill="none"/>',
        '<path d="M15 0H40V30H0V0H10" fill="none"/>',
        "".join(
            f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}"/>'
            for a, b, c, d in [(0, 0, 40, 0), (40, 0, 40, 30), (40, 30, 0, 30), (0, 30, 0, 0)]
        ),
    ],
)
def test_an_outline_of_lines_with_or_without_doors(tmp_path: Path, drawn: str) -> None:
    plan = plan_of(tmp_path, [], layers=["outline"], outline=drawn)
    assert plan.outline is not None
    # Lines stand for walls of 0.1 m where the outline has doors in it.
    assert box(plan.outline) == pytest.approx((0, 0, 40, 30), abs=0.11)


def test_two_outlines_and_none(tmp_path: Path) -> None:
    two = '<rect width="40" height="30"/><rect x="50" width="9" height="9"/>'
    plan = plan_of(tmp_path, ["H220:5"], layers=["outline"], outline=two)
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 40, 30)
    line = '<polyline points="0,0 40,0 40,30" fill="none"/>'
    assert plan_of(tmp_path, ["H220:None"], layers=["outline"], outline=line).outline is None


def test_walls_around_the_booths_make_the_outline(tmp_path: Path) -> None:
    walls = '<polygon points="0,0 18,0 18,.5 .5,.5 .5,30 0,30"/>'
    walls += '<polygon points="22,0 40,0 40,30 0,30 0,29.5 39.5,29.5 39.5,.5 22,.5"/>'
    gate = '<path d="M20 1l1 2h-2z"/>'
    plan = plan_of(tmp_path, [], layers=["walls", "gates"], walls=walls, gates=gate)
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 40, 30)
    assert len(plan.walls) == 2
    assert [(g.position, g.width) for g in plan.gates] == [((20, 30), 4)]


def test_walls_that_go_around_nothing_make_none(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, [], layers=["walls"], walls='<rect width="9" height=".2"/>')
    assert plan.outline is None


def test_lines_and_rooms_are_walls_of_a_tenth_of_a_metre(tmp_path: Path) -> None:
    walls = '<line x1="0" y1="0" x2="10" y2="0"/><rect x="20" width="10" height="10" fill="none"/>'
    plan = plan_of(tmp_path, [], layers=["walls"], walls=walls)
    room, line = plan.walls
    assert len(room.holes) == 1
    _, _, width, depth = box(line)
    assert (width, depth) == pytest.approx((10.1, 0.1), abs=0.001)


def test_columns_of_shapes_and_of_lines(tmp_path: Path) -> None:
    drawn = '<circle cx="1" cy="1" r=".5"/><path d="M5 5h1v1" fill="none"/>'
    drawn += '<path d="M6 6h-1v-1" fill="none"/>'
    plan = plan_of(tmp_path, [], layers=["columns"], columns=drawn)
    assert sorted(round(box(column)[2], 2) for column in plan.columns) == [1, 1]


def test_gates_of_shapes_lines_and_words(tmp_path: Path) -> None:
    gates = '<rect x="18" y="29" width="4" height="1"/><line x1="0" y1="5" x2="0" y2="11"/>'
    gates += '<text x="40" y="15" font-size=".1">East</text>'
    plan = plan_of(
        tmp_path,
        [],
        layers=["outline", "gates"],
        outline='<rect width="40" height="30"/>',
        gates=gates,
    )
    found = [(g.id, g.name.best(), g.width) for g in plan.gates]
    assert found == [("gate-1", "", 4), ("gate-2", "", 6), ("gate-3", "East", 3)]
    assert [g.position[:1] for g in plan.gates] == [(20,), (0,), (40,)]


def test_areas_are_named_by_what_is_written_in_them(tmp_path: Path) -> None:
    areas = '<rect x="30" width="9" height="9"/><text x="31" y="5" font-size="1">Forum</text>'
    plan = plan_of(tmp_path, [], layers=["areas"], areas=areas)
    assert [(area.kind, area.name.best()) for area in plan.areas] == [("stage", "Forum")]


def test_labels_on_their_own_layer_and_things_to_ignore(tmp_path: Path) -> None:
    body = svg_booths(THREE).replace("<text", '<text class="labels"')
    body += '<text x="1.4" y="11" font-size=".5">A9</text>'
    body += '<g class="legend"><rect x="50" width="1" height="1"/></g>'
    plan, faults = read(
        svg(tmp_path / "a.svg", body),
        scale=1,
        layers={"labels": ["LABELS"], "ignore": ["leg*"]},
    )
    assert plan is not None
    assert {booth.number for booth in plan.booths} == set(THREE)
    assert faults == ["H218:None"]  # a group's class is not what its shapes are called


def test_a_hall_of_known_size(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", BOOTHS)
    plan, faults = read(path, scale=1, size={"width": 40, "depth": 30})
    assert plan is not None
    assert faults == []
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 40, 30)
    assert plan.booths[0].outline.bounds == (10, 8, 13, 11)  # from the sheet's own corner
    plan, _ = read(path, scale=1, size={"width": 10, "depth": 14})
    assert plan is not None
    assert plan.booths[0].outline.bounds == (2, 1, 5, 4)  # around the middle of 6 x 12 m
    plan, faults = read(path, scale=1, size={"width": 5, "depth": 14})
    assert plan is not None
    assert (plan.outline, faults) == (None, ["H221:None"])
