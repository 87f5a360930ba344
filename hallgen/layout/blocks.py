"""Blocks: booths that touch or stand back to back."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from hallgen.layout.sides import NEXT_DOOR


def blocks_of(footprints: Sequence[shapely.Polygon], ids: Sequence[str]) -> list[tuple[str, ...]]:
    """Groups of booths that touch or stand back to back, in the order of their first booth."""
    root = list(range(len(footprints)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    if footprints:
        near = shapely.STRtree(footprints).query(
            footprints, predicate="dwithin", distance=NEXT_DOOR
        )
        for one, other in near.T.tolist():
            low, high = sorted((find(one), find(other)))
            root[high] = low
    groups: dict[int, list[str]] = {}
    for i, id_ in enumerate(ids):
        groups.setdefault(find(i), []).append(id_)
    return [tuple(group) for group in groups.values()]
