"""Where a line of text may be broken, and into which lines a text is broken.

East Asian text breaks between any two characters but for kinsoku (JIS X 4051): nothing that
closes begins a line, nothing that opens ends one. Other text breaks after spaces, hyphens
and slashes.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

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
    return _filled(_pieces(text, measure), width)[0]


def balanced(text: str, count: int, measure: Measure) -> tuple[str, ...]:
    """At most `count` lines, so that the widest is as narrow as it can be."""
    pieces = _pieces(text, measure)
    if count == 1 or len(pieces) == 1:
        return (text,)
    low, high = 0.0, sum(piece.width for piece in pieces)
    best: tuple[str, ...] = (text,)
    for _ in range(10):
        middle = (low + high) / 2
        lines, widest = _filled(pieces, middle)
        if len(lines) <= count and widest <= high:
            best, high = lines, min(middle, widest)
        else:
            low = middle
    return best


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays together: its width with the space after it, and without."""

    text: str
    width: float
    bare: float


def _pieces(text: str, measure: Measure) -> list[_Piece]:
    cuts = [0, *opportunities(text), len(text)]
    words = [text[start:end] for start, end in itertools.pairwise(cuts)]
    bare = [measure(word.rstrip()) for word in words]
    space = measure(" ")
    widths = [
        w + space * (len(word) - len(word.rstrip())) for w, word in zip(bare, words, strict=True)
    ]
    return [_Piece(*piece) for piece in zip(words, widths, bare, strict=True)]


def _filled(pieces: list[_Piece], width: float) -> tuple[tuple[str, ...], float]:
    """Pieces put on lines until one is full, and the width of the widest line."""
    lines: list[list[_Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        if lines[-1] and used + piece.bare > width:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += piece.width
    widths = [sum(piece.width for piece in line[:-1]) + line[-1].bare for line in lines if line]
    texts = ("".join(piece.text for piece in line).strip() for line in lines)
    return tuple(line for line in texts if line), max(widths, default=0.0)


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if unicodedata.combining(after) or unicodedata.category(after).startswith("M"):
        return False
    if before in _BREAK_AFTER:
        return not (before in "-/," and after.isdigit())
    return _is_ideographic(before) or _is_ideographic(after)


@cache
def _is_ideographic(character: str) -> bool:
    return scripts.script(character) in _IDEOGRAPHIC
