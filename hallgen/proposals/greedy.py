"""A filling by hand, as a planner would begin: the hardest to place first, where it fits best.

The solver starts from it, and so never ends with less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hallgen.proposals.lattice import Block
from hallgen.proposals.sizes import CM, Class
from hallgen.proposals.ways import Way, Where, ways

#: So many times as large as the commonest booth is large.
LARGE = 2.5


@dataclass(slots=True)
class _Room:
    """What is left of a block, in cm, and which of its ends."""

    block: Block
    worth: float
    aisle: int
    through: int = 0
    low: int = 0
    high: int = 0
    islands: int = 0
    peninsulas: int = 0
    corners: dict[Where, int] = field(default_factory=lambda: {Where.LOW: 0, Where.HIGH: 0})

    @property
    def length(self) -> int:
        return round(self.block.length * CM)

    @property
    def ends(self) -> int:
        """Ends that are through booths'."""
        return max(self.peninsulas, 1 if self.through else 0)

    def left(self, way: Way) -> int:
        """Cm that are left once a booth stands there so; negative where it does not fit."""
        through, low, high, islands = self.through, self.low, self.high, self.islands
        if way.where is Where.ALONE:
            islands += way.size + self.aisle
        elif way.where is Where.THROUGH:
            through += way.size
        elif way.where is Where.LOW:
            low += way.size
        else:
            high += way.size
        others = through + max(low, high)
        left = self.length - others - islands + (0 if others else self.aisle)
        return min(left, round(self.block.longest * CM) - others)

    def takes(self, way: Way) -> bool:
        if self.left(way) < 0:
            return False
        if way.where is Where.THROUGH:
            peninsulas = self.peninsulas + (way.sides == 3)
            ends = max(peninsulas, 1)
            return peninsulas <= 2 and all(n <= 2 - ends for n in self.corners.values())
        if way.where is not Where.ALONE and way.sides == 2:
            return self.corners[way.where] < 2 - self.ends
        return True

    def put(self, way: Way) -> None:
        if way.where is Where.ALONE:
            self.islands += way.size + self.aisle
        elif way.where is Where.THROUGH:
            self.through += way.size
            self.peninsulas += way.sides == 3
        else:
            if way.where is Where.LOW:
                self.low += way.size
            else:
                self.high += way.size
            self.corners[way.where] += way.sides == 2


class _Place(NamedTuple):
    """What is lost by a booth in a block (whose number is last), and which of its ways."""

    cost: tuple[int, int, int, float, int, int]
    way: int


Counts = Mapping[tuple[int, int, Where, int], int]


def greedy(
    blocks: Sequence[Block], classes: Sequence[Class], worth: Sequence[float], aisle: float
) -> Counts:
    """How many of each class are in which block, where, with how many open sides."""
    rooms = [_Room(b, w, round(aisle * CM)) for b, w in zip(blocks, worth, strict=True)]
    counts: Counter[tuple[int, int, Where, int]] = Counter()
    for kind in _hardest_first(classes):
        options = [tuple(ways(room.block, classes[kind])) for room in rooms]
        places = [
            _best(at, room, options[at], classes[kind].open_sides) for at, room in enumerate(rooms)
        ]
        for _ in classes[kind].members:
            found = min((p for p in places if p is not None), default=None)
            if found is None:
                break
            at, chosen = found.cost[-1], options[found.cost[-1]][found.way]
            rooms[at].put(chosen)
            counts[at, kind, chosen.where, chosen.sides] += 1
            places[at] = _best(at, rooms[at], options[at], classes[kind].open_sides)
    return counts


def _hardest_first(classes: Sequence[Class]) -> list[int]:
    """Islands, then what is large, then by sides: small ones find room among the others."""
    usual = max(classes, key=lambda kind: len(kind.members)).area
    return sorted(
        range(len(classes)),
        key=lambda k: (
            classes[k].open_sides < 4,
            classes[k].area <= LARGE * usual,
            -classes[k].open_sides,
            -classes[k].area,
            k,
        ),
    )


def _best(at: int, room: _Room, options: Sequence[Way], wanted: int) -> _Place | None:
    """Where in a block one fits best: by sides first, then floor, then worth."""
    fresh = 0 if room.low or room.high or room.through or room.islands else 1
    worth = -round(room.worth, 3)
    return min(
        (
            _Place(
                (
                    max(0, wanted - way.sides),
                    max(0, way.sides - wanted),
                    fresh,
                    worth,
                    room.left(way),
                    at,
                ),
                which,
            )
            for which, way in enumerate(options)
            if room.takes(way)
        ),
        default=None,
    )
