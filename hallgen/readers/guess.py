"""What an exhibitor list seems to be: a draft of its entry in fair.yaml, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from hallgen.diagnostics import Diagnostics
from hallgen.readers.booth_numbers import BoothNumbers, folded, key
from hallgen.readers.columns import columns_of
from hallgen.readers.exhibitors import has_column
from hallgen.readers.fair_file import Role, TableSource
from hallgen.readers.fields import Meaning, TableKind, meanings
from hallgen.readers.guess_columns import chosen_columns, list_languages
from hallgen.readers.named_halls import named_hall
from hallgen.readers.plans.kinds import role_of_kind
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.reading import record_paths
from hallgen.readers.tables.workbook import sheet_names

#: The columns of a table that is a plan as well.
_GEOMETRY: Final = ({"x", "y", "width", "depth"}, {"points"})
#: The share of the rows with a hall that must be in one for it to be the only plan's.
_MOST: Final = 0.8
#: What a list is worth for each field that is found in it; the rest counts half a point.
_WORTH: Final = {"name": 4.0, "booth": 2.0}


@dataclass(frozen=True, slots=True)
class ListGuess:
    """A draft for `tables: exhibitors`, what it was guessed from, and the list's languages.

    `is_plan` tells that the list has the booths' rectangles or polygons in it. Of its `rows`,
    `named` have a name, and `placed` have nothing but the number of a booth of the plans in their
    booth's column. `hall` is the one that nearly all of them are in, by what they say.
    `more` are other sheets of the workbook with the same columns.
    """

    source: TableSource
    lines: tuple[str, ...]
    languages: tuple[str, ...]
    rows: int
    is_plan: bool
    named: int = 0
    placed: int = 0
    hall: str | None = None
    more: tuple[TableSource, ...] = ()


def guess_list(
    path: Path,
    name: str,
    diagnostics: Diagnostics,
    numbers: Collection[str] = (),
    others: Collection[str] = (),
) -> ListGuess | None:
    """Guess what the columns of the list at `path` mean, which fair.yaml will call `name`.

    `numbers` are the booth numbers of the plans, where there are any: the column that holds
    most of them is the one of the booths. `others` are patterns of what else is on them: rows of a
    list that is the plan are left out by these. None where the file cannot be read, which is
    told, as is a list in which no column is the name.
    """
    faults = Diagnostics()
    drafts = [
        draft
        for part in _parts(path, name)
        if (draft := _draft(path, part, numbers, others, faults)) is not None
    ]
    if not drafts:
        diagnostics.extend(faults)
        return None
    _, guess, table = max(drafts, key=lambda draft: (draft[0], draft[1].rows))
    has_column(guess.source.columns, "name", table, diagnostics)
    return _with_sheets(guess, [draft for _, draft, _ in drafts])


def _with_sheets(guess: ListGuess, drafts: Sequence[ListGuess]) -> ListGuess:
    """The guess with all sheets whose columns are the same: a workbook with a sheet a hall."""
    columns = guess.source.columns
    alike = [
        draft
        for draft in drafts
        if draft is not guess and draft.source.sheet and draft.source.columns == columns
    ]
    if not guess.source.sheet or not columns or not alike:
        return guess
    names = ", ".join(repr(draft.source.sheet) for draft in alike)
    said = f"sheets {names} have the same columns, and are read as well (likely)."
    line = f"{guess.source.file}: {said}"
    return replace(guess, more=tuple(draft.source for draft in alike), lines=(*guess.lines, line))


def _parts(path: Path, name: str) -> list[TableSource]:
    """What may be the list: every list of records of a document, every sheet of a workbook."""
    parts = [TableSource(file=name, records=records) for records in record_paths(path)]
    parts += [TableSource(file=name, sheet=sheet) for sheet in sheet_names(path)]
    return parts or [TableSource(file=name)]


def _draft(
    path: Path,
    part: TableSource,
    numbers: Collection[str],
    others: Collection[str],
    diagnostics: Diagnostics,
) -> tuple[float, ListGuess, Table] | None:
    found = Diagnostics()
    table = read_table(path, part, part.file, found)
    if table is None or not table.rows:
        diagnostics.extend(found)
        return None
    plan = {meaning.field: meaning.column for meaning in meanings(TableKind.BOOTHS, table.columns)}
    is_plan = any(needed <= set(plan) for needed in _GEOMETRY)
    chosen = chosen_columns(table, plan if is_plan else {}, numbers)
    languages = list_languages(table, chosen)
    draft = TableSource(file=part.file, columns={f: m.column for f, m in chosen.items()})
    columns = columns_of(TableKind.EXHIBITORS, draft, table, languages, Diagnostics())
    source = draft.model_copy(
        update={
            "columns": dict(columns),
            "header": table.header if table.header not in (None, 1) else None,
            "encoding": _unusual(table.form.get("encoding")),
            "separator": _unusual(table.form.get("separator")),
            "sheet": part.sheet if len(sheet_names(path)) > 1 else None,
            "records": table.form.get("records") or None,
            "unless": _no_exhibitors(table, plan, chosen, others) if is_plan else {},
        }
    )
    names = [m.column for field, m in chosen.items() if field.split(".")[0] == "name"]
    booth = chosen["booth"].column if "booth" in chosen else ""
    known = {key(number) for number in numbers}
    guess = ListGuess(
        source=source,
        lines=tuple(_lines(table, source, chosen)),
        languages=languages,
        rows=len(table.rows),
        is_plan=is_plan,
        named=sum(1 for row in table.rows if any(map(row.text, names))),
        placed=sum(1 for row in table.rows if {key(text) for text in row.texts(booth)} & known),
        hall=_hall(table, chosen),
    )
    return _worth(table, chosen), guess, table


def _no_exhibitors(
    table: Table, plan: Mapping[str, str], chosen: Mapping[str, Meaning], others: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """By column, what tells the rows of a plan that are no booths: "stage", "Entrance-*"."""
    found: dict[str, tuple[str, ...]] = {}
    if kind := plan.get("kind"):
        said = dict.fromkeys(row.text(kind) for row in table.rows)
        found[kind] = tuple(word for word in said if role_of_kind(word) not in (None, Role.BOOTHS))
    if "booth" in chosen:
        column = chosen["booth"].column
        texts = {row.text(column).casefold() for row in table.rows}
        found[column] = tuple(
            pattern
            for pattern in dict.fromkeys(others)
            if any(fnmatchcase(text, pattern.casefold()) for text in texts)
        )
    return {column: patterns for column, patterns in found.items() if patterns}


def _hall(table: Table, chosen: Mapping[str, Meaning]) -> str | None:
    """The hall of nearly all rows: from its column, else as the references begin."""
    if "hall" in chosen:
        said = [row.text(chosen["hall"].column) for row in table.rows]
    elif "booth" in chosen:
        nowhere = BoothNumbers(())
        texts = (folded(row.text(chosen["booth"].column)) for row in table.rows)
        said = [hall.said for text in texts if (hall := named_hall(text, nowhere))]
    else:
        return None
    counts = Counter(filter(None, said))
    most, count = counts.most_common(1)[0] if counts else ("", 0)
    return most if most and count >= _MOST * counts.total() else None


#: What a list usually is, so that fair.yaml need not say it.
_USUAL = frozenset({"utf-8", "utf-8-sig", ","})


def _unusual(form: str | None) -> str | None:
    """What need not be said in fair.yaml, since any reader would take it so."""
    return None if form in _USUAL else {"\t": "tab"}.get(form or "", form)


def _worth(table: Table, chosen: Mapping[str, Meaning]) -> float:
    """How good a list of exhibitors it is, by its fields. Names in lists are those of others, and
    names of the records that these lie in are told better, and all of them, by those.
    """
    worth = sum(
        _WORTH.get(field.split(".")[0], 0.5) * meaning.confidence
        for field, meaning in chosen.items()
    )
    names = [m.column for field, m in chosen.items() if field.split(".")[0] == "name"]
    nested = any(isinstance(row.values.get(n), list) for n in names for row in table.rows)
    above = f"{table.form.get('records', '').partition('.')[0]}."
    inherited = bool(names) and above != "." and all(name.startswith(above) for name in names)
    return worth - (_WORTH["name"] if nested or inherited else 0.0)


def _lines(table: Table, source: TableSource, chosen: Mapping[str, Meaning]) -> list[str]:
    """What was guessed, in words."""
    form = [
        *(f"encoding {source.encoding}" for _ in [0] if source.encoding),
        *(f"separator {source.separator!r}" for _ in [0] if source.separator),
        *(f"header on line {source.header}" for _ in [0] if source.header),
        *("no header" for _ in [0] if source.header == 0),
        *(f"sheet {source.sheet!r}" for _ in [0] if source.sheet),
        *(f"records at {source.records!r}" for _ in [0] if source.records),
    ]
    lines = [f"{source.file}: {', '.join([f'{len(table.rows)} rows', *form])}."]
    confidence = {meaning.column: meaning.confidence for meaning in chosen.values()}
    for field, column in source.columns.items():
        filled = sum(1 for row in table.rows if row.text(column))
        sure = f"{_sure(confidence[column])}; filled in {filled} of {len(table.rows)} rows"
        lines.append(f"{source.file}: column {column!r} is taken for {field} ({sure}).")
    for column, patterns in source.unless.items():
        lines.append(
            f"{source.file}: rows whose {column!r} is {', '.join(patterns)} are taken for no "
            "exhibitors (likely)."
        )
    if "booth" not in source.columns:
        lines.append(f"{source.file}: no column is the booth; name it in columns, as `booth`.")
    unused = [column for column in table.columns if column not in confidence]
    if unused:
        lines.append(f"{source.file}: not used: {', '.join(unused)}.")
    return lines


def _sure(confidence: float) -> str:
    if confidence >= 0.95:
        return "sure"
    return "likely" if confidence >= 0.75 else "unsure: please check"
