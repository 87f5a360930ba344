"""`hallgen build`."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from hallgen.cli.arguments import fair_argument
from hallgen.cli.output import count, show, summary, telling
from hallgen.diagnostics import Diagnostics


@click.command()
@fair_argument
@click.option(
    "-o", "--output", "site", type=click.Path(path_type=Path), help="The site's folder. [FAIR/site]"
)
@click.option(
    "--light",
    type=click.Choice(["draft", "final"]),
    default="draft",
    show_default=True,
    help="Quality of the baked light; final takes about three times as long.",
)
@click.option(
    "--cache",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where baked light is kept between builds. [the user's cache folder]",
)
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes. [all cores]")
@click.option("--qr", is_flag=True, help="Also write SITE.qr.html: codes of all booths to print.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Build as of that day: products are left out before theirs. [today]",
)
@click.option("--strict", is_flag=True, help="Warnings are errors, and errors publish nothing.")
def build(
    fair: Path,
    site: Path | None,
    light: str,
    cache: Path | None,
    jobs: int | None,
    qr: bool,
    day: datetime | None,
    strict: bool,
) -> None:
    """Make the site of a fair folder. Faults are told; what is sound is published."""
    from hallgen.build import HallOptions, QrCodes, Strictness, build_fair, user_store
    from hallgen.light import LightQuality

    diagnostics = Diagnostics()
    with telling(diagnostics):
        report = build_fair(
            fair,
            site if site is not None else fair / "site",
            diagnostics,
            HallOptions(
                light=LightQuality(light),
                store=cache if cache is not None else user_store(),
                jobs=jobs or os.cpu_count() or 1,
                progress=_say,
            ),
            strictness=Strictness.STRICT if strict else Strictness.LENIENT,
            qr=QrCodes.SHEETS if qr else QrCodes.IN_PAGES,
            day=None if day is None else day.date(),
        )
    show(report.diagnostics)
    click.echo(f"{summary(report.diagnostics)}.")
    if report.published:
        click.echo(
            f"Built {report.site}: {count(report.halls, 'hall')}, {count(report.booths, 'booth')}, "
            f"{count(report.exhibitors, 'exhibitor')}, {count(report.products, 'product')} in "
            f"{count(report.files, 'file')}, {report.bytes / 1e6:,.1f} MB."
        )
    else:
        click.echo("Published nothing: --strict.", err=True)
    if report.failed or not report.published:
        raise click.exceptions.Exit(1)


def _say(what: str, done: int, of: int) -> None:
    """Show progress in place on a terminal, and only the ends of steps elsewhere."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{what} {done}/{of}", err=True, nl=done == of)
    elif done == of:
        click.echo(f"{what}: {of}", err=True)
