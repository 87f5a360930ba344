"""A sheet of a workbook (xlsx, xls, ods) as lines of cells."""

from __future__ import annotations

import io
from datetime import datetime, time
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tables.separated import Line

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook; none where it is none or cannot be read."""
    if path.suffix.casefold() not in SUFFIXES:
        return ()
    try:
        return tuple(CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).sheet_names)
    except (CalamineError, OSError, ValueError):
        return ()


def read_workbook(
    path: Path, name: str, wanted: str | None, diagnostics: Diagnostics
) -> tuple[str | None, tuple[Line, ...]] | None:
    """The lines of the sheet `wanted`, else of the fullest one, and the sheet's name.

    The name is None where the workbook has one sheet only. None where it cannot be read.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        sheets = tuple(book.sheet_names)
        if wanted is not None and wanted not in sheets:
            diagnostics.add(
                codes.UNKNOWN_SHEET,
                Place(name, item=wanted),
                f"the workbook has no sheet {wanted!r}.",
                did_you_mean(wanted, sheets) or f"Its sheets are: {', '.join(sheets)}.",
            )
            return None
        names = sheets if wanted is None else (wanted,)
        read = {sheet: _lines(book.get_sheet_by_name(sheet)) for sheet in names}
    except (CalamineError, OSError, ValueError) as fault:
        diagnostics.add(codes.UNREADABLE_FILE, Place(name), f"the workbook is broken ({fault}).")
        return None
    if not read:
        return None, ()
    best = max(names, key=lambda sheet: (_cells(read[sheet]), -names.index(sheet)))
    return (best if len(sheets) > 1 else None), read[best]


def _cells(lines: tuple[Line, ...]) -> int:
    return sum(1 for line in lines for cell in line.cells if cell != "")


def _lines(sheet: CalamineSheet) -> tuple[Line, ...]:
    grid = [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    # A cell merged over several rows is how a sheet says that they share a booth.
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top < len(grid) and left < len(grid[top]):
            for row in grid[top + 1 : bottom + 1]:
                if left < len(row):
                    row[left] = grid[top][left]
    return tuple(Line(at, tuple(row)) for at, row in enumerate(grid, start=1))


def _cell(value: object) -> object:
    """A cell as it is, but a day without a time as a date."""
    return value.date() if isinstance(value, datetime) and value.time() == time() else value
