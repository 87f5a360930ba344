"""What is worth seeing in a hall: a mark at each booth that a trail stops at or that shows a
highlight, and at each other place that a trail leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallgen.kit.booth import shown_products
from hallgen.model import Booth, Hall, Point, Product, Stop, Trail
from hallgen.site.site import Site


@dataclass(frozen=True, slots=True)
class Mark:
    """One place. `stops` are the trails that lead there, each with the number of its stop."""

    hall: Hall
    booth: Booth | None
    spot: Point
    stops: tuple[tuple[Trail, int], ...]
    highlights: tuple[Product, ...]


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
            stops = tuple(at_booths.get(booth.id, ()))
            shown = shown_products(booth, site.index)
            highlights = tuple(product for product in shown if product.highlight)
            if stops or highlights:
                yield Mark(hall, booth, _middle(booth), stops, highlights)
    for spot, found in elsewhere.items():
        yield Mark(hall, None, spot, tuple(found), ())


def spot_of(site: Site, stop: Stop) -> Point:
    """Where a stop is on its hall's plan."""
    if stop.booth is not None:
        return _middle(site.index.booths[stop.booth])
    if stop.spot is not None:
        return stop.spot
    gates = site.index.halls[stop.hall].gates
    return next(gate.position for gate in gates if gate.id == stop.gate)


def _middle(booth: Booth) -> Point:
    x0, y0, x1, y1 = booth.outline.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2
