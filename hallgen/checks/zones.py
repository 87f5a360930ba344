"""Rules about the fair's zones. One that fair.yaml does not have is the reader's to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hallgen.checks.reporting import report
from hallgen.codes import ZONE_UNUSED
from hallgen.diagnostics import Diagnostic, Place
from hallgen.model import Fair, HallLayout

FAIR_FILE = "fair.yaml"


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
