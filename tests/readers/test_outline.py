"""The hall around what is drawn, where nobody drew one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Gate, Plan, PlannedBooth, Point, Polygon, Text
from hallgen.readers.fair_file import PlanSource, Size
from hallgen.readers.outline import with_outline
from hallgen.readers.plans import read_plan


def plan(gate: Point) -> Plan:
    """A booth of 20 x 10 m in the middle of nothing, and a gate."""
    floor = Polygon(outer=((0, 0), (20, 0), (20, 10), (0, 10)))
    return Plan(
        hall="1",
        booths=(PlannedBooth(number="A1", outline=floor, place=Place("plan.svg")),),
        gates=(Gate(id="g", name=Text(), position=gate, width=3),),
    )


@pytest.mark.parametrize(
    ("drawn", "put"),
    [
        ((10, -1), (13, 0)),  # before the booth: the wall is 3 m behind the gate
        ((-1.5, 5), (0, 8)),
        ((19, 5), (26, 8)),  # among booths near the edge, 4 m from the wall at the right
    ],
)
def test_gates_are_put_into_walls_that_nobody_drew(drawn: Point, put: Point) -> None:
    (gate,) = with_outline(plan(drawn)).gates
    assert gate.position == put


def test_a_gate_inside_the_hall_stays_there() -> None:
    outlined = with_outline(plan((10, 5)), Size(width=40, depth=40))
    assert outlined.gates[0].position == (20, 20)


def test_an_empty_drawing_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    found = Diagnostics()
    assert read_plan(tmp_path / "a.svg", PlanSource(file="a.svg"), "1", "a.svg", found) is None
    assert [(d.code, d.message) for d in found] == [("H202", "Nothing is drawn in it.")]
