"""CPU seconds of the draft light of a whole fair, hall after hall.

    python -m benchmarks.large_fair [--exhibitors 2800] [--seed 1] [--fair DIR] [--store DIR]

The fair is made for it (benchmarks.fair), or read from a folder where one was made. `cold` is the
light of all halls so far, nothing being kept from before; `again` that of a build that takes up one
which was interrupted at its end: it bakes nothing. `made` is what making booths and halls took, and
is no part of either; `bakes` is how many different designs there were. All seconds are CPU seconds
of this one process. With a STORE, a run that was stopped goes on where it was, and what was baked
before is no longer counted as cold.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fair import make_fair, write_fair
from hallgen.build.lighting import Lighting
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light import LightQuality
from hallgen.model import FairIndex, Hall
from hallgen.store import Store
from tests.support.libraries import library_of

#: Posters show photos; the light of a booth does not depend on how sharp they are.
_PHOTO_WIDTH = 256


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--exhibitors", type=int, default=2800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fair", type=Path, help="a folder that benchmarks.fair wrote")
    parser.add_argument("--store", type=Path, help="where light is kept, else nowhere")
    said = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = said.fair or Path(scratch) / "fair"
        if said.fair is None:
            write_fair(make_fair(said.exhibitors, said.seed), folder, _PHOTO_WIDTH)
        noted = Diagnostics()
        checked = read_and_check(folder, noted)
        store = said.store or Path(scratch) / "light"
        print(
            f"{'hall':<6}{'booths':>8}{'bakes':>8}{'made s':>9}{'cold s':>9}{'again s':>9}{'MB':>7}"
        )
        booths, so_far = 0, defaultdict[str, float](float)
        for hall in checked.fair.halls:
            booths += len(hall.booths)
            for what, seconds in _spent(checked, hall, store, noted).items():
                so_far[what] += seconds
            kept = [path.stat().st_size for path in store.rglob("*") if path.is_file()]
            print(
                f"{hall.id:<6}{booths:>8}{len(kept):>8}{so_far['made']:>9.1f}{so_far['cold']:>9.1f}"
                f"{so_far['again']:>9.1f}{sum(kept) / 1e6:>7.1f}",
                flush=True,
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{peak:.0f} MB at most in memory")


def _spent(checked: CheckedFair, hall: Hall, store: Path, noted: Diagnostics) -> dict[str, float]:
    """CPU seconds of a hall: made, cold and again.

    Each booth is lit as soon as it is made, so that what is kept of a run that is stopped is much.
    """
    index, media = FairIndex(checked.fair), library_of(checked.fair.folder)
    first, second = (Lighting(LightQuality.DRAFT, Store(store), noted) for _ in range(2))
    layout, spent = checked.layouts[hall.id], defaultdict[str, float](float)
    lit = []
    for laid in layout.booths:
        with _timed(spent, "made"):
            built = build_booth(index.booths[laid.booth], laid, index, media)
        with _timed(spent, "cold"):
            lit.append(first.booth(built, hall))
        with _timed(spent, "again"):
            second.booth(built, hall)
    with _timed(spent, "made"):
        shell = build_hall(hall, layout, index)
    with _timed(spent, "cold"):
        first.hall(shell, lit)
    with _timed(spent, "again"):
        second.hall(shell, lit)
    return spent


@contextmanager
def _timed(spent: dict[str, float], what: str) -> Iterator[None]:
    began = time.process_time()
    yield
    spent[what] += time.process_time() - began


if __name__ == "__main__":
    main()
