"""What exhibitors want of a hall: floor, sides, and who is near."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from hallgen.diagnostics import Place
from hallgen.model.fair import BoothKind
from hallgen.model.geometry import Frozen


class WishKind(StrEnum):
    """Whether one wants to be near another or far from it."""

    NEAR = "near"
    AVOID = "avoid"


class Wanted(Frozen):
    """A booth that is wanted. `area` in m2; `open_sides` at least.

    `id` is unique in the demand. `near` and `avoid` are ids of others. A `tier` of 1 is usual,
    2 and 3 are for those that are to stand better.
    """

    id: str
    name: str
    area: float = Field(gt=0, allow_inf_nan=False)
    place: Place
    open_sides: int = Field(default=1, ge=1, le=4)
    kind: BoothKind | None = None
    zone: str = ""
    category: str = ""
    tier: int = Field(default=1, ge=1, le=3)
    near: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


class Demand(Frozen):
    """All booths that are wanted in a hall, in the order of the list."""

    wanted: tuple[Wanted, ...]

    @property
    def area(self) -> float:
        return sum(one.area for one in self.wanted)
