"""Exhibitors that may be one firm: names that differ by a slip, told and never merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.readers.exhibitors import Listed, name_key

#: Names this alike (rapidfuzz's ratio, 0 to 100) are one but for a slip of the pen.
_ALIKE: Final = 92.0
_SAME: Final = 100.0
#: Shorter names are alike by chance: Alba and Alva.
_SHORTEST: Final = 6
#: So many names are compared with all others at a time, to keep within a few MB.
_AT_A_TIME: Final = 500
#: What a firm's name may end in and be the same firm: legal forms.
_FORMS: Final = re.compile(
    r"[\s,(]+(?:gmbh(?: ?& ?co\.? ?kg)?|g\.m\.b\.h\.|ag|kg|ohg|se|e\.?k\.?|inc\.?|llc|ltd\.?"
    r"|limited"
    r"|corp\.?|corporation|company|co\.?|plc|pvt\.?|pte\.?|s\.?a\.?s?\.?|s\.?r\.?l\.?|s\.?p\.?a\.?"
    r"|s\.?l\.?|b\.?v\.?|n\.?v\.?|a/s|oy|ab|as)[\s.,)]*$",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")


def tell_near_names(listed: Iterable[Listed], diagnostics: Diagnostics) -> None:
    """A hint for every two exhibitors whose names, without their legal forms, are nearly one."""
    firms = [(one, bare_name(words)) for one in listed for _, words in one.name.said]
    firms = [(one, bare) for one, bare in firms if len(bare) >= _SHORTEST]
    told: set[tuple[str, str]] = set()
    for first, other, share in _near([bare for _, bare in firms]):
        one, two = firms[first][0], firms[other][0]
        names = (one.name.best(), two.name.best())
        if one is two or names in told:
            continue
        told.add(names)
        how = "alike" if share == _SAME else f"{share:.0f} % alike"
        message = (
            f"{names[1]!r} and {names[0]!r} ({one.place}) may be one firm: the names are {how}."
        )
        diagnostics.add(codes.NEAR_NAMES, two.place, message)


def bare_name(name: str) -> str:
    """A name as such names are compared: without its legal form, letters and digits only."""
    before = None
    while before != name:
        before, name = name, _FORMS.sub("", name)
    return name_key(name)


def _near(names: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The places of two names that are alike, the first before the second, and how alike."""
    for start in range(0, len(names), _AT_A_TIME):
        block = names[start : start + _AT_A_TIME]
        found = process.cdist(
            block, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, dtype=np.uint8, workers=1
        )
        for row, column in zip(*np.nonzero(found), strict=True):
            first, other = start + int(row), int(column)
            same_digits = _DIGITS.findall(names[first]) == _DIGITS.findall(names[other])
            if first < other and same_digits:
                yield first, other, float(found[row, column])
