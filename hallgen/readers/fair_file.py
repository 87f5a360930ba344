"""The schema of fair.yaml: what a person may write there, parsed and typed.

Everything that `hallgen new` guesses is a line of this file, so that it can be corrected.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from hallgen.model import (
    Counts,
    Enquiries,
    Files,
    Frozen,
    Host,
    Language,
    Menu,
    ProductPages,
    Text,
    Theme,
    Venue,
    VenueRules,
    Zone,
)
from hallgen.units import Unit


class YAxis(StrEnum):
    """Which way a drawing's y grows: up the sheet as in CAD, or down as on a screen."""

    UP = "up"
    DOWN = "down"


class Role(StrEnum):
    """What a thing drawn on a plan is. Lines as walls stand for 0.1 m of thickness."""

    BOOTHS = "booths"
    LABELS = "labels"
    OUTLINE = "outline"
    WALLS = "walls"
    COLUMNS = "columns"
    AREAS = "areas"
    GATES = "gates"
    EXITS = "exits"
    HYDRANTS = "hydrants"
    IGNORE = "ignore"


class NumberSource(StrEnum):
    """Where a shape's booth number stands; nowhere, and they are counted in reading order."""

    LABEL = "label"
    ID = "id"
    COLUMN = "column"
    ORDER = "order"


class Size(Frozen):
    """A rectangle's extent along x and y, in metres."""

    width: float = Field(gt=0)
    depth: float = Field(gt=0)


class TableSource(Frozen):
    """A table in a file: where it is and what its columns mean.

    `records` is the path to the list of rows in a JSON or YAML file ("booths" or
    "booths.exhibitors"); every list on the way is walked, and a row also has the columns of
    the records it lies in, named by their path ("booths.id"). `columns` maps our field
    ("name.zh", "booth") to the file's column. `where` keeps rows whose column has the value,
    `unless` leaves out those whose column fits one of the patterns with * and ?.
    `header` is the line of the header, from 1; 0 where there is none. `exhibitor` is the id or
    name of whose the products of a list are, where it does not say, as catalogues of one firm.
    """

    file: str
    columns: dict[str, str] = {}
    records: str | None = None
    where: dict[str, str | int | float | bool] = {}
    unless: dict[str, tuple[str, ...]] = {}
    sheet: str | None = None
    header: int | None = Field(default=None, ge=0)
    encoding: str | None = None
    separator: str | None = None
    exhibitor: str | None = None


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
    exits: tuple[str, ...] = ()
    hydrants: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class PlanSource(Frozen):
    """A hall's drawing, or the table of its booths' rectangles or polygons.

    One of `unit` and `scale` (metres per unit of the drawing) gives the size; a drawing that
    states its unit needs neither. `number` is a regular expression; its first group is the
    booth's number. In a table y grows down, as on a screen, unless `y` says otherwise.

    For tables, `table` says where the rows are and which columns hold `number`, `x`, `y`
    (the rectangle's corner of least x and y), `width`, `depth`, or `points`, and `zone`, `kind`,
    `name`. Points are a list of pairs, "x,y x,y ...", WKT or an SVG path. A `kind` may be shell,
    raw or pavilion, or say what else a row is: wall, column, entrance, stage, cafe...; `layers`
    are tried on a row's number and kind. For GeoJSON `table.columns` name properties.
    `also` are tables of other things on the same plan, by what they are; a row of gates, exits or
    hydrants needs only `x` and `y`. In IMDF with several levels, `level` is the id or name of the
    hall's own.

    `size` is the hall's, where it is known and not drawn: from the drawing's origin where all
    that is drawn lies within that, else around the middle of it.

    Where one drawing shows several halls, each has its part of it: `page` of a PDF, `only` what a
    layer, a group or a level ("level 1") of these names holds, as patterns, and `within` what lies
    in a rectangle: least x, least y, greatest x, greatest y in the drawing's own units.
    """

    file: str
    unit: Unit | None = None
    scale: float | None = Field(default=None, gt=0)
    y: YAxis | None = None
    layers: Layers = Layers()
    numbers: NumberSource | None = None
    number: str | None = None
    table: TableSource | None = None
    also: dict[Role, TableSource] = {}
    size: Size | None = None
    page: int | None = Field(default=None, ge=1)
    only: tuple[str, ...] = ()
    within: tuple[float, float, float, float] | None = None
    level: str | None = None


