"""The tiles of the sample fair's halls on the wire: plain against packed, as they are and by gzip.

    python -m benchmarks.packing [HALL...]

Goal: a third of the bytes as they are, half of them by gzip. Halls are built without baked light.
CPU seconds are those of cutting and writing all tiles of a hall.
"""

from __future__ import annotations

import gzip
import sys
import time
from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.formats import Packing
from hallgen.kit import BuiltBooth, BuiltHall, build_booth, build_hall
from hallgen.layout import lay_out
from hallgen.model import Fair, FairIndex, Hall, HallLayout
from hallgen.readers import read_fair
from hallgen.tiles import cut_hall
from tests.support.libraries import library_of

FAIR = Path(__file__).parent.parent / "examples" / "industry-fair"
GOAL, GOAL_GZIP = 1 / 3, 1 / 2

_Built = tuple[HallLayout, BuiltHall, list[BuiltBooth]]


def build(fair: Fair, hall: Hall) -> _Built:
    index, diagnostics = FairIndex(fair), Diagnostics()
    layout = lay_out(hall, diagnostics)
    media = library_of(fair.folder)
    booths = [build_booth(index.booths[at.booth], at, index, media) for at in layout.booths]
    return layout, build_hall(hall, layout, index), booths


def measure(built: _Built, packing: Packing) -> tuple[int, int, float]:
    """Bytes, bytes by gzip, and CPU seconds."""
    start = time.process_time()
    tiles = cut_hall(*built, packing=packing).tiles.values()
    seconds = time.process_time() - start
    return sum(map(len, tiles)), sum(len(gzip.compress(tile, 9)) for tile in tiles), seconds


def main() -> None:
    fair = read_fair(FAIR, Diagnostics())
    chosen = [hall for hall in fair.halls if not sys.argv[1:] or hall.id in sys.argv[1:]]
    print("hall   tiles      bytes      gzip   CPU s")
    for hall in chosen:
        built = build(fair, hall)
        found = {packing: measure(built, packing) for packing in Packing}
        for packing, (size, zipped, seconds) in found.items():
            print(f"{hall.id:6} {packing:8}{size:>11,}{zipped:>10,}{seconds:8.2f}")
        plain, packed = found[Packing.PLAIN], found[Packing.MESHOPT]
        print(
            f"       ratio {packed[0] / plain[0]:.3f} (goal {GOAL:.3f}), "
            f"by gzip {packed[1] / plain[1]:.3f} (goal {GOAL_GZIP:.3f})"
        )


if __name__ == "__main__":
    main()
