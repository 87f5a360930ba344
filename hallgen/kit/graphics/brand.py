"""All that a booth's pictures say about its exhibitor, gathered once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from hallgen.kit.graphics.names import Said, initials, said, short
from hallgen.kit.graphics.palettes import Palette, from_brand, palette_for, seed, zone_palette
from hallgen.media import MediaLibrary
from hallgen.media.colors import Color, luminance, luminances, parse
from hallgen.model import Booth, BoothChoices, Exhibitor, FairIndex, Product

#: Logos are decoded at this size at most: the largest sign is about as many pixels wide.
LOGO_PIXELS = 768


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
    logo = None
    if exhibitor.logo is not None:
        picture = media.image(exhibitor.logo, exhibitor.place, LOGO_PIXELS)
        logo = None if picture is None else trimmed(picture)
    names = said(exhibitor.name, languages) or (Said(exhibitor.id, "en"),)
    brief = tuple({s.words: s for s in map(short, names)}.values())
    choices = booth.choices if exhibitor.id == booth.main_exhibitor else BoothChoices()
    own = parse(choices.color) if choices.color else None
    return Brand(
        exhibitor,
        names,
        brief,
        initials(names),
        logo,
        palette_for(exhibitor, zone, logo) if own is None else from_brand(own),
        booth.number,
        languages,
        index.products_of(exhibitor.id),
        said(zone.name, languages) if zone else (),
        seed(exhibitor.id),
        said(choices.claim, languages),
    )


def booth_palette(booth: Booth, index: FairIndex, media: MediaLibrary) -> Palette:
    """The colours of a booth: its main exhibitor's, or its zone's while it is empty."""
    if booth.main_exhibitor is None:
        return zone_palette(index.zones.get(booth.zone) if booth.zone else None)
    return brand_of(index.exhibitors[booth.main_exhibitor], booth, index, media).palette


def trimmed(logo: Image.Image) -> Image.Image | None:
    """A logo without its empty margin: what is transparent, or all of its corner's colour.

    None where nothing is left, as in a blank picture.
    """
    if logo.mode == "RGBA":
        box = logo.getchannel("A").point([255 * (v > 8) for v in range(256)]).getbbox()
        return None if box is None else logo.crop(box)
    pixels = np.asarray(logo, dtype=np.int16)
    differs = np.abs(pixels - pixels[0, 0]).max(axis=2) > 24
    if not differs.any():
        return None
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    margin = round(max(rows[-1] - rows[0], columns[-1] - columns[0]) * 0.04)
    return logo.crop(
        (
            max(0, int(columns[0]) - margin),
            max(0, int(rows[0]) - margin),
            min(logo.width, int(columns[-1]) + 1 + margin),
            min(logo.height, int(rows[-1]) + 1 + margin),
        )
    )


def stands_out(logo: Image.Image, ground: Color) -> bool:
    """Whether a transparent logo can be seen on a ground without a plate behind it.

    An opaque logo never does, since it brings its own ground.
    """
    return logo.mode == "RGBA" and seen_share(logo, ground) >= 0.9


def seen_share(logo: Image.Image, ground: Color) -> float:
    """How much of a transparent logo can be seen on a ground (2.2:1 or more), 0 to 1.

    Counted by columns and by rows, the lesser of the two: a thin word beside a heavy sign has
    few pixels, but as much weight.
    """
    small = logo.copy()
    small.thumbnail((200, 200))
    pixels = np.asarray(small)
    opaque = pixels[..., 3] > 110
    lights = 0.05 + luminances(pixels[..., :3].reshape(-1, 3)).reshape(opaque.shape)
    own = 0.05 + luminance(ground)
    seen = (np.maximum(lights, own) / np.minimum(lights, own) >= 2.2) & opaque
    shares = []
    for axis in (0, 1):
        filled = opaque.sum(axis=axis)
        lines = seen.sum(axis=axis)[filled > 0] >= 0.6 * filled[filled > 0]
        shares.append(float(lines.mean()) if len(lines) else 0.0)
    return min(shares)
