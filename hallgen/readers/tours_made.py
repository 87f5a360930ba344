"""Tours that are made of a category or a zone: which stops, and in which order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hallgen.diagnostics import Place
from hallgen.model import Booth, Exhibitor, FairIndex, Hall, Point, Product, Stop, Text
from hallgen.readers.exhibitors import name_key

#: More stops than these nobody goes through; those with most to show are taken.
MOST_STOPS: Final = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """Somebody with something that belongs to a tour, at the first booth of theirs."""

    exhibitor: Exhibitor
    product: Product | None
    booth: Booth

    @property
    def worth(self) -> tuple[bool, ...]:
        """How much there is to see: the greater, the more."""
        product, media = self.product, self.exhibitor.media
        if product is None:
            return False, False, bool(media.files), False
        shown = bool(product.media.files or product.model)
        return product.highlight, shown, bool(media.files), bool(product.images)


def category_stops(index: FairIndex, category: str, place: Place) -> tuple[Stop, ...]:
    """A product of each exhibitor that has one of the category, else the exhibitors in it."""
    wanted = name_key(category)
    products = [p for p in index.fair.products if wanted in _keys(p.category)]
    found: list[_Found] = []
    for exhibitor in index.fair.exhibitors:
        own = [p for p in products if p.exhibitor == exhibitor.id]
        listed = any(wanted in _keys(one) for one in exhibitor.categories)
        booth = _booth(index, exhibitor)
        if booth is not None and (own or (listed and not products)):
            found.append(_Found(exhibitor, _best(own), booth))
    return _stops(index, found, place)


def zone_stops(index: FairIndex, zone: str, place: Place) -> tuple[Stop, ...]:
    """The exhibitors of a zone, each with the best it shows."""
    booths = (booth for booth in index.booths.values() if booth.zone == zone)
    mains = {b.main_exhibitor: b for b in reversed(list(booths)) if b.main_exhibitor is not None}
    found = [
        _Found(index.exhibitors[id_], _best(index.products_of(id_)), booth)
        for id_, booth in reversed(mains.items())
    ]
    return _stops(index, found, place)


def _best(products: Sequence[Product]) -> Product | None:
    def worth(product: Product) -> tuple[bool, bool, bool]:
        shown = bool(product.media.files or product.model)
        return product.highlight, shown, bool(product.images)

    return max(products, key=worth, default=None)


def _booth(index: FairIndex, exhibitor: Exhibitor) -> Booth | None:
    return next((index.booths[b] for b in exhibitor.booths if b in index.booths), None)


def _stops(index: FairIndex, found: list[_Found], place: Place) -> tuple[Stop, ...]:
    """Stops at those with most to show, hall after hall, each time at the nearest of the rest."""
    chosen = sorted(found, key=lambda one: one.worth, reverse=True)[:MOST_STOPS]
    ordered = (
        one
        for hall in index.fair.halls
        for one in _walked(hall, [one for one in chosen if one.booth.hall == hall.id])
    )
    return tuple(
        Stop(
            hall=one.booth.hall,
            place=place,
            text=one.product.description if one.product else one.exhibitor.intro,
            booth=one.booth.id,
            exhibitor=one.exhibitor.id,
            product=one.product.id if one.product else None,
        )
        for one in ordered
    )


def _walked(hall: Hall, found: list[_Found]) -> Iterator[_Found]:
    """From the hall's first gate, or the corner of its plan, always to the nearest."""
    here: Point = hall.gates[0].position if hall.gates else hall.outline.bounds[:2]
    left = list(found)
    while left:
        nearest = min(left, key=lambda one: math.dist(here, _middle(one.booth)))
        left.remove(nearest)
        here = _middle(nearest.booth)
        yield nearest


def _middle(booth: Booth) -> Point:
    x0, y0, x1, y1 = booth.outline.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2


def _keys(name: Text) -> set[str]:
    return {name_key(words) for _, words in name.said}
