"""What the viewer reads: the page's own data block, and one shard per hall and language.

`viewer/src/manifest.ts` is generated from these types; a test fails when they drift apart.
Positions are the 3D scene's: metres, x to the right of the plan, z down the plan (a plan's
point (x, y) is at z = -y), y up. Addresses are relative to the site's root, without a
leading slash; the page says how to get to the root.
"""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen

Spot = tuple[float, float]  # x, z
Vector = tuple[float, float, float]  # x, y, z


class Pose(Frozen):
    """Where a visitor's eyes are. `heading` in degrees clockwise from the plan's north (-z).

    `pitch` in degrees, up is positive.
    """

    x: float
    y: float
    z: float
    heading: float
    pitch: float


class ShardProductModel(Frozen):
    """A product's 3D model: a GLB for the hall, and one to look at from all sides.

    `near` is null where it is too heavy for a hall. `inspect` is in metres, Y up, the middle of
    its foot at the origin, its front to +Z; `size` is its extent along x, y, z. `scale` is how
    large it stands in the hall: 1 is as large as it is. `apart` is a GLB like `inspect`, with what
    is hidden inside and its parts as nodes: those of one part have one name. Sites of before, and
    models of one part, have none.
    """

    near: str | None
    inspect: str
    size: tuple[float, float, float]
    scale: float
    animated: bool
    apart: str | None = None


class ShardProduct(Frozen):
    """A product as a panel shows it. Sites of before have no `model`."""

    name: str
    description: str
    category: str
    image: str | None
    page: str
    model: ShardProductModel | None = None


class ShardExhibitor(Frozen):
    """An exhibitor as a panel shows it. `name2` is its name in the fair's other language.

    `website` is an http or https address and `email` a mail address, or null where what the
    exhibitor wrote is none. `writable` tells whether its page has a form for enquiries, at
    `#enquiry`; sites of before have none.
    """

    name: str
    name2: str
    intro: str
    country: str
    logo: str | None
    website: str | None
    email: str | None
    phone: str | None
    page: str
    products: tuple[str, ...]
    writable: bool = False


class ShardBooth(Frozen):
    """A booth: its footprint, where to stand to see it, and who is there.

    `outline` is clockwise seen from above in (x, z). An empty booth has no exhibitors.
    """

    id: str
    number: str
    outline: tuple[Spot, ...]
    view: Pose
    zone: str | None
    exhibitors: tuple[str, ...]


class ShardWay(Frozen):
    """Where a door leads: another hall, its page, and where one stands on having come in.

    `out` is the heading straight out through the door's wall.
    """

    hall: str
    name: str
    page: str
    at: tuple[float, float, float]  # x, z, heading
    out: float


class ShardGate(Frozen):
    """A door of the hall. Sites of before have no `leads`."""

    id: str
    name: str
    position: Spot
    leads: ShardWay | None = None


class ShardProbe(Frozen):
    """The light that comes from all around to the middle of a hall, for gloss and metal.

    `picture` is a lossless panorama, twice as wide as high, of sqrt(min(L, range) / range) for
    the linear radiance L in each channel, not sRGB. Its first row looks up, its middle column
    along +x, and what is right of that towards +z. `low` and `high` are corners of the hall's
    inside, (x, y, z) in metres: mirrored walls are where those of the hall are.
    """

    picture: str
    range: float
    low: tuple[float, float, float]
    high: tuple[float, float, float]


class ShardScreen(Frozen):
    """A screen that plays when a visitor is near.

    `corner` is its lower left one as seen from the front, `along` leads to the lower right
    and `up` to the upper left one: (x, y, z) in metres. `video` repeats without sound; until
    it plays, what the tile shows is seen.
    """

    booth: str
    video: str
    corner: Vector
    along: Vector
    up: Vector


class ShardPanorama(Frozen):
    """All that is around a place, as the six faces of a cube at several sizes.

    A face is at `<folder>/<size>/<letter>.webp`: f ahead, r to the right of it, b behind, l to the
    left; u above and d below, where the edge towards f is u's lower and d's upper one. `sizes`
    are pixels along a face, the smallest first. `heading` is where to look first, in degrees to
    the right of f.
    """

    folder: str
    sizes: tuple[int, ...]
    heading: float


class ShardExperience(Frozen):
    """A point in a booth from which visitors step into a panorama of an exhibitor or a product.

    `position` is where its mark hangs. `product` is null where it is the exhibitor's own.
    """

    booth: str
    exhibitor: str
    product: str | None
    name: str
    position: Vector
    panorama: ShardPanorama


