"""`hallgen plan`: judge a hall's plan, compare plans, lay one out."""

from __future__ import annotations

from pathlib import Path

import click

#: The option --fair of every command of the group.
fair_option = click.option(
    "--fair",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The fair folder. [the current one]",
)


@click.group()
def plan() -> None:
    """Judge a hall's plan, compare plans, and lay one out."""
