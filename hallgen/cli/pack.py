"""`hallgen pack`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.arguments import cache_option, fair_or_booth_option
from hallgen.cli.output import show, summary
from hallgen.diagnostics import Diagnostics, Severity


@click.command()
@click.argument("booth")
@fair_or_booth_option
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), help="[BOOTH.html]"
)
@cache_option
def pack(booth: str, fair: Path, file: Path | None, cache: str | None) -> None:
    """Put one booth into a single file that opens by a double click, without a network."""
    from hallgen.preview import find_booth, pack_booth, source_of
    from hallgen.store import user_store

    source = source_of(fair, None).source
    found = find_booth(source.read(Diagnostics()).fair, booth)
    diagnostics = Diagnostics()
    target = Path(f"{found.number}.html") if file is None else file
    store = user_store() if cache is None else cache
    size = pack_booth(source, found.id, target, store, diagnostics)
    show(diagnostics)
    click.echo(f"{summary(diagnostics)}.")
    click.echo(f"Packed booth {found.number} into {target}, {size / 1e6:.1f} MB.")
    if diagnostics.count(Severity.ERROR):
        raise click.exceptions.Exit(1)
