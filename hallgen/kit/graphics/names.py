"""What is said on signs: names in two languages, their short forms, headlines, sign words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from hallgen import resources
from hallgen.media.fonts import clean, is_cjk, undrawable
from hallgen.model import UNDETERMINED, Text
from hallgen.model.tags import chain

_ENDS = re.compile(r"(?<=[。！？；!?;])|(?<=[.])\s+|\n")
_HISTORY = re.compile(
    r"成立|创立|创建|始建|位于|设立|創業|設立|설립|창립|founded|established|since |based in|"
    r"located|headquarter|GmbH|Co\., Ltd|有限公司|gegründet|основан|起步|工厂占地|年起|年来|\d年|"
    r"workshop|has grown|years|per cent|\d ?%",
    re.IGNORECASE,
)
#: Forms that are written before the name; the others of the alphabet follow it.
_LEADING = {"OOO", "ООО", "АО"}
_PAUSES = re.compile(r"[，,、：:—;；]\s*|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the language they are in, which decides how they are drawn."""

    words: str
    language: str

    @property
    def is_cjk(self) -> bool:
        return is_cjk(self.words)


def said(text: Text, languages: Sequence[str]) -> tuple[Said, ...]:
    """At most two lines of a bilingual sign: the fair's languages first, no line twice."""
    spoken = dict(text.said)
    order = dict.fromkeys((*(lang for lang in languages if lang in spoken), *spoken))
    lines: dict[str, Said] = {}
    for language in order:
        words = drawable(spoken[language])
        if words:
            known = _assumed(languages) if language == UNDETERMINED else language
            lines.setdefault(words, Said(words, known))
    return tuple(lines.values())[:2]


def drawable(text: str) -> str:
    """A text without what no font can draw."""
    words = clean(text)
    for character in undrawable(words):
        words = words.replace(character, "")
    return " ".join(words.split())


def short(name: Said) -> Said:
    """A firm's name without its legal form and, in Chinese, without its town."""
    forms: list[str] = sorted(signs()["legal_forms"], key=len, reverse=True)
    words, longer = name.words, ""
    while words != longer:
        longer = words
        words = _without_form(words, forms)
    places: list[str] = signs()["places"]
    town = next((p for p in places if words.startswith(p) and len(words) >= len(p) + 2), "")
    return Said(words[len(town) :] or name.words, name.language)


def _without_form(words: str, forms: Sequence[str]) -> str:
    """One legal form less, at the end or, as in Japan and Russia, at the start."""
    for form in forms:
        rest = len(words) - len(form)
        if rest < 2:
            continue
        if words.lower().endswith(form.lower()) and (is_cjk(form) or not words[rest - 1].isalnum()):
            return words[:rest].rstrip(" ,.&，")
        ahead = words[len(form)]
        if words.startswith(form) and (is_cjk(form) or (form in _LEADING and ahead in ' «"“')):
            return words[len(form) :].strip()
    return words


def initials(names: Sequence[Said]) -> Said:
    """One letter for a firm without logo: its Latin initial where it has one, else its first."""
    for name in sorted(names, key=lambda n: n.is_cjk):
        brief = short(name)
        letter = next((c for c in brief.words if c.isalnum()), "")
        if letter:
            return Said(letter.upper(), brief.language)
    return Said("·", "en")


def headline(text: Said) -> tuple[Said, Said | None]:
    """A text's best short clause as a headline, and the text it is from.

    The first clause of fitting length that does not tell when a firm was founded.
    """
    sentences = [part.strip() for part in _ENDS.split(text.words) if part.strip()]
    if not sentences:
        return text, None
    most, least = (18, 4) if text.is_cjk else (60, 12)
    first = sentences[0].rstrip("。.；;!！")
    if least <= len(first) <= most and not _HISTORY.search(first):
        rest = " ".join(sentences[1:])
        return Said(first, text.language), Said(rest, text.language) if rest else None
    clauses = [part.strip("。.；;!！ ") for one in sentences[:3] for part in _PAUSES.split(one)]
    clauses = [clause for clause in clauses if clause] or [text.words]
    fitting = [c for c in clauses if least <= len(c) <= most and not _HISTORY.search(c)]
    best = fitting[0] if fitting else min(clauses, key=lambda c: (abs(len(c) - most), c))
    return Said(best[:1].upper() + best[1:], text.language), Said(text.words, text.language)


def word(key: str, languages: Sequence[str]) -> tuple[Said, ...]:
    """A sign's word ("booth", "exit") in the fair's first two languages, no word twice."""
    table: dict[str, str] = signs()[key]
    lines: dict[str, Said] = {}
    for language in languages:
        near = next((tag for tag in reversed(chain(language)) if tag in table), language)
        words = table.get(near, table["en"])
        lines.setdefault(words, Said(words, near if near in table else "en"))
    return tuple(lines.values())[:2]


@cache
def signs() -> dict[str, Any]:
    """assets/signs.yaml."""
    text = (resources.assets() / "signs.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def _assumed(languages: Sequence[str]) -> str:
    """The language of words of which nobody said it: the fair's first East Asian one."""
    east_asian = (lang for lang in languages if lang.split("-")[0] in {"zh", "ja", "ko"})
    return next(east_asian, languages[0] if languages else "en")
