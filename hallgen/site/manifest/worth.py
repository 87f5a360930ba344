"""What is worth seeing in a hall, and the trails that lead there."""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen
from hallgen.site.manifest.places import Pose, Spot, Vector


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
