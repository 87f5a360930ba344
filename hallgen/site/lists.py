"""The lists: exhibitors from A to Z, products by category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from hallgen.model import Exhibitor, Product
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page
from hallgen.site.site import Site
from hallgen.site.sorting import initial, sort_key

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Group(Generic[Member]):
    """A part of a list under one heading. `anchor` is its id in the page."""

    name: str
    anchor: str
    members: tuple[Member, ...]


def exhibitor_groups(page: Page) -> list[Group[Exhibitor]]:
    """All exhibitors by the initial of their name in the page's language, in its order."""
    named = sorted(
        ((page.plain(exhibitor.name), exhibitor) for exhibitor in page.fair.exhibitors),
        key=lambda pair: (sort_key(pair[0], page.language), pair[1].slug),
    )
    grouped: dict[str, list[Exhibitor]] = {}
    for name, exhibitor in named:
        grouped.setdefault(initial(name, page.language), []).append(exhibitor)
    return _groups("letter", grouped)


def product_groups(page: Page) -> list[Group[Product]]:
    """All products by category, in the order in which the fair's tables first name them."""
    grouped: dict[str, list[Product]] = {}
    for product in page.fair.products:
        name = page.plain(product.category) or page.t("product.other")
        grouped.setdefault(name, []).append(product)
    return _groups("category", grouped)


def exhibitors(site: Site, language: str, groups: list[Group[Exhibitor]]) -> SiteFile:
    page = list_page(site, language, "exhibitors")
    return page.render("exhibitors.html.j2", groups=groups, total=len(page.fair.exhibitors))


def products(site: Site, language: str) -> SiteFile:
    page = list_page(site, language, "products")
    return page.render(
        "products.html.j2", groups=product_groups(page), total=len(page.fair.products)
    )


def list_page(site: Site, language: str, part: str) -> Page:
    """The page of one of the fair's lists: `exhibitors`, `products` or `programme`."""
    words = Page(site, language, f"{part}/", "", "")
    fair = words.plain(site.index.fair.name)
    return Page(
        site,
        language,
        words.place,
        words.t(f"nav.{part}"),
        words.t(f"{part}.description", fair=fair),
    )


def _groups(kind: str, grouped: dict[str, list[Member]]) -> list[Group[Member]]:
    return [
        Group(name, f"{kind}-{number}", tuple(members))
        for number, (name, members) in enumerate(grouped.items(), 1)
    ]
