"""What a booth or a hall asks the graphics for: a slot, its kind and its real size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GraphicKind(StrEnum):
    """What is printed, and so how it is laid out.

    Booths: FASCIA (names, mark, number), UNIT_FASCIA (of a co-exhibitor), HEADER and TOWER
    (logo and name), WALL (headline and motif), POSTER_BRAND, POSTER_PRODUCT, COUNTER,
    LABEL (a product's name on its plinth), CONTROL (what a machine's control shows), SCREEN,
    PATTERN (colour without words), QR (the way to the exhibitor's page, where the site's
    address is known), RESERVED (an empty booth).
    Halls: HALL_BANNER, ZONE_BANNER, EXIT_SIGN, DIRECTION (the way to other zones), FAIR_BANNER
    (the fair's name on a wall), STAGE_SCREEN and AREA_SIGN (an area's name), AXIS (a column's).
    """

    FASCIA = "fascia"
    UNIT_FASCIA = "unit-fascia"
    HEADER = "header"
    TOWER = "tower"
    WALL = "wall"
    POSTER_BRAND = "poster-brand"
    POSTER_PRODUCT = "poster-product"
    COUNTER = "counter"
    LABEL = "label"
    CONTROL = "control"
    SCREEN = "screen"
    PATTERN = "pattern"
    QR = "qr"
    RESERVED = "reserved"
    HALL_BANNER = "hall-banner"
    ZONE_BANNER = "zone-banner"
    EXIT_SIGN = "exit-sign"
    DIRECTION = "direction"
    FAIR_BANNER = "fair-banner"
    STAGE_SCREEN = "stage-screen"
    AREA_SIGN = "area-sign"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Graphic:
    """One picture wanted. `width` and `height` in metres as it hangs.

    `slot` names it in the atlas. `subject` is the id of what it is about where that is not
    the booth's main exhibitor: a product (POSTER_PRODUCT, LABEL, SCREEN), a co-exhibitor
    (UNIT_FASCIA, or any other kind in its part of a joint stand), a zone (ZONE_BANNER), the
    number of one of the hall's areas (STAGE_SCREEN, AREA_SIGN), the words themselves (AXIS).
    `ratio` is how many times smaller than it is a product stands over its LABEL.
    """

    slot: str
    kind: GraphicKind
    width: float
    height: float
    subject: str | None = None
    ratio: float = 1.0
