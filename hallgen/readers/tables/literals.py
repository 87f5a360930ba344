"""Cells that hold a list or a map as a program prints it: JSON, or Python's own notation."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from typing import Final

#: A literal longer than this is no cell of a list that people keep.
_LONGEST: Final = 20_000
_PAIRS: Final = {"[": "]", "(": ")", "{": "}"}


def expanded(name: str, cell: object) -> Iterator[tuple[str, object]]:
    """The columns that a cell fills: itself, of a list its items, and of a map a column for each
    member, called "contact.email" as in JSON files. What is no literal stays the text it is.
    """
    value = _literal(cell)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from expanded(f"{name}.{key}", inner)
    elif value not in (None, "", []):
        yield name, value


def _literal(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if len(text) < 2 or len(text) > _LONGEST or _PAIRS.get(text[0]) != text[-1]:
        return cell
    value = _parsed(text)
    if isinstance(value, tuple | set):
        value = sorted(value, key=str) if isinstance(value, set) else list(value)
    if isinstance(value, list) and (len(value) == 1 or "" in value):
        # As JSON: alone, an item with commas in it would be split, and an empty one keeps its place
        # beside those of other languages.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        plain = all(isinstance(item, str | int | float | type(None)) for item in value)
        return [item for item in value if item is not None] if plain else cell
    return value if isinstance(value, dict) and value and _is_flat(value) else cell


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None  # a text in brackets, such as "(formerly Acme)"


def _is_flat(members: dict[object, object]) -> bool:
    """Whether a map has names and simple values, which columns can have: no geometry."""
    return all(
        isinstance(key, str)
        and (
            isinstance(value, str | int | float | type(None))
            or (isinstance(value, list) and all(isinstance(item, str) for item in value))
        )
        for key, value in members.items()
    )
