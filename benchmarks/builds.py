"""What builds cost: cold, with nothing changed and with one thing changed, on fairs of any size.

    python -m benchmarks.builds --exhibitors 28 280 [--folder build/builds] [--result FILE]

A fair comes from its seed (benchmarks.fair) and is built by the command as an organiser would, with
a cache of its own: first with nothing kept, then again, then after a text, a logo and a booth's
side were changed. CPU seconds are of the command and of all its workers, Python's start with them;
memory is that of the largest process. `made` is how much of each phase was not kept. Growth is the
exponent by which cold CPU seconds and memory follow the number of booths from one fair to the next.
A fair and its cache stay in the folder: what was built cold once has no cold row again.

The goals at 2,800 exhibitors: nothing changed 2 % of cold, a text or a logo 3 %, cold 45 minutes on
two cores, memory 1.5 times what it is at 280, growth of the time 1.1 at most.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from benchmarks.fair.folder import MadeFair, make_fair, write_fair
from benchmarks.fair.sheet import plan_files
from hallgen.build.report import BuildReport, report_of, report_path

#: By how much a booth's side is moved, in metres.
_MOVED = 0.5


@dataclass(frozen=True, slots=True)
class BuildRun:
    """One build by the command: seconds, and bytes of its largest process at most."""

    name: str
    cpu: float
    wall: float
    memory: int
    report: BuildReport

    @property
    def made(self) -> str:
        """What was made of each phase that counts things."""
        counted = (phase for phase in self.report.phases if phase.of)
        return ", ".join(f"{phase.name} {phase.made} of {phase.of}" for phase in counted)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.builds", description=__doc__)
    parser.add_argument("--exhibitors", type=int, nargs="+", default=[28, 280])
    parser.add_argument("--folder", type=Path, default=Path("build/builds"))
    parser.add_argument("--result", type=Path, help="a file for the tables")
    parser.add_argument("--jobs", type=int, default=2)
    said = parser.parse_args()
    lines: list[str] = []
    for line in _tables(said.exhibitors, said.folder, said.jobs):
        print(line, flush=True)
        lines.append(line)
    if said.result is not None:
        said.result.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _tables(sizes: list[int], folder: Path, jobs: int) -> Iterator[str]:
    yield "| exhibitors | booths | build | CPU s | of cold | wall s | largest process, MB | made |"
    yield "|---|---|---|---|---|---|---|---|"
    cold: list[BuildRun] = []
    for size in sizes:
        first: BuildRun | None = None
        for run in _runs(size, folder, jobs):
            first = run if run.name == "cold" else first
            share = "" if first is None else f"{run.cpu / first.cpu:.1%}"
            yield (
                f"| {size} | {run.report.booths} | {run.name} | {run.cpu:.1f} | {share}"
                f" | {run.wall:.1f} | {run.memory / 1e6:.0f} | {run.made} |"
            )
        cold += [] if first is None else [first]
    for one, other in pairwise(cold):
        yield ""
        yield (
            f"From {one.report.booths} to {other.report.booths} booths: cold CPU seconds grow"
            f" by the power of {_growth(one, other, lambda run: run.cpu):.2f},"
            f" memory by {_growth(one, other, lambda run: run.memory):.2f}."
        )


def _runs(size: int, folder: Path, jobs: int) -> Iterator[BuildRun]:
    fair, made = folder / f"fair-{size}", make_fair(size)
    store = folder / f"store-{size}"
    if not fair.exists():
        write_fair(made, fair)
    if not store.exists():
        yield _built("cold", fair, store, jobs)
    for name, change in CHANGES.items():
        change(made, fair)
        yield _built(name, fair, store, jobs)


def _built(name: str, fair: Path, store: Path, jobs: int) -> BuildRun:
    """Build as the command does. Raises RuntimeError where that does not end well."""
    site = fair.with_name(f"{fair.name}-site")
    asked: list[str | Path] = [
        "build",
        fair,
        "-o",
        site,
        "--cache",
        store,
        "--jobs",
        str(jobs),
        "--quiet",
    ]
    began = time.monotonic()
    started = subprocess.Popen([sys.executable, "-m", "hallgen", *asked], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(started.pid, 0)
    wall = time.monotonic() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise RuntimeError(f"hallgen build {fair} ended with {started.returncode}.")
    report = report_of(report_path(site).read_text("utf-8"), site)
    return BuildRun(name, used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, report)


def _growth(one: BuildRun, other: BuildRun, figure: Callable[[BuildRun], float]) -> float:
    more = other.report.booths / one.report.booths
    return math.log(figure(other) / figure(one)) / math.log(more)


def _nothing(_made: MadeFair, _fair: Path) -> None:
    """What an organiser does who builds again to be sure."""


def _text(made: MadeFair, fair: Path) -> None:
    """The first exhibitor with a booth says something else."""
    firm = next(firm for firm in made.who.firms if firm.booths)
    table = fair / "exhibitors.csv"
    text = table.read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    row = next(row for row in rows if row["展商编号"] == firm.id)
    row["Introduction"] = f"New this year. {row['Introduction']}"
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    table.write_text("\ufeff" + written.getvalue(), "utf-8", newline="")


def _logo(_made: MadeFair, fair: Path) -> None:
    """One exhibitor has the logo of another."""
    logos = sorted((fair / "media" / "logos").iterdir())
    one, other = next((one, other) for one, other in pairwise(logos) if one.suffix == other.suffix)
    one.write_bytes(other.read_bytes())


def _moved(made: MadeFair, fair: Path) -> None:
    """The right side of the first hall's widest rectangular booth comes nearer."""
    hall = made.halls[0]
    boxes = [stand for stand in hall.stands if len(stand.corners) == 4]
    widest = max(boxes, key=lambda stand: stand.corners[1][0] - stand.corners[0][0])
    right = max(x for x, _ in widest.corners)
    corners = tuple((x - _MOVED if x == right else x, y) for x, y in widest.corners)
    stands = tuple(
        replace(stand, corners=corners) if stand is widest else stand for stand in hall.stands
    )
    for name, text in plan_files([replace(hall, stands=stands)]).items():
        (fair / name).write_text(text, encoding="utf-8")


CHANGES: dict[str, Callable[[MadeFair, Path], None]] = {
    "nothing changed": _nothing,
    "a text": _text,
    "a logo": _logo,
    "a booth's side": _moved,
}


if __name__ == "__main__":
    main()
