"""What booths are wanted in a hall: a list of exhibitors with areas, sides and wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.model import Demand, Wanted
from hallgen.readers.columns import Cells
from hallgen.readers.exhibitors import name_key
from hallgen.readers.fair_file import TableSource
from hallgen.readers.fields import TableKind
from hallgen.readers.plans.kinds import booth_kind
from hallgen.readers.plans.table import meant_by
from hallgen.readers.slugs import slug, unique
from hallgen.readers.suggest import did_you_mean
from hallgen.readers.tables import read_table

_NUMBER = re.compile(r"^\s*(\d+(?:[.,]\d+)?)")
_SIDES: Final[Mapping[str, int]] = {
    "row": 1, "in line": 1, "inline": 1, "reihe": 1, "reihenstand": 1, "单开": 1, "单面开": 1,
    "corner": 2, "eck": 2, "eckstand": 2, "双开": 2, "双面开": 2,
    "peninsula": 3, "kopf": 3, "kopfstand": 3, "三面开": 3,
    "island": 4, "block": 4, "blockstand": 4, "岛": 4, "岛型": 4, "四面开": 4,
}  # fmt: skip
_TIERS: Final[Mapping[str, int]] = {
    "standard": 1, "basic": 1, "silver": 2, "premium": 2, "gold": 3, "platinum": 3, "diamond": 3,
}  # fmt: skip


def read_demand(path: Path, diagnostics: Diagnostics) -> Demand:
    """The wanted booths in the file at `path` (CSV, XLSX, JSON or YAML), by its headers.

    Rows that say no area are told and left out. Raises UsageError where no row is left.
    """
    name = path.name
    source = TableSource(file=name)
    table = read_table(path, source, name, diagnostics)
    wanted: list[Wanted] = []
    wishes: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    taken: set[str] = set()
    if table is not None:
        columns = meant_by(table.columns, TableKind.DEMAND)
        for row in table.rows:
            cells = Cells(row, columns)
            one = _wanted(cells, taken, diagnostics)
            if one is not None:
                wanted.append(one)
                wishes.append((cells.items("near"), cells.items("avoid")))
    if not wanted:
        raise UsageError(f"{name} has no row with an area (m2), so there is nothing to place.")
    return Demand(wanted=_with_wishes(wanted, wishes, diagnostics))


def _wanted(cells: Cells, taken: set[str], diagnostics: Diagnostics) -> Wanted | None:
    name = cells.said("name").best("en")
    area = _area(cells)
    place = cells.row.place
    if area is None:
        called = f"{name} says" if name else "the row says"
        diagnostics.add(codes.DEMAND_WITHOUT_AREA, place, f"{called} no area.")
        return None
    kind = cells.text("kind")
    return Wanted(
        id=unique(cells.text("id") or slug(name) or "booth", taken),
        name=name,
        area=area,
        place=place,
        open_sides=_one_of(cells, "open_sides", _SIDES, 4, diagnostics),
        kind=booth_kind(kind) if kind else None,
        zone=cells.text("zone"),
        category=cells.said("category").best("en"),
        tier=_one_of(cells, "tier", _TIERS, 3, diagnostics),
    )


def _area(cells: Cells) -> float | None:
    """In m2, with or without its unit."""
    area = _number(cells, "area")
    if area is None:
        width, depth = _number(cells, "width"), _number(cells, "depth")
        area = width * depth if width and depth else None
    return area if area and area > 0 else None


def _number(cells: Cells, field: str) -> float | None:
    found = _NUMBER.match(cells.text(field))
    return float(found[1].replace(",", ".")) if found else None


def _one_of(
    cells: Cells, field: str, words: Mapping[str, int], most: int, diagnostics: Diagnostics
) -> int:
    said = cells.text(field).strip().casefold()
    if not said:
        return 1
    number = words.get(said) or (int(said) if said.isascii() and said.isdigit() else 0)
    if 1 <= number <= most:
        return number
    message = f"{field.replace('_', ' ')} is {said!r}; 1 is taken."
    diagnostics.add(codes.DEMAND_VALUE, cells.row.place, message)
    return 1


def _with_wishes(
    wanted: list[Wanted],
    wishes: list[tuple[tuple[str, ...], tuple[str, ...]]],
    diagnostics: Diagnostics,
) -> tuple[Wanted, ...]:
    """The wishes with names made ids. The first of a name is meant."""
    ids: dict[str, str] = {}
    for one in wanted:
        for key in (one.id.casefold(), name_key(one.name)):
            ids.setdefault(key, one.id)

    def meant(one: Wanted, names: tuple[str, ...]) -> tuple[str, ...]:
        found = []
        for name in names:
            id_ = ids.get(name.casefold()) or ids.get(name_key(name))
            if id_ is None:
                message = f"{one.name or one.id} names {name!r}, who is not in the list."
                advice = did_you_mean(name, [w.name for w in wanted])
                diagnostics.add(codes.WISH_UNKNOWN, one.place, message, advice or None)
            elif id_ != one.id:
                found.append(id_)
        return tuple(dict.fromkeys(found))

    return tuple(
        one.model_copy(update={"near": meant(one, near), "avoid": meant(one, avoid)})
        for one, (near, avoid) in zip(wanted, wishes, strict=True)
    )
