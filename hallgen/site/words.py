"""Words of a page: what of a text is said, in which language, and all that a fair's pages say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from hallgen import resources
from hallgen.model import UNDETERMINED, Fair, FairIndex, Text
from hallgen.model.tags import chain
from hallgen.site.sorting import HEADINGS

#: The language of words that another language lacks.
FALLBACK: Final = "en"

#: The variable of the environment that has missing words seen.
SWITCH: Final = "HALLGEN_STRINGS"

#: Primary languages and scripts that are written from right to left.
_RIGHT_TO_LEFT: Final = {"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "Arab", "Hebr"}

_OWN_NAMES: Final = {
    "he": "עברית",
    "it": "Italiano",
    "pt": "Português",
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
def _ours(tag: str) -> Mapping[str, str]:
    """The words that come with hallgen in exactly this language; none where there is no file."""
    file = resources.assets() / "strings" / f"{tag}.json"
    return MappingProxyType(json.loads(file.read_text("utf-8")) if file.is_file() else {})


def interface(language: str, fair: Fair | None = None) -> Mapping[str, str]:
    """The interface's words by key, in the language or the nearest one that has them.

    Those of the fair's own `strings/` go before ours of the same language. What is said in none
    of them is said in English; with HALLGEN_STRINGS=strict it is its key, marked to be seen.
    """
    strict = os.environ.get(SWITCH) == "strict"
    own = {} if fair is None else fair.strings
    return _merge(language, own, strict=strict) if own else _merged(language, strict=strict)


@cache
def _merged(language: str, *, strict: bool) -> Mapping[str, str]:
    return _merge(language, {}, strict=strict)


def _merge(
    language: str, own: Mapping[str, Mapping[str, str]], *, strict: bool
) -> Mapping[str, str]:
    tags = chain(language)
    words = dict(_ours(FALLBACK)) | dict(own.get(FALLBACK, {}))
    if strict and FALLBACK not in tags:
        words = {key: f"⟦{key}⟧" for key in words}
    for tag in tags:
        words |= _ours(tag)
        words |= own.get(tag, {})
    return MappingProxyType(words)


class Interface:
    """All that a fair's pages of one language say by themselves, and the words of their parts with
    a script as those read them, each written once for all pages.
    """

    def __init__(self, language: str, fair: Fair) -> None:
        self.words = interface(language, fair)
        self._parts: dict[str, str] = {}

    def part(self, name: str) -> str:
        """The words whose keys begin with a part's name and a point: JSON by what is behind it."""
        if name not in self._parts:
            start = f"{name}."
            words = {
                key.removeprefix(start): said
                for key, said in self.words.items()
                if key.startswith(start)
            }
            self._parts[name] = json.dumps(words, ensure_ascii=False)
        return self._parts[name]


def own_name(language: str, fair: Fair | None = None) -> str:
    """What a language calls itself, or its tag where nobody has said."""
    for tag in reversed(chain(language)):
        said = {} if fair is None else fair.strings.get(tag, {})
        name = said.get("language.own_name") or _ours(tag).get("language.own_name")
        if name or tag in _OWN_NAMES:
            return name or _OWN_NAMES[tag]
    return language


def isolated(values: Mapping[str, Any], way: str) -> Mapping[str, Any]:
    """What fills words of a language that is written from right to left: names and numbers apart
    from what is around them (UAX 9), so that booth 5.1-A012 is not read backwards.
    """
    if way == "ltr":
        return values
    return {k: f"\u2068{v}\u2069" if isinstance(v, str) else v for k, v in values.items()}


def viewer_words(language: str, fair: Fair | None = None) -> dict[str, str]:
    """The viewer's words, without the "view." that their keys begin with."""
    return {
        key.removeprefix("view."): words
        for key, words in interface(language, fair).items()
        if key.startswith("view.")
    }


def texts_of(index: FairIndex) -> Iterator[str]:
    """Every text that a page of the fair may show: what its fonts must be able to write."""
    yield "".join(chr(code) for code in range(0x20, 0x7F)) + "←↑→↓↗·–—“”‘’…×²³°"
    for language in index.fair.languages:
        yield from interface(language, index.fair).values()
    yield index.fair.model_dump_json(exclude={"folder", "strings"})
    for exhibitor in index.fair.exhibitors:
        for _, name in exhibitor.name.said:
            yield name.upper()
    yield HEADINGS
