"""Names into addresses: "上海机床" is shang-hai-ji-chuang.

A name in Latin letters is taken as it is, Chinese in pinyin with its syllables apart, any other
script by transliteration (anyascii).
"""

from __future__ import annotations

import re

from anyascii import anyascii
from pypinyin import lazy_pinyin

from hallgen.model import Text

#: Longer addresses are cut between words.
_LONGEST = 60
_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER_CJK = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_APART = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Small letters, digits and hyphens only; '' where nothing of the text can be said so."""
    if _HAN.search(text) and not _OTHER_CJK.search(text):
        text = " ".join(lazy_pinyin(text))
    latin = _APART.sub("-", anyascii(text).casefold().replace("'", "")).strip("-")
    if len(latin) <= _LONGEST:
        return latin
    cut, _, rest = latin[: _LONGEST + 1].rpartition("-")
    return cut or rest[:_LONGEST]


def slug_of(name: Text, fallback: str) -> str:
    """The address for a name: the English one if there is one, else what is in Latin letters."""
    said = sorted(name.said, key=lambda pair: (pair[0] != "en", _foreign(pair[1])))
    return next((made for _, words in said if (made := slug(words))), fallback)


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first suffix from -2 on that is free; `taken` then has it."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


def _foreign(text: str) -> bool:
    """Whether its letters are mostly not Latin."""
    letters = [char for char in text if char.isalpha()]
    return sum(1 for char in letters if char > "\u024f") * 2 > len(letters)
