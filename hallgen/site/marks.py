"""What is worth seeing in a hall: a mark at each booth that a trail stops at, or that shows a
highlight or something at work, and at each other place that a trail leads to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hallgen.kit.booth import shown_products
from hallgen.model import Booth, Exhibitor, Hall, Point, Product, Stop, Trail
from hallgen.site.site import Site
from hallgen.site.stops import middle, spot_of, stop_pose

#: How far before the front of a booth its sign lies on the floor, in metres, and how far ahead of
#: who stands at a stop that is no booth.
_BEFORE, _AHEAD = 0.75, 2.2


@dataclass(frozen=True, slots=True)
class Mark:
    """One place. `stops` are the trails that lead there, each with the number of its stop; `sign`
    is where a sign on the floor is seen and in nobody's way.
    """

    booth: Booth | None
    spot: Point
    sign: Point
    stops: tuple[tuple[Trail, int], ...] = ()
    highlights: tuple[Product, ...] = ()
    experiences: tuple[Exhibitor | Product, ...] = ()


def marks_of(site: Site, hall: Hall) -> Iterator[Mark]:
    """Those of booths in the order of the plan, then the others in the order of the trails."""
    at_booths: dict[str, list[tuple[Trail, int]]] = {}
    elsewhere: dict[Point, list[tuple[Trail, int]]] = {}
    for trail in site.trails:
        for number, stop in enumerate(trail.stops, 1):
            if stop.hall == hall.id and stop.booth is not None:
                at_booths.setdefault(stop.booth, []).append((trail, number))
            elif stop.hall == hall.id:
                elsewhere.setdefault(spot_of(site, stop), []).append((trail, number))
    for booth in hall.booths:
        if booth.id in site.booth_layouts:
            mark = _at_booth(site, booth, tuple(at_booths.get(booth.id, ())))
            if mark.stops or mark.highlights or mark.experiences:
                yield mark
    for spot, found in elsewhere.items():
        trail, number = found[0]
        yield Mark(None, spot, _ahead(site, trail.stops[number - 1]), tuple(found))


def _at_booth(site: Site, booth: Booth, stops: tuple[tuple[Trail, int], ...]) -> Mark:
    layout = site.booth_layouts[booth.id]
    products = shown_products(booth, site.index)
    things: tuple[Exhibitor | Product, ...] = (*site.index.exhibitors_of(booth), *products)
    return Mark(
        booth=booth,
        spot=middle(booth.outline),
        sign=layout.frame.to_plan(0, layout.depth / 2 + _BEFORE),
        stops=stops,
        highlights=tuple(product for product in products if product.highlight),
        experiences=tuple(
            thing for thing in things if not booth.held_back and site.ways_to_show(thing)
        ),
    )


def _ahead(site: Site, stop: Stop) -> Point:
    """Before the eyes of who stands at a stop."""
    eyes = stop_pose(site, stop)
    ahead = math.radians(eyes.heading)
    return eyes.x + _AHEAD * math.sin(ahead), -eyes.z + _AHEAD * math.cos(ahead)
