"""What `hallgen plan` does with halls: judge a plan, compare two, propose one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.layout import lay_out
from hallgen.model import Fair, Hall, HallLayout, Text, VenueRules
from hallgen.proposals import EFFORTS, Proposal, booth_list, geojson, propose
from hallgen.readers import read_fair
from hallgen.readers.bare_hall import read_bare_hall
from hallgen.readers.demand import read_demand
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plan_alone import hall_of_plan
from hallgen.readers.venue_rules import usual_rules
from hallgen.scores import score_plan, usual_weights
from hallgen.scores.present import present_demand
from hallgen.site.plan_report import JudgedPlan, pictures_of, render_plan_report
from hallgen.venue import Finding, findings_of


@dataclass(frozen=True, eq=False, slots=True)
class WrittenProposal:
    """A proposal, judged, and the files it was written to."""

    proposal: Proposal
    judged: JudgedPlan
    plan: Path
    list: Path


def judge_halls(
    folder: Path, halls: Sequence[str], diagnostics: Diagnostics
) -> tuple[JudgedPlan, ...]:
    """The plans of a fair's halls, all of them where none is named."""
    fair = read_fair(folder, diagnostics)
    chosen = [_hall_of(fair, id_) for id_ in halls] if halls else list(fair.halls)
    return tuple(
        _judged(f"Hall {hall.id}", fair, hall, lay_out(hall, diagnostics)) for hall in chosen
    )


def judge(plan: str, folder: Path, diagnostics: Diagnostics) -> JudgedPlan:
    """A hall of the fair in `folder` by its id, or a plan by its file, under the fair's rules if
    there is a fair.
    """
    file = Path(plan)
    if not file.is_file():
        return judge_halls(folder, [plan], diagnostics)[0]
    rules = usual_rules()
    if (folder / "fair.yaml").is_file():
        rules = read_fair(folder, Diagnostics()).rules
    hall = hall_of_plan(file, PlanSource(file=file.name), diagnostics)
    return _judged(file.name, _fair_of(hall, rules), hall, lay_out(hall, diagnostics))


def _hall_of(fair: Fair, id_: str) -> Hall:
    """A hall by its id. Raises UsageError, which names those there are."""
    known = {hall.id: hall for hall in fair.halls}
    if id_ not in known:
        raise UsageError(f"The fair has no hall {id_!r}. It has: {', '.join(known)}.")
    return known[id_]


def _judged(title: str, fair: Fair, hall: Hall, layout: HallLayout) -> JudgedPlan:
    weights = usual_weights()
    score = score_plan(hall, layout, fair.rules, weights)
    return JudgedPlan(
        title, hall, layout, score, findings_of(fair, hall, layout), fair.rules, weights
    )


def _fair_of(hall: Hall, rules: VenueRules) -> Fair:
    """As much of a fair as the rules of a plan need."""
    return Fair(
        id="plan", name=Text(), folder=Path(), languages=("en",), rules=rules, halls=(hall,)
    )


def write_report(title: str, plans: Sequence[JudgedPlan], file: Path) -> None:
    """One page of all plans, self-contained."""
    _write(file, render_plan_report(title, plans))


def write_pictures(plan: JudgedPlan, folder: Path) -> Iterator[Path]:
    """The heat maps and the findings, an SVG each."""
    for name, picture in pictures_of(plan).items():
        file = folder / f"{plan.hall.id}-{name}.svg"
        _write(file, picture)
        yield file


def propose_plan(
    folder: Path,
    hall_id: str,
    demand_file: Path | None,
    file: Path,
    effort: str,
    diagnostics: Diagnostics,
    progress: Callable[[str], None],
) -> WrittenProposal:
    """Lay out a hall for a demand, or for those who are in it now, and write plan and list.

    Raises UsageError where there is nobody to place, or nothing fits.
    """
    if demand_file is None:
        fair = read_fair(folder, diagnostics)
        hall = _hall_of(fair, hall_id)
        rules = fair.rules
        demand = present_demand(fair, hall, lay_out(hall, Diagnostics()))
    else:
        hall, rules = read_bare_hall(folder, hall_id, diagnostics)
        demand = read_demand(demand_file, diagnostics)
    proposal = propose(hall, demand, rules, usual_weights(), EFFORTS[effort], progress)
    if proposal is None:
        raise UsageError(
            f"The {demand.area:,.0f} m2 that are wanted do not fit into hall {hall_id} with the "
            "aisles that its rules ask for. Sell less, or choose another rule profile."
        )
    _tell(proposal, diagnostics)
    booths = file.with_name(f"{file.stem}.booths.csv")
    names = {booth: id_ for id_, booth in proposal.stands.items()}
    called = {one.id: one.name for one in demand.wanted}
    plan = geojson(
        proposal.hall, proposal.layout.outline, {b: called[id_] for b, id_ in names.items()}
    )
    _write(file, plan)
    _write(booths, booth_list(proposal, demand))
    judged = JudgedPlan(
        f"Proposal for hall {hall_id}",
        proposal.hall,
        proposal.layout,
        proposal.score,
        _findings(proposal, rules),
        rules,
        usual_weights(),
    )
    return WrittenProposal(proposal, judged, file, booths)


def _findings(proposal: Proposal, rules: VenueRules) -> tuple[Finding, ...]:
    fair = _fair_of(proposal.hall, rules)
    return findings_of(fair, proposal.hall, proposal.layout)


def _tell(proposal: Proposal, diagnostics: Diagnostics) -> None:
    for one in proposal.unplaced:
        message = f"{one.name or one.id} found no place for {one.area:g} m2."
        diagnostics.add(codes.BOOTH_UNPLACED, one.place, message)
    types = {laid.booth: int(laid.type) for laid in proposal.layout.booths}
    for one in proposal.short:
        message = (
            f"{one.name or one.id} wants {one.open_sides} open sides and has "
            f"{types[proposal.stands[one.id]]}."
        )
        diagnostics.add(codes.SIDES_SHORT, one.place, message)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
