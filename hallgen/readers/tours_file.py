"""The schema of tours.yaml: what an organiser writes of hot spots and guided tours."""

from __future__ import annotations

from pydantic import Field

from hallgen.model import Frozen, Showing, Text


class StopEntry(Frozen):
    """A stop. It names one thing: a booth, an exhibitor, a product, a gate or an area of a plan.

    `booth` may stand beside an exhibitor or a product, to say at which of its booths. `hall` says
    in which hall a booth number, a gate or an area is that several halls have. `narration` and
    `captions` are files, in the fair's first language where none is said.
    """

    booth: str | None = None
    exhibitor: str | None = None
    product: str | None = None
    gate: str | None = None
    area: str | None = None
    hall: str | None = None
    name: Text = Text()
    text: Text = Text()
    show: Showing | None = None
    narration: Text = Text()
    captions: Text = Text()


class TrailEntry(Frozen):
    """What hot spots and tours have in common."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: Text
    text: Text = Text()
    picture: str | None = None
    stops: tuple[StopEntry, ...] = ()


class HotSpotEntry(TrailEntry):
    """A theme of the fair, and where it is to be seen."""

    stops: tuple[StopEntry, ...] = Field(min_length=1)


class TourEntry(TrailEntry):
    """A tour: stops of its own, or those of a hot spot, a category or a zone."""

    hot_spot: str | None = None
    category: str | None = None
    zone: str | None = None


class ToursFile(Frozen):
    """tours.yaml."""

    hot_spots: tuple[HotSpotEntry, ...] = ()
    tours: tuple[TourEntry, ...] = ()
