"""Halls with their empty booths: what the plans show and fair.yaml says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from anyascii import anyascii

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Booth, BoothKind, Hall, Plan, PlannedBooth, Text
from hallgen.readers.booth_numbers import folded
from hallgen.readers.fair_file import HallEntry, PlanSource
from hallgen.readers.fair_yaml import FairYaml
from hallgen.readers.inputs import find_input, is_inside
from hallgen.readers.outline import area_of, with_outline
from hallgen.readers.slugs import unique
from hallgen.readers.suggest import did_you_mean

#: Square metres. Organisers let bare floor from 18 or 36 m2 up, depending on the fair; from
#: the larger on, a booth of which nothing is said is taken for raw space.
RAW_SPACE: Final = 36.0

PlanReader = Callable[[Path, PlanSource, str, str, Diagnostics], Plan | None]
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A shape that bears a number, as the booth that it is if a firm has it alone.

    `occupant` is the name that the plan has for it, or ''.
    """

    booth: Booth
    occupant: str


@dataclass(frozen=True, slots=True)
class ReadHalls:
    """Halls with a booth for each number, and by its id the cells that it is made of."""

    halls: tuple[Hall, ...]
    cells: Mapping[str, tuple[Cell, ...]]


def read_halls(
    fair: FairYaml, folder: Path, read_plan: PlanReader, diagnostics: Diagnostics
) -> ReadHalls:
    """The halls whose plans could be read, in the order of fair.yaml."""
    halls: list[Hall] = []
    cells: dict[str, tuple[Cell, ...]] = {}
    ids: set[str] = set()
    booth_ids: set[str] = set()
    for at, entry in enumerate(fair.file.halls):
        source = entry.plan
        id_ = _safe_hall(entry.id, fair.place("halls", at, "id"), ids, diagnostics)
        name = shown(source.file)
        place = fair.place("halls", at, "plan", "file")
        path = find_input(folder, source.file, place, diagnostics, codes.MISSING_FILE)
        if path is None:
            continue
        source = _with_tables_inside(source, folder, fair.place("halls", at, "plan"), diagnostics)
        plan = read_plan(path, source, id_, name, diagnostics)
        if plan is None:
            continue
        zones = _Zones(fair, at, diagnostics)
        sound = _without_repeats(plan.booths, diagnostics)
        plan = with_outline(plan.model_copy(update={"booths": sound}), source.size)
        assert plan.outline is not None  # noqa: S101 - what with_outline is for
        booths, parts = _booths(plan, id_, entry, zones, booth_ids, diagnostics)
        cells.update(parts)
        _check_patterns(entry, at, fair, plan, diagnostics)
        halls.append(
            Hall(
                id=id_,
                name=entry.name or Text.model_validate(entry.id),
                outline=plan.outline,
                height=entry.height,
                booths=booths,
                place=fair.place("halls", at),
                zones=zones.of_hall,
                walls=plan.walls,
                columns=plan.columns,
                areas=plan.areas,
                gates=plan.gates,
                exits=plan.exits,
                hydrants=plan.hydrants,
            )
        )
    return ReadHalls(tuple(halls), cells)


def _with_tables_inside(
    source: PlanSource, folder: Path, place: Place, diagnostics: Diagnostics
) -> PlanSource:
    """A plan without those of its other tables that lie outside of the fair folder."""
    inside = {
        role: table for role, table in source.also.items() if is_inside(folder, folder / table.file)
    }
    for role in source.also.keys() - inside.keys():
        message = f"{shown(source.also[role].file)} leads out of the fair folder."
        diagnostics.add(codes.INPUT_OUTSIDE, place, message)
    return source.model_copy(update={"also": inside})


def shown(file: str) -> str:
    """A path as faults show it: as fair.yaml has it, with forward slashes."""
    return file.replace("\\", "/")


def safe_id(text: str) -> str:
    """`text` with nothing in it that an address cannot have: "J2/3" is "J2-3"."""
    return _UNSAFE.sub("-", anyascii(text)).strip("-")


