"""Figures by version in a CSV file, and which of them got worse since they were last kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures.measured import Measured

FILE = Path(__file__).parents[1] / "results" / "figures.csv"
#: By how much a figure may grow: light's last digit and a longer word are no regression.
SLACK = 0.02
_HEADER = ("version", "subject", "figure", "value", "unit")


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure as it was measured of a version."""

    version: str
    figure: Measured


def read(file: Path) -> list[Kept]:
    """All that was kept, the oldest first; nothing where there is no file."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Kept(
                row["version"],
                Measured(row["subject"], row["figure"], float(row["value"]), row["unit"]),
            )
            for row in csv.DictReader(lines)
        ]


def write(file: Path, kept: Iterable[Kept]) -> None:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEADER)
    for one in kept:
        figure = one.figure
        table.writerow(
            [one.version, figure.subject, figure.name, f"{figure.value:.10g}", figure.unit]
        )
    file.write_text(out.getvalue(), encoding="utf-8", newline="\n")


def before(kept: Sequence[Kept]) -> dict[tuple[str, str], Measured]:
    """The last value of each figure."""
    return {(one.figure.subject, one.figure.name): one.figure for one in kept}


def worse(found: Iterable[Measured], last: dict[tuple[str, str], Measured]) -> Iterator[str]:
    """A line for each stable figure that is more than it was. New ones are none, times never."""
    for figure in found:
        old = last.get((figure.subject, figure.name))
        if old is not None and figure.stable and figure.value > old.value * (1 + SLACK):
            grown = figure.value / old.value - 1 if old.value else float("inf")
            yield (
                f"{figure.subject}: {figure.name} is {figure.value:,.10g} {figure.unit}, "
                f"{grown:.1%} more than {old.value:,.10g}."
            )


def with_version(kept: Sequence[Kept], version: str, found: Iterable[Measured]) -> list[Kept]:
    """What was kept, and these as this version's, in the place of those it had."""
    others = [one for one in kept if one.version != version]
    return [*others, *(Kept(version, figure) for figure in found)]
