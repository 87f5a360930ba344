"""Which of a fair's languages a column is in, told by its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_SCRIPTS = {
    "kana": re.compile(r"[\u3040-\u30ff]"),
    "hangul": re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"),
    "han": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "hebrew": re.compile(r"[\u0590-\u05ff]"),
    "greek": re.compile(r"[\u0370-\u03ff]"),
    "thai": re.compile(r"[\u0e00-\u0e7f]"),
    "devanagari": re.compile(r"[\u0900-\u097f]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
#: The scripts that a language is written in; all others use Latin letters.
_OF_LANGUAGE = {
    "zh": ("han",),
    "ja": ("kana", "han"),
    "ko": ("hangul",),
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "mn", "tg"), ("cyrillic",)),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug"), ("arabic",)),
    **dict.fromkeys(("he", "yi"), ("hebrew",)),
    "el": ("greek",),
    "th": ("thai",),
    **dict.fromkeys(("hi", "mr", "ne"), ("devanagari",)),
}
#: The language to begin with, of a text of which only the script is known.
_LIKELIEST = {
    "kana": "ja",
    "hangul": "ko",
    "han": "zh",
    "cyrillic": "ru",
    "latin": "en",
    "arabic": "ar",
    "hebrew": "he",
    "greek": "el",
    "thai": "th",
    "devanagari": "hi",
}
#: The share of the texts that must be in one script for a column to be called so.
_MOSTLY = 0.6


def script_of(text: str) -> str | None:
    """The script that a text is told by: kana before Han, any other script before Latin."""
    return next((name for name, letters in _SCRIPTS.items() if letters.search(text)), None)


def scripts_of(language: str) -> tuple[str, ...]:
    """The scripts of a language, by its tag."""
    return _OF_LANGUAGE.get(language.split("-")[0], ("latin",))


def main_script(texts: Iterable[str]) -> str | None:
    """The script that most of the texts are told by, if it is most of them."""
    scripts = Counter(script for text in texts if (script := script_of(text)))
    (name, count), *_ = scripts.most_common(1) or [("", 0)]
    return name if count and count >= _MOSTLY * scripts.total() else None


def language_of(texts: Iterable[str], languages: Sequence[str]) -> str | None:
    """The first of `languages` that most of `texts` are written in; None if that is unclear."""
    scripts = Counter(script for text in texts if (script := script_of(text)))
    total = scripts.total()
    if not total:
        return None
    for language in languages:
        own = scripts_of(language)
        if sum(scripts[script] for script in own) >= _MOSTLY * total:
            # Han alone is Chinese where the fair has that, Japanese only with kana.
            if "kana" in own and not scripts["kana"] and "zh" in languages:
                continue
            return language
    return None


def guess_languages(texts: Iterable[str], least: float = 0.05) -> tuple[str, ...]:
    """The languages that at least the share `least` of the texts seem to be in, the most
    frequent first; English for Latin letters.
    """
    scripts = Counter(script for text in texts if (script := script_of(text)))
    if scripts["kana"]:
        scripts["kana"] += scripts.pop("han", 0)
    shares = scripts.most_common()
    return tuple(_LIKELIEST[name] for name, count in shares if count >= least * scripts.total())
