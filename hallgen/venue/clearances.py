"""Rules about floor that stays free: before doors, along walls, round columns and hydrants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from hallgen.codes import BOOTH_NEAR_COLUMN, BOOTH_NEAR_HYDRANT, BOOTH_NEAR_WALL, EXIT_BLOCKED
from hallgen.diagnostics import Code
from hallgen.layout.shapes import sound, walls_of
from hallgen.model import Booth, Gate
from hallgen.venue.finding import SLACK, Finding, Site

#: So much of a booth, in m2, may reach into floor that is to be free: the drawing's inaccuracy.
SLIVER = 0.05


def free_before(gate: Gate, floor: shapely.Polygon, depth: float) -> BaseGeometry:
    """The floor before a door: as wide as it is, and `depth` metres into the hall."""
    here = shapely.Point(gate.position)
    wall = min(walls_of(floor), key=lambda line: round(line.distance(here), 3))
    at = wall.project(here)
    half = gate.width / 2
    door = shapely.ops.substring(wall, max(0.0, at - half), min(wall.length, at + half))
    if door.length == 0:
        return here.buffer(depth).intersection(floor)
    return door.buffer(depth, cap_style="flat").intersection(floor)


def before_exits(site: Site) -> Iterator[Finding]:
    depth = site.rules.exit_clear
    for gate in (*site.layout.gates, *site.hall.exits) if depth else ():
        free = free_before(gate, site.floor, (depth or 0) - SLACK)
        for booth, shape in _booths(site):
            common = shape.intersection(free)
            if common.area > SLIVER:
                yield Finding(
                    EXIT_BLOCKED,
                    booth.place,
                    f"Booth {booth.number} stands on the {depth:.3g} m that are to be kept free "
                    f"before {_called(gate)}.",
                    "booths stand on floor that is to be kept free before doors",
                    booth.number,
                    common,
                )


def at_walls(site: Site) -> Iterator[Finding]:
    """A booth that is partly outside of the hall has its own rule."""
    walls = [site.floor.exterior, *sound(site.hall.walls)]
    for finding in _near(site, BOOTH_NEAR_WALL, "wall", walls, site.rules.wall_clear):
        if site.floor.covers(finding.shape.buffer(-SLACK / 2)):
            yield finding


def at_columns(site: Site) -> Iterator[Finding]:
    """A column in a booth has its own rule."""
    yield from _near(site, BOOTH_NEAR_COLUMN, "column", site.columns, site.rules.column_clear)


def at_hydrants(site: Site) -> Iterator[Finding]:
    least = site.rules.hydrant_clear
    yield from _near(site, BOOTH_NEAR_HYDRANT, "hydrant", site.hydrants, least, also_in=True)


def _near(
    site: Site,
    kind: Code,
    what: str,
    things: Sequence[BaseGeometry],
    least: float | None,
    *,
    also_in: bool = False,
) -> Iterator[Finding]:
    """Each booth with one of the things nearer than `least` metres."""
    if not least or not things:
        return
    tree = shapely.STRtree(things)
    for booth, shape in _booths(site):
        around = [things[i] for i in tree.query(shape, "dwithin", least - SLACK).tolist()]
        apart: Callable[[BaseGeometry], float] = partial(shapely.distance, shape)
        close = [thing for thing in around if also_in or not _stands_in(thing, shape)]
        if not close:
            continue
        nearest = min(close, key=apart)
        yield Finding(
            kind,
            booth.place,
            f"Booth {booth.number} is {apart(nearest):.2f} m from a {what}; "
            f"the rules ask for {least:.3g} m.",
            f"booths are less than {least:.3g} m from a {what}",
            booth.number,
            nearest.buffer(least).intersection(shape),
        )


def _stands_in(thing: BaseGeometry, booth: shapely.Polygon) -> bool:
    return bool(shapely.get_dimensions(thing) == 2 and thing.intersection(booth).area > 0)


def _booths(site: Site) -> Iterator[tuple[Booth, shapely.Polygon]]:
    for id_, shape in site.footprints.items():
        yield site.booths[id_], shape


def _called(gate: Gate) -> str:
    name = gate.name.best("en")
    return f"{name} ({gate.id})" if name else gate.id
