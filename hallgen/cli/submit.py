"""`hallgen submit`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.arguments import fair_or_booth_option
from hallgen.cli.output import count, show, summary
from hallgen.diagnostics import Diagnostics, plain
from hallgen.errors import UsageError


@click.command()
@click.argument("booth", required=False)
@fair_or_booth_option
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), help="[BOOTH.zip]"
)
def submit(booth: str | None, fair: Path, file: Path | None) -> None:
    """Put a booth's folder into one ZIP for the organiser, who takes it in by `hallgen receive`.

    BOOTH may be left out where the folder is a booth's own.
    """
    from hallgen.preview import OwnFolder, source_of
    from hallgen.submissions import submit as pack

    meant = source_of(fair, None)
    own = isinstance(meant.source, OwnFolder)
    name = booth or meant.booth or (meant.source.folder.name if own else None)
    if name is None:
        raise UsageError("Which booth? Name it: hallgen submit A012.")
    target = Path(f"{name}.zip".replace("/", "-")) if file is None else file
    diagnostics = Diagnostics()
    done = pack(meant.source, name, target, diagnostics)
    show(diagnostics)
    if done is None:
        click.echo(f"{summary(diagnostics)}.")
        click.echo("Nothing was written: the organiser could not take it in.", err=True)
        raise click.exceptions.Exit(1)
    show(Diagnostics(done.faults))
    for path in done.left_out:
        click.echo(f"left out {plain(path)}: it is no part of a booth, or a link", err=True)
    click.echo(
        f"Packed booth {plain(done.booth)} into {done.file}: {count(done.files, 'file')}, "
        f"{done.bytes / 1e6:,.1f} MB; {done.score} % complete, "
        f"{summary(Diagnostics(done.faults))}. Send it to the organiser."
    )
