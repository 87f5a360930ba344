"""What visitors can find: a record of each thing and page, by language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeVar

from hallgen.media.pictures import PictureSet
from hallgen.model import Exhibitor, InfoPage, Product, RichMedia, Session, Text, Trail
from hallgen.site import addresses
from hallgen.site.dates import long_date
from hallgen.site.facets import (
    Kind,
    Values,
    exhibitor_values,
    page_values,
    product_values,
    session_values,
    trail_values,
)
from hallgen.site.inputs import SiteInputs
from hallgen.site.manifest import SearchThing
from hallgen.site.page import BoothPlace, Page
from hallgen.site.site import Site
from hallgen.site.sorting import sort_key
from hallgen.site.spelling import numbers_of, romanized
from hallgen.site.stops import start_of, trail_picture

#: Characters after which texts and documents are cut: nobody looks for a firm by its 2,000th word.
_MOST: Final = 12_000
_MOST_OF_DOCUMENT: Final = 60_000

Named = TypeVar("Named", Exhibitor, Product)
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A page that can be found.

    `names` are texts that name it and `forms` further terms that do; `words` are texts of which
    else it is found. `values` are what results are narrowed by. All but `shown` and the letter are
    the same in every language: who reads English looks for a Chinese name as well.
    """

    language: str
    shown: SearchThing
    names: tuple[str, ...]
    forms: tuple[str, ...]
    words: tuple[str, ...]
    values: Values


def search_records(
    inputs: SiteInputs, documents: Texts = MappingProxyType({})
) -> Iterator[SearchRecord]:
    """All records of a site, language after language, in the order in which lists have them.

    `documents` has the texts of documents by the address in `Document.words`.
    """
    site = Site(inputs, style="", icon="")
    fair = site.index.fair
    for language in site.languages:
        page = Page(site, language, "", "", "")
        for exhibitor in by_name(page, fair.exhibitors):
            yield _exhibitor(page, exhibitor, documents)
        for product in by_name(page, fair.products):
            yield _product(page, product, documents)
        for session in sorted(fair.sessions, key=lambda session: session.start.isoformat()):
            yield _session(page, session)
        for trail in site.trails:
            yield _trail(page, trail)
        for info in fair.pages:
            yield _info(page, info)


def by_name(page: Page, things: Iterable[Named]) -> list[Named]:
    """Things in the order of their names in the page's language."""
    return sorted(things, key=lambda one: (sort_key(page.plain(one.name), page.language), one.slug))


def _exhibitor(page: Page, shown: Exhibitor, documents: Texts) -> SearchRecord:
    site = page.site
    places = page.places(shown)
    zones = (site.index.zones[id_].name for id_ in site.zones_of(shown))
    products = (product.name for product in site.index.products_of(shown.id))
    told = (
        *zones,
        *shown.categories,
        shown.tier,
        shown.country,
        shown.city,
        *products,
        shown.intro,
    )
    pictures = (site.logo(shown), *(place.small for place in places))
    picture = next((picture for picture in pictures if picture), None)
    return SearchRecord(
        language=page.language,
        shown=SearchThing(
            kind=Kind.EXHIBITOR.value,
            page=addresses.exhibitor(page.language, shown.slug),
            title=page.plain(shown.name),
            note=_joined(_where(places), page.plain(shown.country)),
            picture=picture.address if picture else None,
            walk=places[0].walk if places else None,
            booth=places[0].booth.id if places else None,
        ),
        names=_said(shown.name),
        forms=_forms(shown.name, *(form for p in places for form in numbers_of(p.booth))),
        words=(*_said(*told), *shown.tags, *_documents(page, shown.media, documents)),
        values=exhibitor_values(page, shown),
    )


