"""How many halls a fair fills, and which zone is where."""

from __future__ import annotations

import math

from benchmarks.fair.plan import FULL, ONE_SIDED, HallSpec
from benchmarks.fair.zones import Zone, allotted

#: What 2,800 exhibitors fill: twelve halls of twenty cells.
CELLS = 12 * 2 * FULL
#: Halls side by side before any has an upper level.
_ROW = 6


def hall_specs(exhibitors: int) -> tuple[HallSpec, ...]:
    """Full halls one after the other, and a smaller one for the rest.

    The lower levels come first, so that even a few halls have doors to each other.
    """
    cells = -(-exhibitors * CELLS // 2800)
    full, rest = divmod(cells, 2 * FULL)
    sizes = [(FULL, 2)] * full
    if rest:
        sizes.append((rest, 1) if rest <= ONE_SIDED else (math.ceil(rest / 2), 2))
    zones = allotted(sum(bays for bays, _ in sizes))
    lower = max(_ROW, math.ceil(len(sizes) / 2))
    ids = [f"{i % lower + 1}.{i // lower + 1}" for i in range(len(sizes))]
    specs, at = [], 0
    for id_, (bays, sides) in zip(ids, sizes, strict=True):
        specs.append(_spec(id_, zones[at : at + bays], sides, ids))
        at += bays
    return tuple(specs)


def _spec(id_: str, bays: tuple[Zone, ...], sides: int, ids: list[str]) -> HallSpec:
    """Halls of one level are in a row, from west to east; levels of one hall above each other."""
    number, level = map(int, id_.split("."))

    def there(other: str) -> str:
        return other if other in ids else ""

    return HallSpec(
        id_,
        bays,
        sides,
        west=there(f"{number - 1}.{level}"),
        east=there(f"{number + 1}.{level}"),
        other_level=there(f"{number}.{3 - level}"),
    )
