"""What other packages add to hallgen: entry points of a few groups, found by their names.

    hallgen.tables          a format of lists           readers.TableFormat
    hallgen.plans           a format of floor plans     readers.PlanFormat
    hallgen.checks          a rule                      checks.Rule
    hallgen.booth_designs   a design of booths          kit.BoothDesign
    hallgen.themes          a theme's folder            str or pathlib.Path
    hallgen.viewer          a script of pages           str or pathlib.Path of a JavaScript module

Whatever is installed is used: https://packaging.python.org/specifications/entry-points/
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypeVar

from hallgen.errors import HallgenError

TABLES: Final = "hallgen.tables"
PLANS: Final = "hallgen.plans"
CHECKS: Final = "hallgen.checks"
BOOTH_DESIGNS: Final = "hallgen.booth_designs"
THEMES: Final = "hallgen.themes"
VIEWER: Final = "hallgen.viewer"

GROUPS: Final = (TABLES, PLANS, CHECKS, BOOTH_DESIGNS, THEMES, VIEWER)

T = TypeVar("T")


class PluginError(HallgenError):
    """An installed plugin cannot be used; its text names it and the package it is of."""


@cache
def names(group: str) -> tuple[str, ...]:
    """The names of a group's plugins, in their order, without loading any."""
    return tuple(sorted({point.name for point in entry_points(group=group)}))


@cache
def plugins(group: str, kind: type[T] | tuple[type[T], ...]) -> Mapping[str, T]:
    """The plugins of a group by their names, in their order.

    Raises PluginError where one cannot be loaded, or is not of the `kind` that its group needs.
    """
    return {name: _loaded(_point(group, name), kind) for name in names(group)}


def plugin(group: str, name: str, kind: type[T] | tuple[type[T], ...]) -> T | None:
    """One plugin by its name; None where nobody has installed it."""
    return _loaded(_point(group, name), kind) if name in names(group) else None


def sources() -> tuple[Path, ...]:
    """The files of all that is installed, themes included, in a fixed order."""
    found: set[Path] = set()
    for group in GROUPS:
        for point in entry_points(group=group):
            spec = find_spec(point.module.partition(".")[0])
            if spec is not None and spec.origin is not None:
                file = Path(spec.origin)
                package = spec.submodule_search_locations is not None
                found |= _files_of(file.parent) if package else {file}
    return tuple(sorted(found))


def _files_of(package: Path) -> set[Path]:
    found = (path for path in package.rglob("*") if path.parent.name != "__pycache__")
    return {path for path in found if path.is_file()}


def file_of(said: object, name: str) -> Path:
    """The file or folder that a plugin names. Raises PluginError where there is none."""
    path = Path(str(said))
    if not path.exists():
        raise PluginError(f"The plugin {name} names {path}, which is not there.")
    return path


def _point(group: str, name: str) -> EntryPoint:
    """The entry point of a name: the last installed package's, where two have the same."""
    return next(iter(entry_points(group=group, name=name)))


def _loaded(point: EntryPoint, kind: type[T] | tuple[type[T], ...]) -> T:
    of = f"{point.name} ({point.group}) of {_package(point)}"
    try:
        found = point.load()
    except Exception as broken:  # it is somebody else's code, which may raise anything
        reason = f"{type(broken).__name__}: {broken}"
        raise PluginError(f"The plugin {of} cannot be loaded: {reason}. Update it.") from broken
    if not isinstance(found, kind):
        raise PluginError(f"The plugin {of} is a {type(found).__name__}. Update it.")
    return found


def _package(point: EntryPoint) -> str:
    distribution = point.dist
    return "an unknown package" if distribution is None else distribution.name
