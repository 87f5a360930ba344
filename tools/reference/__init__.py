"""Pages of the documentation that are made from the code, when the documentation is built.

They are made each time and never committed: what is not kept cannot be stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tools.reference import budgets, codes, commands, python_api, schemas, viewer_api

ROOT: Final = Path(__file__).parent.parent.parent

#: Each page by its address in the documentation.
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "reference/commands.md": commands.page,
    "reference/fair-yaml.md": schemas.fair_page,
    "reference/tables.md": schemas.tables_page,
    "reference/booth-yaml.md": schemas.booth_page,
    "reference/tours-yaml.md": schemas.tours_page,
    "reference/codes.md": codes.page,
    "reference/budgets.md": budgets.page,
    "reference/python.md": python_api.page,
    "reference/viewer.md": viewer_api.page,
}

#: Pages that lie at the root of the project, for who comes by its repository.
AT_THE_ROOT: Final[Mapping[str, str]] = {
    "architecture.md": "ARCHITECTURE.md",
    "changelog.md": "CHANGELOG.md",
    "contributing.md": "CONTRIBUTING.md",
}


def pages() -> dict[str, str]:
    """The Markdown of all of them by their address."""
    made = {address: make() for address, make in PAGES.items()}
    for address, name in AT_THE_ROOT.items():
        made[address] = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
    return made
