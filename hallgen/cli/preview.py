"""`hallgen preview`."""

from __future__ import annotations

import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.arguments import cache_option, fair_or_booth_option
from hallgen.cli.output import show, summary
from hallgen.diagnostics import Diagnostics

if TYPE_CHECKING:
    from hallgen.preview import PreviewServer, PreviewStudio


#: The largest booth that a hall without a plan has room for, in metres.
_WIDEST = 60


@click.command()
@click.argument("booth", required=False)
@fair_or_booth_option
@click.option(
    "--size",
    callback=lambda _context, _option, said: None if said is None else _size(said),
    help="Width and depth of the booth in metres, where there is no plan. [6x3]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8010, show_default=True)
@click.option("--no-open", "quiet", is_flag=True, help="Do not open the browser.")
@cache_option
def preview(
    booth: str | None,
    fair: Path,
    size: tuple[float, float] | None,
    port: int,
    quiet: bool,
    cache: str | None,
) -> None:
    """Show one booth in its neighbourhood, and again at each change of the fair folder.

    Without BOOTH a page lists all of them.
    """
    from hallgen.preview import PreviewOptions, opened, source_of
    from hallgen.store import user_store

    meant = source_of(fair, size)
    options = PreviewOptions(cache if cache is not None else user_store(), _Teller().tell)
    with tempfile.TemporaryDirectory(prefix="hallgen-preview-") as made:
        scratch = Path(made).resolve()
        with opened(meant.source, scratch, options) as studio:
            start = _start(studio, booth or meant.booth)
            server = _server(studio, scratch, port)
            address = server.address + start
            threading.Thread(target=server.run, daemon=True).start()
            click.echo(f"Showing {address} - Ctrl+C stops it.")
            if not quiet:
                webbrowser.open(address)
            try:
                while True:
                    studio.follow()
            except KeyboardInterrupt:
                click.echo("Stopped.")
            finally:
                server.stop()


def _start(studio: PreviewStudio, name: str | None) -> str:
    """The address to begin at: of the booth that is named or the only one, or of the list."""
    if name is not None:
        return studio.start_of(studio.find(name))
    if studio.only is not None:
        return studio.start_of(studio.only)
    studio.list_booths()
    return ""


def _size(said: str) -> tuple[float, float]:
    """Metres: "6x3" is (6.0, 3.0)."""
    try:
        width, depth = (float(part) for part in said.lower().replace("×", "x").split("x"))
    except ValueError:
        raise click.BadParameter(f"{said!r} is no size such as 6x3.") from None
    if not (1 <= width <= _WIDEST and 1 <= depth <= _WIDEST):
        raise click.BadParameter(f"A booth is 1 to {_WIDEST} m wide and deep.")
    return width, depth


def _server(studio: PreviewStudio, scratch: Path, port: int) -> PreviewServer:
    from hallgen.preview import PreviewServer

    try:
        return PreviewServer(studio, scratch, port)
    except OSError:
        return PreviewServer(studio, scratch, 0)  # the usual port is taken: any free one will do


class _Teller:
    """Shows faults, those of a booth only when they are others than before."""

    def __init__(self) -> None:
        self._shown: dict[str, list[object]] = {}

    def tell(self, about: str, told: Diagnostics) -> None:
        found: list[object] = list(told.by_place())
        if self._shown.get(about) == found:
            return
        self._shown[about] = found
        show(told)
        click.echo(f"{about}: {summary(told)}.")
