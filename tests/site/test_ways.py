"""Where a page lets ways begin: gates by names that tell them apart."""

from __future__ import annotations

from dataclasses import replace

from hallgen.model import Gate, Text
from hallgen.site.page import Page
from hallgen.site.site import Site
from hallgen.site.ways import ways_into
from tests.support.fairs import fair_of, rectangle, small_fair
from tests.support.sites import inputs_of


def named(*gates: Gate) -> list[tuple[str, str]]:
    """Places and names of a hall's gates, 24 m wide and 14 m deep, beside a hall 2."""
    (hall,) = small_fair().halls
    here = hall.model_copy(update={"gates": gates})
    there = hall.model_copy(
        update={"id": "2", "name": Text(), "booths": (), "outline": rectangle(0, 0, 9, 9)}
    )
    site = Site(replace(inputs_of(fair_of(here, there))), style="", icon="")
    ways = ways_into(Page(site, "en", "", "", ""), here)
    return [(gate.place, gate.name) for gate in ways.gates]


def gate(id_: str, x: float, y: float, leads: str | None = None, name: str = "") -> Gate:
    said = Text.of(en=name) if name else Text()
    return Gate(id=id_, name=said, position=(x, y), width=4, leads=leads)


def test_a_gate_has_its_own_name_and_a_door_that_of_the_hall_behind() -> None:
    found = named(gate("a", 12, 0, name="South gate"), gate("b", 24, 7, leads="2"))
    assert found == [("1@a", "South gate"), ("1@b", "Door to Hall 2")]


def test_gates_of_one_name_are_told_apart_by_sides_then_by_numbers() -> None:
    found = named(gate("a", 0, 7), gate("b", 24, 7), gate("c", 24, 12))
    assert [name for _, name in found] == [
        "Entrance · west",
        "Entrance · east · 1",
        "Entrance · east · 2",
    ]


def test_a_hall_without_gates_is_begun_where_visitors_begin() -> None:
    assert named() == [("1@", "Entrance")]
    assert named(gate("a", 0, 7, leads="no hall")) == [("1@a", "Entrance")]
