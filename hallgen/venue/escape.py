"""How far it is from booths to exits."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely

from hallgen.codes import ESCAPE_FAR
from hallgen.layout.fields import Floats, FloorRaster, distances, door_cells, raster_of
from hallgen.model import BoothLayout, Hall, HallLayout, SideKind
from hallgen.venue.finding import Finding, Site

#: Cells this far before an open side are where one steps out of a booth, in metres.
BEFORE = 0.8


def exits_field(hall: Hall, layout: HallLayout) -> tuple[FloorRaster, Floats]:
    """Metres from anywhere on the floor to the nearest gate or exit."""
    raster = raster_of(layout)
    return raster, distances(raster, door_cells(raster, (*layout.gates, *hall.exits)))


def escape_of(
    laid: BoothLayout, footprint: shapely.Polygon, raster: FloorRaster, field: Floats
) -> float:
    """Metres from the farthest corner of a booth, straight to an open side and on to an exit.

    Infinite where no way leads out.
    """
    best = math.inf
    corners = shapely.points(np.asarray(footprint.exterior.coords))
    for side in laid.sides:
        if side.kind is not SideKind.OPEN:
            continue
        line = shapely.LineString([side.start, side.end])
        cells = raster.near(line, BEFORE)
        if cells.any():
            within = float(shapely.distance(line, corners).max())
            best = min(best, within + BEFORE / 2 + float(field[cells].min()))
    return best


def too_far(site: Site) -> Iterator[Finding]:
    """Only where the plan shows exits: from gates alone, every large hall is too deep."""
    most = site.rules.escape
    if not most or not site.hall.exits:
        return
    raster, field = exits_field(site.hall, site.layout)
    for laid in site.layout.booths:
        footprint = site.footprints.get(laid.booth)
        if footprint is None:
            continue
        far = escape_of(laid, footprint, raster, field)
        if most < far < math.inf:  # one without any way is told by another rule
            booth = site.booths[laid.booth]
            yield Finding(
                ESCAPE_FAR,
                booth.place,
                f"From booth {booth.number} it is {far:.0f} m to an exit; the rules allow "
                f"{most:.3g} m.",
                f"booths are more than {most:.3g} m from an exit",
                booth.number,
                footprint,
            )
