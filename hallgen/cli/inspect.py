"""`hallgen inspect`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.output import Format, format_option, show

if TYPE_CHECKING:
    from hallgen.build.budget_lines import BudgetLine


@click.command()
@click.argument("target", metavar="SITE|GLB", type=click.Path(path_type=Path, exists=True))
@format_option(Format.TEXT, Format.JSON)
def inspect(target: Path, format_: Format) -> None:
    """Tell counts and bytes of a site or of one GLB, and a site's figures beside its budgets."""
    from hallgen.build.inspection import inspect_path

    found = inspect_path(target)
    if format_ is Format.JSON:
        click.echo(json.dumps(found.as_record(), ensure_ascii=False, indent=1))
        return
    _table([(name, _shown(value)) for name, value in found.facts.items()])
    if found.figures:
        click.echo()
        _table([_row(figure.line) for figure in found.figures])
    show(found.diagnostics)


def _row(line: BudgetLine) -> tuple[str, ...]:
    name, value = line.largest
    return line.name, f"{value:,}", f"of {line.budget:,}", line.said_above, name


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    """Columns as wide as they need to be."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _shown(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value
