"""One thing that is against a rule, and what the rules of a hall look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.diagnostics import Code, Place
from hallgen.layout.shapes import clean, polygons_of, sound, to_polygon, to_shape
from hallgen.model import Booth, Exhibitor, Fair, Hall, HallLayout, Point, Polygon, VenueRules

#: Slack for what drawing and rounding take off, in metres.
SLACK = 0.05


@dataclass(frozen=True, eq=False, slots=True)
class Finding:
    """`message` says it of this one, `many` of all like it, after their number. `name` is what
    it is called in a list, `shape` where it is on the plan, in metres; `width` of an aisle that is
    too narrow.
    """

    kind: Code
    place: Place
    message: str
    many: str
    name: str
    shape: BaseGeometry
    width: float = 0.0

    @property
    def spot(self) -> Point:
        """A point of it, where a mark on the plan may stand."""
        point = self.shape.representative_point()
        return float(point.x), float(point.y)

    @property
    def outlines(self) -> tuple[Polygon, ...]:
        """Its shape as the model has shapes."""
        return tuple(to_polygon(part) for part in polygons_of(self.shape))


class Site:
    """A hall, its layout and the rules that hold there. Booths are those of the layout."""

    def __init__(self, fair: Fair, hall: Hall, layout: HallLayout) -> None:
        self.fair, self.hall, self.layout = fair, hall, layout
        self.rules: VenueRules = fair.rules

    @cached_property
    def booths(self) -> dict[str, Booth]:
        return {booth.id: booth for booth in self.hall.booths}

    @cached_property
    def footprints(self) -> dict[str, shapely.Polygon]:
        """The footprint of each booth that was laid out, by its id."""
        shapes = {laid.booth: clean(self.booths[laid.booth].outline) for laid in self.layout.booths}
        return {id_: shape for id_, shape in shapes.items() if shape is not None}

    @cached_property
    def floor(self) -> shapely.Polygon:
        return to_shape(self.layout.outline)

    @cached_property
    def columns(self) -> list[shapely.Polygon]:
        return sound(self.hall.columns)

    @cached_property
    def hydrants(self) -> list[shapely.Polygon]:
        return sound(self.hall.hydrants)

    @cached_property
    def exhibitors(self) -> dict[str, Exhibitor]:
        return {exhibitor.id: exhibitor for exhibitor in self.fair.exhibitors}
