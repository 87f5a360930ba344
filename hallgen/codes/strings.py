"""H195 to H197: the organiser's own words of the interface."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

STRINGS_OF_NO_LANGUAGE: Final = Code(
    "H195",
    Severity.WARNING,
    "A file in strings/ is not named by a language of the fair; it is not used.",
    "Name it as fair.yaml names the language (strings/it.json), or add the language there.",
)
UNKNOWN_STRING: Final = Code(
    "H196",
    Severity.WARNING,
    "A file in strings/ has a key that the interface has no words for.",
    "Take the key from hallgen's own assets/strings/en.json (docs/languages.md).",
)
BAD_STRING: Final = Code(
    "H197",
    Severity.WARNING,
    "Words in strings/ are no text, or their {blanks} are not those of the English words.",
    "Write the words with the same names in braces as in English, each as it stands there.",
)
