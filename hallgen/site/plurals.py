"""Which form of a word goes with a number, and how a number is written, by the CLDR."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def counted(words: Mapping[str, str], stem: str, number: int, language: str) -> str:
    """What words say of so many things: those under `stem` and the number's category.

    `stem` ends as keys before the category do ("count.halls.", "find.show_"). A language without
    words of that category says what it says of any other number.
    """
    said = words.get(f"{stem}{category(number, language)}") or words[f"{stem}other"]
    return said.format_map({"n": figures(number, language)})


@cache
def category(number: int, language: str) -> str:
    """The number's plural category: zero, one, two, few, many or other."""
    locale = _locale(language)
    return "other" if locale is None else locale.plural_form(number)


@cache
def figures(number: int, language: str) -> str:
    """A whole number with its thousands apart as the language has them, in Latin digits: numbers
    of booths and halls are written so everywhere.
    """
    locale = _locale(language)
    if locale is None or abs(number) < 1000:
        return str(number)
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale, numbering_system="latn")


@cache
def _locale(language: str) -> Locale | None:
    """What the CLDR knows of a language; None of one that it does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
