"""Units of length that plans and lists come in, and metres, which is all we use inside."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """A unit that a drawing or a table may be measured in."""

    METRE = "m"
    CENTIMETRE = "cm"
    MILLIMETRE = "mm"
    FOOT = "ft"
    INCH = "in"

    @property
    def metres(self) -> float:
        """How many metres one of it is. Feet and inches are the international ones."""
        return _METRES[self]


_METRES = {
    Unit.METRE: 1.0,
    Unit.CENTIMETRE: 0.01,
    Unit.MILLIMETRE: 0.001,
    Unit.FOOT: 0.3048,
    Unit.INCH: 0.0254,
}
