"""How much of a hall's floor is let."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.codes import FLOOR_CROWDED
from hallgen.venue.finding import Finding, Site


def net_share(site: Site) -> float:
    """The area of booths by that of the hall's floor (net by gross, as fairs call it)."""
    return sum(laid.area for laid in site.layout.booths) / site.floor.area


def crowded(site: Site) -> Iterator[Finding]:
    most = site.rules.net_share
    share = net_share(site)
    if most and share > most + 0.005:
        yield Finding(
            FLOOR_CROWDED,
            site.hall.place,
            f"Booths take {share:.0%} of the floor of hall {site.hall.id}; "
            f"the rules allow {most:.0%}.",
            "halls are too full",
            site.hall.id,
            site.floor,
        )
