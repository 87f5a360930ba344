"""`hallgen build`."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.arguments import cache_option, fair_argument
from hallgen.cli.output import count, show, summary, telling
from hallgen.cli.progress import Talk, showing
from hallgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from hallgen.build.record import Asked
    from hallgen.build.report import BuildReport, Progress


@click.command()
@fair_argument
@click.option(
    "-o", "--output", "site", type=click.Path(path_type=Path), help="The site's folder. [FAIR/site]"
)
@click.option(
    "--only",
    multiple=True,
    metavar="HALL|BOOTH",
    help="Build that hall, or the booth's, and leave others as they are. May be repeated.",
)
@click.option(
    "--light",
    type=click.Choice(["draft", "final"]),
    default="draft",
    show_default=True,
    help="Quality of the baked light; final takes about three times as long.",
)
@cache_option
@click.option(
    "--executor", metavar="local|dask:ADDRESS", help="Who builds booths and halls. [local]"
)
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes. [all cores]")
@click.option("--qr", is_flag=True, help="Also write SITE.qr.html: codes of all booths to print.")
@click.option("--fresh", is_flag=True, help="Build also where nothing changed.")
@click.option("--quiet", "talk", flag_value="quiet", help="Tell faults and the end alone.")
@click.option("--verbose", "talk", flag_value="verbose", help="Tell each step and what it took.")
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
    only: tuple[str, ...],
    light: str,
    cache: str | None,
    executor: str | None,
    jobs: int | None,
    qr: bool,
    fresh: bool,
    day: datetime | None,
    talk: str | None,
    strict: bool,
) -> None:
    """Make the site of a fair folder. Faults are told; what is sound is published."""
    from hallgen.build.choices import QrCodes, Strictness
    from hallgen.build.record import Asked, contents, unchanged

    site = site if site is not None else fair / "site"
    asked = Asked(
        light,
        Strictness.STRICT if strict else Strictness.LENIENT,
        QrCodes.SHEETS if qr else QrCodes.IN_PAGES,
        None if day is None else day.date(),
        only,
    )
    read = contents(fair, site)
    report = None if fresh else unchanged(read, site, asked)
    verb = "Nothing changed in" if report is not None else "Built"
    if report is None:
        with showing(Talk(talk or "usual")) as progress:
            report = _built(fair, site, cache, jobs, executor, asked, read, progress)
    show(report.diagnostics)
    click.echo(f"{summary(report.diagnostics)}.")
    if report.published:
        click.echo(
            f"{verb} {report.site}: "
            f"{count(report.halls, 'hall')}, {count(report.booths, 'booth')}, "
            f"{count(report.exhibitors, 'exhibitor')}, {count(report.products, 'product')} in "
            f"{count(report.files, 'file')}, {report.bytes / 1e6:,.1f} MB."
        )
        met = sum(not line.above for line in report.budgets)
        click.echo(f"Budgets: {met} of {len(report.budgets)} met.")
    else:
        click.echo("Published nothing: --strict.", err=True)
    if report.failed or not report.published:
        raise click.exceptions.Exit(1)


def _built(
    fair: Path,
    site: Path,
    cache: str | None,
    jobs: int | None,
    executor: str | None,
    asked: Asked,
    read: dict[str, str],
    progress: Progress,
) -> BuildReport:
    """Load what builds, and build."""
    from hallgen.build.fair import build_fair
    from hallgen.build.options import HallOptions
    from hallgen.light import LightQuality
    from hallgen.store import user_store

    diagnostics = Diagnostics()
    with telling(diagnostics):
        return build_fair(
            fair,
            site,
            diagnostics,
            HallOptions(
                light=LightQuality(asked.light),
                store=cache if cache is not None else user_store(),
                jobs=jobs or os.cpu_count() or 1,
                progress=progress,
                executor=executor,
            ),
            strictness=asked.strictness,
            qr=asked.qr,
            day=asked.day,
            only=asked.only,
            read=read,
        )
