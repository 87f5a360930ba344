"""Rules about single booths: how high they are, and how one gets out of large ones."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.codes import BOOTH_HIGH, BOOTH_NEEDS_EXITS
from hallgen.layout.types import OPEN_METRES, SLACK, side_length, side_normal
from hallgen.model import BoothLayout, SideKind
from hallgen.venue.finding import Finding, Site

#: Sides that look this far away from each other, in degrees, are opposite.
OPPOSITE = 135.0


def without_opposite_exits(site: Site) -> Iterator[Finding]:
    most = site.rules.two_exits_above
    for laid in site.layout.booths if most else ():
        if most and laid.area > most and laid.booth in site.footprints and not _passable(laid):
            booth = site.booths[laid.booth]
            yield Finding(
                BOOTH_NEEDS_EXITS,
                booth.place,
                f"Booth {booth.number} has {laid.area:.0f} m2 and is not open to two opposite "
                f"sides, as the rules ask above {most:.3g} m2.",
                f"booths above {most:.3g} m2 are not open to two opposite sides",
                booth.number,
                site.footprints[laid.booth],
            )


def too_high(site: Site) -> Iterator[Finding]:
    """By the rules' height, and by the hall's own less what is to be free under its roof."""
    limit = site.rules.height
    room = site.hall.height - (site.rules.under_roof or 0.0)
    most = room if limit is None else min(limit, room)
    for booth in site.hall.booths:
        if booth.height is not None and booth.height > most and booth.id in site.footprints:
            yield Finding(
                BOOTH_HIGH,
                booth.place,
                f"Booth {booth.number} is to be {booth.height:.3g} m high; here {most:.3g} m is "
                "allowed.",
                f"booths are higher than {most:.3g} m",
                booth.number,
                site.footprints[booth.id],
            )


def _passable(laid: BoothLayout) -> bool:
    """Whether it is open to two sides that look away from each other."""
    looks = [
        side_normal(side)
        for side in laid.sides
        if side.kind is SideKind.OPEN and side_length(side) >= OPEN_METRES - SLACK
    ]
    return any(
        abs((one - other + 180) % 360 - 180) >= OPPOSITE
        for at, one in enumerate(looks)
        for other in looks[at + 1 :]
    )
