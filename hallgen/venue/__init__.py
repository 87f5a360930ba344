"""A hall's plan held against its venue's rules: what is wrong, and where on the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from hallgen.model import Fair, Hall, HallLayout
from hallgen.venue import aisles, booths, clearances, escape, neighbours, shares
from hallgen.venue.finding import Finding, Site

__all__ = ["Finding", "Site", "findings_of"]

_RULES: Final[tuple[Callable[[Site], Iterable[Finding]], ...]] = (
    aisles.narrow,
    aisles.no_main_aisle,
    aisles.long_rows,
    clearances.before_exits,
    clearances.at_walls,
    clearances.at_columns,
    clearances.at_hydrants,
    booths.without_opposite_exits,
    booths.too_high,
    escape.too_far,
    shares.crowded,
    neighbours.competing,
)


def findings_of(fair: Fair, hall: Hall, layout: HallLayout) -> tuple[Finding, ...]:
    """Everything of a hall's plan that is against the fair's rules, rule by rule.

    Takes about a tenth of a second for a hall of 250 booths.
    """
    site = Site(fair, hall, layout)
    return tuple(finding for rule in _RULES for finding in rule(site))
