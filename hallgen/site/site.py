"""What all pages of a site share, worked out once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hallgen import resources
from hallgen.layout.walks import Walks
from hallgen.media.pictures import Picture, PictureSet
from hallgen.model import Booth, BoothLayout, Exhibitor, FairIndex, Hall, HallLayout, Product
from hallgen.site import addresses, colors
from hallgen.site.categories import Tree, categories_of, countries_of
from hallgen.site.inputs import SiteInputs
from hallgen.site.policy import policy_for
from hallgen.site.similar import Likeness, similar_exhibitors, similar_products
from hallgen.site.words import interface


@dataclass(frozen=True, eq=False)
class Site:
    """A site in the making. `style` and `icon` are addresses."""

    inputs: SiteInputs
    style: str
    icon: str
    templates: Environment = field(default_factory=lambda: environment())
    _walks: dict[str, Walks] = field(default_factory=dict, init=False)

    @property
    def index(self) -> FairIndex:
        return self.inputs.index

    @cached_property
    def policy(self) -> str:
        """What every page may do."""
        fair = self.index.fair
        told = (fair.enquiries.endpoint, fair.counts.address if fair.counts else None)
        return policy_for(self.inputs.viewer.boot, *(one for one in told if one))

    @property
    def lists(self) -> bool:
        """Whether there is anything to search for, and to keep."""
        fair = self.index.fair
        return bool(fair.exhibitors or fair.products or fair.sessions)

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
        return said or interface(language)["hall.numbered"].format(hall=hall.id)

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

    def absolute(self, address: str) -> str | None:
        """Where an address will be published, if that is known."""
        return None if self.inputs.url is None else f"{self.inputs.url.rstrip('/')}/{address}"


def environment() -> Environment:
    """Jinja, strict and escaping; templates are compiled once for all pages."""
    return Environment(
        loader=FileSystemLoader(resources.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def hashed_name(stem: str, suffix: str, data: bytes) -> str:
    """An address below `assets/` that changes with the content."""
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
