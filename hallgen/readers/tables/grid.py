"""Lines of cells into a table: finds the header below the titles, drops what is empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.booth_numbers import looks_like_booth
from hallgen.readers.fields import is_header_word
from hallgen.readers.tables.literals import expanded
from hallgen.readers.tables.rows import Row, Table, plain
from hallgen.readers.tables.separated import Line
from hallgen.readers.tables.upright import is_on_its_side, joined_header, set_upright

#: Titles above the header are looked for in so many lines at most.
_TITLES = 20
#: Where the header is in a table that has none: before its first line.
NO_HEADER = -1
_NO_ROWS = "the table has a header and no rows."
_ADDRESS = re.compile(r"^(?:https?://\S+|www\.\S+|\S+@\S+\.\S+)$", re.IGNORECASE)
_MOSTLY = 0.5


def table_of(
    lines: Sequence[Line],
    file: str,
    diagnostics: Diagnostics,
    *,
    header: int | None = None,
    sheet: str | None = None,
) -> Table:
    """The table in `lines`; `header` is the number of the line that names the columns, 0 where
    none does and they are called "column 1" and so on.
    """
    if header is None and is_on_its_side(lines):
        lines = set_upright(lines)
    full = [line for line in lines if any(plain(cell) for cell in line.cells)]
    start = _header(full, header)
    if start is None or not full:
        where = Place(file, header, sheet)
        said = "is empty" if header is None else f"has no line {header} to be its header"
        diagnostics.add(codes.EMPTY_TABLE, where, f"the table {said}.")
        return Table(file, (), ())
    rows = full[start + 1 :]
    head = _numbered(full) if start == NO_HEADER else full[start]
    if start != NO_HEADER:
        head, more = joined_header(head, rows)
        rows = rows[more:]
    names = _names(head, rows)
    columns = tuple(name for name in names if name)
    found: list[Row] = []
    for line in rows:
        if [plain(cell) for cell in line.cells] == [plain(cell) for cell in head.cells]:
            continue  # the header again, as exports repeat it on every page
        place = Place(file, line.number, sheet)
        _check_width(line, len(names), place, diagnostics)
        values = {
            column: value
            for name, cell in zip(names, line.cells, strict=False)
            if name and plain(cell)
            for column, value in expanded(name, cell)
        }
        if values:
            found.append(Row(values, place))
    if not found:
        diagnostics.add(codes.TABLE_WITHOUT_ROWS, Place(file, head.number, sheet), _NO_ROWS)
    inner = dict.fromkeys(column for row in found for column in row.values)
    columns = tuple(dict.fromkeys([*columns, *inner]))
    return Table(file, columns, tuple(found), head.number)


def _header(full: Sequence[Line], wanted: int | None) -> int | None:
    """Where the header is in `full`: the first line with many words that headers have.

    A title may have one, and a row of data too, so it is half of what any line has. Without
    such words it is the first line that is about as wide as most are, or NO_HEADER where that
    line looks like those below it.
    """
    if wanted == 0:
        return NO_HEADER
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
    first = next(at for at, width in enumerate(widths) if width >= 0.6 * usual)
    return NO_HEADER if _is_like(full[first], full[first + 1 :]) else first


def _is_like(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line has a booth number or an address wherever most of the rows have one."""
    like = False
    for at in range(len(line.cells)):
        for is_data in (looks_like_booth, _ADDRESS.match):
            below = [text for row in rows if (text := _plain_at(row, at))]
            if sum(1 for text in below if is_data(text)) > _MOSTLY * len(below):
                if not is_data(_plain_at(line, at)):
                    return False
                like = True
    return like


def _plain_at(line: Line, at: int) -> str:
    return plain(line.cells[at]) if at < len(line.cells) else ""


def _numbered(lines: Sequence[Line]) -> Line:
    """A header for lines that have none."""
    width = max(len(line.cells) for line in lines)
    return Line(0, tuple(f"column {at}" for at in range(1, width + 1)))


def _names(header: Line, rows: Sequence[Line]) -> list[str]:
    """A name for every column: '' for an empty one, "column 4" for one that has no header."""
    width = max([len(header.cells), *(len(row.cells) for row in rows)])
    used = {at for row in rows for at, cell in enumerate(row.cells) if plain(cell)}
    names: list[str] = []
    taken: Counter[str] = Counter()
    for at in range(width):
        name = plain(header.cells[at]).replace("\n", " ") if at < len(header.cells) else ""
        if not name and at < len(header.cells) and at in used:
            name = f"column {at + 1}"
        if name in taken:
            first, count = name, taken[name]
            while (name := f"{first} ({count + 1})") in taken:
                count += 1
            taken[first] = count + 1
        if name:
            taken[name] += 1
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
