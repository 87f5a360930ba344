"""Words of a page: what of a text is said, in which language, and all that a fair's pages say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from hallgen import resources
from hallgen.model import UNDETERMINED, FairIndex, Text
from hallgen.site.sorting import HEADINGS

#: The language of words that another language lacks.
FALLBACK: Final = "en"

#: Primary languages and scripts that are written from right to left.
_RIGHT_TO_LEFT: Final = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "Arab", "Hebr"}

_OWN_NAMES: Final = {
    "ar": "العربية",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "he": "עברית",
    "it": "Italiano",
    "pt": "Português",
    "ru": "Русский",
    "th": "ไทย",
    "tr": "Türkçe",
    "vi": "Tiếng Việt",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the tag of their language where it is known."""

    words: str
    language: str | None


def say(text: Text, languages: Iterable[str]) -> Said:
    """What `text` says in the first of `languages` that has words, else in any."""
    words = text.best(*languages)
    language = next((tag for tag, said in text.said if said == words), None)
    for wanted in languages:
        if text.get(wanted) == words:
            language = wanted
            break
    return Said(words, None if language == UNDETERMINED else language)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if set(language.split("-")) & _RIGHT_TO_LEFT else "ltr"


@cache
def interface(language: str) -> Mapping[str, str]:
    """The interface's words by key, in the language or the nearest one that has them."""
    folder = resources.assets() / "strings"
    words: dict[str, str] = {}
    for tag in (FALLBACK, language.split("-")[0], language):
        file = folder / f"{tag}.json"
        if file.is_file():
            words |= json.loads(file.read_text("utf-8"))
    return MappingProxyType(words)


def own_name(language: str) -> str:
    """What a language calls itself, or its tag where we have no words in it."""
    file = resources.assets() / "strings" / f"{language.split('-')[0]}.json"
    exact = resources.assets() / "strings" / f"{language}.json"
    if not file.is_file() and not exact.is_file():
        return _OWN_NAMES.get(language.split("-")[0], language)
    return interface(language)["language.own_name"]


def viewer_words(language: str) -> dict[str, str]:
    """The viewer's words, without the "view." that their keys begin with."""
    return {
        key.removeprefix("view."): words
        for key, words in interface(language).items()
        if key.startswith("view.")
    }


def texts_of(index: FairIndex) -> Iterator[str]:
    """Every text that a page of the fair may show: what its fonts must be able to write."""
    yield "".join(chr(code) for code in range(0x20, 0x7F)) + "←↑→↓↗·–—“”‘’…×²³°"
    for language in index.fair.languages:
        yield from interface(language).values()
    yield index.fair.model_dump_json(exclude={"folder"})
    for exhibitor in index.fair.exhibitors:
        for _, name in exhibitor.name.said:
            yield name.upper()
    yield HEADINGS
