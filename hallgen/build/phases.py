"""The two phases of building halls: all booths that are not there yet, then the halls of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallgen import codes
from hallgen.build.booths import BoothTask, finish_booth
from hallgen.build.clock import Clock
from hallgen.build.executors import Executors, every, executors_at
from hallgen.build.halls import FinishedHall, HallTask, finish_hall
from hallgen.build.options import HallOptions
from hallgen.diagnostics import Diagnostics
from hallgen.errors import FairError
from hallgen.model import Fair, FairIndex
from hallgen.store import Store


def build_halls(
    fair: Fair,
    tasks: Sequence[HallTask],
    options: HallOptions,
    clock: Clock,
    diagnostics: Diagnostics,
) -> list[FinishedHall]:
    """Build halls and write their files, in the order of the tasks.

    What ends its process is tried once more; a booth that does so again is told and stands as a
    plain block, for a hall FairError is raised.
    """
    executors = executors_at(options.executor, options.jobs)
    store = Store(options.store)
    # Where nothing can be kept, each hall makes its own booths.
    missing = [task for task in tasks if not store.holds(task.key)] if store.writable() else []
    every_booth = [task for hall in missing for task in hall.booths()]
    booths = [task for task in every_booth if not store.holds(task.key)]
    with clock.phase("booths") as tally:
        tally.made, tally.of = len(booths), sum(len(task.layout.booths) for task in tasks)
        lost = _build_booths(booths, executors, options, diagnostics)
    index = FairIndex(fair)
    for booth in sorted(lost):
        diagnostics.add(codes.BOOTH_NOT_BUILT, index.booths[booth].place, f"Booth {booth}.")
    tasks = [_without(task, lost) for task in tasks]
    finished: dict[str, FinishedHall] = {}
    with clock.phase("halls") as tally:
        tally.made, tally.of = len(missing), len(tasks)
        for done, outcome in enumerate(every(executors, finish_hall, tasks), start=1):
            hall = outcome.task.layout.hall
            if outcome.result is None:
                diagnostics.add(codes.HALL_NOT_BUILT, index.halls[hall].place, f"Hall {hall}.")
                raise FairError(f"Hall {hall} could not be built.")
            finished[hall] = outcome.result
            options.progress("halls", done, len(tasks))
    return [finished[task.layout.hall] for task in tasks]


def _build_booths(
    tasks: Sequence[BoothTask], executors: Executors, options: HallOptions, diagnostics: Diagnostics
) -> frozenset[str]:
    """Have booths in the store, and say which could not be built."""
    lost = set()
    for done, outcome in enumerate(every(executors, finish_booth, tasks), start=1):
        if outcome.result is None:
            lost.add(outcome.task.layout.booth)
        else:
            diagnostics.extend(outcome.result)
        options.progress("booths", done, len(tasks))
    return frozenset(lost)


def _without(task: HallTask, lost: frozenset[str]) -> HallTask:
    own = lost.intersection(layout.booth for layout in task.layout.booths)
    return replace(task, stand_ins=own) if own else task
