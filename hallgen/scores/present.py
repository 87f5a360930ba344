"""Who is in a hall now, as if they asked for it anew."""

from __future__ import annotations

from hallgen.model import Demand, Exhibitor, Fair, Hall, HallLayout, Wanted


def present_demand(fair: Fair, hall: Hall, layout: HallLayout) -> Demand:
    """A wanted booth for each of the layout's: its area, open sides and zone, by the booth's id.

    One that nobody can enter wants a side open too.
    """
    exhibitors = {exhibitor.id: exhibitor for exhibitor in fair.exhibitors}
    booths = {booth.id: booth for booth in hall.booths}
    wanted = []
    for laid in layout.booths:
        booth = booths[laid.booth]
        main = exhibitors.get(booth.main_exhibitor or "")
        wanted.append(
            Wanted(
                id=booth.id,
                name=main.name.best(*fair.languages) if main else "",
                area=laid.area,
                place=booth.place,
                open_sides=max(1, int(laid.type)),
                kind=booth.kind,
                zone=booth.zone or "",
                category=_category(fair, main),
            )
        )
    return Demand(wanted=tuple(wanted))


def _category(fair: Fair, exhibitor: Exhibitor | None) -> str:
    if exhibitor is None or not exhibitor.categories:
        return ""
    return exhibitor.categories[0].best(*fair.languages)
