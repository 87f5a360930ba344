"""One page: its language, its address, and what templates ask it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from hallgen.media.pictures import Picture, PictureSet
from hallgen.model import Booth, Exhibitor, Fair, Menu, Product, Text, Trail
from hallgen.site import addresses
from hallgen.site.crumbs import crumbs_data
from hallgen.site.dates import date_range
from hallgen.site.inputs import SiteFile
from hallgen.site.plurals import counted
from hallgen.site.signs import Sign, sign_of
from hallgen.site.site import Site
from hallgen.site.words import direction, isolated, own_name, say

#: What neither HTML nor XML may hold; lists exported from elsewhere do.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


#: Length at which a description for search engines ends.
_MOST_DESCRIPTION = 160


def shortened(text: str) -> str:
    """A text as search engines show it: what goes beyond that is cut."""
    if len(text) <= _MOST_DESCRIPTION:
        return text
    return text[: _MOST_DESCRIPTION - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site in the header. `current` is the value of aria-current, or ''."""

    name: str
    address: str
    current: str


@dataclass(frozen=True, slots=True)
class BoothPlace:
    """A booth as a page speaks of it, with links to it on the plan and in 3D, and pictures."""

    booth: Booth
    hall_name: str
    plan: str
    walk: str
    hall_address: str
    still: Picture | None
    small: Picture | None

    def product_walk(self, product: Product) -> str:
        """The link that opens a product where it is shown."""
        return f"{self.hall_address}?product={quote(product.id, safe='')}"