def _product(page: Page, shown: Product, documents: Texts) -> SearchRecord:
    maker = page.site.index.exhibitors[shown.exhibitor]
    places = page.places(maker)
    photo, logo = page.site.photo(shown), page.site.logo(maker)
    picture = photo.sizes[0] if photo else logo
    figures = (text for line in shown.specifications for text in (line.name, line.value))
    told = (maker.name, shown.category, shown.description, *figures)
    return SearchRecord(
        language=page.language,
        shown=SearchThing(
            kind=Kind.PRODUCT.value,
            page=page.product_address(shown),
            title=page.plain(shown.name),
            note=_joined(page.plain(maker.name), _where(places)),
            picture=picture.address if picture else None,
            walk=places[0].product_walk(shown) if places else None,
            booth=places[0].booth.id if places else None,
        ),
        names=(*_said(shown.name), shown.id),
        forms=_forms(shown.name),
        words=(*_said(*told), *_documents(page, shown.media, documents)),
        values=product_values(page, shown),
    )


def _session(page: Page, shown: Session) -> SearchRecord:
    return SearchRecord(
        language=page.language,
        shown=SearchThing(
            kind=Kind.SESSION.value,
            page=addresses.session(page.language, shown.id),
            title=page.plain(shown.title),
            note=page.t("nav.programme"),
            picture=None,
            walk=None,
            booth=None,
        ),
        names=_said(shown.title),
        forms=_forms(shown.title),
        words=_said(*shown.speakers, shown.description),
        values=session_values(),
    )


def _trail(page: Page, shown: Trail) -> SearchRecord:
    """A hot spot or a tour, also found by what its stops say."""
    picture = trail_picture(page.site, shown)
    smallest = picture.sizes[0] if isinstance(picture, PictureSet) else picture
    stops = (text for stop in shown.stops for text in (stop.name, stop.text))
    return SearchRecord(
        language=page.language,
        shown=SearchThing(
            kind=Kind.TRAIL.value,
            page=page.trail_address(shown),
            title=page.plain(shown.name),
            note=_joined(
                page.t(f"trail.{shown.kind}"), page.count("count.stops", len(shown.stops))
            ),
            picture=smallest.address if smallest else None,
            walk=start_of(page, shown),
            booth=None,
        ),
        names=_said(shown.name),
        forms=_forms(shown.name),
        words=_said(shown.text, *stops),
        values=trail_values(shown),
    )


def _info(page: Page, shown: InfoPage) -> SearchRecord:
    """A page of the organiser's own, or news with its day."""
    picture = next((page.site.inputs.pictures.get(path) for path in shown.pictures.values()), None)
    smallest = picture.page.sizes[0] if picture is not None and picture.page is not None else None
    return SearchRecord(
        language=page.language,
        shown=SearchThing(
            kind=Kind.PAGE.value,
            page=addresses.info(page.language, shown.id),
            title=page.plain(shown.title),
            note=long_date(shown.day, page.words) if shown.day else page.t("find.page"),
            picture=smallest.address if smallest else None,
            walk=None,
            booth=None,
        ),
        names=_said(shown.title),
        forms=_forms(shown.title),
        words=_said(shown.text),
        values=page_values(),
    )


def _where(places: Sequence[BoothPlace]) -> str:
    """Where an exhibitor is: its booths' numbers first, since narrow screens cut the rest."""
    some = places[:2]
    halls = dict.fromkeys(place.hall_name for place in some)
    return _joined(*(place.booth.number for place in some), *halls)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _said(*texts: Text) -> tuple[str, ...]:
    """What texts say in all their languages."""
    return tuple(words[:_MOST] for text in texts for _, words in text.said)


def _forms(name: Text, *others: str) -> tuple[str, ...]:
    return (*(term for _, words in name.said for term in romanized(words)), *others)


def _documents(page: Page, media: RichMedia, texts: Texts) -> Iterator[str]:
    """What the documents say that a page offers."""
    shelf = page.site.inputs.shelf.documents
    for path in media.documents:
        if path in shelf:
            yield shelf[path].title
            yield texts.get(shelf[path].words or "", "")[:_MOST_OF_DOCUMENT]
