"""Exhibitors into booths: references resolved, main and co-exhibitors told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Booth, Hall
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.exhibitors import Listed, Reference, name_key
from hallgen.readers.references import Resolved, resolve
from hallgen.readers.suggest import did_you_mean

#: So many names or numbers are written out in one message.
_SHOWN = 12
#: Booth numbers are short: with one character of three wrong they are no more alike than any two.
_ALIKE = 70


class Directory:
    """Exhibitors by id and by any of their names."""

    def __init__(self, listed: Mapping[str, Listed]) -> None:
        self._listed = listed
        self._by_name: dict[str, list[str]] = {}
        for id_, one in listed.items():
            for key in sorted(one.keys):
                self._by_name.setdefault(key, []).append(id_)

    def find(self, said: str) -> str | None:
        """The id of the exhibitor that a cell names, by its id or its name; None if unclear."""
        if said in self._listed:
            return said
        found = self._by_name.get(name_key(said), [])
        return found[0] if len(found) == 1 else None

    def suggestion(self, said: str) -> str | None:
        """The advice with the names most like it, or None."""
        names = [words for one in self._listed.values() for _, words in one.name.said]
        return did_you_mean(said, names, limit=2) or None


@dataclass(slots=True)
class Joined:
    """Who is in which booth: ids both ways. The first in a booth is its main exhibitor.

    `main_of` has the main exhibitor of those who say that they share another's booth.
    """

    booths_of: dict[str, list[str]]
    exhibitors_of: dict[str, list[str]] = field(default_factory=dict)
    main_of: dict[str, str] = field(default_factory=dict)


def join(listed: Mapping[str, Listed], halls: Sequence[Hall], diagnostics: Diagnostics) -> Joined:
    """Resolve every reference of `listed` (by id) against the booths of `halls`."""
    numbers = BoothNumbers(halls)
    hints = _HallHints(listed, numbers)
    joined = Joined({id_: [] for id_ in listed})
    for id_, one in listed.items():
        found: dict[str, None] = {}
        for reference in one.references:
            where = hints.of(reference)
            if where == ():
                hints.note(reference.hall, one, reference)
                continue
            resolved = resolve(reference.text, numbers, where)
            for hall in resolved.halls:
                hints.note(hall, one, reference)
            _tell(resolved, one, reference, numbers, diagnostics)
            found.update(dict.fromkeys(resolved.booths))
        joined.booths_of[id_].extend(found)
    hints.tell(diagnostics)
    _share(joined, listed, diagnostics)
    return joined


def with_exhibitors(hall: Hall, joined: Joined) -> Hall:
    """The hall with its booths taken."""

    def taken(booth: Booth) -> Booth:
        ids = joined.exhibitors_of.get(booth.id, [])
        update = {"main_exhibitor": ids[0] if ids else None, "co_exhibitors": tuple(ids[1:])}
        return booth.model_copy(update=update)

    return hall.model_copy(update={"booths": tuple(map(taken, hall.booths))})


def report_empty(halls: Sequence[Hall], diagnostics: Diagnostics) -> None:
    """Tell, hall by hall, the booths that nobody is in."""
    for hall in halls:
        empty = [booth.number for booth in hall.booths if booth.main_exhibitor is None]
        if empty:
            diagnostics.add(
                codes.EMPTY_BOOTHS,
                hall.place,
                f"{len(empty)} of {len(hall.booths)} booths of hall {hall.id} have no exhibitor: "
                f"{_some(empty)}.",
            )


class _HallHints:
    """What the hall's column says. It is passed over where it names none of the fair's halls."""

    def __init__(self, listed: Mapping[str, Listed], numbers: BoothNumbers) -> None:
        self._numbers = numbers
        said = dict.fromkeys(ref.hall for one in listed.values() for ref in one.references)
        self._known = {name: ids for name in said if name and (ids := _halls(name, numbers))}
        self._unknown: dict[str, list[tuple[Listed, Place]]] = {}

    def of(self, reference: Reference) -> tuple[str, ...] | None:
        """The halls that a reference may be in; no hall at all for one the fair has not."""
        if not reference.hall or not self._known:
            return None
        return self._known.get(reference.hall, ())

    def note(self, hall: str, one: Listed, reference: Reference) -> None:
        """Remember that a row is in a hall that the fair does not have."""
        self._unknown.setdefault(hall, []).append((one, reference.place))

    def tell(self, diagnostics: Diagnostics) -> None:
        """Tell every such hall once, with all who are in it."""
        for name, found in self._unknown.items():
            names = [one.name.best() for one, _ in found]
            diagnostics.add(
                codes.HALL_NOT_IN_FAIR,
                found[0][1],
                f"hall {name!r} is not in the fair, but {len(names)} exhibitor(s) are in it: "
                f"{_some(names)}.",
            )


def _halls(name: str, numbers: BoothNumbers) -> tuple[str, ...]:
    whole = numbers.halls_called(name)
    if whole:
        return whole
    parts = [part.strip() for part in name.replace(";", ",").replace("/", ",").split(",")]
    return tuple(dict.fromkeys(id_ for part in parts for id_ in numbers.halls_called(part)))


def _tell(
    resolved: Resolved,
    one: Listed,
    reference: Reference,
    numbers: BoothNumbers,
    diagnostics: Diagnostics,
) -> None:
    name = one.name.best()
    for number, ids in resolved.ambiguous:
        diagnostics.add(
            codes.AMBIGUOUS_REFERENCE,
            reference.place,
            f"{name}: booth {number} could be {' or '.join(ids)}.",
        )
    if resolved.halls:
        return  # told once for the hall
    known = [booth.number for booth in numbers.booths]
    for number in resolved.unmatched:
        where = f" of hall {reference.hall}" if reference.hall else ""
        diagnostics.add(
            codes.UNMATCHED_REFERENCE,
            reference.place,
            f"{name}: no plan has a booth {number}{where}.",
            did_you_mean(number, known, limit=3, alike=_ALIKE) or None,
        )


def _share(joined: Joined, listed: Mapping[str, Listed], diagnostics: Diagnostics) -> None:
    """Tell the main exhibitor of every booth from those who share it.

    The main one is the one that others name, else the first in the list that names nobody and is
    not called a co-exhibitor.
    """
    joined.main_of = main_of = _main_exhibitors(listed, diagnostics)
    for id_, main in main_of.items():
        own, shared = joined.booths_of[id_], joined.booths_of[main]
        if not own:
            own.extend(shared)
        elif not shared:
            shared.extend(own)
    for id_, booths in joined.booths_of.items():
        for booth in booths:
            joined.exhibitors_of.setdefault(booth, []).append(id_)
    for ids in joined.exhibitors_of.values():
        named = {main_of[id_] for id_ in ids if id_ in main_of}
        ids.sort(key=lambda id_: (id_ not in named, id_ in main_of or listed[id_].shares))


def _main_exhibitors(listed: Mapping[str, Listed], diagnostics: Diagnostics) -> dict[str, str]:
    """For those who say that they share another's booth, the id of that other."""
    directory = Directory(listed)
    main_of: dict[str, str] = {}
    for id_, one in listed.items():
        main = directory.find(one.main_exhibitor) if one.main_exhibitor else id_
        if main is None:
            message = f"{one.name.best()}: no exhibitor is {one.main_exhibitor!r}."
            advice = directory.suggestion(one.main_exhibitor)
            diagnostics.add(codes.UNKNOWN_MAIN_EXHIBITOR, one.place, message, advice)
        elif main != id_:
            main_of[id_] = main
    return main_of


def _some(items: Sequence[str]) -> str:
    more = len(items) - _SHOWN
    return ", ".join(items[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
