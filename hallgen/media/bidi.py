"""The order in which the characters of one line are seen, for right-to-left scripts.

The Unicode bidirectional algorithm (UAX 9) without explicit embeddings and isolates, which
names, headlines and figures on signs do not have: rules W1-W7, N1-N2, I1-I2 and L2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")

_STRONG = {"L": "L", "R": "R", "AL": "R"}


def is_right_to_left(text: str) -> bool:
    """Whether a line runs from right to left: its first letter decides (P2, P3)."""
    kinds = (_STRONG.get(unicodedata.bidirectional(character)) for character in text)
    return next((kind for kind in kinds if kind), "L") == "R"


def levels(text: str) -> list[int]:
    """The embedding level of each character: odd ones run from right to left."""
    base = int(is_right_to_left(text))
    kinds = _with_numbers(text, "R" if base else "L")
    return [_level(kind, base) for kind in _with_neutrals(kinds, "R" if base else "L")]


def visual(pieces: Sequence[Piece], level: Callable[[Piece], int]) -> list[Piece]:
    """Pieces of a line in the order they are seen from the left (L2)."""
    ordered = list(pieces)
    for lowest in range(max(map(level, ordered), default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level(ordered[end]) >= lowest:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = max(end, start + 1)
    return ordered


def _level(kind: str, base: int) -> int:
    if kind == "N":
        return 2
    return 1 if kind == "R" else 2 * base


def _with_numbers(text: str, base: str) -> list[str]:
    """L, R, N (a number in right-to-left surroundings) or '' (neutral) for each character."""
    raw = [unicodedata.bidirectional(character) for character in text]
    for index, kind in enumerate(raw):
        if kind == "NSM":
            raw[index] = raw[index - 1] if index else "ON"
    for index in range(1, len(raw) - 1):
        if raw[index] in {"CS", "ES"} and raw[index - 1] == raw[index + 1] == "EN":
            raw[index] = "EN"
    for order in (range(1, len(raw)), range(len(raw) - 2, -1, -1)):
        for index in order:
            before = raw[index - 1 if order.step > 0 else index + 1]
            if raw[index] == "ET" and before == "EN":
                raw[index] = "EN"
    kinds, strong = [], base
    for kind in raw:
        strong = _STRONG.get(kind, strong)
        number = "N" if strong == "R" or kind == "AN" else "L"
        kinds.append(_STRONG.get(kind, number if kind in {"EN", "AN"} else ""))
    return kinds


def _with_neutrals(kinds: list[str], base: str) -> list[str]:
    """Neutrals take the direction of both their sides where those agree, else the line's."""
    sided = {"L": "L", "R": "R", "N": "R"}
    resolved, before = [], base
    for index, kind in enumerate(kinds):
        if kind:
            before = sided[kind]
            resolved.append(kind)
            continue
        after = next((sided[k] for k in kinds[index + 1 :] if k), base)
        resolved.append(before if before == after else base)
    return resolved
