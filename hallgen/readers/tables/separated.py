"""CSV and its kin into lines of cells: any separator, quotes over several lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from hallgen.readers.tables.guarded import unguarded

SEPARATORS = (",", ";", "\t", "|")
#: How many records are looked at to tell the separator.
_SAMPLE = 200
_ANNOUNCED = re.compile(r"\Asep=(.)\r?\n")
# A cell may be as long as its file: the default limit of 128 KiB is for untrusted servers.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class Line:
    """One record and the line of the file on which it begins, from 1."""

    number: int
    cells: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Separated:
    """The records of a text, and the line of a quote that never ends, if there is one."""

    lines: tuple[Line, ...]
    separator: str
    open_quote: int | None = None


def read_separated(text: str, separator: str | None = None) -> Separated:
    """Split `text` into records; without `separator` the one is taken that fits best."""
    text = text.replace("\0", "")
    first = 1
    announced = _ANNOUNCED.match(text)
    if announced:
        separator = separator or announced[1]
        text, first = text[announced.end() :], 2
    if separator is None:
        separator = max(SEPARATORS, key=lambda one: _fit(text, one))
    lines = _split(text, separator, first, csv.QUOTE_MINIMAL)
    unended = _open_quote(text, lines, first)
    if unended is None:
        return Separated(lines, separator)
    whole = tuple(line for line in lines if line.number < unended)
    rest = "".join(io.StringIO(text, newline="").readlines()[unended - first :])
    return Separated(
        whole + _split(rest, separator, unended, csv.QUOTE_NONE), separator, open_quote=unended
    )


def _split(text: str, separator: str, first: int, quoting: int) -> tuple[Line, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    lines: list[Line] = []
    start = 0
    for cells in reader:
        lines.append(Line(first + start, tuple(map(unguarded, cells))))
        start = reader.line_num
    return tuple(lines)


def _open_quote(text: str, lines: tuple[Line, ...], first: int) -> int | None:
    """The line of the last record, when it runs to the end of the file in an open quote."""
    if not lines:
        return None
    last = lines[-1].number
    record = "".join(io.StringIO(text, newline="").readlines()[last - first :])
    return last if record.count('"') % 2 and "\n" in record.strip() else None


def _fit(text: str, separator: str) -> tuple[float, int]:
    """How many of the records have the same number of cells, and how many that is."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    for cells, _ in zip(reader, range(_SAMPLE), strict=False):
        if any(cell.strip() for cell in cells):
            widths[len(cells)] += 1
    many = {width: count for width, count in widths.items() if width > 1}
    if not many:
        return 0.0, 0
    width = max(many, key=lambda w: (many[w], w))
    return many[width] / widths.total(), width
