"""What is like what: exhibitors and products that share fields and words.

Each thing is a list of terms: its categories, its tags, and the words of its texts in all
languages. A term weighs more the fewer things have it (Spärck Jones, 1972), and two things are
alike by the cosine of their weights. Only the weightiest terms of a thing count: what is in
every text tells nothing, and so few are what keeps a fair of 15,000 products to seconds.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hallgen.model import Exhibitor, FairIndex, Product, Text

#: How many likenesses of a thing are shown.
MOST: Final = 4
#: How many terms of a thing count.
_TERMS: Final = 24
#: The rarest terms are looked up first: when so many things are found, the rest tell little new.
_ENOUGH: Final = 150
#: A category weighs as much as so many mentions of a word.
_CATEGORY, _TAG = 4.0, 2.0
#: Less alike is chance: the cosine.
_LEAST: Final = 0.12
_LATIN = re.compile(r"[a-zà-ÿа-я][a-zà-ÿа-я\d-]{2,}")
#: Chinese and kana have no spaces: two neighbours are a word mostly.
_PAIRS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Something alike, by its id, and the categories that both have."""

    id: str
    shared: tuple[Text, ...]


def similar_exhibitors(index: FairIndex) -> Mapping[str, Sequence[Likeness]]:
    """For each exhibitor, those most like it, the likest first."""
    fields = {one.id: _fields(index, one) for one in index.fair.exhibitors}
    terms = {
        one.id: _terms(
            fields[one.id],
            one.tags,
            (one.intro, *(product.name for product in index.products_of(one.id))),
        )
        for one in index.fair.exhibitors
    }
    return _alike(terms, fields, {one.id: one.id for one in index.fair.exhibitors})


def similar_products(index: FairIndex) -> Mapping[str, Sequence[Likeness]]:
    """For each product, those of other exhibitors most like it, the likest first."""
    products = index.fair.products
    fields = {one.id: _named(index, (one.category,)) for one in products}
    terms = {one.id: _terms(fields[one.id], (), (one.name, one.description)) for one in products}
    return _alike(terms, fields, {one.id: one.exhibitor for one in products})


def _fields(index: FairIndex, exhibitor: Exhibitor) -> dict[str, Text]:
    shown: Iterable[Product] = index.products_of(exhibitor.id)
    return _named(index, (*exhibitor.categories, *(product.category for product in shown)))


def _named(index: FairIndex, categories: Iterable[Text]) -> dict[str, Text]:
    """Categories by what they are called in the fair's first language that has words."""
    languages = index.fair.languages
    return {category.best(*languages).casefold(): category for category in categories if category}


def _terms(
    fields: Iterable[str], tags: Iterable[str], texts: Iterable[Text]
) -> Mapping[str, float]:
    """How often each term is in a thing, a word's mentions damped."""
    words = Counter(word for text in texts for _, said in text.said for word in _words(said))
    weights = {word: 1.0 + math.log(count) for word, count in words.items()}
    weights |= {f"tag {tag.casefold()}": _TAG for tag in tags}
    return weights | {f"field {field}": _CATEGORY for field in fields}


def _words(text: str) -> Iterable[str]:
    lowered = text.casefold()
    yield from _LATIN.findall(lowered)
    for stretch in _PAIRS.findall(lowered):
        yield from (stretch[at : at + 2] for at in range(len(stretch) - 1))


def _alike(
    terms: Mapping[str, Mapping[str, float]],
    fields: Mapping[str, Mapping[str, Text]],
    maker: Mapping[str, str],
) -> dict[str, Sequence[Likeness]]:
    """The likenesses of each thing, none of its own maker's."""
    vectors = _weighed(terms)
    having: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for id_, vector in vectors.items():
        for term, weight in vector.items():
            having[term].append((id_, weight))
    found: dict[str, Sequence[Likeness]] = {}
    for id_, vector in vectors.items():
        cosines: defaultdict[str, float] = defaultdict(float)
        for term in sorted(vector, key=lambda term: (len(having[term]), term)):
            if len(cosines) > _ENOUGH:
                break
            weight = vector[term]
            for other, its in having[term]:
                cosines[other] += weight * its
        near = ((round(cosine, 6), other) for other, cosine in cosines.items() if cosine >= _LEAST)
        others = sorted((pair for pair in near if maker[pair[1]] != maker[id_]), key=_likest)
        found[id_] = [_likeness(fields, id_, other) for _, other in others[:MOST]]
    return found


def _weighed(terms: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Each thing's weightiest terms, of length one together."""
    held = Counter(term for weights in terms.values() for term in weights)
    total = len(terms)
    vectors: dict[str, dict[str, float]] = {}
    for id_, weights in terms.items():
        rare = {t: w * math.log(total / held[t]) for t, w in weights.items() if held[t] > 1}
        kept = sorted(rare.items(), key=lambda pair: (-pair[1], pair[0]))[:_TERMS]
        length = math.hypot(*(weight for _, weight in kept)) or 1.0
        vectors[id_] = {term: weight / length for term, weight in kept if weight > 0}
    return vectors


def _likest(pair: tuple[float, str]) -> tuple[float, str]:
    return -pair[0], pair[1]


def _likeness(fields: Mapping[str, Mapping[str, Text]], one: str, other: str) -> Likeness:
    shared = (text for name, text in fields[other].items() if name in fields[one])
    return Likeness(other, tuple(shared))
