"""All exhibitors from A to Z: one page, or one a letter where they are too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from hallgen.model import Exhibitor
from hallgen.site import addresses
from hallgen.site.facets import Facet, exhibitor_values, facets
from hallgen.site.inputs import SiteFile
from hallgen.site.lists import list_page
from hallgen.site.page import Page
from hallgen.site.search import by_name
from hallgen.site.sheets import Sheet, sheets
from hallgen.site.site import Site
from hallgen.site.sorting import initial

#: More exhibitors are listed by letters; a page of a letter has so many at most, and the page
#: before those so many of each.
_ONE_PAGE: Final = 1000
_A_PAGE: Final = 250
_FIRST: Final = 5


@dataclass(frozen=True, slots=True)
class Letter:
    """The exhibitors under one initial. `anchor` is its id in the list, `address` where all are."""

    name: str
    anchor: str
    address: str
    members: tuple[Exhibitor, ...]


def letters(page: Page) -> list[Letter]:
    """All exhibitors by the initial of their name in the page's language, in its order."""
    grouped: dict[str, list[Exhibitor]] = {}
    for exhibitor in by_name(page, page.fair.exhibitors):
        name = initial(page.plain(exhibitor.name), page.language)
        grouped.setdefault(name, []).append(exhibitor)
    whole = addresses.exhibitors(page.language)
    return [
        Letter(
            name=name,
            anchor=f"letter-{number}",
            address=addresses.exhibitors_under(page.language, name)
            if _is_long(page)
            else f"{whole}#letter-{number}",
            members=tuple(members),
        )
        for number, (name, members) in enumerate(grouped.items(), 1)
    ]


def exhibitor_lists(site: Site, language: str, groups: list[Letter]) -> Iterator[SiteFile]:
    page = list_page(site, language, "exhibitors")
    long = _is_long(page)
    yield page.render(
        "exhibitors.html.j2",
        letters=groups,
        groups=[replace(g, members=g.members[:_FIRST]) for g in groups] if long else groups,
        counts={group.name: len(group.members) for group in groups} if long else {},
        total=len(page.fair.exhibitors),
        sheet=None,
        facets=_facets(page),
    )
    if not long:
        return
    for group in groups:
        for sheet in sheets(group.address, group.members, _A_PAGE):
            yield _letter(page, groups, group, sheet)


def _letter(page: Page, groups: list[Letter], group: Letter, sheet: Sheet[Exhibitor]) -> SiteFile:
    fair = page.plain(page.fair.name)
    own = replace(
        page,
        place=sheet.address.removeprefix(f"{page.language}/"),
        title=f"{page.title}{page.t('colon')}{group.name}",
        description=page.t("exhibitors.under", fair=fair, letter=group.name),
        elsewhere=page.place,
    )
    return own.render(
        "exhibitors.html.j2",
        letters=groups,
        groups=[replace(group, members=sheet.members)],
        counts={},
        total=len(group.members),
        sheet=sheet,
        facets=[],
    )


def _is_long(page: Page) -> bool:
    return len(page.fair.exhibitors) > _ONE_PAGE


def _facets(page: Page) -> list[Facet]:
    """By what the list can be narrowed: its letters it has itself."""
    things = (exhibitor_values(page, shown) for shown in page.fair.exhibitors)
    return [facet for facet in facets(page, things) if facet.id != "letter"]
