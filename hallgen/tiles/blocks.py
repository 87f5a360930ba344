"""Which booths share a tile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hallgen.model import BoothLayout, HallLayout

#: A tile is at most this long: merged tiles of 30 m drew a fair of 2,800 booths in 152 calls.
LONGEST = 30.0
#: And it holds no more booths than this, so that none takes long to arrive.
MOST = 16

_Cluster = tuple[BoothLayout, ...]


def group_booths(layout: HallLayout) -> tuple[_Cluster, ...]:
    """The hall's booths in groups of neighbours, each small enough for a tile.

    The hall is halved along its longer side until each part is small enough; blocks stay
    whole as long as they can. Booths that no block names stand for themselves.
    """
    by_id = {booth.booth: booth for booth in layout.booths}
    blocks = [tuple(by_id[id_] for id_ in block if id_ in by_id) for block in layout.blocks]
    named = {booth.booth for block in blocks for booth in block}
    alone = [(booth,) for booth in layout.booths if booth.booth not in named]
    clusters = [block for block in (*blocks, *alone) if block]
    return tuple(_split(clusters)) if clusters else ()


def _split(clusters: Sequence[_Cluster]) -> Iterator[_Cluster]:
    booths = tuple(booth for cluster in clusters for booth in cluster)
    x, y = _extent(booths)
    if len(booths) == 1 or (max(x, y) <= LONGEST and len(booths) <= MOST):
        yield booths
        return
    if len(clusters) == 1:
        clusters = [(booth,) for booth in booths]
    axis = 0 if x >= y else 1
    ordered = sorted(clusters, key=lambda cluster: (_middle(cluster)[axis], cluster[0].booth))
    half = _half(ordered)
    yield from _split(ordered[:half])
    yield from _split(ordered[half:])


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
