"""`hallgen check`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.arguments import fair_argument
from hallgen.cli.output import Format, format_option, show, summary, telling
from hallgen.diagnostics import Diagnostics, Severity

#: The values of `hallgen.model.Host`, which takes too long to import for help alone.
_HOSTS = (
    "github-pages",
    "gitlab-pages",
    "cloudflare-pages",
    "cloudflare-pages-paid",
    "netlify",
    "s3",
)


@click.command()
@fair_argument
@format_option(Format.TEXT, Format.JSON, Format.GITHUB)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--host",
    type=click.Choice(_HOSTS),
    help="Tell whether the fair's site will fit there, or a built site does. [publish.host]",
)
def check(fair: Path, format_: Format, strict: bool, host: str | None) -> None:
    """Tell every fault of a fair folder, with file, line, code and what to do.

    FAIR may be a built site, where a --host is named.
    """
    diagnostics = Diagnostics()
    with telling(diagnostics, format_):
        lines = _checked(fair, host, diagnostics)
    show(diagnostics, format_)
    if format_ is Format.TEXT:
        for line in lines:
            click.echo(line)
        click.echo(f"{summary(diagnostics)}.")
    errors = diagnostics.count(Severity.ERROR)
    if errors or (strict and diagnostics.count(Severity.WARNING)):
        raise click.exceptions.Exit(1)


def _checked(fair: Path, host: str | None, diagnostics: Diagnostics) -> list[str]:
    """Check a fair or a site; what is said of it."""
    from hallgen.build.hosts import Fit, fit_of_fair, fit_of_site, tell_fit
    from hallgen.build.steps import read_and_check
    from hallgen.diagnostics import Place
    from hallgen.model import Host
    from hallgen.readers.hosts import host_limits

    def told(fits: tuple[Fit, ...], chosen: Host, about: str) -> list[str]:
        tell_fit(fits, chosen, Place(fair.name or str(fair)), diagnostics)
        name = host_limits()[chosen].name
        return [f"{name}: {about}{fit.value:,} of {fit.limit:,} {fit.name}." for fit in fits]

    if host is not None and (fair / "fair.json").is_file():
        return told(fit_of_site(fair, Host(host)), Host(host), "")
    checked = read_and_check(fair, diagnostics)
    chosen = Host(host) if host is not None else checked.fair.publishing.host
    lines = checked.summary()
    if chosen is not None:
        lines += told(fit_of_fair(checked.fair, chosen), chosen, "about ")
    return lines
