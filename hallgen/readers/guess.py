"""What an exhibitor list seems to be: a draft of its entry in fair.yaml, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hallgen.diagnostics import Diagnostics
from hallgen.readers.booth_numbers import folded, key
from hallgen.readers.columns import columns_of
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import Meaning, TableKind, meanings
from hallgen.readers.languages import guess_languages, scripts_of
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.reading import record_paths

#: The columns of a table that is a plan as well.
_GEOMETRY: Final = ({"x", "y", "width", "depth"}, {"points"})
#: The share of a column's cells that must look like a thing for the column to be taken for it.
_MOST: Final = 0.6
_BOOTH = re.compile(r"^(?:[A-Z]{1,3}[- .]?\d{1,4}[A-Z]?|\d{1,2}[.\-][A-Z]?\d{1,4}[A-Z]?)$")
_NO_NAME = re.compile(r"^(?:\W*[\d.,:/-]+|https?:.*|\S+@\S+|true|false|yes|no)$", re.IGNORECASE)
#: What a list is worth for each field that is found in it; the rest counts half a point.
_WORTH: Final = {"name": 4.0, "booth": 2.0}


@dataclass(frozen=True, slots=True)
class ListGuess:
    """A draft for `tables: exhibitors`, what it was guessed from, and the list's languages.

    `is_plan` tells that the list has the booths' rectangles or polygons in it.
    """

    source: TableSource
    lines: tuple[str, ...]
    languages: tuple[str, ...]
    rows: int
    is_plan: bool


def guess_list(
    path: Path, name: str, diagnostics: Diagnostics, numbers: Collection[str] = ()
) -> ListGuess | None:
    """Guess what the columns of the list at `path` mean, which fair.yaml will call `name`.

    `numbers` are the booth numbers of the plans, where there are any: the column that holds
    most of them is the one of the booths. None where the file cannot be read, which is told.
    """
    drafts = [
        draft
        for records in (record_paths(path) or (None,))
        if (draft := _draft(path, name, records, numbers, diagnostics)) is not None
    ]
    if not drafts:
        return None
    return max(drafts, key=lambda draft: (draft[0], draft[1].rows))[1]


def _draft(
    path: Path,
    name: str,
    records: str | None,
    numbers: Collection[str],
    diagnostics: Diagnostics,
) -> tuple[float, ListGuess] | None:
    found = Diagnostics()
    table = read_table(path, TableSource(file=name, records=records), name, found)
    if table is None or not table.rows:
        diagnostics.extend(found)
        return None
    plan = {meaning.field: meaning.column for meaning in meanings(TableKind.BOOTHS, table.columns)}
    is_plan = any(needed <= set(plan) for needed in _GEOMETRY)
    chosen = _chosen(table, plan if is_plan else {}, numbers)
    languages = _languages(table, chosen)
    draft = TableSource(file=name, columns={f: m.column for f, m in chosen.items()})
    columns = columns_of(TableKind.EXHIBITORS, draft, table, languages, Diagnostics())
    source = draft.model_copy(
        update={
            "columns": dict(columns),
            "header": table.header if table.header not in (None, 1) else None,
            "encoding": _unusual(table.form.get("encoding")),
            "separator": _unusual(table.form.get("separator")),
            "sheet": table.form.get("sheet"),
            "records": table.form.get("records") or None,
        }
    )
    lines = tuple(_lines(table, source, chosen))
    return _worth(table, chosen), ListGuess(source, lines, languages, len(table.rows), is_plan)


_SAID = frozenset({"name", "intro", "category"})
_COLOR = re.compile(r"^#?[0-9a-fA-F]{6}$")


def _languages(table: Table, chosen: Mapping[str, Meaning]) -> tuple[str, ...]:
    """The languages that headers name, and those of scripts that no such language has.

    Names may be foreign in any language, so texts tell it where there are any. English is
    last: it is what a list has beside the language of its country.
    """
    said = {field: m.column for field, m in chosen.items() if field.split(".")[0] in _SAID}
    named = list(dict.fromkeys(field.partition(".")[2] for field in said if "." in field))
    texts = [c for f, c in said.items() if f.split(".")[0] != "name"] or list(said.values())
    found = guess_languages(row.text(column) for column in texts for row in table.rows)
    scripts = {script for language in named for script in scripts_of(language)}
    unnamed = [language for language in found if not set(scripts_of(language)) & scripts]
    return tuple(sorted(dict.fromkeys([*named, *unnamed]), key=lambda tag: tag == "en")) or ("en",)


#: What a list usually is, so that fair.yaml need not say it.
_USUAL = frozenset({"utf-8", "utf-8-sig", ","})


def _unusual(form: str | None) -> str | None:
    """What need not be said in fair.yaml, since any reader would take it so."""
    return None if form in _USUAL else {"\t": "tab"}.get(form or "", form)


def _worth(table: Table, chosen: Mapping[str, Meaning]) -> float:
    """How good a list of exhibitors it is, by its fields; names in lists are those of others."""
    worth = sum(
        _WORTH.get(field.split(".")[0], 0.5) * meaning.confidence
        for field, meaning in chosen.items()
    )
    names = [m.column for field, m in chosen.items() if field.split(".")[0] == "name"]
    nested = any(isinstance(row.values.get(n), list) for n in names for row in table.rows)
    return worth - (_WORTH["name"] if nested else 0.0)


def _chosen(table: Table, plan: Mapping[str, str], numbers: Collection[str]) -> dict[str, Meaning]:
    """The columns by their headers, then the booth's and the name's by what is in them."""
    chosen = {m.field: m for m in meanings(TableKind.EXHIBITORS, table.columns)}
    booth = _column_of_numbers(table, numbers)
    if booth is None and "booth" not in chosen and "number" in plan:
        booth = Meaning("booth", plan["number"], 0.9)
    if booth is None and "booth" not in chosen:
        booth = _by_cells("booth", table, set(), lambda text: bool(_BOOTH.match(folded(text))))
    if booth is not None:
        chosen = {f: m for f, m in chosen.items() if m.column != booth.column or f == "booth"}
        chosen["booth"] = booth
    if "color" in chosen and not any(
        _COLOR.match(row.text(chosen["color"].column)) for row in table.rows
    ):
        del chosen["color"]
    if not any(field.split(".")[0] == "name" for field in chosen):
        used = {meaning.column for meaning in chosen.values()} | set(plan.values())
        name = _by_cells("name", table, used, lambda text: not _NO_NAME.match(text))
        if name is not None:
            chosen["name"] = name
    return chosen


def _column_of_numbers(table: Table, numbers: Collection[str]) -> Meaning | None:
    known = {key(number) for number in numbers}
    shares = {
        column: sum(1 for row in table.rows if key(row.text(column)) in known) / len(table.rows)
        for column in table.columns
    }
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is None or shares[best] < _MOST:
        return None
    return Meaning("booth", best, round(shares[best], 2))


def _by_cells(
    field: str, table: Table, used: Collection[str], fits: Callable[[str], bool]
) -> Meaning | None:
    """The first column with the most different cells among those that look right."""
    best: Meaning | None = None
    most = 0
    for column in table.columns:
        cells = [text for row in table.rows if (text := row.text(column))]
        right = sum(1 for text in cells if fits(text))
        if column in used or not cells or right < _MOST * len(table.rows):
            continue
        different = len(set(cells))
        if different > most:
            best, most = Meaning(field, column, round(0.5 * right / len(cells), 2)), different
    return best


def _lines(table: Table, source: TableSource, chosen: Mapping[str, Meaning]) -> list[str]:
    """What was guessed, in words."""
    form = [
        *(f"encoding {source.encoding}" for _ in [0] if source.encoding),
        *(f"separator {source.separator!r}" for _ in [0] if source.separator),
        *(f"header on line {source.header}" for _ in [0] if source.header),
        *(f"sheet {source.sheet!r}" for _ in [0] if source.sheet),
        *(f"records at {source.records!r}" for _ in [0] if source.records),
    ]
    lines = [f"{source.file}: {', '.join([f'{len(table.rows)} rows', *form])}."]
    confidence = {meaning.column: meaning.confidence for meaning in chosen.values()}
    for field, column in source.columns.items():
        filled = sum(1 for row in table.rows if row.text(column))
        sure = f"{_sure(confidence[column])}; filled in {filled} of {len(table.rows)} rows"
        lines.append(f"{source.file}: column {column!r} is taken for {field} ({sure}).")
    unused = [column for column in table.columns if column not in confidence]
    if unused:
        lines.append(f"{source.file}: not used: {', '.join(unused)}.")
    return lines


def _sure(confidence: float) -> str:
    if confidence >= 0.95:
        return "sure"
    return "likely" if confidence >= 0.75 else "unsure: please check"
