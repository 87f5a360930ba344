"""`hallgen diff`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.output import Format, format_option

if TYPE_CHECKING:
    from hallgen.build.comparison import Changes, Comparison

_SITE = click.Path(path_type=Path, exists=True, file_okay=False)
#: So many things of a kind are named in text; JSON has all.
_NAMED = 20


@click.command()
@click.argument("old", type=_SITE)
@click.argument("new", type=_SITE)
@format_option(Format.TEXT, Format.JSON)
def diff(old: Path, new: Path, format_: Format) -> None:
    """Tell what changed between two builds: booths, exhibitors, products, pages, bytes."""
    from hallgen.build.comparison import compare

    found = compare(old, new)
    if format_ is Format.JSON:
        click.echo(json.dumps(found.as_record(), ensure_ascii=False, indent=1))
    elif found.same:
        click.echo(f"No change: {found.files['same']:,} files are the same.")
    else:
        _tell(found)


def _tell(found: Comparison) -> None:
    for kind in ("booths", "exhibitors", "products", "pages"):
        _section(kind, getattr(found, kind))
    said = ", ".join(f"{number:,} {how}" for how, number in found.files.items())
    click.echo(f"files: {said}")
    for kind, (before, now) in found.bytes.items():
        if before != now:
            click.echo(f"  {kind:<17} {before / 1e6:>10,.2f} MB -> {now / 1e6:,.2f} MB")


def _section(kind: str, changes: Changes) -> None:
    counts = ", ".join(f"{len(those):,} {how}" for how, those in changes.items() if those)
    click.echo(f"{kind}: {counts or 'no change'}")
    for how, those in changes.items():
        for one in those[:_NAMED]:
            parts = [one.id if one.name in ("", one.id) else f"{one.id}  {one.name}", one.how]
            click.echo(f"  {how:<13} {'  '.join(filter(None, parts))}".rstrip())
        if len(those) > _NAMED:
            click.echo(f"  {how:<13} and {len(those) - _NAMED:,} more")
