"""The page of a build's report. It stands alone, beside the site, and is as English as commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hallgen.site.site import environment


@dataclass(frozen=True, slots=True)
class ReportBar:
    """A line of a chart: its name, how long it is, and what is written at its end."""

    name: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class ReportChart:
    """Bars under a title; their values are of one unit."""

    title: str
    bars: tuple[ReportBar, ...]

    @property
    def most(self) -> float:
        return max((bar.value for bar in self.bars), default=0.0)


class ReportBudget(Protocol):
    """A budget beside the largest of what is measured, by name, and all that are above."""

    @property
    def name(self) -> str: ...

    @property
    def budget(self) -> int: ...

    @property
    def largest(self) -> tuple[str, int]: ...

    @property
    def above(self) -> Mapping[str, int]: ...

    @property
    def said_above(self) -> str: ...


def report_html(
    fair: str,
    counts: Mapping[str, int],
    size: int,
    budgets: Sequence[ReportBudget],
    charts: Sequence[ReportChart],
    faults: Sequence[tuple[str, str, str]],
) -> bytes:
    """The page: counts by name, the site's bytes, budgets, charts, and faults as place, code and
    text.
    """
    template = environment().get_template("build_report.html.j2")
    shown = [chart for chart in charts if chart.bars]
    text = template.render(
        fair=fair, counts=counts, size=size, budgets=budgets, charts=shown, faults=faults
    )
    return text.encode()
