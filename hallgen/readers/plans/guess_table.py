"""Plans that are tables: which list has the rectangles, what its columns and its unit are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_file import PlanSource, TableSource
from hallgen.readers.fields import words_of
from hallgen.readers.lined import SyntaxFault, read_json, read_yaml
from hallgen.readers.plans.table import meant_by
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.decoding import decode
from hallgen.readers.tables.reading import record_paths
from hallgen.units import Unit

Drafts = list[tuple[str | None, PlanSource]]

#: What a table needs to be a plan.
_GEOMETRY = ({"x", "y", "width", "depth"}, {"points"})
_COLUMNS = (
    "If it is a plan, name them under `table: columns` of the hall's plan in fair.yaml; if it is a "
    "list of exhibitors, give it as --exhibitors, and a drawing as --plan."
)
_HALL = re.compile(r"^(hall|hall id|hall no|halle|level|floor|pavilion|展馆|馆|홀|ホール|会場)$")
#: More different values than this are no halls.
_MOST_HALLS = 30
_UNITS = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "米", "미터"), Unit.METRE),
    **dict.fromkeys(("cm", "centimeter", "centimeters", "centimetres"), Unit.CENTIMETRE),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetres", "毫米"), Unit.MILLIMETRE),
    **dict.fromkeys(("ft", "foot", "feet", "'"), Unit.FOOT),
    **dict.fromkeys(("in", "inch", "inches", '"'), Unit.INCH),
}
_IN_HEADER = re.compile(r"[(（\[]\s*([^)）\]]+?)\s*[)）\]]\s*$")
_METRES_EACH = re.compile(
    r"(metres?|meters?)( per| in| a)? ?(unit|cell|pixel|px|grid)?|unit size m\w*"
)


def guess_tables(path: Path, name: str, diagnostics: Diagnostics) -> tuple[Drafts, list[str]]:
    """A draft for each hall in a table, and what was guessed; none where it is no plan."""
    tables = [
        (records, table)
        for records in (record_paths(path) or (None,))
        if (table := _read(path, name, records)) is not None and _is_plan(table)
    ]
    if not tables:
        if read_table(path, TableSource(file=name), name, diagnostics) is not None:
            message = "no list in it has columns for x, y, width and depth, or for points."
            diagnostics.add(codes.NO_NAME_COLUMN, Place(name), message, _COLUMNS)
        return [], []
    records, table = max(tables, key=lambda pair: (-_inherited(pair[1]), len(pair[1].rows)))
    found = meant_by(table.columns)
    lines = [f"{len(table.rows)} rows" + (f" at {records!r}." if records else ".")]
    lines += [f"column {column!r} is taken for {field}." for field, column in found.items()]
    draft = PlanSource(
        file=name, table=TableSource(file=name, records=records or None, columns=found)
    )
    draft = _with_unit(path, draft, table, lines)
    return _halls(draft, table, lines), lines


def _read(path: Path, name: str, records: str | None) -> Table | None:
    return read_table(path, TableSource(file=name, records=records), name, Diagnostics())


def _is_plan(table: Table) -> bool:
    fields = meant_by(table.columns)
    return bool(table.rows) and any(needed <= set(fields) for needed in _GEOMETRY)


def _inherited(table: Table) -> int:
    """How many of a table's columns for booths are of the records that its own lie in."""
    return sum("." in column for column in meant_by(table.columns).values())


def _halls(draft: PlanSource, table: Table, lines: list[str]) -> Drafts:
    """A draft for each value of a column of halls."""
    assert draft.table is not None  # noqa: S101 - what a draft of a table has
    column = next((c for c in table.columns if _HALL.match(words_of(c))), None)
    values = list(dict.fromkeys(row.text(column) for row in table.rows)) if column else []
    halls = [value for value in values if value]
    if column is None or not 1 < len(halls) <= _MOST_HALLS:
        return [(None, draft)]
    lines.append(f"column {column!r} tells {len(halls)} halls: {', '.join(halls)}.")
    return [
        (
            hall,
            draft.model_copy(
                update={"table": draft.table.model_copy(update={"where": {column: hall}})}
            ),
        )
        for hall in halls
    ]


def _with_unit(path: Path, draft: PlanSource, table: Table, lines: list[str]) -> PlanSource:
    """A unit from a header such as "width (m)", or from what the file says of itself."""
    for column in table.columns:
        match = _IN_HEADER.search(column)
        if match is not None and match[1].lower() in _UNITS:
            lines.append(f"lengths are in {_UNITS[match[1].lower()]}, as {column!r} says (sure).")
            return draft.model_copy(update={"unit": _UNITS[match[1].lower()]})
    for key, value in _said(path):
        words = words_of(key)
        if isinstance(value, str) and "unit" in words.split() and value.lower() in _UNITS:
            lines.append(f"lengths are in {value}, as {key!r} says (sure).")
            return draft.model_copy(update={"unit": _UNITS[value.lower()]})
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if number and _METRES_EACH.search(words) and 0 < float(str(value)) < 100:
            lines.append(f"a unit is {value} m, as {key!r} says (sure).")
            return draft.model_copy(update={"scale": float(str(value))})
    return draft


def _said(path: Path) -> Iterator[tuple[str, object]]:
    """What a JSON or YAML file says beside its lists, by key."""
    readers = {".json": read_json, ".yaml": read_yaml, ".yml": read_yaml}
    read = readers.get(path.suffix.lower())
    if read is None:
        return
    try:
        document = read(decode(path.read_bytes()).text)
    except SyntaxFault:
        return
    yield from _leaves(document)


def _leaves(node: object) -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, dict):
                yield from _leaves(value)
            elif not isinstance(value, list):
                yield str(key), value
