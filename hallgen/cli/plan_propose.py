"""`hallgen plan propose`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from hallgen.cli.arguments import fair_option
from hallgen.cli.output import show, summary
from hallgen.cli.plan_score import table
from hallgen.diagnostics import Diagnostics

#: As `proposals.EFFORTS` has them.
EFFORTS = ("quick", "usual", "long")


@click.command("propose")
@click.argument("hall")
@fair_option
@click.option(
    "--demand",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Who wants how much floor: CSV, XLSX, JSON or YAML. [those who are in the hall]",
)
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="[HALL-proposal.geojson]",
)
@click.option(
    "--effort",
    type=click.Choice(EFFORTS),
    default="usual",
    show_default=True,
    help="How long to search: about one, five or thirty minutes for a hall of 250 booths.",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page of HTML about the proposal, with pictures.",
)
def propose_plan(
    hall: str, fair: Path, demand: Path | None, file: Path | None, effort: str, report: Path | None
) -> None:
    """Lay out a hall anew: blocks, aisles and booths for a list of those who want floor.

    Writes the plan as GeoJSON, which fair.yaml may name, and a list of who stands where. The same
    input gives the same plan. Needs OR-tools: pip install "hallgen[layout]".
    """
    from hallgen.build.plans import propose_plan as propose
    from hallgen.build.plans import write_report
    from hallgen.errors import UsageError

    if find_spec("ortools") is None:
        raise UsageError('OR-tools is missing: pip install "hallgen[layout]".')
    diagnostics = Diagnostics()
    target = Path(f"{hall}-proposal.geojson") if file is None else file
    written = propose(fair, hall, demand, target, effort, diagnostics, click.echo)
    show(diagnostics)
    click.echo(f"{summary(diagnostics)}.")
    click.echo(f"{written.judged.title}: {written.judged.summary}")
    click.echo(written.proposal.words + ".")
    click.echo(table([written.judged]))
    if report is not None:
        write_report(written.judged.title, [written.judged], report)
        click.echo(f"Wrote {report}.")
    click.echo(f"Wrote {written.plan} and {written.list}. In fair.yaml: plan: {{file: {target}}}")
