"""`hallgen export`."""

from __future__ import annotations

from pathlib import Path

import click

from hallgen.cli.output import count, show, summary, telling
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import UsageError

#: As `exports.ExportFormat` has them, which is too much to load for saying what commands there are.
FORMATS = ("csv", "xlsx", "geojson", "imdf", "svg", "dxf", "json", "folder")


@click.command()
@click.argument("fair", type=click.Path(path_type=Path, exists=True))
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file or the folder to write. [named after the fair]",
)
@click.option("--hall", "halls", multiple=True, help="Only this hall's plan. May be repeated.")
@click.option("--at", metavar="LAT,LON", help="Where on the earth the fair is, for IMDF.")
@click.option("--replace", is_flag=True, help="Replace files that are there already.")
def export(
    fair: Path,
    format_: str,
    output: Path | None,
    halls: tuple[str, ...],
    at: str | None,
    replace: bool,
) -> None:
    """Write a fair for other programs, or as a fair folder again.

    FAIR is a fair folder, or a whole fair in JSON. FORMAT is csv or xlsx for the lists; geojson,
    svg or dxf for a plan of each hall; imdf for all of them in one archive; json for the whole
    fair in one file; folder for a fair folder, media included.
    """
    from hallgen.exports import ExportFormat, exported, open_fair, write_export

    place = _place(at) if at else None
    read, told = Diagnostics(), Diagnostics()
    source = fair.parent if fair.name == "fair.yaml" else fair
    with telling(read):
        whole = open_fair(source, read)
    if unknown := set(halls) - {hall.id for hall in whole.halls}:
        known = ", ".join(hall.id for hall in whole.halls)
        raise UsageError(f"There is no hall {sorted(unknown)[0]}; there are: {known}.")
    if halls:
        whole = whole.model_copy(update={"halls": tuple(h for h in whole.halls if h.id in halls)})
    found = exported(whole, ExportFormat(format_), told, place)
    written = write_export(found, output, f"{whole.id}-{format_}", replace=replace)
    if read.count(Severity.ERROR) and source.is_dir():
        click.echo(f"The fair has {summary(read)}: hallgen check {source} tells them.", err=True)
    elif source.is_file():
        show(read)
    show(told)
    if len(written) == 1:
        click.echo(f"Wrote {written[0]}.")
    else:
        under = output if output is not None else Path(f"{whole.id}-{format_}")
        click.echo(f"Wrote {count(len(written), 'file')} to {under}.")
    if read.count(Severity.ERROR):
        raise click.exceptions.Exit(1)


def _place(text: str) -> tuple[float, float]:
    """Longitude and latitude of "latitude,longitude", as maps on the web say it."""
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        latitude = longitude = float("nan")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UsageError(f"--at {text} is no latitude and longitude, such as 31.1907,121.2994.")
    return longitude, latitude