class HallEntry(Frozen):
    """A hall of the fair. `height` in metres, to the underside of the roof.

    `zones` are the zones of all its booths, unless the plan or `booth_zones` says more:
    patterns of booth numbers by zone ("A*": cnc). `booth_heights` are how high booths are to be
    built, in metres, by such patterns. `doors` are the halls behind the gates of a
    side (north, which is up on the plan, east, south, west), or behind the gate of a name.
    """

    id: str = Field(min_length=1)
    name: Text = Text()
    height: float = Field(default=12.0, gt=2.0, le=60.0)
    zones: tuple[str, ...] = ()
    booth_zones: dict[str, str] = {}
    booth_heights: dict[str, Annotated[float, Field(gt=0, le=60)]] = {}
    pavilions: tuple[str, ...] = ()
    doors: dict[str, str] = {}
    plan: PlanSource


class RulesEntry(VenueRules):
    """The rules that plans are held against: a profile of assets/venues.yaml, and any rule of it
    set otherwise, or to 0 where it does not hold.
    """

    profile: str = "shanghai"


class Dates(Frozen):
    """First and last day."""

    start: datetime.date
    end: datetime.date


class PageEntry(Frozen):
    """A page of the organiser's own. `files` are Markdown files in the fair folder: one, or one
    for each language. A page with a `date` is news.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: Text
    files: str | dict[Language, str]
    menu: Menu | None = None
    date: datetime.date | None = None


class Publish(Frozen):
    """Where the site will be published, and how it is cut into files. What is not said is as the
    host needs it: on one that takes few files, products are on their exhibitors' pages.
    """

    host: Host | None = None
    products: ProductPages | None = None
    files: Files | None = None


class Tables(Frozen):
    """The fair's tables. Several files of one kind are read one after the other."""

    exhibitors: tuple[TableSource, ...] = ()
    products: tuple[TableSource, ...] = ()
    programme: tuple[TableSource, ...] = ()


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("a time zone's name")
    return name


#: An IANA time zone's name: https://www.iana.org/time-zones
Timezone = Annotated[str, AfterValidator(_known_zone)]


#: Where a page may show a player from: nothing in it may end the policy that names it.
Origin = Annotated[str, Field(pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]+)?$")]


class FairFile(Frozen):
    """fair.yaml, format 1.

    A fair without halls is read for the faults of its lists, but cannot be built. `url` is where
    the site will be published; without it pages have no canonical address and
    the sitemap only relative ones. `timezone` is that of the fair's place ("Asia/Shanghai"):
    without it, visitors from elsewhere see the programme in the fair's times only. `embeds` are
    origins whose players the pages of sessions may show; others are linked to.
    """

    format: Literal[1]
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: Text
    languages: tuple[Language, ...] = Field(min_length=1)
    dates: Dates | None = None
    timezone: Timezone | None = None
    venue: Venue = Venue()
    organiser: Text = Text()
    description: Text = Text()
    url: str | None = Field(default=None, pattern=r"^https?://[^/\s]+/(\S*/)?$")
    registration: str | None = Field(default=None, min_length=1)
    enquiries: Enquiries = Enquiries()
    counts: Counts | None = None
    embeds: tuple[Origin, ...] = ()
    publish: Publish = Publish()
    theme: Theme = Theme()
    rules: RulesEntry = RulesEntry()
    zones: tuple[Zone, ...] = ()
    halls: tuple[HallEntry, ...] = Field(default=(), json_schema_extra={"minItems": 1})
    tables: Tables = Tables()
    pages: tuple[PageEntry, ...] = ()