class ShardNarration(Frozen):
    """What a guide says at a stop in the page's language, as sound, and its captions (WebVTT)."""

    sound: str
    captions: str | None


class ShardStop(Frozen):
    """A stop of a trail, in this hall or in another, whose page is `page`.

    `view` is where to stand in its hall. It is about a product, an exhibitor, a booth or none of
    them; `where` is the booth's number, or ''. `show` is what is to be looked at there.
    """

    name: str
    text: str
    hall: str
    hall_name: str
    page: str
    view: Pose
    where: str
    booth: str | None
    exhibitor: str | None
    product: str | None
    show: Literal["panorama", "video", "model", "exploded", "ar"] | None
    narration: ShardNarration | None


class ShardTrail(Frozen):
    """A hot spot or a guided tour, all its stops in their order, and its own page."""

    id: str
    kind: Literal["hot_spot", "tour"]
    name: str
    text: str
    page: str
    stops: tuple[ShardStop, ...]


class ShardMark(Frozen):
    """A sign on the floor at what is worth seeing: at a booth, or at another place.

    `stops` are trails by their ids with the number of the stop, from 1; `highlights` are products,
    `experiences` products and exhibitors that are shown at work.
    """

    spot: Spot
    booth: str | None
    stops: tuple[tuple[str, int], ...]
    highlights: tuple[str, ...]
    experiences: tuple[tuple[Literal["exhibitor", "product"], str], ...]


class HallShard(Frozen):
    """`tiles/<hall>/hall.<language>.json`: all that a visit to one hall needs besides tiles.

    `obstacles` are closed rings that nobody walks through: walls, columns, panels,
    furniture. `bounds` is min x, min z, max x, max z of the floor. `trails` are those with a stop
    in this hall. `plan` is the address of its drawing, which has 3 m more on each side, and
    `small_plan` of one without words. `own` is the tileset of a booth that is apart from the
    hall's: that of a preview, which changes while one looks at it. `zones` are the names of the
    zones that booths are in, by id. Sites of before have no `probe`, no `screens`, no
    `experiences`, no `trails`, no `marks`, no `zones` and no plans.
    """

    format: Literal[1] = 1
    hall: str
    name: str
    height: float
    bounds: tuple[float, float, float, float]
    start: Pose
    tileset: str
    booths: tuple[ShardBooth, ...]
    exhibitors: dict[str, ShardExhibitor]
    products: dict[str, ShardProduct]
    gates: tuple[ShardGate, ...]
    obstacles: tuple[tuple[Spot, ...], ...]
    probe: ShardProbe | None = None
    screens: tuple[ShardScreen, ...] = ()
    experiences: tuple[ShardExperience, ...] = ()
    plan: str | None = None
    small_plan: str | None = None
    trails: tuple[ShardTrail, ...] = ()
    marks: tuple[ShardMark, ...] = ()
    own: str | None = None
    zones: dict[str, str] = {}


class PageData(Frozen):
    """The block `<script type="application/json" id="hallgen-page">` of a page with a 3D view.

    `root` leads from the page to the site's root ("../../../"). `languages` gives the address
    of this page in each language. `strings` are the viewer's words in the page's language,
    without the "view." of their keys. `worker` is the service worker's address, where the site
    has one. `twins` tells whether models have copies packed by gzip, as `<name>.glb.gz`.
    """

    format: Literal[1] = 1
    root: str
    language: str
    hall: str
    shard: str
    languages: dict[str, str]
    strings: dict[str, str]
    worker: str | None = None
    twins: bool = True


class BootModule(Frozen):
    """A file of the viewer that a visitor waits for, and its size, for real progress."""

    address: str
    bytes: int


class BootData(Frozen):
    """The block `<script type="application/json" id="hallgen-boot">`, for the boot script.

    It fetches `modules`, imports `module`, and takes its own messages away; from there on the
    module tells what it does. Where that fails it says so and leaves the plan.
    """

    format: Literal[1] = 1
    root: str
    module: str
    modules: tuple[BootModule, ...]
    strings: dict[str, str]


class CardBooth(Frozen):
    """A booth on a card: its id and number, its hall's name, and the ways to it."""

    id: str
    number: str
    hall: str
    plan: str
    walk: str


