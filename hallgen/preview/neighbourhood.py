"""What of a fair one booth's preview needs: its hall, and who stands near."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hallgen.model import Booth, Fair, FairIndex, Hall, HallLayout

#: Booths whose middles are within so many metres are built as they will be, but no more than so
#: many of them; the others are blocks.
REACH: Final = 25.0
MOST: Final = 16


@dataclass(frozen=True, eq=False, slots=True)
class Neighbourhood:
    """A booth in its hall. `index` knows nothing of other halls; `near` are its neighbours, the
    nearest first, and `fair` has only what is shown by them and by the booth itself.
    """

    booth: Booth
    hall: Hall
    layout: HallLayout
    index: FairIndex
    near: tuple[Booth, ...]
    fair: Fair

    @property
    def own(self) -> Fair:
        """The fair as far as the booth's own exhibitors go."""
        return _of(self.index.fair, [self.booth])


def neighbourhood(fair: Fair, layout: HallLayout, booth: Booth) -> Neighbourhood:
    """The booth's, in a hall that was laid out."""
    hall = next(hall for hall in fair.halls if hall.id == booth.hall)
    laid_out = {one.booth for one in layout.booths}
    others = [one for one in hall.booths if one.id != booth.id and one.id in laid_out]
    apart = {one.id: math.dist(_middle(one), _middle(booth)) for one in others}
    near = sorted((one for one in others if apart[one.id] <= REACH), key=lambda b: apart[b.id])
    near = near[:MOST]
    whole = _of(
        fair.model_copy(update={"halls": (hall,), "pages": (), "sessions": ()}), hall.booths
    )
    part = _of(whole, [booth, *near])
    return Neighbourhood(booth, hall, layout, FairIndex(whole), tuple(near), part)


def _of(fair: Fair, booths: Iterable[Booth]) -> Fair:
    """The fair with the exhibitors of some booths alone, and their products."""
    wanted = {id_ for booth in booths for id_ in booth.exhibitors}
    exhibitors = tuple(one for one in fair.exhibitors if one.id in wanted)
    products = tuple(one for one in fair.products if one.exhibitor in wanted)
    return fair.model_copy(update={"exhibitors": exhibitors, "products": products})


def _middle(booth: Booth) -> tuple[float, float]:
    x0, y0, x1, y1 = booth.outline.bounds
    return (x0 + x1) / 2, (y0 + y1) / 2