@dataclass(frozen=True, eq=False)
class Page:
    """A page under `<language>/`. `place` is the rest of its address ("exhibitors/abb/").

    `title` and `description` are plain text; templates find the page under the name `page`.
    `elsewhere` is the place of what other languages have instead, where that is not the same.
    What is not `listed` is nothing without a script, and search engines are told to leave it out.
    """

    site: Site
    language: str
    place: str
    title: str
    description: str
    elsewhere: str | None = None
    listed: bool = True

    @property
    def policy(self) -> str:
        return self.site.policy

    @property
    def boot_script(self) -> Markup:
        """The script of pages that show halls, which the policy names by its hash."""
        return Markup(self.site.inputs.viewer.boot)  # noqa: S704

    @property
    def address(self) -> str:
        return f"{self.language}/{self.place}"

    @property
    def fair(self) -> Fair:
        return self.site.index.fair

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def full_title(self) -> str:
        name = self.plain(self.fair.name)
        return self.title if self.title == name else f"{self.title} · {name}"

    @property
    def when(self) -> str:
        """The fair's dates, or ''."""
        return date_range(self.fair.start, self.fair.end, self.words)

    @property
    def where(self) -> str:
        """The venue's name and place, or ''."""
        venue = self.fair.venue
        parts = (self.plain(part) for part in (venue.name, venue.city, venue.country))
        return self.t("comma").join(dict.fromkeys(part for part in parts if part))

    @cached_property
    def sections(self) -> list[Section]:
        """The parts of the site that have something in them."""
        fair, language = self.fair, self.language
        parts = (
            ("nav.halls", addresses.overview(language), self.site.halls),
            ("nav.exhibitors", addresses.exhibitors(language), fair.exhibitors),
            ("nav.products", addresses.products(language), fair.products),
            ("nav.programme", addresses.programme(language), fair.sessions),
            ("nav.worth_seeing", addresses.worth_seeing(language), self.site.has_worth_seeing),
        )
        ours = [
            Section(self.t(key), address, self._current(address))
            for key, address, things in parts
            if things
        ]
        return ours + self._menu(Menu.HEADER)

    @property
    def foot(self) -> list[Section]:
        """The organiser's own pages in the footer."""
        return self._menu(Menu.FOOTER)

    def _menu(self, menu: Menu) -> list[Section]:
        pages = (one for one in self.fair.pages if one.menu is menu)
        named = ((self.plain(one.title), addresses.info(self.language, one.id)) for one in pages)
        return [Section(name, address, self._current(address)) for name, address in named]

    @property
    def crumbs(self) -> Markup:
        """Where the page is in the site, as data."""
        home = (self.plain(self.fair.name), addresses.home(self.language))
        above = [(one.name, one.address) for one in self.sections if one.current == "true"]
        way = [home, *above, (self.title, self.address)] if self.place else [home]
        return crumbs_data([(name, self.whole(address)) for name, address in way])

    def shared(self, exhibitor: Exhibitor | None = None) -> Picture | None:
        """The square picture that messengers show beside a link: of the exhibitor's booth, else of
        the fair's first hall.
        """
        booths = self.site.booths_of(exhibitor) if exhibitor else ()
        ways = [addresses.share_still(booth.id) for booth in booths]
        ways += [addresses.hall_share(booth.hall) for booth in booths]
        ways += [addresses.hall_share(hall.id) for hall in self.site.halls]
        return next((still for way in ways if (still := self.site.still(way))), None)

    @cached_property
    def root(self) -> str:
        return addresses.to_root(self.address)

    @cached_property
    def alternates(self) -> dict[str, str]:
        """The address of this page in every language."""
        there = self.place if self.elsewhere is None else self.elsewhere
        return {
            language: f"{language}/{self.place if language == self.language else there}"
            for language in self.site.languages
        }

    @cached_property
    def reading(self) -> tuple[str, ...]:
        """Languages in the order in which this page's reader wants them."""
        return tuple(dict.fromkeys((self.language, *self.site.languages)))

    @property
    def words(self) -> Mapping[str, str]:
        return self.site.interface(self.language).words

    def link(self, address: str) -> str:
        """The way from this page to an address of the site."""
        return (self.root + address) or "./"

    def whole(self, address: str) -> str:
        """An address in full, where it is known where the site will be; else the way to it."""
        return self.site.absolute(address) or self.link(address)

    def srcset(self, photo: PictureSet) -> str:
        """The ways to a photo's sizes, with their widths, for a browser to choose from."""
        return ", ".join(f"{self.link(size.address)} {size.width}w" for size in photo.sizes)

    def t(self, key: str, **values: Any) -> str:
        """The interface's words for `key`. Raises KeyError for a key that `en.json` lacks."""
        return self.words[key].format_map(isolated(values, self.direction))

    def words_of(self, part: str) -> str:
        """The words of a part of the page with a script, for its `data-words`: JSON by key."""
        return self.site.interface(self.language).part(part)

    def count(self, key: str, number: int) -> str:
        """A number of things: 1 exhibitor, 12 exhibitors."""
        return counted(self.words, f"{key}.", number, self.language)

    def plain(self, text: Text) -> str:
        """What a text says to this page's reader, as plain text."""
        return text.best(*self.reading)

    def say(self, text: Text) -> Markup:
        """The same, with its language marked where it is not the page's."""
        said = say(text, self.reading)
        return self.marked(said.words, said.language)

    def marked(self, words: str, language: str | None) -> Markup:
        plain = language is None and self.direction == "ltr"
        if language == self.language or plain or not words:
            return escape(words)
        if language is None:
            return Markup("<bdi>{}</bdi>").format(words)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            language, direction(language), words
        )

    def marked_block(self, html: Markup, language: str | None) -> Markup:
        """The same of whole paragraphs."""
        if language is None or language == self.language:
            return html
        return Markup('<div lang="{}" dir="{}">{}</div>').format(
            language, direction(language), html
        )

    def others(self, text: Text) -> list[Markup]:
        """What the text says in other languages, without repeating words."""
        seen = {self.plain(text)}
        found: list[Markup] = []
        for language, words in text.said:
            if words not in seen:
                seen.add(words)
                found.append(self.marked(words, language))
        return found

    def paragraphs(self, text: Text) -> list[Markup]:
        said = say(text, self.reading)
        parts = re.split(r"\n\s*\n|\r?\n", said.words)
        return [self.marked(part.strip(), said.language) for part in parts if part.strip()]

    def own_name(self, language: str) -> str:
        """What a language calls itself."""
        return own_name(language, self.fair)

    def sign(self, exhibitor: Exhibitor) -> Sign:
        """What stands in for a logo."""
        return sign_of(exhibitor, self.plain(exhibitor.name), self.plain(exhibitor.city))

    def zone_at(self, zone: str) -> int:
        """A zone's number in the style sheet."""
        return self.site.zone_numbers[zone]

    def hall_name(self, hall: str) -> str:
        """A hall's name, or its number where it has none."""
        return self.site.hall_name(self.site.index.halls[hall], self.language)

    def places(self, exhibitor: Exhibitor) -> list[BoothPlace]:
        return [self.place_of(booth) for booth in self.site.booths_of(exhibitor)]

    def place_of(self, booth: Booth) -> BoothPlace:
        hall = addresses.hall(self.language, booth.hall)
        still = self.site.still(addresses.booth_still(booth.id))
        return BoothPlace(
            booth=booth,
            hall_name=self.hall_name(booth.hall),
            plan=f"{hall}#{addresses.booth_anchor(booth.id)}",
            walk=f"{hall}?booth={quote(booth.id, safe='')}",
            hall_address=hall,
            still=still,
            small=self.site.still(addresses.small_still(booth.id)) or still,
        )

    def exhibitor_address(self, exhibitor: Exhibitor) -> str:
        return addresses.exhibitor(self.language, exhibitor.slug)

    def product_address(self, product: Product) -> str:
        return f"{self.language}/{self.site.product_place(product)}"

    @property
    def products_address(self) -> str:
        return addresses.products(self.language)

    @property
    def compare_address(self) -> str:
        return addresses.compare(self.language)

    @property
    def interests_address(self) -> str:
        return addresses.interests(self.language)

    def search_address(self, **chosen: str) -> str:
        """The page of the search, narrowed by facets' values: `search_address(zone="cnc")`."""
        query = f"?{urlencode(chosen)}" if chosen else ""
        return f"{addresses.search(self.language)}{query}"

    def trail_address(self, trail: Trail) -> str:
        return addresses.trail(self.language, trail.id)

    @property
    def worth_seeing(self) -> str:
        """The address of the page of all that is worth seeing."""
        return addresses.worth_seeing(self.language)

    def product_anchor(self, product: Product) -> str:
        """The id of a product's part in the page of its exhibitor."""
        return addresses.product_anchor(product.slug)

    def product_name(self, product: Product) -> str:
        """What names a product to scripts: its own page's part of the address, after its
        exhibitor's and a slash where it has none.
        """
        own = addresses.segment(product.slug)
        if self.site.has_product_pages:
            return own
        maker = self.site.index.exhibitors[product.exhibitor]
        return f"{addresses.segment(maker.slug)}/{own}"

    def _current(self, address: str) -> str:
        if self.address == address:
            return "page"
        below = self.address.startswith(address) or (
            address == addresses.overview(self.language) and self.place.startswith("halls/")
        )
        return "true" if below else ""

    def render(self, template: str, **context: Any) -> SiteFile:
        data = self.write(template, **context)
        alternates = self.alternates if self.listed else {}
        return SiteFile(f"{self.address}index.html", data, alternates)

    def write(self, template: str, **context: Any) -> bytes:
        """What a template makes of this page, without characters that no page may hold."""
        text = self.site.templates.get_template(template).render(
            page=self, site=self.site, t=self.t, link=self.link, say=self.say, **context
        )
        return _NEVER.sub("", text).encode()
