"""Pages of the organiser's own: information for visitors, news, the imprint."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from hallgen.diagnostics import Place
from hallgen.model.geometry import Frozen
from hallgen.model.text import Text


class Menu(StrEnum):
    """Where a page is linked from, on all pages of the site."""

    HEADER = "header"
    FOOTER = "footer"
    NONE = "none"


class InfoPage(Frozen):
    """A page: its text is Markdown (https://commonmark.org), with tables, in any languages.

    A page with a `day` is news: the first page of the fair shows it. `pictures` are the files
    that its text shows, by what it calls them.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: Text
    text: Text
    menu: Menu
    place: Place
    day: date | None = None
    pictures: dict[str, Path] = {}
