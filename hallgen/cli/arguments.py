"""Arguments that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def fair_argument(command: Command) -> Command:
    """FAIR: a fair folder, by itself or by the fair.yaml in it; the current one by default."""
    argument = click.argument(
        "fair", type=click.Path(path_type=Path), default=Path(), callback=_folder
    )
    return argument(command)


def _fair_option(help_: str) -> Callable[[Command], Command]:
    return click.option(
        "--fair",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=Path(),
        help=f"{help_} [the current one]",
    )


#: --fair of commands that are about a part of it.
fair_option = _fair_option("The fair folder.")
#: --fair of commands about one booth, whose own folder is enough for them.
fair_or_booth_option = _fair_option("The fair folder, or a booth's own folder without a fair.")


def cache_option(command: Command) -> Command:
    """--cache: where what is costly to make is kept."""
    option = click.option(
        "--cache",
        metavar="DIR|URL",
        help="Where what was made is kept between builds: a folder, or s3://, gs://, memory://. "
        "[the user's cache folder]",
    )
    return option(command)


def _folder(_context: click.Context, _parameter: click.Parameter, path: Path) -> Path:
    return path.parent if path.name == "fair.yaml" and path.is_file() else path