class _Zones:
    """The zones of a hall: of all its booths, and by patterns of their numbers."""

    def __init__(self, fair: FairYaml, at: int, diagnostics: Diagnostics) -> None:
        entry = fair.file.halls[at]
        self._told: dict[str, Place] = {}  # an unknown zone is told once, where it is first
        self.known = tuple(zone.id for zone in fair.file.zones)
        self.of_hall = tuple(
            zone
            for i, zone in enumerate(entry.zones)
            if self._knows(zone, fair.place("halls", at, "zones", i), diagnostics)
        )
        self.by_pattern: Mapping[str, str] = {
            pattern: zone
            for pattern, zone in entry.booth_zones.items()
            if self._knows(zone, fair.place("halls", at, "booth_zones", pattern), diagnostics)
        }

    def zone_of(self, booth: PlannedBooth, diagnostics: Diagnostics) -> str | None:
        if booth.zone is not None and self.known:
            place = self._told.setdefault(booth.zone, booth.place)
            return booth.zone if self._knows(booth.zone, place, diagnostics) else None
        for pattern, zone in self.by_pattern.items():
            if matches(booth.number, pattern):
                return zone
        return self.of_hall[0] if len(self.of_hall) == 1 else None

    def _knows(self, zone: str, place: Place, diagnostics: Diagnostics) -> bool:
        if zone in self.known:
            return True
        diagnostics.add(
            codes.ZONE_UNKNOWN,
            place,
            f"there is no zone {zone!r}.",
            did_you_mean(zone, self.known) or None,
        )
        return False


def matches(number: str, pattern: str) -> bool:
    """Whether a booth number is one that a pattern with * and ? means, without regard to case."""
    return fnmatchcase(folded(number), folded(pattern))


def _booths(
    plan: Plan,
    hall: str,
    entry: HallEntry,
    zones: _Zones,
    taken: set[str],
    diagnostics: Diagnostics,
) -> tuple[tuple[Booth, ...], dict[str, tuple[Cell, ...]]]:
    """A booth for each number, and its cells by its id."""

    def new_id(planned: PlannedBooth) -> str:
        return unique(f"{hall}-{safe_id(planned.number) or 'booth'}", taken)

    def booth(planned: PlannedBooth, id_: str) -> Booth:
        return Booth(
            id=id_,
            number=planned.number,
            hall=hall,
            outline=planned.outline,
            kind=_kind(planned, entry),
            place=planned.place,
            zone=zones.zone_of(planned, diagnostics),
            height=_height(planned, entry),
        )

    booths = tuple(booth(planned, new_id(planned)) for planned in plan.booths)
    cells: dict[str, tuple[Cell, ...]] = {}
    # After all booths, so that no cell takes the id that another number asks for.
    for planned, whole in zip(plan.booths, booths, strict=True):
        parts = planned.parts or (planned,)
        ids = (whole.id, *map(new_id, parts[1:]))
        cells[whole.id] = tuple(
            Cell(booth(part, id_), part.occupant) for part, id_ in zip(parts, ids, strict=True)
        )
    return booths, cells


def _kind(planned: PlannedBooth, entry: HallEntry) -> BoothKind:
    if planned.kind is not None:
        return planned.kind
    if any(matches(planned.number, pattern) for pattern in entry.pavilions):
        return BoothKind.PAVILION
    return BoothKind.RAW if area_of(planned.outline) >= RAW_SPACE else BoothKind.SHELL


def _height(planned: PlannedBooth, entry: HallEntry) -> float | None:
    heights = entry.booth_heights.items()
    return next((high for pattern, high in heights if matches(planned.number, pattern)), None)


def _without_repeats(
    booths: Sequence[PlannedBooth], diagnostics: Diagnostics
) -> tuple[PlannedBooth, ...]:
    """The first booth of every number; a second is a fault unless it is the same drawn twice."""
    first: dict[str, PlannedBooth] = {}
    for booth in booths:
        known = first.setdefault(folded(booth.number), booth)
        if known is not booth and set(known.outline.outer) != set(booth.outline.outer):
            diagnostics.add(
                codes.REPEATED_BOOTH,
                booth.place,
                f"the number {booth.number} is on another booth already ({known.place}).",
            )
    return tuple(first.values())


def _check_patterns(
    entry: HallEntry, at: int, fair: FairYaml, plan: Plan, diagnostics: Diagnostics
) -> None:
    patterns: list[tuple[tuple[str | int, ...], str]] = [
        *((("booth_zones", pattern), pattern) for pattern in entry.booth_zones),
        *((("booth_heights", pattern), pattern) for pattern in entry.booth_heights),
        *((("pavilions", i), pattern) for i, pattern in enumerate(entry.pavilions)),
    ]
    for path, pattern in patterns:
        if not any(matches(booth.number, pattern) for booth in plan.booths):
            place = fair.place("halls", at, *path)
            diagnostics.add(codes.IDLE_PATTERN, place, f"no booth has a number like {pattern!r}.")


def _safe_hall(id_: str, place: Place, taken: set[str], diagnostics: Diagnostics) -> str:
    safe = unique(safe_id(id_) or "hall", taken)
    if safe != id_:
        message = f"the hall's id {id_!r} becomes {safe!r} in addresses."
        diagnostics.add(codes.UNSAFE_ID, place, message)
    return safe
