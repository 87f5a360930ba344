"""A budget as reports and `hallgen inspect` tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A budget beside what a site takes of it: the `largest` of what is `measured`, by name, and
    all that are `above`, the worst first.
    """

    name: str
    budget: int
    largest: tuple[str, int]
    measured: int
    above: Mapping[str, int]

    def as_record(self) -> Mapping[str, Any]:
        """The line as a JSON object."""
        return {
            "name": self.name,
            "budget": self.budget,
            "largest": dict([self.largest]),
            "measured": self.measured,
            "above": dict(self.above),
        }

    @property
    def said_above(self) -> str:
        """How many are above: "3 of 28 above", or nothing."""
        return f"{len(self.above)} of {self.measured} above" if self.above else ""


def line_of(record: Mapping[str, Any]) -> BudgetLine:
    """The line of such an object. KeyError, ValueError or TypeError where it is none."""
    (largest,) = record["largest"].items()
    return BudgetLine(
        record["name"], record["budget"], largest, record["measured"], record["above"]
    )
