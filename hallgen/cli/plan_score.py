"""`hallgen plan score`, `compare` and `report`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.arguments import fair_option
from hallgen.cli.output import Format, format_option, show, summary, telling
from hallgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from hallgen.site.plan_report import JudgedPlan


@click.command("score")
@click.argument("hall")
@fair_option
@format_option(Format.TEXT, Format.JSON)
@click.option(
    "--pictures",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write heat maps of the plan into this folder, as SVG.",
)
def score_plan(hall: str, fair: Path, format_: Format, folder: Path | None) -> None:
    """Tell how good a plan is: HALL is a hall of the fair, or the file of a plan."""
    from hallgen.build.plans import judge, write_pictures

    diagnostics = Diagnostics()
    with telling(diagnostics):
        judged = judge(hall, fair, diagnostics)
    if format_ is Format.JSON:
        click.echo(json.dumps(record(judged), ensure_ascii=False, indent=1))
    else:
        click.echo(f"{judged.title}: {judged.summary}")
        click.echo(table([judged]))
        click.echo(f"{summary(diagnostics)} in reading it.")
    for file in write_pictures(judged, folder) if folder else ():
        click.echo(f"Wrote {file}.", err=format_ is Format.JSON)


@click.command("compare")
@click.argument("one")
@click.argument("other")
@fair_option
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write both as one page of HTML, with pictures.",
)
def compare_plans(one: str, other: str, fair: Path, file: Path | None) -> None:
    """Compare two plans: each a hall of the fair, or the file of a plan."""
    from hallgen.build.plans import judge, write_report

    diagnostics = Diagnostics()
    with telling(diagnostics):
        plans = [judge(plan, fair, diagnostics) for plan in (one, other)]
    for judged in plans:
        click.echo(f"{judged.title}: {judged.summary}")
    click.echo(table(plans))
    if file is not None:
        write_report(f"{plans[0].title} and {plans[1].title}", plans, file)
        click.echo(f"Wrote {file}.")


@click.command("report")
@click.argument("halls", nargs=-1)
@fair_option
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("plans.html"),
    show_default=True,
)
def report_plans(halls: tuple[str, ...], fair: Path, file: Path) -> None:
    """Write one page about the plans of HALLS, or of all: rules, score and heat maps."""
    from hallgen.build.plans import judge_halls, write_report

    diagnostics = Diagnostics()
    with telling(diagnostics):
        plans = judge_halls(fair, halls, diagnostics)
    show(diagnostics)
    write_report("Plans", plans, file)
    found = sum(len(judged.findings) for judged in plans)
    click.echo(f"{len(plans)} halls, {found} findings. Wrote {file}.")


def table(plans: list[JudgedPlan]) -> str:
    """A line for each term, with a column for each plan."""
    lines = []
    for at, term in enumerate(plans[0].score.terms):
        values = [judged.score.terms[at] for judged in plans]
        cells = "".join(f"{'-' if v.value is None else f'{v.value:.3f}':>8}" for v in values)
        lines.append(
            f"  {term.name:<11}{term.weight:>5.2f}{cells}   {'; '.join(v.figure for v in values)}"
        )
    total = "".join(f"{judged.score.total:>8.3f}" for judged in plans)
    lines.append(f"  {'total':<16}{total}")
    for judged in plans:
        counts = Counter(finding.kind.code for finding in judged.findings)
        told = ", ".join(f"{count} x {code}" for code, count in sorted(counts.items()))
        lines.append(f"  against the rules, {judged.title}: {told or 'nothing'}")
    return "\n".join(lines)


def record(judged: JudgedPlan) -> dict[str, object]:
    """A score for programs."""
    return {
        "hall": judged.hall.id,
        "total": round(judged.score.total, 4),
        "terms": {
            term.name: {
                "weight": term.weight,
                "value": None if term.value is None else round(term.value, 4),
                "figure": term.figure,
                "booths": {
                    id_: None if value == float("inf") else round(value, 4)
                    for id_, value in term.booths.items()
                },
            }
            for term in judged.score.terms
        },
        "findings": [
            {"code": finding.kind.code, "message": finding.message, "at": finding.spot}
            for finding in judged.findings
        ],
    }
