"""Booths of a drawing that has no numbers to read (outlined letters, plain boxes): told by their
shapes, and numbered in the order in which one reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import shapely
from shapely import STRtree

from hallgen.readers.plans.numbers import LETTERS
from hallgen.readers.plans.sketch import Candidate

#: Square metres: what is smaller is a letter or a chair, what is larger a block or the hall.
SMALLEST, LARGEST = 3.0, 1000.0
#: A booth fills this share of the smallest rectangle around it, however it is turned.
_FULL: Final = 0.6
#: Booths whose middles are within this share of a booth's depth are in one row.
_ROW: Final = 0.5
#: A shape around so many others is a block.
_BLOCK: Final = 2


def numbered_in_order(candidates: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """The shapes that may be booths by their size and form, called 1, 2, 3 row by row from the top
    left; of those drawn twice the first.
    """
    many = Counter(id(candidate.shape.mark) for candidate in candidates)
    booths = [
        one
        for one in candidates
        if many[id(one.shape.mark)] < LETTERS
        and SMALLEST <= one.polygon.area <= LARGEST
        and one.polygon.area >= _FULL * shapely.minimum_rotated_rectangle(one.polygon).area
    ]
    booths = _apart(booths)
    depths = sorted(one.polygon.bounds[3] - one.polygon.bounds[1] for one in booths)
    step = _ROW * depths[len(depths) // 2] if depths else 1.0

    def place(one: Candidate) -> tuple[int, float]:
        middle = one.polygon.centroid
        return -round(middle.y / step), middle.x

    ordered = sorted(booths, key=place)
    return [(str(at), one) for at, one in enumerate(ordered, start=1)]


def _apart(booths: Sequence[Candidate]) -> list[Candidate]:
    """Without blocks, and without what is drawn in a booth or twice."""
    tree = STRtree([one.polygon for one in booths])
    inner = STRtree([one.polygon.representative_point() for one in booths])
    blocks = {
        at
        for at, one in enumerate(booths)
        if len(inner.query(one.polygon, predicate="contains")) > _BLOCK
    }
    kept: list[Candidate] = []
    dropped: set[int] = set()
    for at in sorted(range(len(booths)), key=lambda i: (-booths[i].polygon.area, i)):
        if at in blocks or at in dropped:
            continue
        kept.append(booths[at])
        polygon = booths[at].polygon
        for other in tree.query(polygon):
            shared = polygon.intersection(booths[int(other)].polygon).area
            if int(other) != at and shared > 0.5 * booths[int(other)].polygon.area:
                dropped.add(int(other))
    return kept
