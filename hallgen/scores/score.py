"""A plan's score: each term by itself, and together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import shapely

from hallgen.layout.fields import Floats, FloorRaster, distances, door_cells, raster_of
from hallgen.layout.shapes import clean, to_shape
from hallgen.model import Demand, Hall, HallLayout, VenueRules
from hallgen.scores.flows import flow_of, passing, starts_of
from hallgen.scores.neighbours import Wish, wishes_of, zones_of
from hallgen.scores.visibility import seen_floor
from hallgen.scores.weights import Weights
from hallgen.venue.escape import escape_of

#: Where the rules say nothing: the share of the floor that booths may take, and metres to an exit.
NET_SHARE, ESCAPE = 0.4, 37.5


@dataclass(frozen=True, slots=True)
class Term:
    """One quality of a plan. `value` is 0 to 1, None where the plan has nothing to judge it by.

    `figure` says it in its own unit; `booths` are each booth's own figures, in that unit.
    """

    name: str
    weight: float
    value: float | None
    figure: str
    booths: Mapping[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class PlanScore:
    """`total` is the weighted mean of the terms that there are. `flow` is the share of ways through
    each cell of the floor, `escape` the metres from it to an exit.
    """

    hall: str
    terms: tuple[Term, ...]
    raster: FloorRaster
    flow: Floats
    escape: Floats
    wishes: tuple[Wish, ...]
    zones: Mapping[str, float]

    @property
    def total(self) -> float:
        counted = [(t.weight, t.value) for t in self.terms if t.value is not None]
        weight = sum(w for w, _ in counted)
        return sum(w * v for w, v in counted) / weight if weight else 0.0

    def __getitem__(self, name: str) -> Term:
        return next(term for term in self.terms if term.name == name)


def score_plan(
    hall: Hall,
    layout: HallLayout,
    rules: VenueRules,
    weights: Weights,
    demand: Demand | None = None,
    stands: Mapping[str, str] | None = None,
) -> PlanScore:
    """The score of a hall's plan; takes about a second for a hall of 250 booths.

    `demand` has wishes and zones, `stands` the booth's id of each who wants one; without them
    zones are the booths' own. Booths count alike, whatever their size: each is somebody who paid
    to be found.
    """
    shapes = {b.id: s for b in hall.booths if (s := clean(b.outline)) is not None}
    raster = raster_of(layout)
    out = distances(raster, door_cells(raster, (*layout.gates, *hall.exits)))
    flow = flow_of(raster, starts_of(layout.booths, raster), layout.gates)
    laid = [b for b in layout.booths if b.booth in shapes]
    seen = {b.booth: seen_floor(b, raster, weights.far) for b in laid}
    passed = {b.booth: passing(b, flow, raster) for b in laid}
    ways = {b.booth: escape_of(b, shapes[b.booth], raster, out) for b in laid}
    share = sum(b.area for b in laid) / to_shape(layout.outline).area
    allowed = rules.net_share or NET_SHARE
    limit = rules.escape or ESCAPE
    if demand is None or stands is None:
        wanted: Mapping[str, shapely.Polygon] = shapes
        zones = {booth.id: booth.zone or "" for booth in hall.booths}
    else:
        wanted = {id_: shapes[booth] for id_, booth in stands.items() if booth in shapes}
        zones = {one.id: one.zone for one in demand.wanted}
    wishes = tuple(wishes_of(demand.wanted if demand else (), wanted))
    held = zones_of(zones, wanted, allowed)
    met = [wish.met for wish in wishes] + list(held.values())
    finite = [far for far in ways.values() if math.isfinite(far)]
    terms = (
        Term("used", weights.used, min(1.0, share / allowed), f"{share:.1%} of the floor", {}),
        Term(
            "visibility",
            weights.visibility,
            _mean([min(1.0, floor / weights.seen) for floor in seen.values()]),
            f"seen from {_mean(list(seen.values())) or 0:.0f} m2 on average",
            seen,
        ),
        Term(
            "passers",
            weights.passers,
            _mean([min(1.0, part / weights.passed) for part in passed.values()]),
            f"{_mean(list(passed.values())) or 0:.1%} of all ways pass on average",
            passed,
        ),
        Term(
            "neighbours",
            weights.neighbours,
            _mean(met),
            f"{len(wishes)} wishes, {len(held)} zones",
            {},
        ),
        Term(
            "escape",
            weights.escape,
            _mean([max(0.0, 1.0 - far / (2 * limit)) for far in ways.values()]),
            f"{_mean(finite) or 0:.0f} m to an exit, {max(finite, default=0):.0f} m at most",
            ways,
        ),
    )
    return PlanScore(hall.id, terms, raster, flow, out, wishes, held)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
