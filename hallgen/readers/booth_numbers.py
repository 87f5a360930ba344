"""The booth numbers of all plans, found however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hallgen.model import Hall

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー～〜∼", "-"))
#: White space and signs in a number, which people put in and leave out.
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-_.·]+(?=\d)")
_SIGNS = re.compile(r"[\s_.·]+|(?<!\d)-+|-+(?!\d)")
_USUAL = re.compile(r"^(?:[A-Z]{1,3}[- .]?\d{1,4}[A-Z]?|\d{1,2}[.\-][A-Z]?\d{1,4}[A-Z]?)$")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_HALL_WORDS = re.compile(
    r"^(?:HALLE?|PAVILION|PAVILLON|PABELL[OÓ]N|SALLE|H(?=\d))[\s.:#-]*"
    r"|[\s号號]*(?:[馆館홀厅廳]|ホール|전시홀)$|(?<=\d)\s*H$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A booth that is on a plan."""

    id: str
    number: str
    hall: str


def folded(text: str) -> str:
    """Full-width characters and all dashes as ASCII, capitals, single spaces."""
    text = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.upper().split("\n"))))


def key(number: str) -> str:
    """The form in which numbers are compared: `A-011`, `a 011` and `A011` are A011.

    A sign between two digits stays, so that 1-12 is not 112.
    """
    return _SIGNS.sub("", _BETWEEN_DIGITS.sub("-", folded(number)))


def looks_like_booth(text: str) -> bool:
    """Whether it is written as booth numbers mostly are: A-011, 12.B7."""
    return bool(_USUAL.match(folded(text)))


def without_zeros(number: str) -> str:
    """A key without leading zeros: A011 is A11."""
    return _ZEROS.sub("", key(number))


class BoothNumbers:
    """Look-ups of booths by number and of halls by what lists call them."""

    def __init__(self, halls: Iterable[Hall]) -> None:
        booths: list[Known] = []
        self._exact: dict[str, list[Known]] = {}
        self._loose: dict[str, list[Known]] = {}
        self._halls: dict[str, list[str]] = {}
        for hall in halls:
            for name in (hall.id, *(words for _, words in hall.name.said)):
                for alias in _aliases(name):
                    ids = self._halls.setdefault(alias, [])
                    ids.extend(id_ for id_ in (hall.id,) if id_ not in ids)
            for booth in hall.booths:
                known = Known(booth.id, booth.number, hall.id)
                booths.append(known)
                self._exact.setdefault(key(booth.number), []).append(known)
                self._loose.setdefault(without_zeros(booth.number), []).append(known)

        self.booths = tuple(booths)
        #: What the halls are called in words, the longest first.
        self.hall_names = tuple(
            sorted((n for n in self._halls if len(n) > 3), key=lambda n: (-len(n), n))
        )

    def find(self, number: str, halls: Sequence[str] | None = None) -> tuple[Known, ...]:
        """The booths of that number in `halls` (in any, if None); several are ambiguous.

        A11 is A011 only where there is no A11, and nothing else that it could be.
        """
        exact = _within(self._exact.get(key(number), ()), halls)
        if exact:
            return exact
        loose = _within(self._loose.get(without_zeros(number), ()), halls)
        one_each = len({known.hall for known in loose}) == len(loose)
        return loose if one_each else ()

    def halls_called(self, name: str) -> tuple[str, ...]:
        """The ids of the halls that a list calls so: "Hall 6.1", "6.1馆", "06"."""
        found = (self._halls.get(alias) for alias in _aliases(name))
        return tuple(next((ids for ids in found if ids), ()))


def _within(found: Sequence[Known], halls: Sequence[str] | None) -> tuple[Known, ...]:
    return tuple(known for known in found if halls is None or known.hall in halls)


def _aliases(name: str) -> tuple[str, ...]:
    """A hall's name as it is compared: as a whole, and without the word for hall."""
    whole = folded(name)
    bare = _HALL_WORDS.sub("", _HALL_WORDS.sub("", whole)).strip()
    return tuple(dict.fromkeys(a for a in (whole, bare, _ZEROS.sub("", bare)) if a))
