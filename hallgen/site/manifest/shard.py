"""One hall in one language: what its 3D view shows and tells."""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen
from hallgen.site.manifest.places import Pose, Spot, Vector
from hallgen.site.manifest.worth import ShardExperience, ShardMark, ShardTrail


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
