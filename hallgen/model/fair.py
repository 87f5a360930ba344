"""The fair: what an organiser knows, read and joined, in one frozen tree.

Places tell where a thing was written, so that checks and later steps can point at it.
Relations are by id: a booth names its exhibitors, a product its exhibitor.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from hallgen.diagnostics import Place
from hallgen.model.choices import BoothChoices, ModelPose
from hallgen.model.geometry import Frozen, Point, Polygon
from hallgen.model.info_pages import InfoPage
from hallgen.model.publishing import Publishing
from hallgen.model.rich_media import RichMedia
from hallgen.model.text import Language, Text
from hallgen.model.theme import Theme
from hallgen.model.trails import Trail, TrailKind
from hallgen.model.venue import VenueRules

#: An address that pages may speak to: nothing in it may end the policy that names it.
_ADDRESS = r"^https?://[^/\s\"';,]+(/[^\s\"';,]*)?$"


class BoothKind(StrEnum):
    """What an exhibitor rents: walls and a fascia, bare floor, a seat at a joint stand, or a
    plot under the sky.
    """

    SHELL = "shell"
    RAW = "raw"
    PAVILION = "pavilion"
    OUTDOOR = "outdoor"


class AreaKind(StrEnum):
    """What a part of a hall is that is no booth."""

    ENTRANCE = "entrance"
    FACILITY = "facility"
    STAGE = "stage"
    LOUNGE = "lounge"


class Zone(Frozen):
    """A theme of the fair, such as robotics, with the colour of its signs."""

    id: str
    name: Text
    color: str | None = Field(default=None, pattern=r"^#[0-9a-fA-F]{6}$")


class Booth(Frozen):
    """A numbered stand on a plan. Empty while it has no main exhibitor.

    `id` is permanent and unique in the fair ("4.1-A012"), `number` is what the sign says. One that
    is `held_back` shows the names and logos of its exhibitors and nothing else of theirs.
    `height` is how high it is to be built, in metres, where that is known.
    """

    id: str
    number: str
    hall: str
    outline: Polygon
    kind: BoothKind
    place: Place
    zone: str | None = None
    main_exhibitor: str | None = None
    co_exhibitors: tuple[str, ...] = ()
    choices: BoothChoices = BoothChoices()
    held_back: bool = False
    height: float | None = None

    @property
    def exhibitors(self) -> tuple[str, ...]:
        """The main exhibitor first, then those who share its stand."""
        return (() if self.main_exhibitor is None else (self.main_exhibitor,)) + self.co_exhibitors


class Area(Frozen):
    """A part of a hall that is no booth: an entrance, a cafe, a stage."""

    kind: AreaKind
    name: Text
    outline: Polygon


class Gate(Frozen):
    """A door through the hall's wall: where visitors come in. `width` in metres.

    `leads` is the hall behind it, or None where that is no hall of the fair.
    """

    id: str
    name: Text
    position: Point
    width: float
    leads: str | None = None


class Hall(Frozen):
    """One level of one hall, and what stands on its floor. Lengths in metres.

    The origin of its plan is the lower left corner of its outline's bounds. `exits` are doors for
    escape alone; visitors come in by `gates`, which are exits too.
    """

    id: str
    name: Text
    outline: Polygon
    height: float
    booths: tuple[Booth, ...]
    place: Place
    zones: tuple[str, ...] = ()
    walls: tuple[Polygon, ...] = ()
    columns: tuple[Polygon, ...] = ()
    areas: tuple[Area, ...] = ()
    gates: tuple[Gate, ...] = ()
    exits: tuple[Gate, ...] = ()
    hydrants: tuple[Polygon, ...] = ()


class Exhibitor(Frozen):
    """A firm or a person who shows something. `slug` is its permanent address.

    `old_slugs` are addresses it had before, which lead to the present one.
    `booths` are the ids of all its booths, as main or as co-exhibitor, in the order of its
    references. `references` keeps what the list said, for those that match no booth. `tier` is
    what the organiser calls its package, such as a sponsor's. `wechat` is its id there, or an
    address that WeChat opens; `wechat_code` a picture of the code that WeChat reads.
    """

    id: str
    slug: str
    name: Text
    place: Place
    intro: Text = Text()
    country: Text = Text()
    city: Text = Text()
    address: Text = Text()
    tier: Text = Text()
    website: str | None = None
    email: str | None = None
    phone: str | None = None
    wechat: str | None = None
    wechat_code: Path | None = None
    logo: Path | None = None
    color: str | None = None
    media: RichMedia = RichMedia()
    categories: tuple[Text, ...] = ()
    tags: tuple[str, ...] = ()
    booths: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    old_slugs: tuple[str, ...] = ()


class Specification(Frozen):
    """One line of a product's data sheet: "Payload: 12 kg"."""

    name: Text
    value: Text


