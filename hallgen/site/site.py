"""What all pages of a site share, worked out once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined

from hallgen.layout.walks import Walks
from hallgen.media.pictures import Picture, PictureSet
from hallgen.model import (
    Booth,
    BoothLayout,
    Exhibitor,
    FairIndex,
    Hall,
    HallLayout,
    Product,
    ProductPages,
    Showing,
    Stop,
    Trail,
)
from hallgen.resources import templates
from hallgen.site import addresses, colors
from hallgen.site.categories import Tree, categories_of, countries_of, tiers_of
from hallgen.site.inputs import SiteInputs
from hallgen.site.policy import policy_for
from hallgen.site.similar import Likeness, similar_exhibitors, similar_products
from hallgen.site.theme import loader
from hallgen.site.typefaces import first_font
from hallgen.site.words import Interface


@dataclass(frozen=True, eq=False)
class Site:
    """A site in the making. `style` and `icon` are addresses."""

    inputs: SiteInputs
    style: str
    icon: str
    _walks: dict[str, Walks] = field(default_factory=dict, init=False)
    _interfaces: dict[str, Interface] = field(default_factory=dict, init=False)

    @cached_property
    def templates(self) -> Environment:
        return environment(loader(self.index.fair))

    @property
    def index(self) -> FairIndex:
        return self.inputs.index

    @cached_property
    def policy(self) -> str:
        """What every page may do."""
        fair = self.index.fair
        told = (fair.enquiries.endpoint, fair.counts.address if fair.counts else None)
        ends = (one for one in told if one)
        return policy_for(self.inputs.viewer.boot, *ends, frames=fair.embeds)

    @cached_property
    def first_font(self) -> str | None:
        """The address of the font that every page needs, where the site has one."""
        font = first_font(self.inputs.fonts)
        return None if font is None else font.name

    @property
    def lists(self) -> bool:
        """Whether there is anything to search for, and to keep."""
        fair = self.index.fair
        return bool(fair.exhibitors or fair.products or fair.sessions)

    def interface(self, language: str) -> Interface:
        """What pages of a language say by themselves."""
        if language not in self._interfaces:
            self._interfaces[language] = Interface(language, self.index.fair)
        return self._interfaces[language]

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.index.fair.languages))

    @cached_property
    def halls(self) -> tuple[Hall, ...]:
        """The halls that were laid out."""
        return tuple(h for h in self.index.fair.halls if h.id in self.inputs.layouts)

    def hall_name(self, hall: Hall, language: str) -> str:
        """What a hall is called in a language, the fair's others where it has no name there."""
        said = hall.name.best(language, *self.languages)
        return said or self.interface(language).words["hall.numbered"].format(hall=hall.id)

    def layout(self, hall: Hall) -> HallLayout:
        return self.inputs.layouts[hall.id]

    def walks(self, hall: str) -> Walks:
        """A hall's floor, to ask how far it is on foot."""
        if hall not in self._walks:
            self._walks[hall] = Walks(self.inputs.layouts[hall])
        return self._walks[hall]

    @cached_property
    def booth_layouts(self) -> Mapping[str, BoothLayout]:
        return {b.booth: b for hall in self.halls for b in self.layout(hall).booths}

    @cached_property
    def zone_colors(self) -> Mapping[str, str]:
        return colors.zone_colors(self.index.fair.zones)

    @cached_property
    def zone_numbers(self) -> Mapping[str, int]:
        """A zone's number in the style sheet, by its id."""
        return {zone: number for number, zone in enumerate(self.zone_colors)}

    @cached_property
    def categories(self) -> Tree:
        return categories_of(self.index.fair)

    @cached_property
    def countries(self) -> Tree:
        return countries_of(self.index.fair)

    @cached_property
    def tiers(self) -> Tree:
        return tiers_of(self.index.fair)

    def booths_of(self, exhibitor: Exhibitor) -> tuple[Booth, ...]:
        """Its booths that stand in a hall that was laid out."""
        return tuple(
            self.index.booths[id_]
            for id_ in exhibitor.booths
            if id_ in self.index.booths and self.index.booths[id_].hall in self.inputs.layouts
        )

    def zones_of(self, exhibitor: Exhibitor) -> tuple[str, ...]:
        booths = self.booths_of(exhibitor)
        return tuple(dict.fromkeys(b.zone for b in booths if b.zone in self.index.zones))

    def still(self, address: str) -> Picture | None:
        """A picture of a hall or a booth, where the build made one."""
        size = self.inputs.stills.get(address)
        return None if size is None else Picture(address=address, width=size[0], height=size[1])

    @cached_property
    def hall_stills(self) -> tuple[Picture, ...]:
        """What visitors of the halls see first, in the order of the halls."""
        found = (self.still(addresses.hall_still(hall.id)) for hall in self.halls)
        return tuple(still for still in found if still)

    @property
    def has_product_pages(self) -> bool:
        """Whether products have pages of their own, or are on their exhibitors'."""
        return self.index.fair.publishing.products is ProductPages.OWN

    def product_place(self, product: Product) -> str:
        """Where one reads of a product, from a language's folder."""
        if self.has_product_pages:
            return addresses.product("", product.slug).lstrip("/")
        maker = self.index.exhibitors[product.exhibitor]
        place = addresses.exhibitor("", maker.slug).lstrip("/")
        return f"{place}#{addresses.product_anchor(product.slug)}"

    def logo(self, exhibitor: Exhibitor) -> Picture | None:
        made = None if exhibitor.logo is None else self.inputs.pictures.get(exhibitor.logo)
        return None if made is None or made.logo is None else made.logo.page

    def photos(self, product: Product) -> tuple[PictureSet, ...]:
        """The product's pictures, without those that cannot be used; else one of its model."""
        taken = (self.inputs.pictures.get(path) for path in product.images)
        photos = tuple(made.page for made in taken if made is not None and made.page is not None)
        model = self.inputs.models.get(product.id)
        return photos if photos or model is None else (model.picture,)

    def photo(self, product: Product) -> PictureSet | None:
        """The product's first picture that can be used."""
        return next(iter(self.photos(product)), None)

    @cached_property
    def like_exhibitors(self) -> Mapping[str, Sequence[Likeness]]:
        """What is like each exhibitor, by its id."""
        return similar_exhibitors(self.index)

    @cached_property
    def like_products(self) -> Mapping[str, Sequence[Likeness]]:
        """What is like each product, by its id."""
        return similar_products(self.index)

    @cached_property
    def has_pictures(self) -> bool:
        """Whether any product can be shown: where none can, lists leave no room for pictures."""
        return any(self.photo(product) for product in self.index.fair.products)

    @cached_property
    def has_countries(self) -> bool:
        """Whether the list of exhibitors has a column of countries."""
        return any(exhibitor.country for exhibitor in self.index.fair.exhibitors)

    @cached_property
    def trails(self) -> tuple[Trail, ...]:
        """Hot spots and tours with the stops that are in halls that were laid out, if any are."""
        kept = (
            trail.model_copy(update={"stops": tuple(filter(self._is_laid_out, trail.stops))})
            for trail in self.index.fair.trails
        )
        return tuple(trail for trail in kept if trail.stops)

    def _is_laid_out(self, stop: Stop) -> bool:
        halls, booths = self.inputs.layouts, self.booth_layouts
        return stop.hall in halls and (stop.booth is None or stop.booth in booths)

    def ways_to_show(self, thing: Exhibitor | Product) -> tuple[Showing, ...]:
        """How a product or an exhibitor is shown at work, by what could be made web-ready."""
        shelf, model = self.inputs.shelf, self.inputs.models.get(thing.id)
        moves = isinstance(thing, Product) and model is not None and model.animated
        ways = {
            Showing.PANORAMA: any(path in shelf.panoramas for path in thing.media.panoramas),
            Showing.VIDEO: thing.media.video in shelf.films,
            Showing.MODEL: moves,
            Showing.EXPLODED: isinstance(thing, Product) and bool(model and model.apart),
        }
        return tuple(way for way, has in ways.items() if has)

    @cached_property
    def experiences(self) -> tuple[Exhibitor | Product, ...]:
        """Who and what is shown at work."""
        fair = self.index.fair
        things: tuple[Exhibitor | Product, ...] = (*fair.exhibitors, *fair.products)
        return tuple(thing for thing in things if self.ways_to_show(thing))

    @cached_property
    def has_worth_seeing(self) -> bool:
        """Whether there is anything for the page of what is worth seeing."""
        marked = any(product.highlight for product in self.index.fair.products)
        return bool(marked or self.trails or self.experiences)

    def absolute(self, address: str) -> str | None:
        """Where an address will be published, if that is known."""
        return None if self.inputs.url is None else f"{self.inputs.url.rstrip('/')}/{address}"


def environment(own: BaseLoader | None = None) -> Environment:
    """Jinja, strict and escaping, with hallgen's own templates where a theme brings no others.

    Templates are compiled once for all pages.
    """
    return Environment(
        loader=FileSystemLoader(templates()) if own is None else own,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def hashed_name(stem: str, suffix: str, data: bytes) -> str:
    """An address below `assets/` that changes with the content."""
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
