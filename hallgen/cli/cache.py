"""`hallgen cache`."""

from __future__ import annotations

import re

import click

from hallgen.cli.arguments import cache_option
from hallgen.cli.output import count

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}


@click.group()
def cache() -> None:
    """What is kept between builds: light, media, booths, tiles, pictures."""


@cache.command()
@click.option(
    "--max-size",
    "most",
    required=True,
    metavar="SIZE",
    callback=lambda _context, _option, said: _bytes(said),
    help="What may stay, such as 500MB or 5GB.",
)
@cache_option
def prune(most: int, cache: str | None) -> None:
    """Let go of what was not needed for the longest. A build may go on meanwhile."""
    from hallgen.store import Store, user_store
    from hallgen.store import prune as pruned_to

    store = Store(user_store() if cache is None else cache)
    pruned = pruned_to(store, most)
    click.echo(
        f"{store.name}: removed {count(pruned.entries, 'file')}, {pruned.bytes / 1e6:,.1f} MB; "
        f"{pruned.held / 1e6:,.1f} MB stay."
    )


def _bytes(said: str) -> int:
    """A size as people write it: "5GB", "500 MB", "1.5G"; bytes without a unit."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)B?", said.strip(), re.IGNORECASE)
    if found is None:
        raise click.BadParameter(f"{said} is no size. Write it as 500MB or 5GB.")
    return int(float(found[1]) * _UNITS[found[2].upper()])