class Classification(Frozen):
    """A product's class in a system that firms share: ECLASS 13.0, class 27274001.

    `system` is its name and version as the catalogue has them, `name` what the class is called.
    """

    system: str = Field(min_length=1)
    code: str = Field(min_length=1)
    name: Text = Text()


class Product(Frozen):
    """Something an exhibitor shows. Media are paths in the fair folder; slugs as an exhibitor's.

    Builds for visitors leave it out before the day `publish_from`.
    A path may go on into an archive that lies there: "robot.aasx/aasx/files/front.jpg".
    """

    id: str
    slug: str
    name: Text
    exhibitor: str
    place: Place
    description: Text = Text()
    category: Text = Text()
    classifications: tuple[Classification, ...] = ()
    specifications: tuple[Specification, ...] = ()
    images: tuple[Path, ...] = ()
    model: Path | None = None
    pose: ModelPose = ModelPose()
    media: RichMedia = RichMedia()
    highlight: bool = False
    publish_from: date | None = None
    old_slugs: tuple[str, ...] = ()


class Session(Frozen):
    """An event of the programme. Times without a zone are the fair's own.

    `watch` is where it is shown live or recorded, an http or https address; `recording` a video of
    it in the fair folder.
    """

    id: str
    title: Text
    start: datetime
    end: datetime | None
    place: Place
    location: Text = Text()
    speakers: tuple[Text, ...] = ()
    description: Text = Text()
    exhibitor: str | None = None
    watch: str | None = None
    recording: Path | None = None


class Venue(Frozen):
    """Where the fair takes place."""

    name: Text = Text()
    address: Text = Text()
    city: Text = Text()
    country: Text = Text()


class Enquiries(Frozen):
    """What becomes of what visitors write to exhibitors: sent to an endpoint of the organiser's,
    or, without one, to the exhibitor from the visitor's own mail.
    """

    endpoint: str | None = Field(default=None, pattern=_ADDRESS)


class CountService(StrEnum):
    """Who counts: an endpoint of the organiser's own, or a program that it runs for that."""

    OWN = "own"
    PLAUSIBLE = "plausible"
    MATOMO = "matomo"


class Counts(Frozen):
    """Where a site tells what visitors do, without saying who they are. `site` is what the service
    calls the fair: Plausible by a domain, Matomo by a number.
    """

    service: CountService
    address: str = Field(pattern=_ADDRESS)
    site: str = Field(default="", coerce_numbers_to_str=True)


class Fair(Frozen):
    """Everything that is known of a fair, joined and without faults.

    What could not be used is not in here; the diagnostics of reading it say what and why.
    `folder` is where media paths start; `url` is where the site will be, if that is known.
    `registration` is the number under which the site is registered, as China asks of sites
    (ICP). `timezone` is the IANA name of the zone of the fair's place ("Asia/Shanghai"). `embeds`
    are origins whose players pages may show. `strings` are the interface's words that the organiser
    says itself, by language and key.
    """

    id: str
    name: Text
    folder: Path
    languages: tuple[Language, ...] = Field(min_length=1)
    start: date | None = None
    end: date | None = None
    venue: Venue = Venue()
    organiser: Text = Text()
    description: Text = Text()
    url: str | None = None
    timezone: str | None = None
    registration: str | None = None
    enquiries: Enquiries = Enquiries()
    counts: Counts | None = None
    embeds: tuple[str, ...] = ()
    publishing: Publishing = Publishing()
    theme: Theme = Theme()
    strings: dict[Language, dict[str, str]] = {}
    rules: VenueRules = VenueRules()
    zones: tuple[Zone, ...] = ()
    halls: tuple[Hall, ...]
    exhibitors: tuple[Exhibitor, ...] = ()
    products: tuple[Product, ...] = ()
    sessions: tuple[Session, ...] = ()
    pages: tuple[InfoPage, ...] = ()
    trails: tuple[Trail, ...] = ()

    def trails_of(self, kind: TrailKind) -> tuple[Trail, ...]:
        """The hot spots, or the tours."""
        return tuple(trail for trail in self.trails if trail.kind is kind)
