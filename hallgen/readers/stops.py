"""What the stops of tours.yaml name, found among the booths, exhibitors, products and plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from hallgen import codes
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.model import (
    Area,
    Exhibitor,
    Fair,
    FairIndex,
    Gate,
    ModelParts,
    Product,
    Showing,
    Stop,
    Text,
)
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.doors import side_of
from hallgen.readers.exhibitors import name_key
from hallgen.readers.references import resolve
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tours_file import StopEntry

Shown = TypeVar("Shown", Exhibitor, Product)
Drawn = TypeVar("Drawn", Area, Gate)

#: What a stop may be about; a booth may also say where an exhibitor or a product is.
_ABOUT = ("exhibitor", "product", "gate", "area")
_IN_BOOTHS = ("exhibitor", "product")


class StopFault(Exception):  # noqa: N818 - never leaves the readers
    """Why a stop cannot be used."""

    def __init__(self, kind: Code, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.kind, self.message, self.advice = kind, message, advice


@dataclass(eq=False)
class Sites:
    """All that a stop may name, by ids and names in every language."""

    fair: Fair
    diagnostics: Diagnostics
    index: FairIndex = field(init=False)
    numbers: BoothNumbers = field(init=False)

    def __post_init__(self) -> None:
        self.index = FairIndex(self.fair)
        self.numbers = BoothNumbers(self.fair.halls)

    def stop(self, entry: StopEntry, place: Place) -> Stop | None:
        """The stop, without files; None, told, where what it names cannot be found."""
        try:
            return self._showing(self._found(entry, place), entry, place)
        except StopFault as fault:
            self.diagnostics.add(fault.kind, place, fault.message, fault.advice)
            return None

    def _found(self, entry: StopEntry, place: Place) -> Stop:
        named = [name for name in _ABOUT if getattr(entry, name)]
        if len(named) > 1 or (named and named[0] not in _IN_BOOTHS and entry.booth):
            both = " and ".join([*named, *(["booth"] if entry.booth else [])])
            raise StopFault(codes.UNCLEAR_STOP, f"the stop names {both}.")
        halls = self._halls(entry.hall)
        known: dict[str, Any] = {"place": place, "text": entry.text}
        if entry.gate:
            return Stop(**known | self._gate(entry.gate, halls))
        if entry.area:
            return Stop(**known | self._area(entry.area, halls))
        if entry.exhibitor or entry.product:
            return Stop(**known | self._shown(entry, halls))
        if entry.booth:
            return Stop(**known | self._booth(entry.booth, halls))
        raise StopFault(codes.UNCLEAR_STOP, "the stop names nothing.")

    def _halls(self, said: str | None) -> tuple[str, ...]:
        """The ids of the halls a stop may be in: all where it names none."""
        if not said:
            return tuple(self.index.halls)
        found = self.numbers.halls_called(said)
        if not found:
            raise StopFault(
                codes.UNKNOWN_STOP,
                f"there is no hall {said!r}.",
                did_you_mean(said, self.index.halls) or None,
            )
        return found

    def _booth(self, said: str, halls: tuple[str, ...]) -> dict[str, Any]:
        booth = self.index.booths[self._booth_id(said, halls)]
        alone = booth.exhibitors[0] if len(booth.exhibitors) == 1 else None
        return {"hall": booth.hall, "booth": booth.id, "exhibitor": alone}

    def _booth_id(self, said: str, halls: tuple[str, ...]) -> str:
        if said in self.index.booths:
            return said
        found = resolve(said, self.numbers, halls)
        if len(found.booths) == 1:
            return found.booths[0]
        several = found.booths or (found.ambiguous[0][1] if found.ambiguous else ())
        if several:
            raise StopFault(
                codes.AMBIGUOUS_STOP, f"booth {said!r} could be {' or '.join(several)}."
            )
        known = [words for b in self.index.booths.values() for words in (b.number, b.id)]
        raise StopFault(
            codes.UNKNOWN_STOP,
            f"no plan has a booth {said!r}.",
            did_you_mean(said, known) or None,
        )

    def _shown(self, entry: StopEntry, halls: tuple[str, ...]) -> dict[str, Any]:
        """An exhibitor or a product, at the booth that is named or the first there is."""
        product = self.product(entry.product) if entry.product else None
        maker = product.exhibitor if product else self._exhibitor(entry.exhibitor or "").id
        name = self.index.exhibitors[maker].name.best(*self.fair.languages)
        booths = [b for b in self.index.exhibitors[maker].booths if b in self.index.booths]
        here = [b for b in booths if self.index.booths[b].hall in halls]
        if not here:
            where = f" in hall {entry.hall}" if entry.hall and booths else ""
            raise StopFault(codes.STOP_WITHOUT_BOOTH, f"{name} has no booth{where}.")
        booth = self._booth_id(entry.booth, halls) if entry.booth else here[0]
        if booth not in here:
            numbers = ", ".join(self.index.booths[id_].number for id_ in here)
            message = f"{name} is not in booth {entry.booth}."
            raise StopFault(codes.UNKNOWN_STOP, message, f"Its booths are: {numbers}.")
        return {
            "hall": self.index.booths[booth].hall,
            "booth": booth,
            "exhibitor": maker,
            "product": product.id if product else None,
        }

    def product(self, said: str) -> Product:
        """The product of an id or a name. Raises StopFault."""
        return _named(said, self.fair.products, "product")

    def _exhibitor(self, said: str) -> Exhibitor:
        return _named(said, self.fair.exhibitors, "exhibitor")

    def _gate(self, said: str, halls: tuple[str, ...]) -> dict[str, Any]:
        """A gate by its name, its id, or the side of its hall."""
        found = [
            (hall.id, gate)
            for hall in self.fair.halls
            for gate in hall.gates
            if hall.id in halls
            and name_key(said) in (*_keys(gate.name), name_key(gate.id), side_of(hall, gate))
        ]
        known = (gate.name for hall in self.fair.halls for gate in hall.gates)
        hall, gate = _only(said, "gate", found, known)
        return {"hall": hall, "gate": gate.id, "name": gate.name}

    def _area(self, said: str, halls: tuple[str, ...]) -> dict[str, Any]:
        """A stage, a lounge, a café by what the plan calls it, or a part of that in words."""
        areas = [(h.id, area) for h in self.fair.halls if h.id in halls for area in h.areas]
        found = [pair for pair in areas if name_key(said) in _keys(pair[1].name)]
        if not found:
            found = [p for p in areas if any(name_key(said) in key for key in _keys(p[1].name))]
        hall, area = _only(said, "area", found, (area.name for _, area in areas))
        return {"hall": hall, "area": self.index.halls[hall].areas.index(area), "name": area.name}

    def _showing(self, stop: Stop, entry: StopEntry, place: Place) -> Stop:
        """The stop with its own name if it has one, and with what is shown there, if that is."""
        name = entry.name or stop.name
        there_is = self._to_show(stop)
        if entry.show is not None and entry.show not in there_is:
            message = f"there is no {entry.show} to show."
            self.diagnostics.add(codes.NOTHING_TO_SHOW, place, message)
        show = entry.show if entry.show in there_is else None
        return stop.model_copy(update={"name": name, "show": show})

    def _to_show(self, stop: Stop) -> frozenset[Showing]:
        product = self.index.products.get(stop.product or "")
        owner = product or self.index.exhibitors.get(stop.exhibitor or "")
        if owner is None:
            return frozenset()
        ways = {
            Showing.PANORAMA: bool(owner.media.panoramas),
            Showing.VIDEO: owner.media.video is not None,
            Showing.MODEL: product is not None and product.model is not None,
            Showing.EXPLODED: product is not None and _is_apart(product),
            Showing.AR: product is not None and product.model is not None,
        }
        return frozenset(way for way, has in ways.items() if has)


def _is_apart(product: Product) -> bool:
    return product.model is not None and product.pose.parts is ModelParts.APART


def _named(said: str, things: Iterable[Shown], what: str) -> Shown:
    """The one with this id, or this name in any language."""
    listed = list(things)
    by_id = [one for one in listed if one.id == said]
    found = by_id or [one for one in listed if name_key(said) in _keys(one.name)]
    if len(found) == 1:
        return found[0]
    if found:
        ids = " or ".join(one.id for one in found[:4])
        message = f"{len(found)} {what}s are called {said!r}."
        raise StopFault(codes.UNKNOWN_STOP, message, f"Write an id: {ids}.")
    known = [one.id for one in listed] + [words for one in listed for _, words in one.name.said]
    raise StopFault(
        codes.UNKNOWN_STOP, f"no {what} is {said!r}.", did_you_mean(said, known, limit=2) or None
    )


def _only(
    said: str, what: str, found: list[tuple[str, Drawn]], known: Iterable[Text]
) -> tuple[str, Drawn]:
    """The one that was found; of several in one hall, the first."""
    if len({hall for hall, _ in found}) > 1:
        halls = " and ".join(dict.fromkeys(hall for hall, _ in found))
        raise StopFault(codes.AMBIGUOUS_STOP, f"{what} {said!r} is in halls {halls}.")
    if not found:
        names = [words for name in known for _, words in name.said]
        raise StopFault(
            codes.UNKNOWN_STOP,
            f"no plan has {'an' if what == 'area' else 'a'} {what} {said!r}.",
            did_you_mean(said, names) or None,
        )
    return found[0]


def _keys(name: Text) -> Iterator[str]:
    return (name_key(words) for _, words in name.said)
