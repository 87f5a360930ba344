"""The order of a list of names as readers of a language look them up, and its initials.

Chinese is sorted by pinyin. Korean syllables are in the order of their first consonant as
they are, and kana by their sound; Japanese names that begin with kanji come after those,
because the reading of a name cannot be known. Everything else is by its letters without
marks, but for those with a mark that a language counts as letters of their own: ñ comes after n
in Spanish, й after и in Russian.
"""

from __future__ import annotations

import unicodedata

from pypinyin import Style, lazy_pinyin

#: The initial of names that begin with no letter.
OTHER = "#"

#: The initial of names that begin with kanji, where that does not tell how they sound.
_KANJI = "漢"

_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_KANA_ROWS = "あかさたなはまやらわ"

#: Letters of their own by language, each with what sorts it after the letter that it resembles.
_APART = {"es": {"ñ": "n~"}, "ru": {"й": "й"}}

#: Initials that may not be a character of any name.
HEADINGS = OTHER + _KANJI + _CONSONANTS + _KANA_ROWS


def sort_key(name: str, language: str) -> tuple[int, str, str, str]:
    """Sorts names: initials in order, then their sound, then the name itself."""
    mark = initial(name, language)
    group = 2 if mark == OTHER else 1 if _is_han(mark) else 0
    mark = _apart(language).get(mark.casefold(), mark).upper()
    return group, mark, _sound(name, language), name


def initial(name: str, language: str) -> str:
    """What a name is listed under.

    A letter, a Korean consonant, a row of kana, `漢` for kanji, or `OTHER`.
    """
    own = next((c for c in _folded(name) if c.isalnum()), "")
    if own in _apart(language):
        return own.upper()
    first = next((c for c in _sound(name, language) if c.isalnum()), "")
    if not first or first.isdigit():
        return OTHER
    if "가" <= first <= "힣":
        return _CONSONANTS[(ord(first) - 0xAC00) // 588]
    if "ぁ" <= first <= "ゖ":
        return _kana_row(first)
    return _KANJI if _is_han(first) else first.upper()


def _sound(name: str, language: str) -> str:
    """The name as it is looked up: pinyin, hiragana for katakana, letters without marks."""
    if language.split("-")[0] == "zh":
        name = " ".join(lazy_pinyin(name, style=Style.NORMAL))
    folded = _folded(name)
    plain = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in folded)
    if any("가" <= c <= "힣" or "ぁ" <= c <= "ゖ" for c in plain):
        return plain
    apart = _apart(language)
    return "".join(apart[c] if c in apart else _unmarked(c) for c in plain)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _unmarked(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))


def _apart(language: str) -> dict[str, str]:
    return _APART.get(language.split("-")[0], {})


def _kana_row(kana: str) -> str:
    """The head of the row: `が` is in the row of `か`."""
    plain = unicodedata.normalize("NFKD", kana)[0]
    plain = chr(ord(plain) + 1) if plain in "ぁぃぅぇぉっゃゅょゎ" else plain
    return max((head for head in _KANA_ROWS if head <= plain), default=_KANA_ROWS[0])


def _is_han(character: str) -> bool:
    return unicodedata.name(character[:1], "").startswith("CJK UNIFIED")
