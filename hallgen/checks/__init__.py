"""Checks: one rule per function over the fair and its layouts.

A rule yields diagnostics and never raises. To add one, write it and name it in `RULES`; those of
other packages are entry points of the group `hallgen.checks`.
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
from hallgen.plugins import CHECKS, PluginError, plugins

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
    for name, installed in plugins(CHECKS, Callable).items():
        _apply(name, installed, fair, layouts, diagnostics)


def _apply(
    name: str,
    rule: Rule,
    fair: Fair,
    layouts: Mapping[str, HallLayout],
    diagnostics: Diagnostics,
) -> None:
    """Apply a rule of another package, which may not keep to the rule that it never raises."""
    try:
        diagnostics.extend(rule(fair, layouts))
    except Exception as broken:
        reason = f"{type(broken).__name__}: {broken}"
        raise PluginError(f"The check {name} failed: {reason}. Remove or update it.") from broken
