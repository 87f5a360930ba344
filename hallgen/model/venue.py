"""What a venue and its fire authority ask of a hall's plan."""

from __future__ import annotations

from pydantic import Field

from hallgen.model.geometry import Frozen

_Length = Field(default=None, ge=0, allow_inf_nan=False)


class VenueRules(Frozen):
    """A rule profile: metres, and square metres where it says so. None or 0:
    no such rule.

    `aisle` is the least width between groups of booths, `main_aisle` that of a main aisle.
    `exit_clear` is kept free before exits and gates, `wall_clear`, `column_clear` and
    `hydrant_clear` around what they name. `row` is the longest row of booths without a way across.
    `height` is the highest a booth may be, `under_roof` what stays free under the hall's roof.
    `two_exits_above` (m2) is the area from which on a booth is open to opposite sides.
    `escape` is the longest way from anywhere in a booth to an exit, `net_share` the largest share
    of the hall's floor that booths may take (0 to 1).
    """

    aisle: float | None = _Length
    main_aisle: float | None = _Length
    exit_clear: float | None = _Length
    wall_clear: float | None = _Length
    column_clear: float | None = _Length
    hydrant_clear: float | None = _Length
    row: float | None = _Length
    height: float | None = _Length
    under_roof: float | None = _Length
    two_exits_above: float | None = _Length
    escape: float | None = _Length
    net_share: float | None = Field(default=None, ge=0, le=1)
