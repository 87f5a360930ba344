"""Plugins for tests, as if a package had installed them."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from unittest.mock import patch

from hallgen import plugins


class _Point(importlib.metadata.EntryPoint):
    """An entry point that loads what a test has made."""

    made: dict[str, object] = {}

    def load(self) -> object:
        found = self.made[self.value]
        if isinstance(found, Exception):
            raise found
        return found


@contextmanager
def installed(group: str, **added: object) -> Iterator[ModuleType]:
    """Plugins of a group by their names, and none of what is really installed."""
    points = [_Point(name=name, value=f"{group}/{name}", group=group) for name in added]
    _Point.made.update({f"{group}/{name}": thing for name, thing in added.items()})

    def entry_points(*, group: str, name: str | None = None) -> list[_Point]:
        return [one for one in points if one.group == group and name in (None, one.name)]

    plugins.names.cache_clear()
    plugins.plugins.cache_clear()
    try:
        with patch.object(plugins, "entry_points", entry_points):
            yield plugins
    finally:
        plugins.names.cache_clear()
        plugins.plugins.cache_clear()
