"""The hall that is named in a booth reference: "Hall 6.1 A011", "6.1馆A011", "A011 (6.1)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hallgen.readers.booth_numbers import BoothNumbers

#: A word for a booth in front of its number.
BOOTH_WORD = re.compile(
    r"^(?:BOOTH|STAND|STALL|STAND NO|N°|NO|NR|NUMBER|#|展位号?|展台号?|摊位号?|부스|ブース|小間)"
    r"(?:\s*(?:NO|NR|NUMBER|번호|番号))?[\s.:#-]*(?=.*\d)"
)
_HALL = (
    r"(?:HALLE?|PAVILION|PAVILLON|PABELL[OÓ]N|SALLE)(?:[\s.:#]*(?=[\w.]*\d)|[\s.:#]+)"
    r"(?P<hall>[\w.]*\d[A-Z]?\b|[A-Z]{1,3}\b)"
)
_AHEAD = (
    re.compile("^" + _HALL + r"[\s,:/·-]*"),
    re.compile(
        r"^(?P<hall>[\w.]*\d[A-Z]?|[A-Z])\s*(?:[号號]?[馆館厅廳]|号館|홀|전시홀|ホール)[\s,:/·-]*"
    ),
)
#: Short forms, which are a hall only if there is one of that number, and no such booth.
_SHORT = (
    re.compile(r"^H(?P<hall>\d+(?:\.\d+)?)[\s:/·-]+(?=\S)"),
    re.compile(r"^(?P<hall>\d+(?:\.\d+)?)\s*H(?:[\s:/·-]+|(?=[A-Z]))(?=\S)"),
)
_BEHIND = (
    re.compile(r"[\s,(/-]*\b" + _HALL + r"\)?$"),
    re.compile(r"[\s,]*\((?P<hall>[^()]+)\)$"),
)
_PREFIX = re.compile(r"^(?P<hall>[\w.]+)[\s/:·-]+(?P<rest>.*\d.*)$")


@dataclass(frozen=True, slots=True)
class NamedHall:
    """A hall as said, its ids (none if the fair does not have it), and what else was said."""

    said: str
    ids: tuple[str, ...]
    rest: str


def named_hall(text: str, numbers: BoothNumbers) -> NamedHall | None:
    """The hall that a folded reference begins or ends with, if it does."""
    return next(_readings(text, numbers), None)


def _readings(text: str, numbers: BoothNumbers) -> Iterator[NamedHall]:
    """What could be a hall, the surest first. Short forms must be a hall of the fair."""
    if ids := numbers.halls_called(text):
        yield NamedHall(text, ids, "")
    for pattern in _AHEAD:
        if match := pattern.match(text):
            hall = match["hall"]
            yield NamedHall(hall, numbers.halls_called(hall), text[match.end() :])
    yield from _short(text, numbers)
    for name in numbers.hall_names:
        if text.startswith(name) and not text[len(name)].isalnum():
            yield NamedHall(name, numbers.halls_called(name), text[len(name) :].strip(" ,:/-"))
    for pattern in _BEHIND:
        if (match := pattern.search(text)) and (ids := numbers.halls_called(match["hall"])):
            yield NamedHall(match["hall"], ids, text[: match.start()].strip())


def _short(text: str, numbers: BoothNumbers) -> Iterator[NamedHall]:
    """H6.1 A011, 6.1H A011 and 6.1-A011, but not if a booth's own number begins so."""
    for pattern in _SHORT:
        match = pattern.match(text)
        ids = numbers.halls_called(match["hall"]) if match else ()
        if match and ids and not numbers.find(match[0]):
            yield NamedHall(match["hall"], ids, text[match.end() :])
    match = _PREFIX.match(text)
    ids = numbers.halls_called(match["hall"]) if match else ()
    # "1-12" is booth 12 of hall 1 only if there is such a booth.
    if match and ids and numbers.find(BOOTH_WORD.sub("", match["rest"]), ids):
        yield NamedHall(match["hall"], ids, match["rest"])
