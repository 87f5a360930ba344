"""`hallgen check`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.arguments import fair_argument
from hallgen.cli.output import Format, format_option, show, summary, telling
from hallgen.diagnostics import Diagnostics, Severity


@click.command()
@fair_argument
@format_option(Format.TEXT, Format.JSON, Format.GITHUB)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(fair: Path, format_: Format, strict: bool) -> None:
    """Tell every fault of a fair folder, with file, line, code and what to do."""
    from hallgen.build.steps import read_and_check

    diagnostics = Diagnostics()
    with telling(diagnostics, format_):
        checked = read_and_check(fair, diagnostics)
    show(diagnostics, format_)
    if format_ is Format.TEXT:
        for line in checked.summary():
            click.echo(line)
        click.echo(f"{summary(diagnostics)}.")
    errors = diagnostics.count(Severity.ERROR)
    if errors or (strict and diagnostics.count(Severity.WARNING)):
        raise click.exceptions.Exit(1)
