"""The first pages: the choice of language, a language's home, the plans of all halls."""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.media.pictures import Picture
from hallgen.model import Hall, Product, Text, Zone
from hallgen.site import addresses, structured
from hallgen.site.boot_plan import plan_block
from hallgen.site.exhibitor_lists import Letter
from hallgen.site.info_pages import news
from hallgen.site.inputs import SiteFile
from hallgen.site.page import Page, shortened
from hallgen.site.plan_svg import draw, size_of
from hallgen.site.site import Site
from hallgen.site.ways import ways_into
from hallgen.site.worth_seeing import trail_cards

#: How many products a home page shows.
MOST_HIGHLIGHTS = 8

#: And how many hot spots and tours.
MOST_TRAILS = 6


@dataclass(frozen=True, slots=True)
class HallCard:
    """A hall in a few words. `width` and `height` are its small plan's; `metres` the hall's."""

    id: str
    name: str
    address: str
    plan: str
    full_plan: str
    view: str
    still: Picture | None
    width: int
    height: int
    metres: tuple[int, int]
    booths: int
    exhibitors: int
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HallLink:
    """The way to a hall."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ZoneCard:
    """A zone, how many show there, and in which halls. `address` finds them."""

    name: Text
    address: str
    exhibitors: int
    halls: tuple[HallLink, ...]


def hall_cards(page: Page) -> list[HallCard]:
    return [_card(page, hall) for hall in page.site.halls]


def door(site: Site) -> SiteFile:
    """`index.html`: the choice of language, by plain links."""
    page = _page(site, site.languages[0])
    cards = hall_cards(page)
    html = site.templates.get_template("index.html.j2").render(
        page=page,
        site=site,
        t=page.t,
        say=page.say,
        hero=max(cards, key=lambda card: card.booths, default=None),
        data=structured.fair_data(page),
    )
    homes = {language: addresses.home(language) for language in site.languages}
    return SiteFile("index.html", html.encode(), {**homes, "x-default": ""})


def home(site: Site, language: str, letters: list[Letter]) -> SiteFile:
    page = _page(site, language)
    fair, cards = page.fair, hall_cards(page)
    figures = (
        (page.t("nav.halls"), len(site.halls)),
        (page.t("nav.booths"), sum(len(site.layout(hall).booths) for hall in site.halls)),
        (page.t("nav.exhibitors"), len(fair.exhibitors)),
        (page.t("nav.products"), len(fair.products)),
    )
    return page.render(
        "home.html.j2",
        halls=cards,
        hero=max(cards, key=lambda card: card.booths, default=None),
        plan_block=plan_block(site, site.halls),
        figures=[(name, number) for name, number in figures if number],
        zones=[_zone(page, zone) for zone in fair.zones],
        highlights=highlights(page),
        news=news(page),
        trails=trail_cards(page)[:MOST_TRAILS],
        letters=letters,
        picture=next(iter(site.hall_stills), None),
        data=structured.fair_data(page),
    )


def overview(site: Site, language: str) -> SiteFile:
    """`map/`: the plans of all halls."""
    words = _page(site, language)
    title = words.t("nav.halls")
    page = Page(site, language, "map/", title, words.t("map.description", fair=words.title))
    drawings = [draw(page, hall) for hall in site.halls]
    halls = list(zip(hall_cards(page), drawings, strict=True))
    ways = [ways_into(page, hall) for hall in site.halls]
    marked = any(drawing.marks for drawing in drawings)
    return page.render("map.html.j2", halls=halls, zones=page.fair.zones, ways=ways, marked=marked)


def highlights(page: Page) -> list[Product]:
    """Products the organiser marked, then some with a picture, one an exhibitor."""
    products = page.fair.products
    chosen = [product for product in products if product.highlight]
    shown = {product.exhibitor for product in chosen}
    for product in products:
        if len(chosen) >= MOST_HIGHLIGHTS:
            break
        if product.exhibitor not in shown and page.site.photo(product):
            shown.add(product.exhibitor)
            chosen.append(product)
    return chosen[:MOST_HIGHLIGHTS]


def _page(site: Site, language: str) -> Page:
    """The page of the fair itself, whose title is the fair's name."""
    fair, reading = site.index.fair, (language, *site.languages)
    name, said = fair.name.best(*reading), fair.description.best(*reading)
    bare = Page(site, language, "", name, "")
    facts = (name, bare.when, bare.where, bare.count("count.exhibitors", len(fair.exhibitors)))
    told = shortened(said) or " · ".join(fact for fact in facts if fact)
    return Page(site, language, "", name, told)


def _card(page: Page, hall: Hall) -> HallCard:
    layout = page.site.layout(hall)
    min_x, min_y, max_x, max_y = layout.outline.bounds
    width, height = size_of(layout.outline)
    booths = [page.site.index.booths[b.booth] for b in layout.booths]
    here = {booth.zone for booth in booths} | set(hall.zones)
    return HallCard(
        id=hall.id,
        name=page.hall_name(hall.id),
        address=addresses.hall(page.language, hall.id),
        plan=addresses.small_plan(hall.id),
        full_plan=addresses.plan(page.language, hall.id),
        view=addresses.view(hall.id),
        still=page.site.still(addresses.hall_overview(hall.id)),
        width=round(width),
        height=round(height),
        metres=(round(max_x - min_x), round(max_y - min_y)),
        booths=len(booths),
        exhibitors=len({id_ for booth in booths for id_ in booth.exhibitors}),
        zones=tuple(zone for zone in page.site.index.zones if zone in here),
    )


def _zone(page: Page, zone: Zone) -> ZoneCard:
    halls = {
        hall.id: {id_ for b in hall.booths if b.zone == zone.id for id_ in b.exhibitors}
        for hall in page.site.halls
        if zone.id in hall.zones or any(b.zone == zone.id for b in hall.booths)
    }
    return ZoneCard(
        name=zone.name,
        address=page.search_address(zone=zone.id),
        exhibitors=len(set().union(*halls.values())),
        halls=tuple(
            HallLink(page.hall_name(id_), addresses.hall(page.language, id_)) for id_ in halls
        ),
    )
