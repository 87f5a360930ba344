"""The first steps of every build, which `hallgen check` stops after: read, lay out, check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.model import Fair, HallLayout
from hallgen.readers import read_fair


@dataclass(frozen=True, slots=True)
class CheckedFair:
    """A fair as it was understood, its halls laid out, and every fault found so far."""

    fair: Fair
    layouts: dict[str, HallLayout]
    diagnostics: Diagnostics

    def summary(self) -> list[str]:
        """One line a hall and one for the lists, as a person would count them."""
        lines = []
        for hall in self.fair.halls:
            _, _, width, depth = hall.outline.bounds
            let = sum(1 for booth in hall.booths if booth.main_exhibitor is not None)
            size = f"{width:.1f} x {depth:.1f} m"
            lines.append(f"Hall {hall.id}: {size}, {len(hall.booths)} booths, {let} let.")
        placed = sum(1 for exhibitor in self.fair.exhibitors if exhibitor.booths)
        lines.append(
            f"{len(self.fair.exhibitors)} exhibitors, {placed} with a booth; "
            f"{len(self.fair.products)} products; {len(self.fair.sessions)} sessions."
        )
        return lines


def read_and_check(folder: Path, diagnostics: Diagnostics) -> CheckedFair:
    """Read a fair folder and add every fault of it to `diagnostics`.

    Raises UsageError where there is no fair, and FairError where nothing of it can be built;
    `diagnostics` then have all that was found on the way.
    """
    fair = read_fair(folder, diagnostics)
    layouts = {hall.id: lay_out(hall, diagnostics) for hall in fair.halls}
    check_fair(fair, layouts, diagnostics)
    return CheckedFair(fair, layouts, diagnostics)
