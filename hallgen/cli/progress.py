"""How a build's progress is shown: live on a terminal, a line a phase elsewhere, or not at all."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Talk(StrEnum):
    """How much a command tells while it works."""

    QUIET = "quiet"
    USUAL = "usual"
    VERBOSE = "verbose"


class Lines:
    """A line when a phase ends; at length, one for each tenth of it and what it took so far."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._began: dict[str, float] = {}

    def __call__(self, what: str, done: int, of: int) -> None:
        began = self._began.setdefault(what, time.monotonic())
        if self._talk is Talk.VERBOSE:
            if done % max(1, of // 10) == 0 or done == of:
                click.echo(f"{what}: {done}/{of}, {time.monotonic() - began:.1f} s", err=True)
        elif self._talk is Talk.USUAL and done == of:
            click.echo(f"{what}: {of}", err=True)


class LiveBars:
    """A bar for each phase, with how many are done, how many a second, and the time left."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, what: str, done: int, of: int) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=of, rate="")
        task = self._tasks[what]
        speed = self._bars.tasks[task].speed
        self._bars.update(task, completed=done, rate=f"{speed:,.1f}/s" if speed else "")


@contextmanager
def showing(talk: Talk) -> Iterator[Lines | LiveBars]:
    """Something that is told of progress: of what, how many are done, and of how many."""
    if talk is not Talk.USUAL or not sys.stderr.isatty():
        yield Lines(talk)
        return
    from rich import progress
    from rich.console import Console

    columns: tuple[Any, ...] = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}", justify="right"),
        progress.TimeElapsedColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True)) as bars:
        yield LiveBars(bars)