class PageCard(Frozen):
    """The block `<script type="application/json" id="hallgen-card">` of an exhibitor's, a
    product's or a session's page: what a visitor's own lists say of it.

    `address` is the page's without its language ("exhibitors/abb/"): it is what such lists keep.
    `maker` is the name of a product's exhibitor and `maker_address` its page's, '' where the card
    is an exhibitor's own; how to reach it is the exhibitor's as well. `specifications` are names
    and values. `start` and `end` are a session's (ISO 8601, with an offset where the fair's zone is
    known), its `note` where it takes place. Addresses are relative to the site's root.
    """

    format: Literal[1] = 1
    kind: Literal["exhibitor", "product", "session"]
    address: str
    name: str
    note: str
    picture: str | None
    maker: str
    maker_address: str
    booths: tuple[CardBooth, ...]
    website: str | None
    email: str | None
    phone: str | None
    specifications: tuple[tuple[str, str], ...] = ()
    start: str | None = None
    end: str | None = None


class BuildName(Frozen):
    """`build.json`: a name that all files of a build share, made of their content."""

    format: Literal[1] = 1
    build: str


#: A file's bytes, and the first sixteen hexadecimal digits of its SHA-256.
SavedFile = tuple[int, str]


class SavedHall(Frozen):
    """`offline/<hall>.json`: all that a hall needs to be walked without a network, by address.

    `files` are needed in all languages, `languages` what each needs besides. `unpacked` are the
    models whose packed twins are among `files`: hosts may send either. By it the service worker
    knows a file of another build, and one that did not come whole.
    """

    format: Literal[1] = 1
    build: str
    hall: str
    files: dict[str, SavedFile]
    languages: dict[str, dict[str, SavedFile]]
    unpacked: dict[str, SavedFile]


class ManifestDoor(Frozen):
    """A door to another hall, for ways over several halls.

    `leads` is that hall, `at` where one stands there on having come in, and `onward` how far it
    is on foot from there to the hall's other doors: metres by the id of the door's gate. Doors
    to which no way leads are not in it.
    """

    gate: str
    position: Spot
    leads: str
    at: Spot
    onward: dict[str, float]


class ManifestHall(Frozen):
    """A hall in `fair.json`. Sites of before have no `doors`."""

    id: str
    name: dict[str, str]
    tileset: str
    shards: dict[str, str]
    pages: dict[str, str]
    doors: tuple[ManifestDoor, ...] = ()


class Manifest(Frozen):
    """`fair.json`: the versioned front door for programs.

    `exhibitors` gives an exhibitor's address by its id, without the language before it
    ("exhibitors/abb/"); `booths` the hall by the booth's id; `models` a booth's own GLB.
    """

    format: Literal[1] = 1
    generator: str
    id: str
    name: dict[str, str]
    languages: tuple[str, ...]
    halls: tuple[ManifestHall, ...]
    exhibitors: dict[str, str]
    booths: dict[str, str]
    models: dict[str, str]


class SearchEntry(Frozen):
    """`search/<language>.json`: where the search's files of a language are, and how they are cut.

    `starts` has the first term of each file `<folder>terms/<n>.json`; terms are in the order in
    which JavaScript compares strings. `count` things can be found, numbered from 0, and each file
    `<folder>things/<n>.json` has `at_once` of them.
    """

    format: Literal[1] = 1
    folder: str
    count: int
    at_once: int
    starts: tuple[str, ...]


class SearchTerms(Frozen):
    """Some terms, and for each the things whose name has it, and those of which else it is said.

    Numbers of things are packed as `hallgen.site.search_index.packed` says.
    """

    format: Literal[1] = 1
    terms: tuple[str, ...]
    named: tuple[str, ...]
    told: tuple[str, ...]


class SearchThing(Frozen):
    """What a result shows: its page, its title, a note below it, a picture, the way to it in its
    hall (`walk`) and the id of its booth, all three null where there is none.
    """

    kind: Literal["exhibitor", "product", "session", "trail", "page"]
    page: str
    title: str
    note: str
    picture: str | None
    walk: str | None
    booth: str | None


class SearchThings(Frozen):
    """Some of the things that can be found, in the order of their numbers."""

    format: Literal[1] = 1
    things: tuple[SearchThing, ...]


class SearchFacets(Frozen):
    """`<folder>facets.json`: the things that have a value, by facet and value, packed as terms'."""

    format: Literal[1] = 1
    values: dict[str, dict[str, str]]
