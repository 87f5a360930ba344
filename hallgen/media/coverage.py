"""Which characters of a fair's texts no font can draw, each told once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.fonts import undrawable
from hallgen.model import Exhibitor, Fair, Product, Text


def report_undrawable(fair: Fair, diagnostics: Diagnostics) -> None:
    """Add one diagnostic for each character without a font, at its first place."""
    seen: set[str] = set()
    for place, words in _texts(fair):
        for character in undrawable(words):
            if character in seen:
                continue
            seen.add(character)
            name = unicodedata.name(character, "a character without a name")
            diagnostics.add(
                codes.CHARACTER_WITHOUT_FONT,
                place,
                f"No font has {character} (U+{ord(character):04X}, {name.lower()}).",
            )


def _texts(fair: Fair) -> Iterator[tuple[Place, str]]:
    """Every text that signs and posters may show, with where it was written."""
    file = Place("fair.yaml")
    named = [(file, fair.name), *((file, zone.name) for zone in fair.zones)]
    named += [(hall.place, hall.name) for hall in fair.halls]
    named += [(e.place, text) for e in fair.exhibitors for text in _of_exhibitor(e)]
    named += [(p.place, text) for p in fair.products for text in _of_product(p)]
    for place, text in named:
        for _, words in text.said:
            yield place, words
    for hall in fair.halls:
        for booth in hall.booths:
            yield booth.place, booth.number


def _of_exhibitor(exhibitor: Exhibitor) -> Iterator[Text]:
    yield from (exhibitor.name, exhibitor.intro, *exhibitor.categories)


def _of_product(product: Product) -> Iterator[Text]:
    yield from (product.name, product.description, product.category)
    yield from (one.name for one in product.classifications)
    for spec in product.specifications:
        yield from (spec.name, spec.value)
