"""`hallgen new`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from hallgen.cli.output import show, summary
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import UsageError

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


#: A guess as `hallgen new` has it: the file, what was guessed, and how sure that is.
_GUESS = re.compile(
    r"(?P<file>[^:\s]+): (?P<said>.*?)(?: \((?P<sure>sure|likely|unsure: please check)"
    r"(?:; (?P<more>[^()]*))?\))?\.$"
)


def as_table(lines: Sequence[str]) -> Iterator[str]:
    """The guesses in columns: how sure, the file, what; other lines as they are."""
    found = [(line, _GUESS.match(line)) for line in lines]
    wide = max((len(match["file"]) for _, match in found if match), default=0)
    for line, match in found:
        if match is None:
            yield line
            continue
        more = f" - {match['more']}" if match["more"] else ""
        sure = (match["sure"] or "").partition(":")[0]
        yield f"{sure:<7} {match['file']:<{wide}}  {match['said']}{more}"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--exhibitors", type=_FILE, help="The exhibitor list: CSV, XLSX, JSON or YAML.")
@click.option("--plan", "plans", type=_FILE, multiple=True, help="A hall's plan. May be repeated.")
@click.option("--sample", is_flag=True, help="Start from the sample fair instead.")
def new(folder: Path, exhibitors: Path | None, plans: tuple[Path, ...], sample: bool) -> None:
    """Write a fair folder from a list and plans, and tell what was guessed."""
    from hallgen.build.scaffold import new_fair, sample_fair

    if sample == bool(exhibitors or plans):
        raise UsageError("Give --exhibitors and --plan with your files, or --sample alone.")
    diagnostics = Diagnostics()
    lines = sample_fair(folder) if sample else new_fair(folder, exhibitors, plans, diagnostics)
    for line in as_table(lines):
        click.echo(line)
    show(diagnostics)
    if len(diagnostics):
        click.echo(f"{summary(diagnostics)}.")
    click.echo(f"Wrote {folder / 'fair.yaml'}. Next: hallgen check {folder}")
    if diagnostics.count(Severity.ERROR):
        raise click.exceptions.Exit(1)
