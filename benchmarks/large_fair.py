"""CPU seconds of the draft light of a whole fair, hall after hall.

    python -m benchmarks.large_fair [--exhibitors 2800] [--seed 1] [--fair DIR]

The fair is made for it (benchmarks.fair), or read from a folder where one was made. Only baking
and what it keeps are counted, not what makes the booths. The second pass is a build that was
interrupted at its end: it finds everything and bakes nothing.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fair import make_fair, write_fair
from hallgen.build import CheckedFair, read_and_check
from hallgen.build.lighting import Lighting
from hallgen.build.store import Store
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light import LightQuality
from hallgen.media import MediaLibrary
from hallgen.model import FairIndex, Hall

#: Posters show photos; the light of a booth does not depend on how sharp they are.
_PHOTO_WIDTH = 256


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--exhibitors", type=int, default=2800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fair", type=Path, help="a folder that benchmarks.fair wrote")
    said = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = said.fair or Path(scratch) / "fair"
        if said.fair is None:
            write_fair(make_fair(said.exhibitors, said.seed), folder, _PHOTO_WIDTH)
        noted = Diagnostics()
        checked = read_and_check(folder, noted)
        store = Path(scratch) / "light"
        print(f"{'pass':<6}{'hall':<6}{'booths':>8}{'bakes':>8}{'CPU s':>9}{'MB kept':>9}")
        for number in (1, 2):
            booths, spent = 0, 0.0
            for hall in checked.fair.halls:
                spent += _light(checked, hall, Store(store), noted)
                booths += len(hall.booths)
                kept = [path.stat().st_size for path in store.rglob("*") if path.is_file()]
                print(
                    f"{number:<6}{hall.id:<6}{booths:>8}{len(kept):>8}{spent:>9.1f}"
                    f"{sum(kept) / 1e6:>9.1f}",
                    flush=True,
                )


def _light(checked: CheckedFair, hall: Hall, store: Store, noted: Diagnostics) -> float:
    """CPU seconds of the light of one hall and its booths."""
    index, media = FairIndex(checked.fair), MediaLibrary(checked.fair.folder, noted)
    lighting = Lighting(LightQuality.DRAFT, store, noted)
    layout = checked.layouts[hall.id]
    built = [build_booth(index.booths[b.booth], b, index, media) for b in layout.booths]
    shell = build_hall(hall, layout, index)
    began = time.process_time()
    lighting.hall(shell, [lighting.booth(booth, hall) for booth in built])
    return time.process_time() - began


if __name__ == "__main__":
    main()
