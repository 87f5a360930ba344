"""Formats that other packages teach hallgen to read: of lists, and of floor plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hallgen.plugins import PLANS, TABLES, plugins

if TYPE_CHECKING:  # it imports this module
    from hallgen.readers.plans.drawing import Drawing


class UnreadableError(Exception):
    """Raised by a plugin's `read` for a file that it cannot read; its text says why."""


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A format of lists. `suffixes` are lower case, with their dot (".parquet").

    `read` gives the lines of a file, each a list of cells: text, numbers, dates or None. Titles
    above the header and empty lines may be among them. It raises UnreadableError, or OSError.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Path], Sequence[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class PlanFormat:
    """A format of floor plans. `suffixes` are lower case, with their dot (".dwg").

    `read` gives a drawing in the file's own units (see `readers.plans.drawing`), whose places name
    the file as its second argument does. It raises UnreadableError, or OSError.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Path, str], Drawing]


def table_format(suffix: str) -> TableFormat | None:
    """The installed format of lists whose files end so."""
    known = plugins(TABLES, TableFormat).values()
    return next((one for one in known if suffix in one.suffixes), None)


def plan_format(suffix: str) -> PlanFormat | None:
    """The installed format of plans whose files end so."""
    known = plugins(PLANS, PlanFormat).values()
    return next((one for one in known if suffix in one.suffixes), None)


def table_suffixes() -> tuple[str, ...]:
    """The endings of all installed formats of lists."""
    return tuple(s for one in plugins(TABLES, TableFormat).values() for s in one.suffixes)


def plan_suffixes() -> tuple[str, ...]:
    """The endings of all installed formats of plans."""
    return tuple(s for one in plugins(PLANS, PlanFormat).values() for s in one.suffixes)
