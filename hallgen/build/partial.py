"""Building some halls of a fair alone, the others as the site that is there has them (`--only`).

What each hall of a site is made of is noted beside it, so that a hall can be taken over whole: its
files, and what pages have to know of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from hallgen import codes
from hallgen.build.files import replace_file
from hallgen.build.halls import FinishedHall, HallFacts, HallTask
from hallgen.build.record import halls_path
from hallgen.build.step_keys import code_name
from hallgen.build.steps import CheckedFair
from hallgen.diagnostics import Diagnostics
from hallgen.model import Fair, Frozen, Trail
from hallgen.site import BuildName, addresses


class _KeptHall(Frozen):
    key: str
    facts: HallFacts
    files: tuple[str, ...]


class _Record(Frozen):
    """The halls of the site whose build has this name, and what code made them for which hosts."""

    build: str
    code: str
    few: bool
    halls: tuple[_KeptHall, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What of a fair is built: the halls of these ids anew, `kept` as they are in the site."""

    built: frozenset[str]
    kept: Mapping[str, FinishedHall]

    @property
    def halls(self) -> frozenset[str]:
        return self.built | self.kept.keys()


def part_of(fair: Fair, named: frozenset[str], site: Path) -> Part:
    """The halls that are `named`, and those that the site has besides. Of these, one is built as
    well where it cannot be taken over: where files of it are missing, another version of hallgen
    made it, or the fair is published in another way since. All halls, where none is named.
    """
    ids = [hall.id for hall in fair.halls]
    if not named:
        return Part(frozenset(ids), {})
    others = [id_ for id_ in ids if id_ not in named and _has(site, id_)]
    sound = {hall.facts.hall: hall for hall in _sound(site, few=fair.publishing.few)}
    kept = {id_: sound[id_] for id_ in others if id_ in sound}
    return Part(named.union(others) - kept.keys(), kept)


def narrowed_to(checked: CheckedFair, halls: frozenset[str]) -> CheckedFair:
    """The fair with these halls alone, who is in them or in none, and what they show.

    Ways lead to what is left; one that leads nowhere then is left out.
    """
    fair = checked.fair
    inside = tuple(hall for hall in fair.halls if hall.id in halls)
    if len(inside) == len(fair.halls):
        return checked
    booths = {booth.id for hall in inside for booth in hall.booths}
    exhibitors = tuple(
        one.model_copy(update={"booths": tuple(id_ for id_ in one.booths if id_ in booths)})
        for one in fair.exhibitors
        if not one.booths or booths.intersection(one.booths)
    )
    known = {one.id for one in exhibitors}
    part = fair.model_copy(
        update={
            "halls": inside,
            "exhibitors": exhibitors,
            "products": tuple(one for one in fair.products if one.exhibitor in known),
            "sessions": tuple(
                one
                if one.exhibitor is None or one.exhibitor in known
                else one.model_copy(update={"exhibitor": None})
                for one in fair.sessions
            ),
            "trails": tuple(_trails(fair.trails, halls)),
        }
    )
    layouts = {id_: layout for id_, layout in checked.layouts.items() if id_ in halls}
    return replace(checked, fair=part, layouts=layouts)


def take_over(
    part: Part, fair: Fair, tasks: Sequence[HallTask], site: Path, aside: Path, told: Diagnostics
) -> list[FinishedHall]:
    """Copy the files of the halls that are kept; a hall that is another by now is told."""
    places = {hall.id: hall.place for hall in fair.halls}
    for task in tasks:
        hall = part.kept.get(task.layout.hall)
        if hall is None:
            continue
        for address in hall.files:
            if not (aside / address).exists():
                (aside / address).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(site / address, aside / address)
        if hall.key != task.key:
            id_ = task.layout.hall
            told.add(codes.HALL_AS_IT_WAS, places[id_], f"Hall {id_}.")
    return [_standing(hall, tasks) for hall in part.kept.values()]


def write_halls(site: Path, halls: Iterable[FinishedHall], *, few: bool) -> None:
    """Note of which halls a site consists that was just published."""
    build = _build_of(site)
    kept = tuple(_KeptHall(key=one.key, facts=one.facts, files=one.files) for one in halls)
    record = _Record(build=build, code=code_name().hex(), few=few, halls=kept)
    replace_file(halls_path(site), record.model_dump_json().encode())


def _has(site: Path, hall: str) -> bool:
    return (site / addresses.tileset(hall)).is_file()


def _sound(site: Path, *, few: bool) -> Iterator[FinishedHall]:
    """The halls of a site that can be taken over."""
    try:
        record = _Record.model_validate_json(halls_path(site).read_bytes())
        built = _build_of(site)
    except (OSError, ValidationError):
        return
    if (record.build, record.code, record.few) != (built, code_name().hex(), few):
        return
    for hall in record.halls:
        if all((site / address).is_file() for address in hall.files):
            yield FinishedHall(hall.key, hall.facts, hall.files)


def _build_of(site: Path) -> str:
    return BuildName.model_validate_json((site / addresses.BUILD).read_bytes()).build


def _standing(hall: FinishedHall, tasks: Sequence[HallTask]) -> FinishedHall:
    """The hall without what is said of booths that are gone since."""
    booths = {booth.booth for task in tasks for booth in task.layout.booths}
    screens = tuple(one for one in hall.facts.screens if one.booth in booths)
    return replace(hall, facts=hall.facts.model_copy(update={"screens": screens}))


def _trails(trails: Iterable[Trail], halls: frozenset[str]) -> Iterator[Trail]:
    for trail in trails:
        stops = tuple(stop for stop in trail.stops if stop.hall in halls)
        if stops:
            yield trail.model_copy(update={"stops": stops})
