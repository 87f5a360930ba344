"""Where a line of text may be broken, and into which lines a text is broken.

East Asian text breaks between any two characters but for kinsoku (JIS X 4051): nothing that
closes begins a line, nothing that opens ends one. Other text breaks after spaces, hyphens
and slashes.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable

from fontTools import unicodedata as scripts

Measure = Callable[[str], float]

_NEVER_FIRST = set(
    "，。、．・：；！？）］｝」』】〉》〕’”·…—～％‰℃々ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ,.;:!?)]}%"
)
_NEVER_LAST = set("（［｛「『【〈《〔‘“([{$£¥€￥＄")
_BREAK_AFTER = set(" -/‐–—·|,，")
_IDEOGRAPHIC = {"Hani", "Hira", "Kana", "Bopo"}


def opportunities(text: str) -> list[int]:
    """The indexes before which a line may begin, without the text's own start."""
    return [i for i in range(1, len(text)) if _may_break(text[i - 1], text[i])]


def greedy(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """As few lines as can be, each no wider than `width`, but for words wider than that."""
    cuts = [0, *opportunities(text), len(text)]
    lines, start, end = [], 0, 0
    for _, cut in itertools.pairwise(cuts):
        if end > start and measure(text[start:cut].strip()) > width:
            lines.append(text[start:end].strip())
            start = end
        end = cut
    return (*lines, text[start:].strip()) if text[start:].strip() else tuple(lines)


def balanced(text: str, count: int, measure: Measure) -> tuple[str, ...]:
    """At most `count` lines, so that the widest is as narrow as it can be."""
    if count == 1 or not opportunities(text):
        return (text,)
    low, high = 0.0, measure(text)
    best: tuple[str, ...] = (text,)
    for _ in range(9):
        middle = (low + high) / 2
        lines = greedy(text, middle, measure)
        widest = max(map(measure, lines))
        if len(lines) <= count and widest <= high:
            best, high = lines, min(middle, widest)
        else:
            low = middle
    return best


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if unicodedata.combining(after) or unicodedata.category(after).startswith("M"):
        return False
    if before in _BREAK_AFTER:
        return not (before in "-/," and after.isdigit())
    return bool({scripts.script(before), scripts.script(after)} & _IDEOGRAPHIC)
