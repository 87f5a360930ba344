"""The page of `hallgen plan edit`: words and a place for its script, and nothing of a fair."""

from __future__ import annotations

from typing import Final

from hallgen.site.site import environment
from hallgen.site.words import interface

#: The keys of the page's words in assets/strings begin so.
_BEGIN: Final = "draft."


def draft_page(language: str) -> bytes:
    """The page in a language of the interface, else in English."""
    return environment().get_template("draft.html.j2").render(language=language).encode()


def draft_words(language: str) -> dict[str, str]:
    """The page's words by their keys without what all begin with."""
    words = interface(language)
    return {key.removeprefix(_BEGIN): said for key, said in words.items() if key.startswith(_BEGIN)}
