"""Doors from hall to hall: where a visitor stands on having come in by one."""

from __future__ import annotations

from hallgen.model import Entry, Gate, Hall, HallLayout
from hallgen.site import addresses
from hallgen.site.manifest import ShardWay
from hallgen.site.poses import bearing, pose
from hallgen.site.site import Site


def way_behind(site: Site, hall: Hall, gate: Gate, language: str) -> ShardWay | None:
    """What lies behind a gate that leads to another hall with a floor to stand on.

    Of several doors between two halls, the first of one leads to the first of the other. Where
    none leads back, one stands where that hall's visitors begin.
    """
    other = next((h for h in site.halls if h.id == gate.leads), None)
    if other is None:
        return None
    there = [g.id for g in hall.gates if g.leads == other.id]
    back = [g.id for g in other.gates if g.leads == hall.id]
    layout = site.layout(other)
    eyes = pose(layout.start, layout.start_heading)
    if back:
        entry = _entry(layout, back[there.index(gate.id) % len(back)])
        eyes = pose(entry.point, entry.heading)
    return ShardWay(
        hall=other.id,
        name=site.hall_name(other, language),
        page=addresses.hall(language, other.id),
        at=(eyes.x, eyes.z, eyes.heading),
        out=bearing(_entry(site.layout(hall), gate.id).inward + 180),
    )


def _entry(layout: HallLayout, gate: str) -> Entry:
    return next(entry for entry in layout.entries if entry.gate == gate)
