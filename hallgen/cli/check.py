"""`hallgen check`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.output import Format, format_option, show, summary
from hallgen.diagnostics import Severity


@click.command()
@click.argument("fair", type=click.Path(path_type=Path), default=Path())
@format_option(Format.TEXT, Format.JSON, Format.GITHUB)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
def check(fair: Path, format_: Format, strict: bool) -> None:
    """Tell every fault of a fair folder, with file, line, code and what to do."""
    from hallgen.build.steps import read_and_check

    checked = read_and_check(fair)
    show(checked.diagnostics, format_)
    if format_ is Format.TEXT:
        for line in checked.summary():
            click.echo(line)
        click.echo(f"{summary(checked.diagnostics)}.")
    errors = checked.diagnostics.count(Severity.ERROR)
    if errors or (strict and checked.diagnostics.count(Severity.WARNING)):
        raise click.exceptions.Exit(1)
