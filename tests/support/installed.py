"""Plugins for tests, as if a package had installed them."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
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
def installed(**groups: Mapping[str, object]) -> Iterator[None]:
    """Plugins by their groups and names, and none of what is really installed."""
    points = [
        _Point(name=name, value=f"{group}/{name}", group=group)
        for group, added in groups.items()
        for name in added
    ]
    _Point.made.update({p.value: groups[p.group][p.name] for p in points})

    def entry_points(*, group: str, name: str | None = None) -> list[_Point]:
        return [one for one in points if one.group == group and name in (None, one.name)]

    plugins.names.cache_clear()
    plugins.plugins.cache_clear()
    try:
        with patch.object(plugins, "entry_points", entry_points):
            yield
    finally:
        plugins.names.cache_clear()
        plugins.plugins.cache_clear()


def installed_in(group: str, **added: object) -> AbstractContextManager[None]:
    """Plugins of one group by their names."""
    return installed(**{group: added})
