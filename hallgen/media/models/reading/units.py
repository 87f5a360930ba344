"""Units that files name in words."""

from __future__ import annotations

import re
from typing import Final

#: Metres of units, by their names in files.
METRES: Final = {
    "micron": 1e-6,
    "micrometer": 1e-6,
    "mm": 0.001,
    "millimeter": 0.001,
    "millimetre": 0.001,
    "cm": 0.01,
    "centimeter": 0.01,
    "centimetre": 0.01,
    "m": 1.0,
    "meter": 1.0,
    "metre": 1.0,
    "in": 0.0254,
    "inch": 0.0254,
    "inche": 0.0254,
    "foot": 0.3048,
    "feet": 0.3048,
    "ft": 0.3048,
}
_SAID: Final = re.compile(r"\bunits?\s*(?:[=:]|is|are|in)\s*\(?\s*([a-z]+)", re.IGNORECASE)


def unit_said(head: str) -> float | None:
    """The metres of the unit that a comment at a file's head names ("# Units: mm")."""
    found = _SAID.search(head)
    if found is None:
        return None
    word = found[1].casefold()
    return METRES.get(word, METRES.get(word.removesuffix("s")))
