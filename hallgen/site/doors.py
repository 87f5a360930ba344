"""Doors from hall to hall: where a visitor stands on having come in by one."""

from __future__ import annotations

from hallgen.model import Gate, Hall, HallLayout
from hallgen.site import addresses
from hallgen.site.manifest import ShardWay
from hallgen.site.site import Site

#: Metres from a door to where one stands behind it: no step back leads out again at once.
_IN = 3.0
#: Headings into a hall by the side where its door is, clockwise from the plan's north.
_WEST, _SOUTH, _EAST, _NORTH = 90.0, 0.0, 270.0, 180.0


def way_behind(site: Site, hall: Hall, gate: Gate, language: str) -> ShardWay | None:
    """What lies behind a gate that leads to another hall with a floor to stand on.

    Of several doors between two halls, the first of one leads to the first of the other.
    """
    other = next((h for h in site.halls if h.id == gate.leads), None)
    if other is None:
        return None
    back = [g for g in other.gates if g.leads == hall.id]
    number = [g.id for g in hall.gates if g.leads == other.id].index(gate.id)
    layout = site.layout(other)
    x, z, heading = (
        come_in(layout, back[number % len(back)])
        if back
        else (layout.start[0], -layout.start[1], (90 - layout.start_heading) % 360)
    )
    return ShardWay(
        hall=other.id,
        name=site.hall_name(other, language),
        page=addresses.hall(language, other.id),
        at=(round(x, 2), round(z, 2), round(heading, 1)),
    )


def come_in(layout: HallLayout, gate: Gate) -> tuple[float, float, float]:
    """Where one stands on having come in by a gate: x and z of the scene, and the heading."""
    x0, y0, x1, y1 = layout.outline.bounds
    x, y = gate.position
    away = {_WEST: x - x0, _SOUTH: y - y0, _EAST: x1 - x, _NORTH: y1 - y}
    heading = min(away, key=lambda side: away[side])
    dx, dy = {_WEST: (1, 0), _SOUTH: (0, 1), _EAST: (-1, 0), _NORTH: (0, -1)}[heading]
    return x + dx * _IN, -(y + dy * _IN), heading
