"""Which column of a table is which field, and the cells of a row as the model wants them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import UNDETERMINED, Text
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import TEXT_FIELDS, Meaning, TableKind, fields_of, is_field, meanings
from hallgen.readers.inputs import is_file
from hallgen.readers.languages import language_of, main_script
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tables import Row, Table
from hallgen.readers.tables.reading import report_missing_column
from hallgen.readers.tables.rows import tidy

#: How sure it is that a second column of one meaning is the first in another language.
_TRANSLATION = 0.9
_ITEMS = re.compile(r"[;；|\n、]+")
_COMMAS = re.compile(r"[,，]+")
_URL = re.compile(r"^https?://", re.IGNORECASE)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")


def columns_of(
    kind: TableKind,
    source: TableSource,
    table: Table,
    languages: Sequence[str],
    diagnostics: Diagnostics,
) -> Mapping[str, str]:
    """The column for each field: what fair.yaml says, else what the headers mean.

    A text whose column has no language gets the fair's language that is written in the
    script of most of its cells.
    """
    if source.columns:
        found = _stated(kind, source, table, diagnostics)
    else:
        meant = {meaning.field: meaning for meaning in meanings(kind, table.columns)}
        meant |= translations(kind, table, meant, lambda texts: language_of(texts, languages))
        found = {field: meaning.column for field, meaning in meant.items()}
    return {
        # A column that is not the one for English is in another language, or who knows in which.
        _tagged(field, column, table, [tag for tag in languages if f"{field}.{tag}" not in found]):
            column
        for field, column in found.items()
    }  # fmt: skip


def translations(
    kind: TableKind,
    table: Table,
    meant: Mapping[str, Meaning],
    language: Callable[[Iterable[str]], str | None],
) -> dict[str, Meaning]:
    """Further columns of the same texts in another script: "Company" beside "公司名称"."""
    used = {meaning.column for meaning in meant.values()}
    found: dict[str, Meaning] = {}
    others = (m for c in table.columns if c not in used for m in meanings(kind, [c]))
    for other in others:
        if other.field not in meant or other.field not in TEXT_FIELDS or other.confidence < 1:
            continue
        first, texts = (_cells(table, one.column) for one in (meant[other.field], other))
        scripts = main_script(first), main_script(texts)
        tag = language(texts)
        field = f"{other.field}.{tag}"
        if None not in scripts and scripts[0] != scripts[1] and tag and field not in meant:
            found.setdefault(field, Meaning(field, other.column, _TRANSLATION))
    return found


def _cells(table: Table, column: str) -> list[str]:
    return [row.text(column) for row in table.rows]


def _stated(
    kind: TableKind, source: TableSource, table: Table, diagnostics: Diagnostics
) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, column in source.columns.items():
        tag = field.partition(".")[2]
        if not is_field(kind, field) or (
            tag and not field.startswith("spec.") and not _LANGUAGE.match(tag)
        ):
            diagnostics.add(
                codes.UNKNOWN_FIELD,
                Place("fair.yaml", item=f"columns of {table.file}: {field}"),
                f"{kind} have no field {field!r}.",
                did_you_mean(field, fields_of(kind))
                or f"Fields are: {', '.join(fields_of(kind))}.",
            )
        elif column not in table.columns:
            if table.columns:  # an empty table is told already
                report_missing_column(column, f"`columns: {field}`", table, diagnostics)
        else:
            found[field] = column
    return found


def _tagged(field: str, column: str, table: Table, languages: Sequence[str]) -> str:
    if field not in TEXT_FIELDS or field == "captions":  # files, whose names tell no language
        return field
    language = language_of((row.text(column) for row in table.rows), languages)
    return field if language is None else f"{field}.{language}"


@dataclass(frozen=True, slots=True)
class Cells:
    """A row read by field instead of by column."""

    row: Row
    columns: Mapping[str, str]

    def text(self, field: str) -> str:
        """The field's cell on one line; '' where there is none."""
        column = self.columns.get(field)
        return "" if column is None else " ".join(self.row.text(column).split("\n"))

    def said(self, field: str) -> Text:
        """The field in all the languages that the table has it in, paragraphs kept."""
        return Text.model_validate(
            {tag: self.row.text(column) for tag, column in self._tags(field).items()}
        )

    def items(self, field: str) -> tuple[str, ...]:
        """A list in a cell, each item once."""
        return tuple(dict.fromkeys(filter(None, self.parts(field))))

    def parts(self, field: str) -> tuple[str, ...]:
        """A list in a cell as it stands: at semicolons, bars and line breaks, else at commas."""
        column = self.columns.get(field)
        return () if column is None else _parts(self.row.texts(column))

    def said_items(self, field: str) -> tuple[Text, ...]:
        """A list in a cell per language. Lists of one length are translations of each other."""
        lists = {tag: _parts(self.row.texts(column)) for tag, column in self._tags(field).items()}
        lists = {tag: items for tag, items in lists.items() if items}
        if len({len(items) for items in lists.values()}) == 1:
            rows = zip(*lists.values(), strict=True)
            return tuple(Text.model_validate(dict(zip(lists, row, strict=True))) for row in rows)
        return tuple(
            Text.model_validate({tag: item}) for tag, items in lists.items() for item in items
        )

    def _tags(self, field: str) -> dict[str, str]:
        return {
            name.partition(".")[2] or UNDETERMINED: column
            for name, column in self.columns.items()
            if name == field or name.startswith(f"{field}.")
        }


def _parts(cells: Sequence[str]) -> tuple[str, ...]:
    if len(cells) > 1:
        return tuple(cells)
    if cells and (items := json_items(cells[0])) is not None:
        return items
    strong = [part.strip() for cell in cells for part in _ITEMS.split(cell)]
    parts = strong if len(strong) > 1 else [p.strip() for s in strong for p in _COMMAS.split(s)]
    return tuple(part for part in parts if part)


def json_items(cell: str) -> tuple[str, ...] | None:
    """The texts of a list in JSON, `["a", "b; c"]`, empty ones too; None where a cell is none.

    It is how a cell has items with semicolons in them, and how the items of several languages
    stay beside each other where one of them lacks some.
    """
    if not (cell.startswith("[") and cell.endswith("]")):
        return None
    try:
        items = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    texts = all(isinstance(item, str) for item in items)
    return tuple(tidy(item) for item in items) if texts else None


def is_remote(path: str) -> bool:
    """Whether a file is given as a web address."""
    return bool(_URL.match(path)) or path.startswith("//")


def media_path(text: str, folder: Path, table: str) -> Path:
    """A media file's path from the fair folder.

    It is looked for there, in `media`, and beside the table, in this order; one that is
    nowhere keeps the path it was given, so that the fault can be told with it.
    """
    path = Path(text.replace("\\", "/"))
    candidates = (path, Path("media") / path, Path(table).parent / path)
    return next((one for one in candidates if is_file(folder / one)), path)
