"""Which booths share a tile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hallgen.model import BoothLayout, HallLayout

#: A tile is at most this long: merged tiles of 30 m drew a fair of 2,800 booths in 152 calls.
LONGEST = 30.0
#: And it holds no more booths than this, so that none takes long to arrive.
MOST = 16

_Cluster = tuple[BoothLayout, ...]


def group_booths(layout: HallLayout) -> tuple[_Cluster, ...]:
    """The hall's booths in groups of neighbours, each small enough for a tile.

    The hall is halved along its longer side until each part is small enough; blocks stay
    whole as long as they can. Booths that no block names stand for themselves. Parts that are
    small enough together are joined again, as each is two draws.
    """
    by_id = {booth.booth: booth for booth in layout.booths}
    blocks = [tuple(by_id[id_] for id_ in block if id_ in by_id) for block in layout.blocks]
    named = {booth.booth for block in blocks for booth in block}
    alone = [(booth,) for booth in layout.booths if booth.booth not in named]
    clusters = [block for block in (*blocks, *alone) if block]
    return tuple(_joined(_split(clusters))) if clusters else ()


def _split(clusters: Sequence[_Cluster]) -> Iterator[_Cluster]:
    booths = tuple(booth for cluster in clusters for booth in cluster)
    if len(booths) == 1 or _fits(booths):
        yield booths
        return
    x, y = _extent(booths)
    if len(clusters) == 1:
        clusters = [(booth,) for booth in booths]
    axis = 0 if x >= y else 1
    ordered = sorted(clusters, key=lambda cluster: (_middle(cluster)[axis], cluster[0].booth))
    half = _half(ordered)
    yield from _split(ordered[:half])
    yield from _split(ordered[half:])


def _joined(groups: Iterable[_Cluster]) -> list[_Cluster]:
    """The groups, each joined to the one with which it is smallest, if that fits a tile."""
    found: list[_Cluster] = []
    for group in groups:
        fitting = [n for n, other in enumerate(found) if _fits(other + group)]
        if fitting:
            nearest = min(fitting, key=lambda n: (max(_extent(found[n] + group)), n))
            found[nearest] += group
        else:
            found.append(group)
    return found


def _fits(booths: _Cluster) -> bool:
    return len(booths) <= MOST and max(_extent(booths)) <= LONGEST


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
