"""Whose the products of a catalogue are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from hallgen.readers.tables import Row, Table

#: A column that no file has: the exhibitor that fair.yaml names for a whole list.
OWNER: Final = "\0exhibitor"


def owned(table: Table, exhibitor: str) -> Table:
    """The table with a column of whose its rows are: what fair.yaml says counts for all."""
    rows = (replace(row, values={**row.values, OWNER: exhibitor}) for row in table.rows)
    return replace(table, rows=tuple(rows), columns=(*table.columns, OWNER))


def by_maker(
    table: Table, column: str, find: Callable[[str], str | None]
) -> tuple[Table, dict[str, list[Row]]]:
    """The table with the first of each row's makers that `find` knows, and the rows of others by
    the first maker that they name.
    """
    kept: list[Row] = []
    unknown: dict[str, list[Row]] = {}
    for row in table.rows:
        said = row.texts(column)
        known = next((one for one in said if find(one) is not None), None)
        if known is None:
            unknown.setdefault(said[0] if said else "", []).append(row)
        else:
            kept.append(replace(row, values={**row.values, column: known}))
    return replace(table, rows=tuple(kept)), unknown
