"""The three real halls, their demand, rules and weights, as they were frozen before the solver was
written: `frozen.yaml` has counts, areas and hashes, no data of the fairs.

`python -m benchmarks.layout.halls` writes it; what it writes changes only with the real data, the
rules, the weights or the score itself.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.model import Demand, Fair, Hall, HallLayout
from hallgen.readers import read_fair
from hallgen.scores import PlanScore, score_plan
from hallgen.scores.present import present_demand
from hallgen.scores.weights import usual_weights
from hallgen.venue import findings_of
from tests.support.real_fairs import real_fair

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "frozen.yaml"
#: Fair, hall, and whether those of one category wish to be together, as in a zone.
HALLS = (
    ("tea-expo-busan", "hall", False),
    ("sibf-2026-json", "A", False),
    ("bronycon-2019", "marketplace", True),
)
#: Halls that were not looked at while the solver was made, and are not frozen.
OTHERS = (
    ("gyuupoke-marche", "park", False),
    ("epc-show-2026", "A", False),
)


@dataclass(frozen=True)
class RealHall:
    """A real hall with its plan, and what those in it want."""

    name: str
    fair: Fair
    hall: Hall
    layout: HallLayout
    demand: Demand

    def score(self) -> PlanScore:
        stands = {one.id: one.id for one in self.demand.wanted}
        return score_plan(
            self.hall, self.layout, self.fair.rules, usual_weights(), self.demand, stands
        )


def real_hall(fair_name: str, hall_id: str, *, by_category: bool) -> RealHall:
    fair = read_fair(real_fair(fair_name), Diagnostics())
    hall = next(hall for hall in fair.halls if hall.id == hall_id)
    layout = lay_out(hall, Diagnostics())
    demand = present_demand(fair, hall, layout)
    if by_category:
        wanted = tuple(w.model_copy(update={"zone": w.category}) for w in demand.wanted)
        demand = Demand(wanted=wanted)
    return RealHall(f"{fair_name} {hall_id}", fair, hall, layout, demand)


def facts(real: RealHall) -> dict[str, Any]:
    """What is frozen of a hall."""
    score = real.score()
    wanted = real.demand.wanted
    found = Counter(f.kind.code for f in findings_of(real.fair, real.hall, real.layout))
    return {
        "floor": round(to_shape(real.layout.outline).area, 1),
        "gates": len(real.layout.gates),
        "booths": len(wanted),
        "sold": round(real.demand.area, 1),
        "open_sides": dict(sorted(Counter(w.open_sides for w in wanted).items())),
        "sizes": {
            f"{area:g}": count
            for area, count in sorted(Counter(round(w.area, 1) for w in wanted).items())
        },
        "zones": sorted((count for zone, count in Counter(w.zone for w in wanted).items() if zone)),
        "digest": _digest(real.demand),
        "rules": real.fair.rules.model_dump(),
        "score": round(score.total, 4),
        "terms": {t.name: None if t.value is None else round(t.value, 4) for t in score.terms},
        "findings": dict(sorted(found.items())),
    }


def _digest(demand: Demand) -> str:
    text = "\n".join(f"{w.id} {w.area:.2f} {w.open_sides} {w.zone}" for w in demand.wanted)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def main() -> None:
    document = {
        "weights": usual_weights().model_dump(),
        "halls": {
            f"{fair} {hall}": facts(real_hall(fair, hall, by_category=by_category))
            for fair, hall, by_category in HALLS
        },
    }
    head = (
        "# Three real halls before any plan was proposed for them: what is sold in them, the\n"
        "# rules, the weights, and what their own plans score.\n"
        "# Written by python -m benchmarks.layout.halls.\n"
    )
    FROZEN.write_text(head + yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    print(FROZEN.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
