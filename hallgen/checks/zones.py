"""Rules about the fair's zones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hallgen.checks.reporting import listed, report
from hallgen.codes import ZONE_UNKNOWN, ZONE_UNUSED
from hallgen.diagnostics import Diagnostic, Place
from hallgen.model import Fair, HallLayout

FAIR_FILE = "fair.yaml"


def unknown(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """A booth or a hall in a zone that fair.yaml does not have; one line a zone."""
    known = {zone.id for zone in fair.zones}
    for hall in fair.halls:
        for zone in dict.fromkeys([*hall.zones, *(b.zone for b in hall.booths if b.zone)]):
            if zone not in known:
                booths = [b.number for b in hall.booths if b.zone == zone]
                who = f"booths {listed(booths)}" if booths else "all of it"
                yield Diagnostic(
                    ZONE_UNKNOWN,
                    hall.place,
                    f"Hall {hall.id} has a zone {zone} ({who}), which the fair does not have.",
                    ZONE_UNKNOWN.cure,
                )


def unused(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    used = {zone for hall in fair.halls for zone in hall.zones}
    used |= {booth.zone for hall in fair.halls for booth in hall.booths if booth.zone}
    yield from report(
        ZONE_UNUSED,
        [zone for zone in fair.zones if zone.id not in used],
        place=lambda zone: Place(FAIR_FILE, item=f"zones.{zone.id}"),
        name=lambda zone: zone.id,
        one=lambda zone: f"No booth is in zone {zone.id}.",
        many="zones have no booth",
    )
