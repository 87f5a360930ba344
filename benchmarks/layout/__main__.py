"""Proposes a plan for each of the three frozen halls, and prints it beside the real one.

    python -m benchmarks.layout [--effort quick|usual|long] [--reports FOLDER] [--result FILE]

Everything but the solver is as frozen.yaml has it; where the halls, rules, weights or the real
plans' scores are not those any more, it says so and stops. `--others` are halls that nothing is
frozen of.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import yaml

from benchmarks.layout.halls import FROZEN, HALLS, OTHERS, RealHall, facts, real_hall
from hallgen.build.plans import write_report
from hallgen.proposals import EFFORTS, Proposal, propose
from hallgen.scores import usual_weights
from hallgen.site.plan_report import JudgedPlan
from hallgen.venue import Finding, findings_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--effort", choices=list(EFFORTS), default="usual")
    parser.add_argument("--only", help="a hall by a part of its name")
    parser.add_argument("--others", action="store_true", help="the halls that are not frozen")
    parser.add_argument("--reports", type=Path, help="a page about each pair of plans")
    parser.add_argument("--result", type=Path, help="write the table as Markdown")
    options = parser.parse_args()
    frozen = yaml.safe_load(FROZEN.read_text(encoding="utf-8"))
    if frozen["weights"] != usual_weights().model_dump():
        sys.exit("The weights are not the frozen ones.")
    lines = [
        "| hall | | score | used | seen | passed | neighbours | way out | against the rules |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, hall, by_category in OTHERS if options.others else HALLS:
        if options.only and options.only not in f"{name} {hall}":
            continue
        real = real_hall(name, hall, by_category=by_category)
        if not options.others and facts(real) != frozen["halls"][real.name]:
            sys.exit(f"{real.name} is not as it was frozen.")
        begun = time.process_time()
        found = propose(
            real.hall, real.demand, real.fair.rules, usual_weights(), EFFORTS[options.effort], print
        )
        if found is None:
            sys.exit(f"Nothing fits into {real.name}.")
        print(f"{real.name}: {time.process_time() - begun:.0f} s of a processor, {found.words}")
        plans = judged(real, found)
        lines += [row(real.name, "real", plans[0]), row("", notes(found), plans[1])]
        print("\n".join(lines))
        if options.reports:
            write_report(real.name, plans, options.reports / f"{name}.html")
    if options.result:
        options.result.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judged(real: RealHall, found: Proposal) -> list[JudgedPlan]:
    """The real plan and the proposed one."""
    rules, weights = real.fair.rules, usual_weights()
    own = findings_of(real.fair, real.hall, real.layout)
    new: tuple[Finding, ...] = findings_of(real.fair, found.hall, found.layout)
    return [
        JudgedPlan("The real plan", real.hall, real.layout, real.score(), own, rules, weights),
        JudgedPlan("The proposal", found.hall, found.layout, found.score, new, rules, weights),
    ]


def notes(found: Proposal) -> str:
    said = "proposed"
    if found.unplaced:
        said += f", {len(found.unplaced)} without a place"
    if found.short:
        said += f", {len(found.short)} with fewer sides"
    return said


def row(name: str, which: str, plan: JudgedPlan) -> str:
    cells = ["-" if t.value is None else f"{t.value:.3f}" for t in plan.score.terms]
    counts = Counter(finding.kind.code for finding in plan.findings)
    told = ", ".join(f"{count} {code}" for code, count in sorted(counts.items())) or "nothing"
    return f"| {' | '.join([name, which, f'{plan.score.total:.3f}', *cells, told])} |"


if __name__ == "__main__":
    main()
