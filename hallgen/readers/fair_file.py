"""The schema of fair.yaml: what a person may write there, parsed and typed.

Everything that `hallgen new` guesses is a line of this file, so that it can be corrected.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from hallgen.model import Frozen, Language, Text, Theme, Venue, Zone
from hallgen.units import Unit


class YAxis(StrEnum):
    """Which way a drawing's y grows: up the sheet as in CAD, or down as on a screen."""

    UP = "up"
    DOWN = "down"


class NumberSource(StrEnum):
    """Where a shape's booth number stands."""

    LABEL = "label"
    ID = "id"
    COLUMN = "column"


class Size(Frozen):
    """A rectangle's extent along x and y, in metres."""

    width: float = Field(gt=0)
    depth: float = Field(gt=0)


class TableSource(Frozen):
    """A table in a file: where it is and what its columns mean.

    `records` is the path to the list of rows in a JSON or YAML file ("booths" or
    "booths.exhibitors"); every list on the way is walked, and a row also has the columns of
    the records it lies in, named by their path ("booths.id"). `columns` maps our field
    ("name.zh", "booth") to the file's column. `where` keeps rows whose column has the value.
    `header` is the line of the header, from 1.
    """

    file: str
    columns: dict[str, str] = {}
    records: str | None = None
    where: dict[str, str | int | float | bool] = {}
    sheet: str | None = None
    header: int | None = Field(default=None, ge=1)
    encoding: str | None = None
    separator: str | None = None


class Layers(Frozen):
    """Which of a drawing's layers, groups or classes hold what, as patterns with * and ?.

    A pattern is tried, without regard to case, on the names of the shape's layer and groups,
    its id and its class. A pattern list that is empty matches nothing, but for `booths`,
    where it means: every closed shape that bears a number.
    """

    booths: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    outline: tuple[str, ...] = ()
    walls: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class PlanSource(Frozen):
    """A hall's drawing, or the table of its booths' rectangles or polygons.

    One of `unit` and `scale` (metres per unit of the drawing) gives the size; a drawing that
    states its unit needs neither. `number` is a regular expression; its first group is the
    booth's number. For tables, `table` says where the rows are and which columns hold
    `number`, `x`, `y`, `width`, `depth` or `points`, and `zone`, `kind`.
    `size` is the hall's, where it is known and not drawn.
    """

    file: str
    unit: Unit | None = None
    scale: float | None = Field(default=None, gt=0)
    y: YAxis | None = None
    layers: Layers = Layers()
    numbers: NumberSource | None = None
    number: str | None = None
    table: TableSource | None = None
    size: Size | None = None


class HallEntry(Frozen):
    """A hall of the fair. `height` in metres, to the underside of the roof.

    `zones` are the zones of all its booths, unless the plan or `booth_zones` says more:
    patterns of booth numbers by zone ("A*": cnc).
    """

    id: str = Field(min_length=1)
    name: Text = Text()
    height: float = Field(default=12.0, gt=2.0, le=60.0)
    zones: tuple[str, ...] = ()
    booth_zones: dict[str, str] = {}
    pavilions: tuple[str, ...] = ()
    plan: PlanSource


class Dates(Frozen):
    """First and last day."""

    start: date
    end: date


class Tables(Frozen):
    """The fair's tables. Several files of one kind are read one after the other."""

    exhibitors: tuple[TableSource, ...] = ()
    products: tuple[TableSource, ...] = ()
    programme: tuple[TableSource, ...] = ()


class FairFile(Frozen):
    """fair.yaml, format 1."""

    format: Literal[1]
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: Text
    languages: tuple[Language, ...] = Field(min_length=1)
    dates: Dates | None = None
    venue: Venue = Venue()
    organiser: Text = Text()
    description: Text = Text()
    theme: Theme = Theme()
    zones: tuple[Zone, ...] = ()
    halls: tuple[HallEntry, ...] = Field(min_length=1)
    tables: Tables = Tables()
