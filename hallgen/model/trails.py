"""Trails: ways through the fair from stop to stop, as an organiser lays them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model.geometry import Frozen
from hallgen.model.text import Language, Text


class TrailKind(StrEnum):
    """A theme with all that belongs to it, or a guided tour, which tells a story in order."""

    HOT_SPOT = "hot_spot"
    TOUR = "tour"


class Showing(StrEnum):
    """A way in which a product or an exhibitor is shown at work: an experience point.

    MODEL: its 3D model, which moves where the file does. EXPLODED: that taken apart. AR: the model
    in the visitor's own room, at its real size.
    """

    PANORAMA = "panorama"
    VIDEO = "video"
    MODEL = "model"
    EXPLODED = "exploded"
    AR = "ar"


class Narration(Frozen):
    """What a guide says at a stop in one language, as sound, and its captions (WebVTT, or SRT)."""

    language: Language
    file: Path
    captions: Path | None = None


class Stop(Frozen):
    """A place that a trail leads to, in `hall`.

    It is at a booth (with the exhibitor or the product it is about, if it is one), a gate of the
    hall, or an area of it, such as a stage, by its place among the hall's areas. `name` is the
    organiser's own or the plan's; without one, what is there has a name itself.
    """

    hall: str
    place: Place
    name: Text = Text()
    text: Text = Text()
    booth: str | None = None
    exhibitor: str | None = None
    product: str | None = None
    gate: str | None = None
    area: int | None = None
    show: Showing | None = None
    narrations: tuple[Narration, ...] = ()


class Trail(Frozen):
    """A hot spot or a tour: what it is about, and its stops in their order.

    `id` is part of its address, and no other trail's. `picture` is a path in the fair folder.
    """

    id: str
    kind: TrailKind
    name: Text
    place: Place
    stops: tuple[Stop, ...]
    text: Text = Text()
    picture: Path | None = None

    @property
    def files(self) -> tuple[tuple[Path, Place], ...]:
        """Its picture, narrations and captions, each with the place that names it."""
        pictures = () if self.picture is None else ((self.picture, self.place),)
        spoken = [(said, stop.place) for stop in self.stops for said in stop.narrations]
        return (
            *pictures,
            *((said.file, place) for said, place in spoken),
            *((said.captions, place) for said, place in spoken if said.captions is not None),
        )
