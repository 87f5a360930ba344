"""Faults found in people's data, each with its place, its code and what to do.

Nothing below raises for bad input: a reader or a check adds a `Diagnostic` to the
`Diagnostics` it was handed and goes on, so that one run tells every fault.
The codes are in `hallgen.codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

#: Characters of a message at most.
_LONGEST = 600


class Severity(StrEnum):
    """How bad a fault is.

    An error means that this part of the data cannot be used: it is left out, or shows
    its empty state. Everything else is still built.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault: `H203`, how bad it is, and its cause and cure in general."""

    code: str
    severity: Severity
    cause: str
    cure: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is: a file of the fair folder, and the line, cell or key in it.

    `file` is relative to the fair folder, with forward slashes. `line` counts from 1,
    as an editor or a spreadsheet shows it. `item` names what has no line: a sheet, an
    SVG element, a JSON path.
    """

    file: str
    line: int | None = None
    item: str | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f":{self.line}"
        item = "" if self.item is None else f" ({self.item})"
        return f"{self.file}{line}{item}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `message` says what is wrong here, `advice` what to do about it."""

    kind: Code
    place: Place
    message: str
    advice: str

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code}: {self.message} {self.advice}".rstrip()


def one_line(text: str) -> str:
    """Text of any origin as a line to be shown: no breaks, no characters that command a terminal
    or turn the direction of others, and no more than anybody would read.
    """
    if not text.isprintable():
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"


def plain(words: str) -> str:
    """What a stranger wrote, sign by sign, without what would steer a terminal or turn the line."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


class Diagnostics:
    """Collects faults in the order they were found. Equal ones are kept once."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found: dict[Diagnostic, None] = dict.fromkeys(found)

    def add(self, kind: Code, place: Place, message: str, advice: str | None = None) -> None:
        """Record a fault; without `advice`, the general cure of its code is given.

        What it cites of people's files is brought to one line that a terminal only shows.
        """
        advice = kind.cure if advice is None else one_line(advice)
        place = Place(one_line(place.file), place.line, place.item and one_line(place.item))
        self._found[Diagnostic(kind, place, one_line(message), advice)] = None

    def extend(self, found: Iterable[Diagnostic]) -> None:
        self._found.update(dict.fromkeys(found))

    def count(self, severity: Severity) -> int:
        return sum(1 for diagnostic in self._found if diagnostic.severity is severity)

    def by_place(self) -> list[Diagnostic]:
        """All faults in the order of the files and lines they are in."""
        return sorted(
            self._found,
            key=lambda d: (d.place.file, d.place.line or 0, d.place.item or "", d.code, d.message),
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
