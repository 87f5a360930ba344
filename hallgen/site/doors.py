"""Doors from hall to hall: where one stands on having come in by one, and how far it is on."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.model import Entry, Gate, Hall, HallLayout, Point
from hallgen.site import addresses
from hallgen.site.manifest import ManifestDoor, ShardWay
from hallgen.site.poses import bearing, pose, spot
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


def doors_of(site: Site, hall: Hall) -> Iterator[ManifestDoor]:
    """The hall's doors to others, with the metres from behind each to the doors there."""
    for gate in hall.gates:
        way = way_behind(site, hall, gate, site.languages[0])
        if way is None:
            continue
        x, z, _ = way.at
        yield ManifestDoor(
            gate=gate.id,
            position=spot(gate.position),
            leads=way.hall,
            at=(x, z),
            onward=_onward(site, way.hall, hall.id, (x, -z)),
        )


def _onward(site: Site, hall: str, back: str, start: Point) -> dict[str, float]:
    """Metres from a place of a hall to its doors that lead on, not back."""
    known = {other.id for other in site.halls} - {back}
    gates = [gate for gate in site.index.halls[hall].gates if gate.leads in known]
    if not gates:
        return {}
    metres = site.walks(hall).metres(start, [gate.position for gate in gates])
    return {
        gate.id: round(length, 1)
        for gate, length in zip(gates, metres, strict=True)
        if length is not None
    }


def _entry(layout: HallLayout, gate: str) -> Entry:
    return next(entry for entry in layout.entries if entry.gate == gate)
