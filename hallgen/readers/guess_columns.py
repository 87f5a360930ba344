"""Which columns of a list are what, by their headers and by what is in them; and its languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from hallgen.readers.booth_numbers import key, looks_like_booth
from hallgen.readers.columns import translations
from hallgen.readers.fields import Meaning, TableKind, language_of_headers, meanings
from hallgen.readers.languages import guess_languages, scripts_of
from hallgen.readers.tables import Table

#: The share of a column's cells that must look like a thing for the column to be taken for it.
_MOST: Final = 0.6
#: Fewer filled cells than this share tell nothing of a column.
_FILLED: Final = 0.3
#: The share of texts, or of names alone, that make a script one of the list's languages.
_SOME_TEXTS, _SOME_NAMES = 0.05, 0.25
_NO_NAME = re.compile(r"^(?:\W*[\d.,:/-]+|https?:.*|\S+@\S+|true|false|yes|no)$", re.IGNORECASE)
_COLOR = re.compile(r"^#?[0-9a-fA-F]{6}$")
_SAID = frozenset({"name", "intro", "category"})


def chosen_columns(
    table: Table, plan: Mapping[str, str], numbers: Collection[str]
) -> dict[str, Meaning]:
    """The columns by their headers, then the booth's and the name's by what is in them.

    `plan` are the columns of a table that is a plan as well; `numbers` are those of the plans.
    """
    chosen = {m.field: m for m in meanings(TableKind.EXHIBITORS, table.columns)}
    chosen |= translations(TableKind.EXHIBITORS, table, chosen, _likeliest)
    booth = _booth(table, chosen.get("booth"), plan, numbers)
    if booth is not None:
        chosen = {f: m for f, m in chosen.items() if m.column != booth.column or f == "booth"}
        chosen["booth"] = booth
    if "color" in chosen and not any(
        _COLOR.match(row.text(chosen["color"].column)) for row in table.rows
    ):
        del chosen["color"]
    if not any(_is_name(field) for field in chosen):
        used = {meaning.column for meaning in chosen.values()} | set(plan.values())
        name = _by_cells("name", table, used, lambda text: not _NO_NAME.match(text))
        if name is not None:
            chosen["name"] = name
    return chosen


def list_languages(table: Table, chosen: Mapping[str, Meaning]) -> tuple[str, ...]:
    """The languages that headers name, and those of columns that no such language is.

    Names may be foreign in any language, so texts tell it where there are any. Latin letters
    are of the language that the headers are in. English is last: it is what a list has beside
    the language of its country.
    """
    said = {field: m.column for field, m in chosen.items() if field.split(".")[0] in _SAID}
    named = list(dict.fromkeys(field.partition(".")[2] for field in said if "." in field))
    texts = [c for f, c in said.items() if not _is_name(f)]
    least = _SOME_TEXTS if texts else _SOME_NAMES
    cells = (row.text(column) for column in texts or said.values() for row in table.rows)
    latin = language_of_headers(table.columns)
    found = [latin if tag == "en" else tag for tag in guess_languages(cells, least)]
    scripts = {script for language in named for script in scripts_of(language)}
    plain = any("." not in field for field in said)
    unnamed = [
        language
        for language in found
        if not set(scripts_of(language)) & scripts or (language == latin != "en" and plain)
    ]
    return tuple(sorted(dict.fromkeys([*named, *unnamed]), key=lambda tag: tag == "en")) or (latin,)


def _likeliest(texts: Iterable[str]) -> str | None:
    return next(iter(guess_languages(texts, _MOST)), None)


def _is_name(field: str) -> bool:
    return field.split(".")[0] == "name"


def _booth(
    table: Table, by_header: Meaning | None, plan: Mapping[str, str], numbers: Collection[str]
) -> Meaning | None:
    """The column of the booths. One that is called so is not given up for one that counts rows
    where the plans' numbers are 1, 2, 3.
    """
    known = {key(number) for number in numbers}
    shares = {column: _share(table, column, known) for column in table.columns}
    if by_header is not None and shares[by_header.column] >= _MOST:
        return by_header
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is not None and shares[best] >= _MOST:
        return Meaning("booth", best, round(shares[best], 2))
    if by_header is not None:
        return by_header
    if "number" in plan:
        return Meaning("booth", plan["number"], 0.9)
    return _by_cells("booth", table, set(), looks_like_booth)


def _share(table: Table, column: str, known: Collection[str]) -> float:
    """The share of a column's cells with a known number; 0 for a column that is mostly empty."""
    cells = [texts for row in table.rows if (texts := row.texts(column))]
    if len(cells) < _FILLED * len(table.rows):
        return 0.0
    return sum(1 for texts in cells if any(key(text) in known for text in texts)) / len(cells)


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
