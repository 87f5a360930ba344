"""`hallgen inspect`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from hallgen.cli.output import Format, format_option


@click.command()
@click.argument("target", metavar="SITE|GLB", type=click.Path(path_type=Path, exists=True))
@format_option(Format.TEXT, Format.JSON)
def inspect(target: Path, format_: Format) -> None:
    """Tell counts and bytes of a site or of one GLB."""
    from hallgen.build.inspection import inspect_path

    facts = inspect_path(target)
    if format_ is Format.JSON:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1))
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        shown = f"{value:,}" if isinstance(value, int) else value
        click.echo(f"{name:<{width}}  {shown}")
