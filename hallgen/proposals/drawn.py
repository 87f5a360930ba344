"""Places on the floor as booths of a hall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import shapely

from hallgen.model import Booth, BoothKind, Hall, Polygon, Wanted
from hallgen.proposals.ground import Ground
from hallgen.proposals.place import Spot

#: From this area on, in m2, a booth of which nothing is said is raw space.
RAW = 36.0


def drawn(
    empty: Hall,
    ground: Ground,
    wanted: Sequence[Wanted],
    spots: Sequence[Spot],
    named: Sequence[str],
    who: Mapping[int, int],
) -> Hall:
    """The hall with a booth at each spot, of the wanted one that `who` puts there."""
    of_spot = {at: wanted[one] for one, at in who.items()}
    booths = []
    for at, (spot, number) in enumerate(zip(spots, named, strict=True)):
        one = of_spot[at]
        kind = one.kind or (BoothKind.RAW if one.area >= RAW else BoothKind.SHELL)
        booths.append(
            Booth(
                id=booth_id(empty, number),
                number=number,
                hall=empty.id,
                outline=_outline(ground, spot),
                kind=kind,
                place=one.place,
                zone=one.zone or None,
            )
        )
    return empty.model_copy(update={"booths": tuple(booths)})


def _outline(ground: Ground, spot: Spot) -> Polygon:
    box = shapely.box(spot.x0, spot.y0, spot.x1, spot.y1, ccw=True)
    corners = [ground.to_hall((float(x), float(y))) for x, y in list(box.exterior.coords)[:-1]]
    return Polygon(outer=tuple((round(x, 3) + 0.0, round(y, 3) + 0.0) for x, y in corners))


def booth_id(hall: Hall, number: str) -> str:
    """What a booth of a proposal is called in the model."""
    return f"{hall.id}-{number}"
