"""Where a way may begin: the gates of a hall, as a page offers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hallgen.model import Gate, Hall, Point
from hallgen.site.page import Page
from hallgen.site.plan_svg import gate_name


@dataclass(frozen=True, slots=True)
class WayGate:
    """A gate to begin at. `place` is its name in addresses and for the script: hall@gate."""

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class HallWays:
    """The ways into a hall, at least one."""

    hall: str
    name: str
    gates: tuple[WayGate, ...]


def ways_into(page: Page, hall: Hall) -> HallWays:
    """The hall's gates; where its plan has none, the place where visitors begin.

    Doors are told apart by the halls behind them, gates of one name by the sides of the hall they
    are in, and then by numbers.
    """
    known = {other.id for other in page.site.halls}
    names = [_name(page, gate, known) for gate in hall.gates]
    names = _apart(names, [page.t(f"plan.{side_of(hall, gate.position)}") for gate in hall.gates])
    names = _apart(names, [str(1 + names[:at].count(name)) for at, name in enumerate(names)])
    gates = [
        WayGate(f"{hall.id}@{gate.id}", name) for gate, name in zip(hall.gates, names, strict=True)
    ]
    if not gates:
        gates.append(WayGate(f"{hall.id}@", page.t("area.entrance")))
    return HallWays(hall.id, page.hall_name(hall.id), tuple(gates))


def side_of(hall: Hall, position: Point) -> str:
    """The side of the hall that a place is nearest to: west, south, east or north."""
    min_x, min_y, max_x, max_y = hall.outline.bounds
    x, y = position
    apart = {"west": x - min_x, "south": y - min_y, "east": max_x - x, "north": max_y - y}
    return min(apart, key=lambda side: abs(apart[side]))


def _apart(names: Sequence[str], marks: Sequence[str]) -> list[str]:
    """The names, those that occur more than once with their marks."""
    often = Counter(names)
    return [
        f"{name} · {mark}" if often[name] > 1 else name
        for name, mark in zip(names, marks, strict=True)
    ]


def _name(page: Page, gate: Gate, known: set[str]) -> str:
    if gate.leads is None or gate.leads not in known:
        return gate_name(page, gate)
    return page.t("plan.door", hall=page.hall_name(gate.leads))
