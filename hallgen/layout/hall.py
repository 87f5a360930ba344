"""A hall laid out: the door to this layer."""

from __future__ import annotations

from collections import defaultdict

import shapely

from hallgen.codes import BOOTH_WITHOUT_AREA, HALL_OUTLINE_BROKEN
from hallgen.diagnostics import Diagnostics
from hallgen.layout.aisles import aisles_of
from hallgen.layout.blocks import blocks_of
from hallgen.layout.floor import walkable
from hallgen.layout.fronts import place_booth
from hallgen.layout.gates import gates_of
from hallgen.layout.shapes import clean, polygons_of, sound, to_polygon
from hallgen.layout.sides import sides_of
from hallgen.layout.start import entries_of
from hallgen.layout.views import View, open_sides, views_of
from hallgen.model import Hall, HallLayout

#: A footprint smaller than this is a stray line, not a booth: 0.1 m2.
NO_BOOTH = 0.1
#: How far around the hall there is a wall to stand before: more than the widest aisle.
OUTSIDE = 20.0


def lay_out(hall: Hall, diagnostics: Diagnostics) -> HallLayout:
    """How a hall's booths stand to each other and to its walls, and where one can walk.

    Takes about a second for 600 booths. Pure: the same hall gives the same layout. A booth
    whose outline encloses nothing is reported and left out; so every booth of the layout is
    one of the hall's, and not the other way round.
    """
    outline = _outline(hall, diagnostics)
    outside = polygons_of(outline.buffer(OUTSIDE, join_style="mitre").difference(outline))
    obstacles = sound([*hall.walls, *hall.columns])
    ids, footprints = _footprints(hall, diagnostics)
    sides = sides_of(footprints, ids, [*obstacles, *outside])
    edges = open_sides(sides)
    views = views_of(edges, footprints, [*sound(hall.walls), *outside])
    aisles = aisles_of(edges, views, footprints)
    gates = gates_of(hall, outline, aisles, footprints)
    floor = walkable(outline, footprints, obstacles)
    entries, start = entries_of(gates, outline, aisles, floor)
    ahead: defaultdict[int, list[list[View]]] = defaultdict(list)
    for owner, view in zip(edges.owner.tolist(), views, strict=True):
        ahead[owner].append(view)
    return HallLayout(
        hall=hall.id,
        outline=to_polygon(outline),
        booths=tuple(
            place_booth(ids[i], footprints[i], sides[i], ahead[i], start.point)
            for i in range(len(ids))
        ),
        blocks=tuple(blocks_of(footprints, ids)),
        aisles=tuple(aisles),
        walkable=tuple(to_polygon(piece) for piece in floor),
        obstacles=tuple(to_polygon(shape) for shape in obstacles),
        gates=tuple(gates),
        entries=tuple(entries),
        start=start.point,
        start_heading=start.heading,
    )


def _outline(hall: Hall, diagnostics: Diagnostics) -> shapely.Polygon:
    """The hall's floor; where its outline is none, the bounds of its booths and 3 m of aisle."""
    outline = clean(hall.outline)
    if outline is not None:
        return outline
    diagnostics.add(
        HALL_OUTLINE_BROKEN, hall.place, f"The outline of hall {hall.id} encloses no floor."
    )
    shapes = sound(booth.outline for booth in hall.booths)
    around = shapely.box(*shapely.total_bounds(shapes)) if shapes else shapely.Point(0, 0)
    return shapely.box(*around.buffer(3.0, join_style="mitre").bounds)


def _footprints(hall: Hall, diagnostics: Diagnostics) -> tuple[list[str], list[shapely.Polygon]]:
    ids: list[str] = []
    footprints: list[shapely.Polygon] = []
    for booth in hall.booths:
        footprint = clean(booth.outline)
        if footprint is None or footprint.area < NO_BOOTH:
            diagnostics.add(
                BOOTH_WITHOUT_AREA,
                booth.place,
                f"Booth {booth.number} encloses no floor, so it is left out.",
            )
            continue
        ids.append(booth.id)
        footprints.append(footprint)
    return ids, footprints
