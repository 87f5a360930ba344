"""`hallgen receive`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hallgen.cli.arguments import cache_option, fair_option
from hallgen.cli.output import show, summary, telling
from hallgen.cli.progress import Lines, Talk
from hallgen.diagnostics import Diagnostics, plain

if TYPE_CHECKING:
    from hallgen.submissions import Proposal


@click.command()
@click.argument("file", metavar="ZIP", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@fair_option
@click.option("--booth", help="Whose it is, where the ZIP does not say.")
@click.option("--yes", is_flag=True, help="Take it in without asking, unless it brings errors.")
@click.option("--approve", is_flag=True, help="Visitors may see it from the next build on.")
@click.option("--draft", is_flag=True, help="Take it in for looking at; visitors do not see it.")
@cache_option
def receive(
    file: Path,
    fair: Path,
    booth: str | None,
    yes: bool,
    approve: bool,
    draft: bool,
    cache: str | None,
) -> None:
    """Check what an exhibitor sent, show before and after, and take it into the fair folder.

    Nothing changes before you say yes, and each time a way back is kept.
    """
    from hallgen.store import user_store
    from hallgen.submissions import Request, Verdict, examined, take_in

    if approve and draft:
        raise click.UsageError("Say --approve or --draft, not both.")
    verdict = Verdict.APPROVE if approve else Verdict.DRAFT if draft else Verdict.AS_BEFORE
    request = Request(
        cache if cache is not None else user_store(), booth, verdict, Lines(Talk.USUAL)
    )
    diagnostics = Diagnostics()
    with telling(diagnostics), examined(file, fair, request, diagnostics) as proposal:
        show(diagnostics)
        if proposal is None:
            click.echo(f"{summary(diagnostics)}.")
            click.echo("Not taken in: nothing has changed.", err=True)
            raise click.exceptions.Exit(1)
        _tell(proposal)
        if not proposal.changes:
            click.echo("Nothing would change.")
            return
        if not _agreed(proposal, yes=yes):
            click.echo("Not taken in: nothing has changed.", err=True)
            raise click.exceptions.Exit(1)
        back = take_in(proposal)
    again = " --approve" if _is_demoted(proposal) else ""
    click.echo(
        f"Took in booth {proposal.parcel.booth.number} as {proposal.after.status}. "
        f"The way back: hallgen receive {back} --fair {fair}{again}"
    )


def _agreed(proposal: Proposal, *, yes: bool) -> bool:
    if not yes:
        return click.confirm("Take it in?", default=not proposal.faulty)
    if proposal.faulty:
        click.echo("It brings errors, so --yes is not enough: leave it out to be asked.", err=True)
    return not proposal.faulty


def _is_demoted(proposal: Proposal) -> bool:
    return proposal.before.status != proposal.after.status == "draft"


def _tell(proposal: Proposal) -> None:
    from hallgen.submissions.looks import changed_lines

    before, after = proposal.before, proposal.after
    click.echo(f"Booth {proposal.parcel.booth.number} of {plain(proposal.whose)}")
    for line in changed_lines(before.choices, after.choices):
        color = {"+": "green", "-": "red"}.get(line[:1])
        click.echo(click.style(f"  {plain(line)}", fg=color))
    for path in sorted({*before.files, *after.files}):
        old, new = before.files.get(path), after.files.get(path)
        if old != new:
            what = "new" if old is None else "gone" if new is None else "changed"
            sizes = " -> ".join(f"{one.size:,} bytes" for one in (old, new) if one is not None)
            click.echo(f"  {what:<8} {plain(path)}  {sizes}")
    if before.status != after.status:
        click.echo(f"  status   {before.status} -> {after.status}")
    click.echo(f"  complete {before.score} % -> {after.score} %")
    for word, faults in (("solved", proposal.solved), ("new", proposal.new_faults)):
        if faults:
            click.echo(f"  {word}: {summary(Diagnostics(faults))}")
    show(Diagnostics((*proposal.new_faults, *proposal.unused())))
