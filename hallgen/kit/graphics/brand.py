"""All that a booth's pictures say about its exhibitor, gathered once."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from hallgen.kit.graphics.names import Said, initials, said, short
from hallgen.kit.graphics.palettes import Palette, from_brand, palette_for, seed, zone_palette
from hallgen.media import MediaLibrary
from hallgen.media.colors import parse
from hallgen.model import Booth, BoothChoices, Exhibitor, FairIndex, Product


@dataclass(frozen=True, eq=False, slots=True)
class Brand:
    """An exhibitor as its signs show it. `names` are one or two lines, `short` their brief
    forms, `number` its booth's; `seed` picks layouts, the same in every build.
    """

    exhibitor: Exhibitor
    names: tuple[Said, ...]
    short: tuple[Said, ...]
    initial: Said
    logo: Image.Image | None
    palette: Palette
    number: str
    languages: tuple[str, ...]
    products: tuple[Product, ...]
    zone: tuple[Said, ...]
    seed: int
    claim: tuple[Said, ...] = ()


def brand_of(exhibitor: Exhibitor, booth: Booth, index: FairIndex, media: MediaLibrary) -> Brand:
    """Gather an exhibitor's names, logo and colours for a booth it stands in."""
    languages = tuple(index.fair.languages)
    zone = index.zones.get(booth.zone) if booth.zone else None
    logo = None if exhibitor.logo is None else media.logo(exhibitor.logo)
    colors = () if logo is None else logo.colors
    names = said(exhibitor.name, languages) or (Said(exhibitor.id, "en"),)
    brief = tuple({s.words: s for s in map(short, names)}.values())
    choices = booth.choices if exhibitor.id == booth.main_exhibitor else BoothChoices()
    own = parse(choices.color) if choices.color else None
    return Brand(
        exhibitor,
        names,
        brief,
        initials(names),
        None if logo is None else logo.image,
        palette_for(exhibitor, zone, colors) if own is None else from_brand(own),
        booth.number,
        languages,
        () if booth.held_back else index.products_of(exhibitor.id),
        said(zone.name, languages) if zone else (),
        seed(exhibitor.id),
        said(choices.claim, languages),
    )


def booth_palette(booth: Booth, index: FairIndex, media: MediaLibrary) -> Palette:
    """The colours of a booth: its main exhibitor's, or its zone's while it is empty."""
    if booth.main_exhibitor is None:
        return zone_palette(index.zones.get(booth.zone) if booth.zone else None)
    return brand_of(index.exhibitors[booth.main_exhibitor], booth, index, media).palette
