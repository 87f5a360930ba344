"""Booth numbers as fairs give them: a letter for each row, and along it 01, 02, 03."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hallgen.proposals.lattice import Block
from hallgen.proposals.place import Spot
from hallgen.proposals.ways import Where

#: Without I and O, which are read as 1 and 0.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def numbers(blocks: Sequence[Block], spots: Sequence[Spot]) -> list[str]:
    """The number of each spot: rows from the bottom up, booths from the left."""
    rows: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, spot in enumerate(spots):
        rows[blocks[spot.block].strip, int(spot.where is Where.HIGH)].append(at)
    found = [""] * len(spots)
    for row, key in enumerate(sorted(rows)):
        for place, at in enumerate(sorted(rows[key], key=lambda at: spots[at].x0), start=1):
            found[at] = f"{_letter(row)}{place:02}"
    return found


def _letter(row: int) -> str:
    round_, letter = divmod(row, len(_LETTERS))
    return ("" if round_ == 0 else _LETTERS[round_ - 1]) + _LETTERS[letter]
