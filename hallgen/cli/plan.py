"""`hallgen plan`: look at what was understood of a plan, correct it, lay one out."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.arguments import fair_option
from hallgen.cli.output import show, summary
from hallgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from hallgen.drafting import Draft, DraftServer


@click.group()
def plan() -> None:
    """Look at a plan as it was understood, correct it, judge it, compare plans, and lay one out."""


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


@plan.command("edit")
@click.argument("hall")
@fair_option
@click.option("--port", type=click.IntRange(0, 65535), default=8020, show_default=True)
@click.option("--no-open", "quiet", is_flag=True, help="Do not open the browser.")
def edit_plan(hall: str, fair: Path, port: int, quiet: bool) -> None:
    """Correct a hall's plan in the browser: draw, move, split, merge and number its booths.

    Only this machine can open the page. What is saved is GeoJSON beside the drawing, and fair.yaml
    is changed to name it.
    """
    from hallgen.drafting import open_draft

    diagnostics = Diagnostics()
    draft = open_draft(fair, hall, diagnostics)
    show(diagnostics)
    click.echo(f"{summary(diagnostics)}.")
    if draft is None:
        raise click.exceptions.Exit(1)
    server = _server(draft, fair, port)
    click.echo(f"Editing {draft.source.file} at {server.address} - Ctrl+C stops it.")
    if not quiet:
        webbrowser.open(server.address)
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.close()


def _server(draft: Draft, fair: Path, port: int) -> DraftServer:
    from hallgen.drafting import DraftServer
    from hallgen.readers.fair_yaml import read_fair_yaml

    language = read_fair_yaml(fair, Diagnostics()).file.languages[0]
    try:
        return DraftServer(draft, language, port)
    except OSError:
        return DraftServer(draft, language, 0)  # the usual port is taken: any free one will do
