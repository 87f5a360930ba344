"""Tags of languages (BCP 47): what of others serves where one has no words of its own."""

from __future__ import annotations

from functools import cache
from typing import Final

#: Regions where Chinese is written in traditional characters, as the CLDR's likely subtags say.
_TRADITIONAL: Final = frozenset({"TW", "HK", "MO"})


@cache
def chain(language: str) -> tuple[str, ...]:
    """The tags that serve a language, from the widest to itself.

    As RFC 4647 (3.4) looks up, the other way round: `de`, `de-AT`. A Chinese region also has its
    script: `zh`, `zh-Hant`, `zh-TW`.
    """
    primary, *rest = language.split("-")
    steps = ["-".join((primary, *rest[:count])) for count in range(len(rest) + 1)]
    if primary == "zh" and rest and rest[0] in _TRADITIONAL:
        steps.insert(1, "zh-Hant")
    return tuple(steps)
