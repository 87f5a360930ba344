"""What pages tell search engines: schema.org JSON-LD (https://schema.org/ExhibitionEvent)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from hallgen.model import Exhibitor, Product, Session, Trail
from hallgen.site import addresses
from hallgen.site.blocks import data_block
from hallgen.site.calendars import said_time
from hallgen.site.links import mail_link, web_link
from hallgen.site.page import Page
from hallgen.site.rich_media import ShownMedia
from hallgen.site.stops import ShownStop


def fair_data(page: Page) -> Markup:
    """The fair as an ExhibitionEvent."""
    fair, venue = page.fair, page.fair.venue
    return _block(
        {
            "@type": "ExhibitionEvent",
            "name": page.plain(fair.name),
            "description": page.plain(fair.description),
            "startDate": fair.start and fair.start.isoformat(),
            "endDate": fair.end and fair.end.isoformat(),
            "inLanguage": list(page.site.languages),
            "organizer": _named("Organization", page.plain(fair.organiser)),
            "location": _place(
                page.plain(venue.name),
                streetAddress=page.plain(venue.address),
                addressLocality=page.plain(venue.city),
                addressCountry=page.plain(venue.country),
            ),
            "url": page.site.absolute(page.address),
            "image": [page.whole(still.address) for still in page.site.hall_stills],
        }
    )


def exhibitor_data(page: Page, exhibitor: Exhibitor, media: ShownMedia) -> Markup:
    """An exhibitor as an Organization."""
    logo = page.site.logo(exhibitor)
    name = page.plain(exhibitor.name)
    return _block(
        {
            "@type": "Organization",
            "name": name,
            "alternateName": [words for _, words in exhibitor.name.said if words != name],
            "description": page.plain(exhibitor.intro),
            "url": web_link(exhibitor.website),
            "email": exhibitor.email if mail_link(exhibitor.email) else None,
            "telephone": exhibitor.phone,
            "logo": page.whole(logo.address) if logo and logo.cell is None else None,
            "image": [
                page.whole(place.still.address) for place in page.places(exhibitor) if place.still
            ],
            "address": _address(
                streetAddress=page.plain(exhibitor.address),
                addressLocality=page.plain(exhibitor.city),
                addressCountry=page.plain(exhibitor.country),
            ),
            "subjectOf": _some(_video(page, name, page.plain(exhibitor.intro), media)),
        }
    )


def product_data(page: Page, product: Product, media: ShownMedia) -> Markup:
    """A product as a Product of its exhibitor."""
    exhibitor = page.site.index.exhibitors[product.exhibitor]
    return _block(
        {
            "@type": "Product",
            "name": page.plain(product.name),
            "description": page.plain(product.description),
            "category": _categories(page, product),
            "image": [
                page.whole(photo.usual.address)
                for photo in page.site.photos(product)
                if photo.usual.cell is None
            ],
            "manufacturer": _named("Organization", page.plain(exhibitor.name))
            | {"url": page.whole(addresses.exhibitor(page.language, exhibitor.slug))},
            "additionalProperty": [
                {
                    "@type": "PropertyValue",
                    "name": page.plain(line.name),
                    "value": page.plain(line.value),
                }
                for line in product.specifications
            ],
            "subjectOf": _some(
                _model(page, product),
                _video(page, page.plain(product.name), page.plain(product.description), media),
            ),
        }
    )


def _categories(page: Page, product: Product) -> Any:
    """Its category in words, and its classes in the systems that buyers' programs know."""
    words = page.plain(product.category)
    codes = [
        _without_empty(
            {
                "@type": "CategoryCode",
                "codeValue": one.code,
                "inCodeSet": {"@type": "CategoryCodeSet", "name": one.system},
                "name": page.plain(one.name),
            }
        )
        for one in product.classifications
    ]
    return [*([words] if words else []), *codes] if codes else words


def session_data(page: Page, session: Session) -> Markup:
    """A session as an Event of the fair."""
    fair = page.fair
    host = page.site.index.exhibitors.get(session.exhibitor or "")
    return _block(
        {
            "@type": "Event",
            "name": page.plain(session.title),
            "description": page.plain(session.description),
            "startDate": said_time(fair, session.start),
            "endDate": said_time(fair, session.end),
            "location": _place(
                page.t("comma").join(
                    part for part in (page.plain(session.location), page.where) if part
                ),
                streetAddress=page.plain(fair.venue.address),
                addressLocality=page.plain(fair.venue.city),
                addressCountry=page.plain(fair.venue.country),
            ),
            "performer": [_named("Person", page.plain(name)) for name in session.speakers],
            "organizer": _named("Organization", page.plain(host.name if host else fair.organiser)),
            "superEvent": _named("ExhibitionEvent", page.plain(fair.name)),
            "url": page.site.absolute(page.address),
        }
    )


def trail_data(page: Page, trail: Trail, stops: Sequence[ShownStop]) -> Markup:
    """A hot spot or a tour as an ItemList of what it stops at."""
    return _block(
        {
            "@type": "ItemList",
            "name": page.plain(trail.name),
            "description": page.plain(trail.text),
            "url": page.site.absolute(page.address),
            "numberOfItems": len(stops),
            "itemListElement": [
                _without_empty(
                    {
                        "@type": "ListItem",
                        "position": shown.number,
                        "name": shown.name,
                        "url": page.whole(shown.page) if shown.page else None,
                    }
                )
                for shown in stops
            ],
        }
    )


def _video(page: Page, name: str, description: str, media: ShownMedia) -> dict[str, Any] | None:
    if media.film is None:
        return None
    film = media.film.film
    return _without_empty(
        {
            "@type": "VideoObject",
            "name": name,
            "description": description,
            "contentUrl": page.whole(film.sources[-1].address),
            "encodingFormat": film.sources[-1].mime,
            "thumbnailUrl": film.poster and page.whole(film.poster.address),
            "duration": f"PT{film.seconds:.0f}S" if film.seconds else None,
        }
    )


def _model(page: Page, product: Product) -> dict[str, Any] | None:
    """A product's own model as a 3DModel that others may load."""
    model = page.site.inputs.models.get(product.id)
    if model is None:
        return None
    file = {"@type": "MediaObject", "encodingFormat": "model/gltf-binary"}
    return {"@type": "3DModel", "encoding": file | {"contentUrl": page.whole(model.inspect)}}


def _some(*things: dict[str, Any] | None) -> list[dict[str, Any]]:
    return [thing for thing in things if thing is not None]


def _block(thing: dict[str, Any]) -> Markup:
    said = {"@context": "https://schema.org", **_without_empty(thing)}
    return data_block("", "application/ld+json", json.dumps(said, ensure_ascii=False))


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"@type": kind, "name": name} if name else {}


def _place(name: str, **address: str) -> dict[str, Any]:
    where = _address(**address)
    return (
        _without_empty({"@type": "Place", "name": name, "address": where}) if name or where else {}
    )


def _address(**parts: str) -> dict[str, Any]:
    said = _without_empty(parts)
    return {"@type": "PostalAddress", **said} if said else {}


def _without_empty(thing: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if value not in (None, "", [], {})}
