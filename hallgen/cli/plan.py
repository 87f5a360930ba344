"""`hallgen plan`: look at what was understood of a plan, correct it, lay one out."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.output import show, summary
from hallgen.diagnostics import Diagnostics

#: The option --fair of every command of the group.
fair_option = click.option(
    "--fair",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The fair folder. [the current one]",
)


@click.group()
def plan() -> None:
    """Look at a hall's plan as it was understood, and correct it."""


@plan.command("show")
@click.argument("hall")
@fair_option
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), help="[HALL.svg]"
)
def show_plan(hall: str, fair: Path, file: Path | None) -> None:
    """Draw what was understood of a hall's plan over the drawing it was read from."""
    from hallgen.drafting import caption_of, overlay, read_hall

    diagnostics = Diagnostics()
    read = read_hall(fair, hall, diagnostics)
    show(diagnostics)
    if read.understood is None:
        click.echo(f"{summary(diagnostics)}.")
        raise click.exceptions.Exit(1)
    caption = caption_of(read.understood, read.entry.id)
    target = Path(f"{read.entry.id}.svg") if file is None else file
    target.write_text(overlay(read.understood, read.file, caption), encoding="utf-8", newline="\n")
    click.echo(f"{summary(diagnostics)}.")
    click.echo(f"{caption}.\nWrote {target}.")
