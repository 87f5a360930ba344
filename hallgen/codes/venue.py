"""H270-H299: what a venue's rules ask of a plan, and what exhibitors want of one."""

from __future__ import annotations

from typing import Final

from hallgen.diagnostics import Code, Severity

EXIT_BLOCKED: Final = Code(
    "H270",
    Severity.WARNING,
    "A booth stands on floor that is to be kept free before a gate or an exit.",
    "Move the booth away from the door, or move the door on the plan if it is elsewhere.",
)
BOOTH_NEAR_WALL: Final = Code(
    "H271",
    Severity.HINT,
    "A booth stands nearer to a wall than the venue allows.",
    "Leave the way for maintenance behind it, or ask the venue.",
)
BOOTH_NEAR_COLUMN: Final = Code(
    "H272",
    Severity.HINT,
    "A booth stands nearer to a column than the venue allows.",
    "Leave room around the column, or ask the venue.",
)
BOOTH_NEAR_HYDRANT: Final = Code(
    "H273",
    Severity.WARNING,
    "A booth stands nearer to a hydrant than the fire rules allow.",
    "Move or cut the booth, so that the hydrant is free and seen.",
)
ROW_LONG: Final = Code(
    "H274",
    Severity.HINT,
    "A row of booths is longer than the venue allows without a way across.",
    "Leave a cross aisle in the row.",
)
BOOTH_NEEDS_EXITS: Final = Code(
    "H275",
    Severity.WARNING,
    "A large booth is not open to two opposite sides.",
    "Open a second side opposite to the first, or divide the booth.",
)
BOOTH_HIGH: Final = Code(
    "H276",
    Severity.WARNING,
    "A booth is to be built higher than the venue allows.",
    "Correct it under `booth_heights` in fair.yaml, or have the exhibitor build lower.",
)
ESCAPE_FAR: Final = Code(
    "H277",
    Severity.WARNING,
    "From a booth it is further to an exit than fire rules allow.",
    "Open a shorter way, or draw the exits that are missing under `layers: exits`.",
)
FLOOR_CROWDED: Final = Code(
    "H278",
    Severity.HINT,
    "Booths take a larger share of a hall's floor than the venue allows.",
    "Widen the aisles, or ask the venue.",
)
FEW_MAIN_AISLES: Final = Code(
    "H279",
    Severity.HINT,
    "No aisle of a hall is as wide as a main aisle should be.",
    "Widen one aisle between the gates.",
)
COMPETING_NEIGHBOURS: Final = Code(
    "H280",
    Severity.HINT,
    "Exhibitors of one category stand side by side on one aisle.",
    "Nothing, if they agree; else put another booth between them.",
)
RULES_UNKNOWN: Final = Code(
    "H281",
    Severity.WARNING,
    "fair.yaml names a rule profile that there is none of; the usual one is taken.",
    "Correct the name, or leave it out.",
)
DEMAND_WITHOUT_AREA: Final = Code(
    "H285",
    Severity.ERROR,
    "A row of a demand does not say how much floor is wanted.",
    "Give an area in m2, or a width and a depth in metres.",
)
DEMAND_VALUE: Final = Code(
    "H286",
    Severity.WARNING,
    "A value in a demand is not one that is known; the usual one is taken.",
    "Open sides are 1 to 4 (or row, corner, peninsula, island), tiers 1 to 3.",
)
WISH_UNKNOWN: Final = Code(
    "H287",
    Severity.WARNING,
    "A wish names somebody who is not in the demand; it is passed over.",
    "Write the name or the id as in the list.",
)
BOOTH_UNPLACED: Final = Code(
    "H288",
    Severity.WARNING,
    "A wanted booth found no place in the proposed plan.",
    "Sell less, or try --effort long, or a fair with another rule profile.",
)
SIDES_SHORT: Final = Code(
    "H289",
    Severity.HINT,
    "A proposed booth has fewer open sides than were wanted.",
    "Offer the exhibitor what there is, or try --effort long.",
)
