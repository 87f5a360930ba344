"""Tables that lie on their side, and headers over several lines, as a table has them usually."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from hallgen.readers.booth_numbers import looks_like_booth
from hallgen.readers.fields import is_header_word, is_language_word
from hallgen.readers.tables.rows import plain
from hallgen.readers.tables.separated import Line

#: A first column with so many words for columns may be a header, if no line has more of them.
_FEWEST: Final = 3
#: A header has so many lines at most.
_DEEPEST: Final = 3
#: The share of a header line's cells that are words for columns.
_MOSTLY: Final = 0.5
#: Lists that lie on their side have few lines: one for each of their columns.
_MOST_LINES: Final = 60


def is_on_its_side(lines: Sequence[Line]) -> bool:
    """Whether the first column, and no line, names the columns."""
    if not 2 <= len(lines) <= _MOST_LINES:
        return False
    first = [text for line in lines if (text := plain(line.cells[0]) if line.cells else "")]
    down = sum(map(_is_column, first))
    across = max(sum(map(_is_column, map(plain, line.cells))) for line in lines)
    return down >= _FEWEST and down > across and down >= _MOSTLY * len(first)


def _is_column(text: str) -> bool:
    """Whether it is a word for a column, and not the code of a country in a cell."""
    return bool(text) and is_header_word(text) and not is_language_word(text)


def set_upright(lines: Sequence[Line]) -> list[Line]:
    """Columns as lines: the line's number is then that of the column, from 1."""
    columns = zip_longest(*(line.cells for line in lines), fillvalue="")
    return [Line(at, tuple(cells)) for at, cells in enumerate(columns, start=1)]


def joined_header(header: Line, below: Sequence[Line]) -> tuple[Line, int]:
    """A header with what the lines below it add to it, and how many of those there are.

    A cell that is empty in the first line has the word to its left over it, as a merged cell has:
    "Stand" over "Hall" and "No." is "Stand.Hall" and "Stand.No".
    """
    used = 0
    for line in below[: _DEEPEST - 1]:
        if not _adds(header, line):
            break
        header = replace(header, cells=tuple(_named(header, line)))
        used += 1
    return header, used


def _adds(header: Line, line: Line) -> bool:
    """Whether a line is more of the header: words for columns, some below an empty cell."""
    texts = [plain(cell) for cell in line.cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(map(looks_like_booth, filled)):
        return False
    gaps = sum(1 for at, text in enumerate(texts) if text and not _at(header, at))
    return gaps > 0 and _known(line) >= _MOSTLY * len(filled)


def _named(header: Line, line: Line) -> list[str]:
    names: list[str] = []
    above = ""
    for at in range(max(len(header.cells), len(line.cells))):
        own, below = _at(header, at), _at(line, at).rstrip(".:")
        above = own or above
        if not below:
            names.append(own)
        else:
            names.append(f"{above}.{below}" if above and above != below else below)
    return names


def _known(line: Line) -> int:
    return sum(1 for cell in line.cells if (text := plain(cell)) and is_header_word(text))


def _at(line: Line, at: int) -> str:
    return plain(line.cells[at]).replace("\n", " ") if at < len(line.cells) else ""
