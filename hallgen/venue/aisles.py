"""Rules about aisles and rows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import shapely

from hallgen.codes import AISLE_NARROW, FEW_MAIN_AISLES, ROW_LONG
from hallgen.layout.shapes import polygons_of
from hallgen.layout.sides import NEXT_DOOR
from hallgen.model import Aisle
from hallgen.venue.finding import SLACK, Finding, Site

#: A hall of fewer booths needs no main aisle.
MANY_BOOTHS = 20
#: Corners of a row that stand out less than this, in metres, leave it straight.
STRAIGHT = 0.3


def narrow(site: Site) -> Iterator[Finding]:
    least = site.rules.aisle
    for aisle in site.layout.aisles if least else ():
        if least and aisle.width < least - SLACK:
            yield Finding(
                AISLE_NARROW,
                site.hall.place,
                f"An aisle is narrower than {least:.3g} m in hall {site.hall.id}; "
                f"the narrowest is {aisle.width:.2f} m {where(aisle)}.",
                f"aisles are narrower than {least:.3g} m in hall {site.hall.id}",
                where(aisle),
                shapely.LineString([aisle.start, aisle.end]).buffer(
                    aisle.width / 2, cap_style="flat"
                ),
                aisle.width,
            )


def no_main_aisle(site: Site) -> Iterator[Finding]:
    wanted = site.rules.main_aisle
    aisles = [aisle for aisle in site.layout.aisles if aisle.main]  # none along a wall
    if not wanted or not aisles or len(site.layout.booths) < MANY_BOOTHS:
        return
    widest = max(aisles, key=lambda aisle: aisle.width)
    if widest.width < wanted - SLACK:
        yield Finding(
            FEW_MAIN_AISLES,
            site.hall.place,
            f"The widest aisle of hall {site.hall.id} is {widest.width:.2f} m {where(widest)}; "
            f"a main aisle should be {wanted:.3g} m.",
            "halls have no main aisle",
            site.hall.id,
            shapely.LineString([widest.start, widest.end]).buffer(
                widest.width / 2, cap_style="flat"
            ),
        )


def long_rows(site: Site) -> Iterator[Finding]:
    most = site.rules.row
    for block in site.layout.blocks if most else ():
        shapes = [site.footprints[id_] for id_ in block if id_ in site.footprints]
        if most is None or len(shapes) < 2:
            continue
        length, line = _longest_side(shapes)
        if length > most + SLACK:
            numbers = [site.booths[id_].number for id_ in block]
            name = f"{numbers[0]} to {numbers[-1]}"
            yield Finding(
                ROW_LONG,
                site.booths[block[0]].place,
                f"The row of booths {name} is {length:.1f} m long, more than {most:.3g} m.",
                f"rows of booths are longer than {most:.3g} m",
                name,
                line.buffer(0.5),
            )


def where(aisle: Aisle) -> str:
    return (
        f"wide from ({aisle.start[0]:.0f}, {aisle.start[1]:.0f}) "
        f"to ({aisle.end[0]:.0f}, {aisle.end[1]:.0f})"
    )


def _longest_side(shapes: list[shapely.Polygon]) -> tuple[float, shapely.LineString]:
    """The longest straight side of booths that touch or stand back to back."""
    half = NEXT_DOOR / 2
    joined = shapely.union_all([s.buffer(half, join_style="mitre") for s in shapes])
    sides = [
        pair
        for part in polygons_of(joined)
        for pair in pairwise(part.exterior.simplify(STRAIGHT).coords)
    ]
    start, end = max(sides, key=lambda side: round(math.dist(*side), 3))
    return math.dist(start, end) - NEXT_DOOR, shapely.LineString([start, end])
