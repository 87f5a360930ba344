"""Whether those stand near each other who wish to, and zones hold together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely

from hallgen.model import Wanted, WishKind

#: Booths this far apart, in metres, are not near any more, or far enough from those they avoid.
FAR = 40.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What became of a wish: `apart` metres between the booths, and how far it is met (0 to 1)."""

    kind: WishKind
    one: str
    other: str
    apart: float
    met: float


def wishes_of(wanted: Sequence[Wanted], shapes: Mapping[str, shapely.Polygon]) -> Iterator[Wish]:
    """Each wish of two who have a booth; `shapes` are booths by the ids of who wants them."""
    for one in wanted:
        for kind, others in ((WishKind.NEAR, one.near), (WishKind.AVOID, one.avoid)):
            for other in others:
                if one.id in shapes and other in shapes:
                    apart = float(shapes[one.id].distance(shapes[other]))
                    yield Wish(kind, one.id, other, apart, met(kind, apart))


def met(kind: WishKind, apart: float) -> float:
    """How far a wish is met by two who are so many metres apart: 0 to 1."""
    share = min(1.0, apart / FAR)
    return share if kind is WishKind.AVOID else 1.0 - share


def cohesion(shapes: Sequence[shapely.Polygon], net_share: float) -> float:
    """How near to each other booths of a zone are: 1 where they are as in a disc, 0 far apart.

    The mean distance from the zone's middle, weighted by area, beside that in a disc of the floor
    that such booths take with their aisles (2/3 of its radius).
    """
    places = [(shape.centroid.x, shape.centroid.y, shape.area) for shape in shapes]
    return held_together(places, net_share)


def held_together(places: Sequence[tuple[float, float, float]], net_share: float) -> float:
    """The same of the middles and areas of booths."""
    total = x = y = 0.0
    for east, north, area in places:
        total += area
        x += east * area
        y += north * area
    x, y = x / total, y / total
    apart = sum(math.hypot(east - x, north - y) * area for east, north, area in places)
    return min(1.0, _ideal_spread(total, net_share) / (apart / total)) if apart > 0 else 1.0


def _ideal_spread(area: float, net_share: float) -> float:
    """The mean distance from the middle, in metres, of booths of so many m2 in a disc."""
    return 2 / 3 * math.sqrt(area / net_share / math.pi)


def zones_of(
    zones: Mapping[str, str], shapes: Mapping[str, shapely.Polygon], net_share: float
) -> dict[str, float]:
    """The cohesion of each zone of two booths or more; `zones` are of those who want them."""
    members: defaultdict[str, list[shapely.Polygon]] = defaultdict(list)
    for id_, zone in zones.items():
        if zone and id_ in shapes:
            members[zone].append(shapes[id_])
    return {
        zone: cohesion(of_zone, net_share)
        for zone, of_zone in sorted(members.items())
        if len(of_zone) > 1
    }
