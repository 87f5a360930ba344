"""All products by category: one page, or one a category where they are too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup, escape

from hallgen.model import Product
from hallgen.site import addresses
from hallgen.site.categories import Member
from hallgen.site.facets import Facet, facets, product_values
from hallgen.site.inputs import SiteFile
from hallgen.site.lists import list_page
from hallgen.site.page import Page
from hallgen.site.sheets import Sheet, sheets
from hallgen.site.site import Site

#: More products are listed by category; a page of a category has so many at most, and the page
#: before those so many of each.
_ONE_PAGE: Final = 300
_A_PAGE: Final = 120
_FIRST: Final = 4
#: The address of those in no category: no category's is like it.
_REST: Final = "-"


@dataclass(frozen=True, slots=True)
class Group:
    """Products under one heading. `anchor` is its id in the page, `address` where all of them are,
    '' where they are all shown; `total` is how many those are.
    """

    name: Markup
    anchor: str
    address: str
    total: int
    members: tuple[Product, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A category with its products and those of all below it. `above` are the ones it is in."""

    slug: str
    name: Markup
    words: str
    address: str
    products: tuple[Product, ...]
    above: tuple[Category, ...] = ()
    children: tuple[Category, ...] = ()


def product_lists(site: Site, language: str) -> Iterator[SiteFile]:
    page = list_page(site, language, "products")
    found = categories(page) if _is_long(page) else []
    yield page.render(
        "products.html.j2",
        groups=list(map(_first, found)) or _groups(page),
        total=len(page.fair.products),
        facets=_facets(page),
    )
    pending = found[::-1]
    while pending:
        category = pending.pop()
        for sheet in sheets(category.address, category.products, _A_PAGE):
            yield _category(page, category, sheet)
        pending += category.children[::-1]


def categories(page: Page) -> list[Category]:
    """The categories that have products, and last those in none, in the order of the tables."""
    by_slug: dict[str, list[Product]] = {}
    for product in page.fair.products:
        for slug in page.site.categories.path(product.category) or (_REST,):
            by_slug.setdefault(slug, []).append(product)
    found = [_built(page, root, by_slug, ()) for root in page.site.categories.roots]
    if _REST in by_slug:
        words = page.t("product.other")
        address = addresses.products_in(page.language, _REST)
        found.append(Category(_REST, escape(words), words, address, tuple(by_slug[_REST])))
    return [one for one in found if one.products]


def _built(
    page: Page, member: Member, products: dict[str, list[Product]], above: tuple[Category, ...]
) -> Category:
    one = Category(
        slug=member.slug,
        name=page.say(member.name),
        words=page.plain(member.name),
        address=addresses.products_in(page.language, member.slug),
        products=tuple(products.get(member.slug, ())),
        above=above,
    )
    below = (_built(page, child, products, (*above, one)) for child in member.children)
    return replace(one, children=tuple(child for child in below if child.products))


def _first(category: Category) -> Group:
    return Group(
        name=category.name,
        anchor=f"category-{category.slug}",
        address=category.address,
        total=len(category.products),
        members=category.products[:_FIRST],
    )


def _groups(page: Page) -> list[Group]:
    """All products by category, in the order in which the fair's tables first name them."""
    grouped: dict[str, list[Product]] = {}
    for product in page.fair.products:
        grouped.setdefault(_innermost(page, product), []).append(product)
    return [
        Group(
            name=page.say(members[0].category) or escape(page.t("product.other")),
            anchor=f"category-{slug}",
            address="",
            total=len(members),
            members=tuple(members),
        )
        for slug, members in grouped.items()
    ]


def category_address(page: Page, product: Product) -> str:
    """Where all products of a product's category are."""
    slug = _innermost(page, product)
    if _is_long(page):
        return addresses.products_in(page.language, slug)
    return f"{addresses.products(page.language)}#category-{slug}"


def _innermost(page: Page, product: Product) -> str:
    return (page.site.categories.path(product.category) or (_REST,))[-1]


def _is_long(page: Page) -> bool:
    return len(page.fair.products) > _ONE_PAGE


def _category(page: Page, category: Category, sheet: Sheet[Product]) -> SiteFile:
    fair = page.plain(page.fair.name)
    own = replace(
        page,
        place=sheet.address.removeprefix(f"{page.language}/"),
        title=category.words,
        description=page.t("products.in", fair=fair, category=category.words),
    )
    return own.render("category.html.j2", category=category, sheet=sheet)


def _facets(page: Page) -> list[Facet]:
    """By what the list can be narrowed. Where categories have pages, the list leads there."""
    things = (product_values(page, shown) for shown in page.fair.products)
    without = {"letter", "category"} if _is_long(page) else {"letter"}
    return [facet for facet in facets(page, things) if facet.id not in without]
