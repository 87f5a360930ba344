"""Lighting the whole sample fair, cold: every booth's design once, every hall last.

    python -m benchmarks.lighting

Goals on two cores: final light within 6 minutes, draft light within 90 seconds. Halls are lit by
a process each, so two cores take about half of the CPU seconds printed here; the longest hall
bounds it. Designs that several booths share are baked once: the counts tell.
"""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hallgen.build.lighting import Lighting
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light import LightQuality
from hallgen.model import FairIndex
from hallgen.store import Store
from tests.support.libraries import library_of

FAIR = Path(__file__).parents[1] / "examples/industry-fair"
GOALS = {LightQuality.DRAFT: 90.0, LightQuality.FINAL: 360.0}


def main() -> None:
    noted = Diagnostics()
    checked = read_and_check(FAIR, noted)
    index, media = FairIndex(checked.fair), library_of(checked.fair.folder)
    spent = dict.fromkeys(LightQuality, 0.0)
    print(f"{'hall':<6}{'quality':<9}{'booths':>7}{'bakes':>7}{'CPU s':>8}")
    for hall in checked.fair.halls:
        layout = checked.layouts[hall.id]
        built = [build_booth(index.booths[b.booth], b, index, media) for b in layout.booths]
        shell = build_hall(hall, layout, index)
        for quality in LightQuality:
            with TemporaryDirectory() as folder:
                lighting = Lighting(quality, Store(Path(folder)), noted)
                began = time.process_time()
                lighting.hall(shell, [lighting.booth(booth, hall) for booth in built])
                seconds = time.process_time() - began
                bakes = sum(path.is_file() for path in Path(folder).rglob("*"))
            spent[quality] += seconds
            print(f"{hall.id:<6}{quality:<9}{len(built):>7}{bakes:>7}{seconds:>8.1f}", flush=True)
    for quality, goal in GOALS.items():
        print(f"{quality}: {spent[quality]:.0f} CPU s; goal {goal:.0f} s on two cores.")


if __name__ == "__main__":
    main()
