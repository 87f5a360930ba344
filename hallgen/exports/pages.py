"""The organiser's own pages as Markdown files, and their entries in fair.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hallgen.model import UNDETERMINED, Fair, InfoPage

FOLDER = "pages"


def page_files(fair: Fair) -> dict[str, str]:
    """The text of each file by its path in the folder."""
    return {path: words for page in fair.pages for _, path, words in _files(page)}


def page_entries(fair: Fair) -> list[dict[str, Any]]:
    """What fair.yaml says of them."""
    return [_entry(page) for page in fair.pages]


def _entry(page: InfoPage) -> dict[str, Any]:
    files = {tag: path for tag, path, _ in _files(page)}
    alone = set(files) == {UNDETERMINED}
    entry: dict[str, Any] = {
        "id": page.id,
        "title": page.title.model_dump(),
        "menu": page.menu.value,
    }
    if page.day is not None:
        entry["date"] = page.day.isoformat()
    return {**entry, "files": files[UNDETERMINED] if alone else files}


def _files(page: InfoPage) -> Iterator[tuple[str, str, str]]:
    for tag, words in page.text.said:
        name = page.id if tag == UNDETERMINED else f"{page.id}.{tag}"
        yield tag, f"{FOLDER}/{name}.md", f"{words}\n"
