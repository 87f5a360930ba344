"""Exhibitors that compete, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import shapely

from hallgen.codes import COMPETING_NEIGHBOURS
from hallgen.model import Booth, SideKind
from hallgen.venue.finding import Finding, Site

#: A category that more than this share of the hall's exhibitors have is the hall's theme.
THEME = 0.25
#: Fronts that look this little apart, in degrees, are on one aisle.
SAME_WAY = 45.0


def competing(site: Site) -> Iterator[Finding]:
    """Pairs side by side on one aisle whose main exhibitors have a category that few others
    have. Booths back to back are not seen together.
    """
    looks = {laid.booth: laid.frame.heading for laid in site.layout.booths}
    of_booth = {id_: _categories(site, booth) for id_, booth in site.booths.items()}
    common = Counter(category for of_one in of_booth.values() for category in of_one)
    most = max(2, THEME * sum(1 for of_one in of_booth.values() if of_one))
    for laid in site.layout.booths:
        beside = {s.neighbour for s in laid.sides if s.kind is SideKind.NEIGHBOUR and s.neighbour}
        for other in sorted(id_ for id_ in beside if id_ > laid.booth):
            if abs((looks[laid.booth] - looks[other] + 180) % 360 - 180) > SAME_WAY:
                continue
            shared = sorted(c for c in of_booth[laid.booth] & of_booth[other] if common[c] <= most)
            if shared and {laid.booth, other} <= set(site.footprints):
                one, two = site.booths[laid.booth], site.booths[other]
                yield Finding(
                    COMPETING_NEIGHBOURS,
                    one.place,
                    f"Booths {one.number} and {two.number} are side by side and both show "
                    f"{shared[0]}.",
                    "pairs of booths side by side show the same",
                    f"{one.number} and {two.number}",
                    shapely.union_all([site.footprints[laid.booth], site.footprints[other]]),
                )


def _categories(site: Site, booth: Booth) -> frozenset[str]:
    if booth.main_exhibitor is None:
        return frozenset()
    languages = site.fair.languages
    of_one = site.exhibitors[booth.main_exhibitor].categories
    return frozenset(category.best(*languages) for category in of_one)
