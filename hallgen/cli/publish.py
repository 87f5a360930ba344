"""`hallgen publish`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.output import count
from hallgen.cli.progress import Talk, showing

if TYPE_CHECKING:
    from hallgen.publish import Published

#: So many files of a kind are named by a dry run; the others are counted.
_NAMED = 20


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("destination", metavar="DEST")
@click.option("--dry-run", "dry", is_flag=True, help="Tell what would be done, and do nothing.")
@click.option("--all", "again", is_flag=True, help="Write every file, whether it changed or not.")
@click.option(
    "--no-grace",
    "at_once",
    is_flag=True,
    help="Delete at once what only visitors of the build before still need.",
)
@click.option(
    "--option",
    "options",
    metavar="NAME=VALUE",
    multiple=True,
    callback=lambda _context, _option, said: dict(map(_pair, said)),
    help="Of the target's file system, as endpoint_url=https://s3.example. May be repeated.",
)
def publish(
    site: Path, destination: str, dry: bool, again: bool, at_once: bool, options: dict[str, object]
) -> None:
    """Bring a built site to DEST: a folder, s3://bucket/path, sftp://user@host/path...

    Only what changed is sent. Visitors see the old site until all of the new one is there. Files
    that hallgen did not publish stay.
    """
    from hallgen.publish import UploadOptions, open_target, publish_site

    target = open_target(destination, options)
    with showing(Talk.USUAL) as progress:
        chosen = UploadOptions(again=again, grace=not at_once, dry=dry, progress=progress)
        published = publish_site(site, target, chosen)
    if dry:
        _tell(published)
    click.echo(_summary(published, site, target.shown, dry))


def _summary(published: Published, site: Path, shown: str, dry: bool) -> str:
    plan = published.plan
    written = len(plan.direct) + len(plan.switched)
    parts = [
        f"{len(plan.new):,} new",
        f"{written - len(plan.new):,} changed",
        f"{len(plan.same):,} as they were",
        f"{len(plan.deleted):,} deleted",
    ]
    if plan.old:
        parts.append(f"{len(plan.old):,} kept for visitors of the build before")
    return (
        f"{'Would publish' if dry else 'Published'} {site} to {shown}: "
        f"{count(published.files, 'file')}, {published.bytes / 1e6:,.1f} MB; {', '.join(parts)}; "
        f"{published.sent / 1e6:,.1f} MB {'to send' if dry else 'sent'}."
    )


def _tell(published: Published) -> None:
    plan = published.plan
    written = sorted((*plan.direct, *plan.switched))
    _name("new", [address for address in written if address in plan.new])
    _name("changed", [address for address in written if address not in plan.new])
    _name("deleted", sorted(plan.deleted))


def _name(what: str, addresses: Sequence[str]) -> None:
    for address in addresses[:_NAMED]:
        click.echo(f"{what:<8} {address}")
    if len(addresses) > _NAMED:
        click.echo(f"{what:<8} and {len(addresses) - _NAMED:,} more")


def _pair(said: str) -> tuple[str, object]:
    """NAME=VALUE; true, false and whole numbers are what they are."""
    name, sign, value = said.partition("=")
    if not name or not sign:
        raise click.BadParameter(f"{said!r} is no NAME=VALUE.")
    plain: dict[str, object] = {"true": True, "false": False}
    return name, plain.get(value.lower(), int(value) if value.isdigit() else value)
