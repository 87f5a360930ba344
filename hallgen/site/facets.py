"""By what lists and the search are narrowed: kind, hall, zone, category, country, tier, letter.

What each exhibitor, product and session counts for is worked out here alone, for the index, for
the search's page and for the lists' links into it. Values are ids and slugs, the same in every
language, so that an address means the same in each; only letters are of a language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from hallgen.model import Exhibitor, Product, Trail
from hallgen.site.categories import Member
from hallgen.site.page import Page
from hallgen.site.sorting import OTHER, initial

#: What one thing counts for: values by facet.
Values = Mapping[str, tuple[str, ...]]


class Kind(StrEnum):
    """What can be found."""

    EXHIBITOR = "exhibitor"
    PRODUCT = "product"
    SESSION = "session"
    TRAIL = "trail"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, its name, how many things have it, and what is below it."""

    value: str
    name: Markup
    count: int
    children: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow. `id` is its name in the search's address."""

    id: str
    name: str
    choices: tuple[Choice, ...]


def exhibitor_values(page: Page, shown: Exhibitor) -> Values:
    site = page.site
    return _values(
        kind=(Kind.EXHIBITOR,),
        category=(slug for text in shown.categories for slug in site.categories.path(text)),
        letter=(initial(page.plain(shown.name), page.language),),
        **_place(page, shown),
    )


def product_values(page: Page, shown: Product) -> Values:
    """A product is where its exhibitor is."""
    return _values(
        kind=(Kind.PRODUCT,),
        category=page.site.categories.path(shown.category),
        letter=(initial(page.plain(shown.name), page.language),),
        **_place(page, page.site.index.exhibitors[shown.exhibitor]),
    )


def session_values() -> Values:
    return _values(kind=(Kind.SESSION,))


def page_values() -> Values:
    return _values(kind=(Kind.PAGE,))


def trail_values(shown: Trail) -> Values:
    return _values(kind=(Kind.TRAIL,), hall=dict.fromkeys(stop.hall for stop in shown.stops))


def all_values(page: Page) -> Iterator[Values]:
    """What everything that can be found counts for."""
    fair = page.fair
    yield from (exhibitor_values(page, shown) for shown in fair.exhibitors)
    yield from (product_values(page, shown) for shown in fair.products)
    yield from (session_values() for _ in fair.sessions)
    yield from (trail_values(trail) for trail in page.site.trails)
    yield from (page_values() for _ in fair.pages)


def facets(page: Page, things: Iterable[Values]) -> list[Facet]:
    """The ways to narrow some things, with counts: those alone that tell some from others."""
    site, counts = page.site, Counter((id_, v) for one in things for id_ in one for v in one[id_])
    kinds = {kind.value: escape(page.t(f"find.kind_{kind}")) for kind in Kind}
    halls = {hall.id: escape(page.hall_name(hall.id)) for hall in site.halls}
    zones = {zone.id: page.say(zone.name) for zone in page.fair.zones}
    letters = sorted(
        (value for id_, value in counts if id_ == "letter"), key=lambda one: (one == OTHER, one)
    )
    made = (
        ("kind", _flat(kinds)),
        ("hall", _flat(halls)),
        ("zone", _flat(zones)),
        ("category", _deep(page, site.categories.roots)),
        ("country", _deep(page, site.countries.roots)),
        ("tier", _deep(page, site.tiers.roots)),
        ("letter", _flat({letter: escape(letter) for letter in letters})),
    )
    found = (
        Facet(id_, page.t(f"find.{id_}"), tuple(_counted(choices, id_, counts)))
        for id_, choices in made
    )
    return [facet for facet in found if len(facet.choices) > 1]


def _place(page: Page, shown: Exhibitor) -> dict[str, tuple[str, ...]]:
    booths = page.site.booths_of(shown)
    return {
        "hall": tuple(booth.hall for booth in booths),
        "zone": page.site.zones_of(shown),
        "country": page.site.countries.path(shown.country),
        "tier": page.site.tiers.path(shown.tier),
    }


def _values(**values: Iterable[str]) -> Values:
    return {id_: tuple(dict.fromkeys(some)) for id_, some in values.items()}


def _flat(names: Mapping[str, Markup]) -> Iterator[Choice]:
    return (Choice(value, name, 0) for value, name in names.items())


def _deep(page: Page, members: Iterable[Member]) -> Iterator[Choice]:
    for member in members:
        below = tuple(_deep(page, member.children))
        yield Choice(member.slug, page.say(member.name), 0, below)


def _counted(
    choices: Iterable[Choice], id_: str, counts: Counter[tuple[str, str]]
) -> Iterator[Choice]:
    """The choices that something has."""
    for choice in choices:
        if number := counts[id_, choice.value]:
            below = tuple(_counted(choice.children, id_, counts))
            yield Choice(choice.value, choice.name, number, below)
