"""Numbers in ids and in texts beside each other: where they agree, one fills in the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import shapely
from shapely import Point as ShapelyPoint

from hallgen.readers.booth_numbers import without_zeros
from hallgen.readers.plans.drawing import Label
from hallgen.readers.plans.numbers import LETTERS, looks_like, number_in, number_in_id
from hallgen.readers.plans.sketch import Candidate

#: So many shapes must have one number both in their id and in a text, and this share of those that
#: have both, before what has only one of them is believed.
_ENOUGH, _MOST = 3, 0.5

Numbered = list[tuple[str, Candidate]]


def numbered_by_ids(
    candidates: Sequence[Candidate], found: Numbered, pattern: re.Pattern[str] | None
) -> Numbered:
    """Shapes that no text gives a number, by their ids, where other ids say what texts do."""
    many = Counter(id(candidate.shape.mark) for candidate in candidates)

    def in_id(candidate: Candidate) -> str:
        alone = many[id(candidate.shape.mark)] < LETTERS
        return number_in_id(candidate.shape, pattern) if alone else ""

    if not _agree([(number, in_id(candidate)) for number, candidate in found]):
        return []
    known = {without_zeros(number) for number, _ in found}
    styles = {number for number, _ in found}
    taken = {id(candidate) for _, candidate in found}
    more: Numbered = []
    for candidate in candidates:
        number = in_id(candidate)
        if id(candidate) in taken or not number or not looks_like(number, styles):
            continue
        if without_zeros(number) not in known:
            known.add(without_zeros(number))
            more.append((number, candidate))
    return more


def numbered_by_texts(
    left: Sequence[Candidate],
    found: Numbered,
    labels: Sequence[Label],
    pattern: re.Pattern[str] | None,
) -> Numbered:
    """Shapes `left` without a number in their ids, by the texts in them, where texts in the others
    say what their ids do.
    """
    written = [(number, label) for label in labels if (number := number_in(label.text, pattern))]
    points = shapely.STRtree([ShapelyPoint(label.at) for _, label in written])

    def inside(candidate: Candidate) -> list[str]:
        return [written[i][0] for i in points.query(candidate.polygon, predicate="contains")]

    pairs = [(number, texts[0]) for number, one in found if (texts := inside(one))]
    if not _agree(pairs):
        return []
    known = {without_zeros(number) for number, _ in found}
    styles = {number for number, _ in found}
    more: Numbered = []
    for candidate in sorted(left, key=lambda one: one.polygon.area):
        texts = [text for text in inside(candidate) if looks_like(text, styles)]
        if len(texts) == 1 and without_zeros(texts[0]) not in known:
            known.add(without_zeros(texts[0]))
            more.append((texts[0], candidate))
    return more


def _agree(pairs: Sequence[tuple[str, str]]) -> bool:
    both = [(without_zeros(one), without_zeros(other)) for one, other in pairs if one and other]
    same = sum(1 for one, other in both if one == other)
    return same >= _ENOUGH and same >= _MOST * len(both)
