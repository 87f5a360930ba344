"""Checks: one rule per function over the fair and its layouts.

A rule yields diagnostics and never raises. To add one, write it and name it in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from hallgen.checks import (
    addresses,
    booths,
    exhibitors,
    files,
    halls,
    products,
    programme,
    venue,
    zones,
)
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.model import Fair, HallLayout

Rule = Callable[[Fair, Mapping[str, HallLayout]], Iterable[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (
    booths.overlapping,
    booths.outside_of_the_hall,
    booths.enclosed,
    booths.unreachable,
    booths.over_a_column,
    venue.kept,
    halls.without_a_gate,
    halls.gates_off_the_wall,
    halls.columns_outside,
    zones.unused,
    exhibitors.without_a_booth,
    exhibitors.without_a_name_in_a_language,
    products.without_a_picture,
    files.missing,
    addresses.of_nobody,
    programme.outside_of_the_dates,
    programme.ends_before_it_starts,
)


def check_fair(fair: Fair, layouts: Mapping[str, HallLayout], diagnostics: Diagnostics) -> None:
    """Apply every rule. `layouts` are by the hall's id; a hall without one is left out."""
    for rule in RULES:
        diagnostics.extend(rule(fair, layouts))
