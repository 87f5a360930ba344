"""What a visitor's own lists say of an exhibitor or a product: the card in its page.

Lists keep only addresses; whoever shows one reads the cards of those pages. So a list that is
shared or kept for months tells what holds now, and in the language of whoever reads it.
"""

from __future__ import annotations

from markupsafe import Markup

from hallgen.model import Exhibitor, Product, Session
from hallgen.site import addresses
from hallgen.site.blocks import data_block
from hallgen.site.calendars import said_time
from hallgen.site.links import mail_link, phone_link, web_link
from hallgen.site.manifest import CardBooth, PageCard
from hallgen.site.page import BoothPlace, Page


def exhibitor_card(page: Page, shown: Exhibitor) -> Markup:
    site = page.site
    places = page.places(shown)
    pictures = (site.logo(shown), *(place.small for place in places))
    picture = next((picture for picture in pictures if picture), None)
    origin = (page.plain(shown.city), page.plain(shown.country))
    card = PageCard(
        kind="exhibitor",
        address=addresses.exhibitor("", shown.slug).lstrip("/"),
        name=page.plain(shown.name),
        note=page.t("comma").join(part for part in origin if part),
        picture=picture.address if picture else None,
        maker="",
        maker_address="",
        booths=_booths(places),
        website=web_link(shown.website),
        email=_email(shown),
        phone=_phone(shown),
    )
    return _block(card)


def product_card(page: Page, shown: Product) -> Markup:
    site = page.site
    maker = site.index.exhibitors[shown.exhibitor]
    photo, logo = site.photo(shown), site.logo(maker)
    picture = photo.usual if photo else logo
    card = PageCard(
        kind="product",
        address=site.product_place(shown),
        name=page.plain(shown.name),
        note=page.plain(shown.category),
        picture=picture.address if picture else None,
        maker=page.plain(maker.name),
        maker_address=addresses.exhibitor("", maker.slug).lstrip("/"),
        booths=_booths(page.places(maker), shown),
        specifications=tuple(
            (page.plain(line.name), page.plain(line.value)) for line in shown.specifications
        ),
        website=web_link(maker.website),
        email=_email(maker),
        phone=_phone(maker),
    )
    return _block(card)


def session_card(page: Page, shown: Session) -> Markup:
    maker = page.site.index.exhibitors.get(shown.exhibitor or "")
    card = PageCard(
        kind="session",
        address=addresses.session("", shown.id).lstrip("/"),
        name=page.plain(shown.title),
        note=page.plain(shown.location),
        picture=None,
        maker=page.plain(maker.name) if maker else "",
        maker_address=addresses.exhibitor("", maker.slug).lstrip("/") if maker else "",
        booths=(),
        website=None,
        email=None,
        phone=None,
        start=said_time(page.fair, shown.start),
        end=said_time(page.fair, shown.end),
    )
    return _block(card)


def _booths(places: list[BoothPlace], product: Product | None = None) -> tuple[CardBooth, ...]:
    return tuple(
        CardBooth(
            id=place.booth.id,
            number=place.booth.number,
            hall=place.hall_name,
            plan=place.plan,
            walk=place.walk if product is None else place.product_walk(product),
        )
        for place in places
    )


def _email(exhibitor: Exhibitor) -> str | None:
    return exhibitor.email if mail_link(exhibitor.email) else None


def _phone(exhibitor: Exhibitor) -> str | None:
    return exhibitor.phone if phone_link(exhibitor.phone) else None


def _block(card: PageCard) -> Markup:
    """The card, under the name that scripts look for: of a part of a page, with the part's own."""
    _, _, part = card.address.partition("#")
    name = f"hallgen-card-{part}" if part else "hallgen-card"
    return data_block(name, "application/json", card.model_dump_json())
