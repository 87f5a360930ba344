"""What a list says of an exhibitor's booth, matched with the booths that are on the plans.

`A-011`, `A011`, `A 11`, `Hall 6.1 A 011`, `6.1馆A011` and `Ａ０１１` are one booth; `A1, A2; A3`,
`A010/C011` and `F118-F121` are several, and `D55/1` is a place at D55. Since a booth's own
number may have a slash or a hyphen in it, what is on a plan as it is written always comes before
any reading of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hallgen.readers.booth_numbers import BoothNumbers, Known, folded, key
from hallgen.readers.named_halls import BOOTH_WORD, named_hall

__all__ = ["Resolved", "folded", "resolve"]

#: How lists say that there is no booth, or none yet.
_NONE_YET = re.compile(
    r"TO FOLLOW|\bTB[ACD]\b|TO BE (?:ANNOUNCED|ADVISED|CONFIRMED|ASSIGNED|DETERMINED)"
    r"|(?:DIGITAL|ONLINE|VIRTUAL)(?: ONLY)?$|\bPENDING\b|^NONE$|^NO (?:BOOTH|STAND)"
    r"|FOLGT|NUR DIGITAL"
    r"|待定|待分配|未定|未分配|线上|无展位|暂无|미정|추후|オンライン|調整中|POR DEFINIR|À DÉFINIR"
)
#: What separates the items of a list, the strongest first.
_SEPARATORS = tuple(
    re.compile(pattern)
    for pattern in (r"[;\n|]+", r"[,&+、，・]+|\b(?:AND|UND|ET|Y)\b|和|与|및", r"/+", r"\s+")
)
#: From this separator on, parts of which none is a booth are told as the one text they were.
_WEAK = 2
_END = r"[^\d/,;&+|]*\d+[A-Z]?"
_RANGE = re.compile(rf"^({_END})\s*(?:-|~|\bTO\b|\bBIS\b|至|から|\.\.+)\s*({_END})$")
_NUMBER = re.compile(r"^(\D*)(\d+)\D*$")
#: A range over two or three rows is one large booth; over more it is a slip of the pen.
_ROWS, _MOST = 3, 60
#: A reference of more characters names no booths: a pavilion of 500 has 4,000.
_LONGEST = 5_000

Halls = Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a reference came to, each in the order of the reference.

    `booths` are ids; `ambiguous` are numbers with the ids of all the booths they could be;
    `halls` are halls that the fair does not have; `none_yet` tells that the list says that
    there is no booth.
    """

    booths: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    halls: tuple[str, ...] = ()
    none_yet: bool = False

    def __or__(self, other: Resolved) -> Resolved:
        return Resolved(
            tuple(dict.fromkeys(self.booths + other.booths)),
            tuple(dict.fromkeys(self.unmatched + other.unmatched)),
            tuple(dict.fromkeys(self.ambiguous + other.ambiguous)),
            tuple(dict.fromkeys(self.halls + other.halls)),
            self.none_yet or other.none_yet,
        )


def resolve(reference: str, numbers: BoothNumbers, halls: Halls = None) -> Resolved:
    """The booths that `reference` means. `halls` are the ids of those it may be in, if known."""
    text = folded(reference)
    try:
        resolved = _read(text, 0, numbers, halls) if 0 < len(text) <= _LONGEST else Resolved()
    except RecursionError:  # halls within halls, a thousand times: no list says where one is so
        resolved = Resolved()
    # A hall without a number says no booth.
    return Resolved(unmatched=(text,)) if text and resolved == Resolved() else resolved


def _read(text: str, level: int, numbers: BoothNumbers, halls: Halls) -> Resolved:
    whole = _found(text, numbers.find(text, halls))
    if whole is not None:
        return whole
    if _NONE_YET.search(text) and not re.search(r"\d", text):
        return Resolved(none_yet=True)
    named = named_hall(text, numbers)
    if named is not None:
        if not named.ids:
            return Resolved(unmatched=(text,), halls=(named.said,))
        return _read(named.rest, level, numbers, named.ids) if named.rest else Resolved()
    bare = BOOTH_WORD.sub("", text)
    if bare != text:
        return _read(bare, level, numbers, halls)
    return (
        _range(text, numbers, halls)
        or _list(text, level, numbers, halls)
        or Resolved(
            unmatched=() if _NONE_YET.search(text) else (text,),
            none_yet=bool(_NONE_YET.search(text)),
        )
    )


def _list(text: str, level: int, numbers: BoothNumbers, halls: Halls) -> Resolved | None:
    """The parts at the strongest separator there is. A hall holds for the parts after it."""
    for strength in range(level, len(_SEPARATORS)):
        parts = [part.strip() for part in _SEPARATORS[strength].split(text) if part.strip()]
        if len(parts) < 2:
            if parts and parts[0] != text:
                return _read(parts[0], strength, numbers, halls)
            continue
        found, inner, row, digits = Resolved(), halls, "", 0
        for part in parts:
            named = named_hall(part, numbers)
            inner = named.ids if named and named.ids else inner
            if row and part.isdigit() and not numbers.find(part, inner):
                if strength == _WEAK and found.booths and len(part) == 1 < digits:
                    continue  # "D55/1" is the first place at D55
                part = row + part  # "A1, 2" is A1 and A2
            if match := _NUMBER.match(key(part)):
                row, digits = match[1], len(match[2])
            found |= _read(part, strength, numbers, inner)
        if strength >= _WEAK and not (found.booths or found.ambiguous):
            return replace(found, unmatched=(text,)) if found.halls else None
        return found
    return None


def _range(text: str, numbers: BoothNumbers, halls: Halls) -> Resolved | None:
    """The booths that exist from one number to another: F118-F121, F118-121.

    Over two rows (F118-G117) it is what lies between them in both, as of an island.
    """
    bounds = _RANGE.match(text)
    if bounds is None:
        return None
    first, last = _NUMBER.match(key(bounds[1])), _NUMBER.match(key(BOOTH_WORD.sub("", bounds[2])))
    if first is None or last is None:
        return None
    rows = first[1], last[1] or first[1]
    low, high = sorted((int(first[2]), int(last[2])))
    if rows[0] != rows[1] and not _are_near(*rows):
        return None
    top, bottom = max(rows), min(rows)
    found = [
        known
        for known in numbers.booths
        if (halls is None or known.hall in halls)
        and (number := _NUMBER.match(key(known.number)))
        and bottom <= number[1] <= top
        and len(number[1]) == len(bottom)
        and low <= int(number[2]) <= high
    ]
    in_halls = tuple(dict.fromkeys(known.hall for known in found))
    if not found or len(found) > _MOST:
        return None
    if len(in_halls) > 1:
        return Resolved(ambiguous=((text, tuple(known.id for known in found)),))
    return Resolved(booths=tuple(known.id for known in found))


def _are_near(first: str, last: str) -> bool:
    """Whether two rows differ in their last letter only, and little."""
    return (
        len(first) == len(last) > 0
        and first[:-1] == last[:-1]
        and abs(ord(first[-1]) - ord(last[-1])) < _ROWS
    )


def _found(text: str, found: Sequence[Known]) -> Resolved | None:
    if not found:
        return None
    if len(found) == 1:
        return Resolved(booths=(found[0].id,))
    return Resolved(ambiguous=((text, tuple(known.id for known in found)),))
