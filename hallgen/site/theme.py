"""What the organiser's theme adds to a site: a style sheet, files beside it, templates."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader

from hallgen import resources
from hallgen.model import Fair

STYLE: Final = "site.css"
#: Where files lie that the style sheet names, in the theme and below the site's `assets/`.
FILES: Final = "site"
TEMPLATES: Final = "templates"
#: Before the name of a template of ours that one of the theme's of that name goes on with.
OURS: Final = "hallgen"

_URL = re.compile(r"""url\(\s*["']?site/([^"')]+?)["']?\s*\)""")


def theme_folder(fair: Fair) -> Path | None:
    """Where the theme's files are."""
    return None if fair.theme.folder is None else fair.folder / fair.theme.folder


def theme_style(fair: Fair) -> tuple[str, dict[str, bytes]]:
    """The theme's style sheet, and by their addresses the files that it names as `url(site/...)`.

    These are named by their content. What is named and not there stays as it is.
    """
    folder = theme_folder(fair)
    if folder is None or not (folder / STYLE).is_file():
        return "", {}
    files: dict[str, bytes] = {}

    def renamed(named: re.Match[str]) -> str:
        path = folder / FILES / named[1]
        if not path.is_file():
            return named[0]
        data = path.read_bytes()
        name = f"{path.stem}.{hashlib.sha256(data).hexdigest()[:16]}{path.suffix}"
        files[f"assets/theme/{name}"] = data
        return f'url("theme/{name}")'

    text = (folder / STYLE).read_text(encoding="utf-8", errors="replace")
    return _URL.sub(renamed, text), files


def loader(fair: Fair) -> BaseLoader:
    """Finds templates: the theme's go before ours, and may extend ours as `hallgen/<name>`."""
    ours = FileSystemLoader(resources.templates())
    folder = theme_folder(fair)
    if folder is None:
        return ours
    theirs = FileSystemLoader(folder / TEMPLATES)
    return ChoiceLoader([theirs, ours, PrefixLoader({OURS: ours})])
