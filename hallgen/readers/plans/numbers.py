"""Booth numbers: how they look, and where a shape's own stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import NumberSource, PlanSource, Role
from hallgen.readers.plans.drawing import Shape
from hallgen.readers.plans.roles import Parts

#: What is a booth number where nobody said: some letters, digits, perhaps a hall before them.
_NUMBER = re.compile(
    r"""(?:(?:hall|stand|booth|stall)\b\s*)?(?:(?:no|nr|number)\b[.:]?\s*)?\#?\s*
    (?P<number>
        (?:\d{1,2}(?:\.\d)?[ -/]?)?        # a hall: 6.1
        [^\W\d_]{0,4}[ .-]?\d{1,5}         # A 011
        (?:[-./]\d{1,4})*[ -]?[^\W\d_]?    # /1, B
        (?:\s*[,+&]\s*[^\W\d_]{0,4}[ .-]?\d{1,5}[^\W\d_]?){0,7}   # , A 012
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: A printed size or area, and a dimension: what looks like a number and is none.
_SIZE = re.compile(
    r"""\d+(?:[.,]\d+)?\s*m?\s*[x×*]\s*\d+(?:[.,]\d+)?.*
    | \d+(?:[.,]\d+)?\s*
      (?:m|mm|cm|ft|'|"|m2|m²|㎡|sqm|sq\.?\s?m|qm|sqft|sq\.?\s?ft|ft2|ft²|평|坪|%|€|\$)\.?
    | \d+[.,]\d{2,}""",
    re.IGNORECASE | re.VERBOSE,
)
#: One element (a mark is one) of so many shapes apart is the outlines of a word, not a booth.
LETTERS = 3
#: Ids and layers that programs make up.
_MADE_UP = re.compile(
    r"(rect|path|poly(gon|line)?|line|circle|ellipse|use|text|tspan|svg|g|group|layer|vector"
    r"|rectangle|union|frame|image)[ _-]?\d*([_-]\d+)*|0",
    re.IGNORECASE,
)


def compiled(source: PlanSource, place: Place, diagnostics: Diagnostics) -> re.Pattern[str] | None:
    """The pattern of `source.number`; None where there is none or it is broken (a fault)."""
    if source.number is None:
        return None
    try:
        return re.compile(source.number, re.IGNORECASE)
    except re.error as error:
        message = f'"{source.number}" is no regular expression: {error}.'
        diagnostics.add(codes.NUMBER_PATTERN_BROKEN, place, message)
        return None


def number_in(text: str, pattern: re.Pattern[str] | None) -> str:
    """The booth number in a label of one line or more; '' where there is none."""
    for line in text.split("\n"):
        number = _own(line, pattern) if pattern is not None else _usual(line.strip())
        if number:
            return number
    return ""


def _usual(text: str) -> str:
    if _SIZE.fullmatch(text):
        return ""
    match = _NUMBER.fullmatch(text)
    return match["number"].strip() if match else ""


def _own(text: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(text)
    if match is None:
        return ""
    return ((match[1] if pattern.groups else match[0]) or "").strip()


def where_numbers_are(
    source: PlanSource, parts: Parts, pattern: re.Pattern[str] | None
) -> NumberSource:
    """Where shapes have their numbers: as fair.yaml says, else where most are found."""
    if source.numbers is not None:
        return source.numbers
    shapes, labels = parts[Role.BOOTHS].shapes, parts[Role.LABELS].labels
    in_columns = {number_in_column(shape, pattern) for shape in shapes} - {""}
    in_labels = {number_in(label.text, pattern) for label in labels} - {""}
    in_ids = _numbers_in_ids(shapes, pattern)
    if in_columns and 2 * len(in_columns) >= max(len(in_ids), len(in_labels)):
        return NumberSource.COLUMN
    return NumberSource.ID if len(in_ids) > len(in_labels) else NumberSource.LABEL


def _numbers_in_ids(shapes: Sequence[Shape], pattern: re.Pattern[str] | None) -> set[str]:
    """The numbers in ids, but for those on elements of many shapes: a word's outlines."""
    many = Counter(id(shape.mark) for shape in shapes)
    return {number_in_id(shape, pattern) for shape in shapes if many[id(shape.mark)] < LETTERS} - {
        ""
    }


def number_in_column(shape: Shape, pattern: re.Pattern[str] | None) -> str:
    """The number that the file says the shape has; else its name, if that is one."""
    if shape.number:
        return _own(shape.number, pattern) if pattern is not None else shape.number
    return number_in(shape.name, pattern)


def number_in_id(shape: Shape, pattern: re.Pattern[str] | None) -> str:
    """The number in the shape's id, or else in the name of its group.

    With a pattern, every group and class is tried, the nearest first. Ids are in lower case by
    habit of the web; the number is as its sign would have it.
    """
    mark = shape.mark
    near = (mark.id, *mark.layers[-1:])
    names = near if pattern is None else (mark.id, *reversed(mark.layers), *mark.classes)
    for name in filter(None, names):
        number = _own(name, pattern) if pattern is not None else _usual(name)
        if number and not (pattern is None and _MADE_UP.fullmatch(name)):
            return number if any(c.isupper() for c in number) else number.upper()
    return ""


def looks_like(number: str, others: set[str]) -> bool:
    """Whether a number is written as some of `others` are: A012 as B345."""
    return style_of_number(number) in {style_of_number(other) for other in others}


def style_of_number(number: str) -> str:
    """A number with its letters as A and its digits as 0, runs of either as one."""
    return re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "0", number))
