"""Lines of cells into a table: finds the header below the titles, drops what is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fields import is_header_word
from hallgen.readers.tables.rows import Row, Table, plain
from hallgen.readers.tables.separated import Line

#: Titles above the header are looked for in so many lines at most.
_TITLES = 20


def table_of(
    lines: Sequence[Line],
    file: str,
    diagnostics: Diagnostics,
    *,
    header: int | None = None,
    sheet: str | None = None,
) -> Table:
    """The table in `lines`; `header` is the number of the line that names the columns."""
    full = [line for line in lines if any(plain(cell) for cell in line.cells)]
    start = _header(full, header)
    if start is None:
        where = Place(file, header, sheet)
        said = "is empty" if header is None else f"has no line {header} to be its header"
        diagnostics.add(codes.EMPTY_TABLE, where, f"the table {said}.")
        return Table(file, (), ())
    names = _names(full[start], full[start + 1 :])
    columns = tuple(name for name in names if name)
    rows: list[Row] = []
    for line in full[start + 1 :]:
        if [plain(cell) for cell in line.cells] == [plain(cell) for cell in full[start].cells]:
            continue  # the header again, as exports repeat it on every page
        place = Place(file, line.number, sheet)
        _check_width(line, len(names), place, diagnostics)
        values = {
            name: cell
            for name, cell in zip(names, line.cells, strict=False)
            if name and plain(cell)
        }
        if values:
            rows.append(Row(values, place))
    return Table(file, columns, tuple(rows), full[start].number)


def _header(full: Sequence[Line], wanted: int | None) -> int | None:
    """Where the header is in `full`: the first line with many words that headers have.

    A title may have one, and a row of data too, so it is half of what any line has. Without
    such words it is the first line that is about as wide as most are.
    """
    if wanted is not None:
        return next((at for at, line in enumerate(full) if line.number == wanted), None)
    if not full:
        return None
    known = [
        sum(1 for cell in line.cells if (text := plain(cell)) and is_header_word(text))
        for line in full[:_TITLES]
    ]
    if max(known) > 0:
        return next(at for at, count in enumerate(known) if count >= max(known) / 2)
    widths = [sum(1 for cell in line.cells if plain(cell)) for line in full]
    usual = Counter(widths).most_common(1)[0][0]
    return next(at for at, width in enumerate(widths) if width >= 0.6 * usual)


def _names(header: Line, rows: Sequence[Line]) -> list[str]:
    """A name for every column: '' for an empty one, "column 4" for one that has no header."""
    width = max([len(header.cells), *(len(row.cells) for row in rows)])
    used = {at for row in rows for at, cell in enumerate(row.cells) if plain(cell)}
    names: list[str] = []
    for at in range(width):
        name = plain(header.cells[at]).replace("\n", " ") if at < len(header.cells) else ""
        if not name and at < len(header.cells) and at in used:
            name = f"column {at + 1}"
        if name and name in names:
            name = next(n for i in range(2, width + 2) if (n := f"{name} ({i})") not in names)
        names.append(name)
    while names and not names[-1]:
        names.pop()
    return names


def _check_width(line: Line, width: int, place: Place, diagnostics: Diagnostics) -> None:
    extra = [plain(cell) for cell in line.cells[width:] if plain(cell)]
    if extra:
        diagnostics.add(
            codes.TOO_MANY_CELLS,
            place,
            f"{len(extra)} cell(s) more than the header has; {extra[0][:40]!r} is left out.",
        )
