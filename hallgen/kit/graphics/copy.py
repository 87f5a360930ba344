"""The words and the picture of a poster, a wall or a screen, before they are laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.heroes import Forms, hero_of, still_life
from hallgen.kit.graphics.names import Said, headline, said, word
from hallgen.media import MediaLibrary
from hallgen.media.bidi import is_right_to_left
from hallgen.model import Product, Specification

#: A wall shows this many products beside each other at most.
_LINE_UP = 3

#: What begins a clause that needs the one before it, or tells of history.
_FRAGMENT = re.compile(
    r"^(从|自|由|对|为|在|针对|随|并|和|与|及|以及|产品|其|"
    r"And |But |For |From |With |Its |Her |In |At |Since |It )|"
    r"起步|总部|研发中心|营收|设在|\d",
    re.IGNORECASE,
)
_NUMBER = r"\d[\d.,:]*"
_FIGURE = re.compile(
    rf"^([±≤≥<>~≈]?\s*{_NUMBER}(?:\s*[×x/–-]\s*{_NUMBER})*\s*%?)\s*(\S.{{0,11}})?$"
)


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """A number that sells: "0.002" and, small below it, "mm Repeatability"."""

    value: Said
    note: Said


@dataclass(frozen=True, eq=False, slots=True)
class Copy:
    """What a poster says and shows.

    `hero` is a cut-out (RGBA) or a photo for a frame (RGB), `others` more of the exhibitor's,
    for a wall. `points` are up to three short lines where there are no figures.
    """

    title: Said
    sub: Said | None
    figures: tuple[Figure, ...]
    points: tuple[Said, ...]
    footer: str
    hero: Image.Image
    others: tuple[Image.Image, ...] = ()


def brand_copy(brand: Brand, media: MediaLibrary, forms: Forms) -> Copy:
    """What the exhibitor says of itself, its products in short, and pictures of them."""
    title, sub = _claim(brand)
    first, *others = _shown(brand, media, forms)
    return Copy(title, sub, (), _points(brand, title), footer(brand), first, tuple(others))


def product_copy(brand: Brand, product: Product, media: MediaLibrary, forms: Forms) -> Copy:
    """A product's name, its first three specifications, and its picture."""
    names = said(product.name, brand.languages) or (Said(product.id, "en"),)
    about = said(product.description, brand.languages)
    sub = names[1] if len(names) > 1 else headline(about[0])[0] if about else None
    figures = [figure for spec in product.specifications if (figure := _figure(spec, brand))]
    points = () if figures else _sentences(about)
    hero = hero_of(brand, product, media, forms)
    return Copy(names[0], sub, tuple(figures[:3]), points, footer(brand), hero)


def footer(brand: Brand) -> str:
    """The booth's number and the exhibitor's website."""
    words = [line.words for line in word("booth", brand.languages)]
    booth = words[0] if any(map(is_right_to_left, words)) else " ".join(words)
    site = re.sub(r"^https?://|/+$", "", brand.exhibitor.website or "")
    return "   ·   ".join(part for part in (f"{booth} {brand.number}".strip(), site) if part)


def _shown(brand: Brand, media: MediaLibrary, forms: Forms) -> list[Image.Image]:
    """Pictures of what an exhibitor shows, at least one."""
    if brand.products:
        shown = sorted(brand.products, key=lambda product: not product.highlight)[:_LINE_UP]
        return [hero_of(brand, product, media, forms) for product in shown]
    kinds = [c.best(*brand.languages) for c in brand.exhibitor.categories]
    named = [line.words for line in (*brand.names, *brand.zone)]
    return [still_life(brand, (*kinds, *brand.exhibitor.tags, *named), media)]


def _claim(brand: Brand) -> tuple[Said, Said | None]:
    """A headline and a line below it, mostly in another language.

    It is what the exhibitor wishes for its booth; a clause of the intro where one says what
    the exhibitor deals in, or could stand alone; else what it deals in.
    """
    topic = _topic(brand)
    if brand.claim:
        return brand.claim[0], next(iter(brand.claim[1:]), topic[-1])
    intro = said(brand.exhibitor.intro, brand.languages)
    clauses = [headline(text)[0] for text in intro]
    if not clauses or not _says_something(clauses[0]):
        return topic[0], next(iter(topic[1:]), clauses[-1] if len(clauses) > 1 else None)
    if topic[0].words in clauses[0].words or not clauses[1:] or not _says_something(clauses[1]):
        return clauses[0], next(iter(topic[1:]), headline(intro[0])[1])
    return clauses[0], clauses[1]


def _says_something(clause: Said) -> bool:
    """Whether a clause can stand alone as a headline."""
    least, most = (4, 16) if clause.is_cjk else (12, 60)
    return least <= len(clause.words) <= most and not _FRAGMENT.search(clause.words)


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
