"""Languages as catalogues name them: "deu", "ger", "de-DE", "EN"."""

from __future__ import annotations

import re
from typing import Final

from hallgen.model import UNDETERMINED

#: Codes of ISO 639-2, both the bibliographic and the terminological, by those of ISO 639-1.
_THREE: Final = {
    three: two
    for two, threes in {
        "de": "deu ger", "en": "eng", "fr": "fra fre", "es": "spa", "it": "ita", "pt": "por",
        "nl": "nld dut", "pl": "pol", "cs": "ces cze", "sk": "slk slo", "hu": "hun",
        "ro": "ron rum", "bg": "bul", "el": "ell gre", "sv": "swe", "da": "dan", "fi": "fin",
        "nb": "nob nor",
        "et": "est", "lv": "lav", "lt": "lit", "sl": "slv", "hr": "hrv", "sr": "srp", "ru": "rus",
        "uk": "ukr", "tr": "tur", "ar": "ara", "he": "heb", "fa": "fas per", "hi": "hin",
        "zh": "zho chi", "ja": "jpn", "ko": "kor", "th": "tha", "vi": "vie", "id": "ind",
        "ms": "msa may", "ca": "cat",
    }.items()
    for three in threes.split()
}  # fmt: skip
_TAG: Final = re.compile(r"^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?", re.IGNORECASE)


def language_tag(said: str) -> str:
    """The tag as the model has it: the language, and a script where there is one.

    Regions are left out ("de-DE" is de), but for what is not "the language" everywhere: pt-BR.
    """
    match = _TAG.match(said.strip().replace("_", "-"))
    if match is None:
        return UNDETERMINED
    language = match[1].lower()
    tag = _THREE.get(language, language)
    if match[2]:
        tag += f"-{match[2].capitalize()}"
    return "pt-BR" if tag == "pt" and (match[3] or "").upper() == "BR" else tag
