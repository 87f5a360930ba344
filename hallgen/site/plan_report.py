"""A hall's plan as one page: its score, what is against the rules, and heat maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from hallgen.model import Hall, HallLayout, VenueRules
from hallgen.scores import PlanScore, Weights
from hallgen.scores.score import ESCAPE
from hallgen.site.plan_pictures import ALARM, BLUES, findings_picture, floor_image, heat_picture
from hallgen.site.site import environment
from hallgen.venue import Finding

#: What the terms of a score are called for readers.
NAMES: Final[Mapping[str, str]] = {
    "used": "Floor that is let",
    "visibility": "Booths are seen",
    "passers": "Booths are passed",
    "neighbours": "Neighbours as wished",
    "escape": "The way out",
}
_ABOUT: Final = (
    "Each quality is scored from 0 to 1. docs/layout.md of hallgen explains how they are measured "
    "and weighed. Marks on the plan have the numbers of the list below it."
)


@dataclass(frozen=True, eq=False, slots=True)
class JudgedPlan:
    """A plan with its score and everything that is against the rules."""

    title: str
    hall: Hall
    layout: HallLayout
    score: PlanScore
    findings: tuple[Finding, ...]
    rules: VenueRules
    weights: Weights

    @property
    def summary(self) -> str:
        x0, y0, x1, y1 = self.layout.outline.bounds
        sold = sum(laid.area for laid in self.layout.booths)
        doors = f"{len(self.layout.gates)} gates, {len(self.hall.exits)} exits"
        return (
            f"{x1 - x0:.1f} x {y1 - y0:.1f} m, {len(self.layout.booths)} booths on {sold:,.0f} m2, "
            f"{doors}."
        )

    @property
    def pictures(self) -> dict[str, str]:
        """SVGs by name: findings, visibility, passers, escape."""
        return pictures_of(self)


def pictures_of(plan: JudgedPlan) -> dict[str, str]:
    """The findings on the plan, and a heat map of each term that booths have figures of."""
    hall, layout, score, weights = plan.hall, plan.layout, plan.score, plan.weights
    limit = plan.rules.escape or ESCAPE
    flow = np.sqrt(np.clip(score.flow / max(float(np.quantile(score.flow, 0.995)), 1e-9), 0, 1))
    return {
        "findings": findings_picture(hall, layout, plan.findings, f"{plan.title}: rules"),
        "visibility": heat_picture(
            hall, layout, f"{plan.title}: seen", score["visibility"].booths, weights.seen,
            lambda m2: f"{m2:.0f} m²", words="floor from which a booth is seen",
        ),
        "passers": heat_picture(
            hall, layout, f"{plan.title}: passed", score["passers"].booths, 2 * weights.passed,
            lambda part: f"{part:.0%}", words="of all ways pass; the floor shows where they go",
            floor=floor_image(layout, score, flow, BLUES),
        ),
        "escape": heat_picture(
            hall, layout, f"{plan.title}: way out", score["escape"].booths, 2 * limit,
            lambda metres: f"{metres:.0f} m", ramp=ALARM,
            words=f"from a booth's far corner to an exit (allowed: {limit:.3g} m)",
            floor=floor_image(layout, score, score.escape / (2 * limit), ALARM),
        ),
    }  # fmt: skip


def render_plan_report(title: str, plans: Sequence[JudgedPlan]) -> str:
    """One self-contained page of HTML."""
    template = environment().get_template("plan_report.html.j2")
    return template.render(title=title, about=_ABOUT, plans=plans, names=NAMES)
