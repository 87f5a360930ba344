"""What a table is once read, whatever file it came from: rows of cells, each row with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from hallgen.diagnostics import Place

#: What lists write into a cell that has nothing to say.
_NOTHING = frozenset({"-", "--", "–", "—", "/", "n/a", "#n/a", "null", "none", "nan"})
_BREAKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One record. `values` are cells as the file has them: text, numbers, dates, lists.

    A record of JSON or YAML has a value for every path to a leaf in it ("name.ko").
    """

    values: Mapping[str, object]
    place: Place

    def text(self, column: str) -> str:
        """The cell as one tidy text; '' where there is none, or only a dash or "n/a"."""
        said = plain(self.values.get(column))
        return "" if said.casefold() in _NOTHING else said

    def texts(self, column: str) -> tuple[str, ...]:
        """The items of a list; any other cell is a list of one, an empty one of none."""
        value = self.values.get(column)
        items = value if isinstance(value, list) else [value]
        return tuple(text for text in map(plain, items) if text and text.casefold() not in _NOTHING)

    def number(self, column: str) -> float | None:
        """The cell as a finite number; "3,5" is read as 3.5. None where it is not one."""
        text = self.text(column).replace(" ", "")
        if "." not in text:
            text = text.replace(",", ".")
        try:
            number = float(text)
        except ValueError:
            return None
        return number if abs(number) < float("inf") else None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file and the names of their columns, in the file's order.

    `header` is the line that names the columns, in files that have one; `form` tells what was
    found out about the file to read it: encoding and separator, sheet, or path to the records.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    header: int | None = None
    form: Mapping[str, str] = field(default_factory=dict)


def plain(value: object) -> str:
    """A cell as text: tidy white space, no control characters, 101.0 as "101".

    Line breaks are kept, since an introduction may have paragraphs.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case list() | tuple():
            return ", ".join(filter(None, map(plain, value)))
        case dict():
            return ", ".join(filter(None, map(plain, value.values())))
        case _:
            return tidy(str(value))


def tidy(text: str) -> str:
    """Text without control characters, unpaired surrogates or needless white space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = "".join(_printable(char) for char in text)
    return "\n".join(_BREAKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def _printable(char: str) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" or char == "\ufeff" else char
