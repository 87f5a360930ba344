"""What a list says of an exhibitor's booths, so that a reader of it finds the same ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Booth, Exhibitor, Fair, FairIndex, Hall
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.references import resolve


class Stands:
    """The cells `booth` and `main_exhibitor` of a fair's exhibitors.

    In a booth that several have, a reader puts first whom others name as their main exhibitor, then
    those who name nobody, then the others, each in the list's order (`readers/join.py`). So only
    those name their main exhibitor who have to; what cannot be said so is told.
    """

    def __init__(self, fair: Fair, diagnostics: Diagnostics) -> None:
        self._index = FairIndex(fair)
        self._numbers = BoothNumbers(map(_by_number, fair.halls))
        self._order = {one.id: at for at, one in enumerate(fair.exhibitors)}
        self._diagnostics = diagnostics
        self._main_of = self._hosts()
        for booth in self._index.booths.values():
            if self._as_read(booth) != booth.exhibitors:
                message = f"A list cannot say in which order {booth.number} is shared."
                diagnostics.add(codes.EXPORT_LOSS, booth.place, message)

    def cells(self, one: Exhibitor) -> tuple[str, str]:
        """The references to the exhibitor's booths, and the id of whom it shares a stand with."""
        main = self._main_of.get(one.id, "")
        said = "; ".join(one.references)
        if not said and main and self._index.exhibitors[main].booths == one.booths:
            return "", main
        meant = self._named(one.booths)
        if self._found(said) == meant:
            return said, main
        lost = [text for text in one.references if not self._found(text)]
        for named in self._ways_to_name(one):
            said = "; ".join((*named, *lost))
            if self._found(said) == meant:
                return said, main
        message = f"{one.name.best()}: a list cannot say that it is in {', '.join(one.booths)}."
        self._diagnostics.add(codes.EXPORT_LOSS, one.place, message)
        return said, main

    def _found(self, said: str) -> tuple[tuple[str, str], ...]:
        return self._named(resolve(said, self._numbers).booths)

    def _named(self, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """The halls and numbers of booths. Of several of one number, each of its firms gets its
        own (`readers/shared_numbers.py`), so the number says enough.
        """
        booths = (self._index.booths[id_] for id_ in ids if id_ in self._index.booths)
        return tuple(dict.fromkeys((booth.hall, booth.number) for booth in booths))

    def _ways_to_name(self, one: Exhibitor) -> Iterator[Sequence[str]]:
        """The exhibitor's booths by their numbers, by their ids, and with their halls."""
        booths = [self._index.booths[id_] for id_ in one.booths if id_ in self._index.booths]
        yield [booth.number for booth in booths]
        yield [booth.id for booth in booths]
        yield [f"Hall {booth.hall} {booth.number}" for booth in booths]

    def _hosts(self) -> dict[str, str]:
        """Who has to say whose stand it shares."""
        hosts: dict[str, str] = {}
        shared: dict[str, list[Sequence[str]]] = {}
        for booth in self._index.booths.values():
            if booth.main_exhibitor is not None and booth.co_exhibitors:
                shared.setdefault(booth.main_exhibitor, []).append(booth.co_exhibitors)
        for main, guests in shared.items():
            for id_ in self._who_says(main, guests):
                hosts.setdefault(id_, main)
        for one in self._index.exhibitors.values():
            booths = (self._index.booths[id_] for id_ in one.booths if id_ in self._index.booths)
            of_first = next((booth.main_exhibitor for booth in booths), None)
            host = self._index.exhibitors.get(of_first or "")
            if host and host is not one and not one.references and host.booths == one.booths:
                hosts.setdefault(one.id, host.id)
        return hosts

    def _who_says(self, main: str, guests: Sequence[Sequence[str]]) -> Iterator[str]:
        """Of the guests of an exhibitor in each of its booths, those who have to name it: all, if
        they stand in the list's order but before it; else, in each booth, those after the first
        who is out of that order, and the last where that is nobody.
        """
        orders = [[self._order.get(id_, 0) for id_ in others] for others in guests]
        is_late = any(self._order.get(main, 0) > min(order) for order in orders)
        if all(order == sorted(order) for order in orders):
            for others in guests if is_late else ():
                yield from others
            return
        for others, order in zip(guests, orders, strict=True):
            out = (at for at in range(1, len(order)) if order[at] < order[at - 1])
            at = next(out, None)
            if at is not None:
                yield from others[at:]
            elif is_late:
                yield others[-1]

    def _as_read(self, booth: Booth) -> tuple[str, ...]:
        """The booth's exhibitors in the order in which a reader of the list has them."""
        ids = sorted(booth.exhibitors, key=lambda id_: self._order.get(id_, 0))
        named = {self._main_of[id_] for id_ in ids if id_ in self._main_of}
        return tuple(sorted(ids, key=lambda id_: (id_ not in named, id_ in self._main_of)))


def _by_number(hall: Hall) -> Hall:
    """The hall with the first booth of each number."""
    first: dict[str, Booth] = {}
    for booth in hall.booths:
        first.setdefault(booth.number, booth)
    return hall.model_copy(update={"booths": tuple(first.values())})
