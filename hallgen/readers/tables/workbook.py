"""A sheet of a workbook (xlsx, xls, ods) as lines of cells."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tables import sheets
from hallgen.readers.tables.separated import Line

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
#: Seconds for one workbook: the largest that may be read takes a tenth on a busy machine.
_SECONDS: Final = 300.0

_Range = tuple[tuple[int, int], tuple[int, int]]
_Sheet = tuple[list[list[object]], tuple[_Range, ...]]


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook; none where it is none or cannot be read."""
    if path.suffix.casefold() not in SUFFIXES:
        return ()
    state, *found = _asked("names", path)
    return found[0] if state == sheets.READ else ()


def read_workbook(
    path: Path, name: str, wanted: str | None, diagnostics: Diagnostics
) -> tuple[str | None, tuple[Line, ...]] | None:
    """The lines of the sheet `wanted`, else of the fullest one, and the sheet's name.

    The name is None where the workbook has one sheet only. None where it cannot be read.
    """
    state, *found = _asked("cells", path, *([] if wanted is None else [wanted]))
    if state == sheets.BROKEN:
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), f"the workbook is broken ({found[0]}).")
        return None
    if state == sheets.SWOLLEN:
        diagnostics.add(codes.INPUT_SWELLS, Place(name), f"the workbook is refused: {found[0]}.")
        return None
    names, cells = found
    if wanted is not None and wanted not in names:
        diagnostics.add(
            codes.UNKNOWN_SHEET,
            Place(name, item=wanted),
            f"the workbook has no sheet {wanted!r}.",
            did_you_mean(wanted, names) or f"Its sheets are: {', '.join(names)}.",
        )
        return None
    read = {sheet: _lines(*of) for sheet, of in cells.items()}
    if not read:
        return None, ()
    best = max(read, key=lambda sheet: (_cells(read[sheet]), -names.index(sheet)))
    return (best if len(names) > 1 else None), read[best]


def _asked(*arguments: str | Path) -> Sequence[Any]:
    """What the program that reads workbooks says, how it went first."""
    command = [sys.executable, "-P", sheets.__file__, *map(str, arguments)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return sheets.SWOLLEN, f"reading it took more than {_SECONDS:.0f} seconds"
    except ValueError as fault:  # a name that no file can have
        return sheets.BROKEN, str(fault)
    if done.returncode != 0:
        return sheets.SWOLLEN, "it needs more memory than it may have"
    answer: Sequence[Any] = pickle.loads(done.stdout)  # noqa: S301 - our own program's
    return answer


def _cells(lines: tuple[Line, ...]) -> int:
    return sum(1 for line in lines for cell in line.cells if cell != "")


def _lines(cells: list[list[object]], merged: tuple[_Range, ...]) -> tuple[Line, ...]:
    grid = [[_cell(cell) for cell in row] for row in cells]
    # A cell merged over several rows is how a sheet says that they share a booth.
    for (top, left), (bottom, right) in merged:
        if left == right and top < len(grid) and left < len(grid[top]):
            for row in grid[top + 1 : bottom + 1]:
                if left < len(row):
                    row[left] = grid[top][left]
    return tuple(Line(at, tuple(row)) for at, row in enumerate(grid, start=1))


def _cell(value: object) -> object:
    """A cell as it is, but a day without a time as a date."""
    return value.date() if isinstance(value, datetime) and value.time() == time() else value
