"""The organiser's own words of the interface: `strings/<language>.json` in the fair folder."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from hallgen import codes, resources
from hallgen.diagnostics import Code, Diagnostics, Place
from hallgen.readers.inputs import MOST_BY_HAND, is_small, own_input
from hallgen.readers.lined import SyntaxFault, read_json
from hallgen.readers.tables.decoding import decode

FOLDER: Final = "strings"
#: The CLDR's categories of numbers, each of which a language may have words for.
CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
#: Blanks of dates: a language uses those that it needs.
_OF_DATES: Final = frozenset(
    {"day", "month", "year", "weekday", "end_day", "end_month", "end_year", "end_weekday"}
)


def read_strings(
    folder: Path, languages: Sequence[str], diagnostics: Diagnostics
) -> dict[str, dict[str, str]]:
    """By language and key what the fair says itself; what is wrong with it is told and left out.

    A file of a wider language serves too: `strings/de.json` a fair in de-AT.
    """
    inside = folder / FOLDER
    if not inside.is_dir():
        return {}
    wanted = dict.fromkeys(languages) | {"en": None}
    wider = {tag.split("-")[0] for tag in wanted} | {"zh-Hant"}
    found: dict[str, dict[str, str]] = {}
    for file in sorted(inside.glob("*.json")):
        name = f"{FOLDER}/{file.name}"
        if file.stem not in wanted and file.stem not in wider:
            message = f"{file.stem!r} is no language of the fair."
            diagnostics.add(codes.STRINGS_OF_NO_LANGUAGE, Place(name), message)
        elif path := own_input(folder, name, diagnostics):
            found[file.stem] = _read(path, name, diagnostics)
    return {language: words for language, words in found.items() if words}


def _read(path: Path, shown: str, diagnostics: Diagnostics) -> dict[str, str]:
    if not is_small(path, shown, MOST_BY_HAND, diagnostics):
        return {}
    text = decode(path.read_bytes()).text
    try:
        document = read_json(text)
    except SyntaxFault as fault:
        message = f"it cannot be read: {fault.reason}."
        diagnostics.add(codes.BAD_SYNTAX, Place(shown, fault.line), message)
        return {}
    if not isinstance(document, dict):
        diagnostics.add(codes.BAD_SYNTAX, Place(shown, 1), "it is no map of keys and words.")
        return {}
    lines = text.splitlines()
    for key, code, message in list(_faults(document)):
        line = next((at for at, one in enumerate(lines, 1) if f'"{key}"' in one), None)
        diagnostics.add(code, Place(shown, line, key), message)
        del document[key]
    return dict(document)


def _faults(said: Mapping[str, object]) -> Iterator[tuple[str, Code, str]]:
    for key, words in said.items():
        model = english(key)
        if model is None:
            yield key, codes.UNKNOWN_STRING, f"the interface has no words {key!r}."
        elif not isinstance(words, str):
            yield key, codes.BAD_STRING, "it is no text."
        elif (wrong := _wrong_blanks(key, words, model)) is not None:
            yield key, codes.BAD_STRING, wrong


def _wrong_blanks(key: str, words: str, model: str) -> str | None:
    """What is wrong with the blanks of some words. Those of one category may leave out the number:
    "one hall".
    """
    wanted, named = blanks(model), blanks(words)
    if named is None or wanted is None:
        return "its braces do not fit; a brace itself is written twice."
    date = key.startswith("date.")
    unknown = sorted(named - (_OF_DATES if date else wanted))
    if unknown:
        return f"it names {{{unknown[0]}}}, which the English words do not."
    missing = sorted(wanted - named)
    if missing and not date and stem_of(key) is None:
        return f"it lacks {{{missing[0]}}}, which the English words name."
    return None


def blanks(words: str) -> frozenset[str] | None:
    """The names in braces; None where they are not written as `{name}`."""
    try:
        parts = list(string.Formatter().parse(words))
    except ValueError:
        return None
    names = [name for _, name, _, _ in parts if name is not None]
    plain = all(name.isidentifier() for name in names) and not any(p[2] or p[3] for p in parts)
    return frozenset(names) if plain else None


def english(key: str) -> str | None:
    """The English words of a key, of another category's for one that English does not have."""
    words = _english()
    stem = stem_of(key)
    return words.get(key) if stem is None else words[f"{stem}other"]


def stem_of(key: str) -> str | None:
    """What stands before a number's category in a key; None of a key without one."""
    for category in CATEGORIES:
        stem = key.removesuffix(category)
        if stem != key and stem[-1:] in {".", "_"} and f"{stem}one" in _english():
            return stem
    return None


@cache
def _english() -> Mapping[str, str]:
    file = resources.assets() / "strings" / "en.json"
    words: dict[str, str] = json.loads(file.read_text("utf-8"))
    return words
