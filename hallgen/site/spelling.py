"""Texts as the terms by which they are found. `viewer/src/search/spelling.ts` spells what is typed
in the same way; the tests of both have the same examples.

A term is a word in small letters without marks, an English one without its plural. Chinese and
Japanese have no spaces: there a term is each two characters that stand side by side, and the last
one alone. Of a code, the parts are terms, and all of it without the signs between.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pypinyin import lazy_pinyin

from hallgen.model import Booth

#: Kana and Han.
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_RUN = re.compile(f"([{_SINGLE}]+)|[^\\W_{_SINGLE}]+")
_MARKS = re.compile("[\u0300-\u036f]")
#: Figures and letters with signs between them: a code, a number.
_CODE = re.compile(r"[^\W_]+(?:[-./_+][^\W_]+)+")
_SIGNS = re.compile(r"[\W_]")
#: Zeros before a number, which people leave out.
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_WORD = re.compile("[a-z]{4,}")
#: Longer stretches of Chinese are no name that anybody types the middle of.
_LONGEST = 40


def terms(text: str) -> Iterator[str]:
    """The terms of a text, in its order; codes as a whole at its end."""
    plain = _plain(text)
    for run in _RUN.finditer(plain):
        if run[1]:
            yield from (run[1][at : at + 2] for at in range(len(run[1])))
        else:
            yield singular(run[0])
    yield from (_SIGNS.sub("", code) for code in _CODE.findall(plain))


def singular(word: str) -> str:
    """An English word without its plural, by its last letters; other words as they are."""
    if not _WORD.fullmatch(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1 << 16)
def romanized(text: str) -> tuple[str, ...]:
    """The pinyin of a text's Chinese, by syllables and by initials, from each syllable on.

    So any part of a name is the beginning of some term here; of stretches, what is at their begin.
    """
    found: list[str] = []
    for stretch in _HAN.findall(text):
        syllables = lazy_pinyin(stretch[:_LONGEST])
        initials = "".join(syllable[0] for syllable in syllables)
        for start in range(len(syllables)):
            found += ["".join(syllables[start:]), initials[start:]]
    return tuple(dict.fromkeys(term for term in found if len(term) > 1))


def numbers_of(booth: Booth) -> tuple[str, ...]:
    """A booth's number as people write it: with its hall and without, with zeros or none."""
    number = _together(booth.number)
    short = _ZEROS.sub("", number)
    hall = _together(booth.hall)
    return tuple(dict.fromkeys((number, short, hall, hall + number, hall + short)))


def _together(code: str) -> str:
    return _SIGNS.sub("", _plain(code))


def _plain(text: str) -> str:
    apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", apart).lower()
