"""The words and the picture of a poster, a wall or a screen, before they are laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.motifs import Drawing, drawing_for
from hallgen.kit.graphics.names import Said, headline, said, word
from hallgen.media import MediaLibrary
from hallgen.media.bidi import is_right_to_left
from hallgen.model import Product, Specification

#: Photos are decoded at this size at most.
PHOTO_PIXELS = 768

_FIGURE = re.compile(r"^([±≤≥<>~≈]?\s*\d[\d.,:×x/–-]*\s*%?)\s*(\S.{0,11})?$")


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """A number that sells: "0.002" and, small below it, "mm Repeatability"."""

    value: Said
    note: Said


@dataclass(frozen=True, eq=False, slots=True)
class Copy:
    """What a poster says. `photo` is shown where there is one, else `drawing`.

    `points` are up to three short lines where there are no figures.
    """

    title: Said
    sub: Said | None
    figures: tuple[Figure, ...]
    points: tuple[Said, ...]
    footer: str
    drawing: Drawing
    photo: Image.Image | None


def brand_copy(brand: Brand) -> Copy:
    """The exhibitor's own headline: its claim, its intro's first thought, or what it deals in."""
    intro = said(brand.exhibitor.intro, brand.languages)
    title, rest = headline(intro[0]) if intro else (_topic(brand)[0], None)
    sub = headline(intro[1])[0] if len(intro) > 1 else rest
    if not intro:
        sub = next(iter(_topic(brand)[1:]), None)
    if brand.claim:
        title, sub = brand.claim[0], brand.claim[1] if len(brand.claim) > 1 else sub
    goods = [p.name.best(*brand.languages) for p in brand.products]
    kinds = [c.best(*brand.languages) for c in brand.exhibitor.categories]
    zone = [line.words for line in brand.zone]
    names = [line.words for line in brand.names]
    drawing = drawing_for((*goods, *kinds, *names, *brand.exhibitor.tags, *zone), brand.seed)
    return Copy(title, sub, (), _points(brand, title), footer(brand), drawing, None)


def product_copy(brand: Brand, product: Product, media: MediaLibrary) -> Copy:
    """A product's name, its first three specifications, and its photo or a drawing."""
    names = said(product.name, brand.languages) or (Said(product.id, "en"),)
    about = said(product.description, brand.languages)
    sub = names[1] if len(names) > 1 else headline(about[0])[0] if about else None
    photo = None
    for path in product.images[:1]:
        photo = media.image(path, product.place, PHOTO_PIXELS)
    words = (*(text for _, text in product.name.said), *(text for _, text in product.category.said))
    figures = [figure for spec in product.specifications if (figure := _figure(spec, brand))]
    drawing = drawing_for(words, brand.seed)
    points = () if figures else _sentences(about)
    return Copy(names[0], sub, tuple(figures[:3]), points, footer(brand), drawing, photo)


def footer(brand: Brand) -> str:
    """The booth's number and the exhibitor's website."""
    words = [line.words for line in word("booth", brand.languages)]
    booth = words[0] if any(map(is_right_to_left, words)) else " ".join(words)
    site = re.sub(r"^https?://|/+$", "", brand.exhibitor.website or "")
    return "   ·   ".join(part for part in (f"{booth} {brand.number}".strip(), site) if part)


def _topic(brand: Brand) -> Sequence[Said]:
    """What an exhibitor without an intro is about."""
    for category in brand.exhibitor.categories:
        if lines := said(category, brand.languages):
            return lines
    return brand.zone or word("welcome", brand.languages)


def _points(brand: Brand, title: Said) -> tuple[Said, ...]:
    """What an exhibitor shows: its products, or its fields."""
    named = [said(product.name, brand.languages) for product in brand.products]
    named += [said(category, brand.languages) for category in brand.exhibitor.categories]
    lines = dict.fromkeys(lines[0] for lines in named if lines)
    return tuple(line for line in lines if line.words != title.words)[:3]


def _sentences(about: Sequence[Said]) -> tuple[Said, ...]:
    """A description as short points, where it is made of such."""
    if not about:
        return ()
    parts = (part.strip() for part in re.split(r"[。；;\n]|\.\s|[，,]", about[0].words))
    most = 16 if about[0].is_cjk else 44
    short = [part.rstrip(".") for part in parts if 2 < len(part) <= most]
    return tuple(Said(part, about[0].language) for part in short[:3])


def _figure(spec: Specification, brand: Brand) -> Figure | None:
    names, values = said(spec.name, brand.languages), said(spec.value, brand.languages)
    if not names or not values:
        return None
    name, value = names[0], values[0]
    found = _FIGURE.match(value.words)
    if not found:
        return Figure(value, name)
    note = " ".join(part for part in (found[2], name.words) if part)
    return Figure(Said(found[1], value.language), Said(note, name.language))
