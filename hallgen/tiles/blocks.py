"""Which booths share a tile: blocks, and districts of several blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hallgen.model import BoothLayout, HallLayout


@dataclass(frozen=True, slots=True)
class Room:
    """What a tile has room for: its length in metres, and how many booths."""

    longest: float
    booths: int

    def holds(self, booths: _Cluster) -> bool:
        return len(booths) <= self.booths and max(_extent(booths)) <= self.longest


#: Merged tiles of 30 m drew a fair of 2,800 booths in 152 calls; few booths arrive soon.
BLOCK = Room(30.0, 16)
#: What is seen together from far away: a hall of 250 booths has four or five.
DISTRICT = Room(100.0, 64)

_Cluster = tuple[BoothLayout, ...]


def group_booths(
    booths: Sequence[BoothLayout], layout: HallLayout, room: Room
) -> tuple[_Cluster, ...]:
    """Booths of the hall in groups of neighbours, each small enough for a tile.

    They are halved along their longer side until each part is small enough; blocks stay
    whole as long as they can. Booths that no block names stand for themselves. Parts that are
    small enough together are joined again, as each is two draws.
    """
    by_id = {booth.booth: booth for booth in booths}
    blocks = [tuple(by_id[id_] for id_ in block if id_ in by_id) for block in layout.blocks]
    named = {booth.booth for block in blocks for booth in block}
    alone = [(booth,) for booth in booths if booth.booth not in named]
    clusters = [block for block in (*blocks, *alone) if block]
    return tuple(_joined(_split(clusters, room), room)) if clusters else ()


def _split(clusters: Sequence[_Cluster], room: Room) -> Iterator[_Cluster]:
    booths = tuple(booth for cluster in clusters for booth in cluster)
    if len(booths) == 1 or room.holds(booths):
        yield booths
        return
    x, y = _extent(booths)
    if len(clusters) == 1:
        clusters = [(booth,) for booth in booths]
    axis = 0 if x >= y else 1
    ordered = sorted(clusters, key=lambda cluster: (_middle(cluster)[axis], cluster[0].booth))
    half = _half(ordered)
    yield from _split(ordered[:half], room)
    yield from _split(ordered[half:], room)


def _joined(groups: Iterable[_Cluster], room: Room) -> list[_Cluster]:
    """The groups, each joined to the one with which it is smallest, if that fits a tile."""
    found: list[_Cluster] = []
    for group in groups:
        fitting = [n for n, other in enumerate(found) if room.holds(other + group)]
        if fitting:
            nearest = min(fitting, key=lambda n: (max(_extent(found[n] + group)), n))
            found[nearest] += group
        else:
            found.append(group)
    return found


def _half(clusters: Sequence[_Cluster]) -> int:
    """How many of them hold half of the booths: at least one, and not all."""
    total, seen = sum(map(len, clusters)), 0
    for number, cluster in enumerate(clusters[:-1], start=1):
        seen += len(cluster)
        if 2 * seen >= total:
            return number
    return len(clusters) - 1


def _extent(booths: _Cluster) -> tuple[float, float]:
    xs, ys = _points(booths)
    return max(xs) - min(xs), max(ys) - min(ys)


def _middle(booths: _Cluster) -> tuple[float, float]:
    xs, ys = _points(booths)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _points(booths: _Cluster) -> tuple[list[float], list[float]]:
    points = [point for b in booths for point in (b.frame.origin, *(s.start for s in b.sides))]
    return [x for x, _ in points], [y for _, y in points]
