"""Baking light: how much of the baker's time is Embree's, and how it compares to Blender Cycles.

    python -m benchmarks.bake [--hall] [--cycles]

Goals: at least 60 % of raw Embree's rays a CPU second on the baker's own scenes, and ten times
the rays of Cycles' ambient occlusion bake on like work (`benchmarks.cycles` says what that
needs). With `--hall` a hall is baked as well, amid its booths in draft light, which takes
minutes. Times are CPU seconds of one process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.cycles import ambient_occlusion
from hallgen.build.lighting import Lighting
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light import BOOTH, LightQuality, bake_light, in_a_hall
from hallgen.light.rays import Rays
from hallgen.model import FairIndex
from hallgen.scene import Scene
from hallgen.store import Store
from tests.support.libraries import library_of

FAIR = Path(__file__).parents[1] / "examples/industry-fair"
SIZES = (9, 42, 120)
HALL = "6.1"
GOAL_SHARE = 0.60
GOAL_CYCLES = 10


class Meter:
    """Rays traced, and the CPU seconds that Embree took for them."""

    def __init__(self) -> None:
        self.rays = 0
        self.seconds = 0.0


@contextmanager
def metered() -> Iterator[Meter]:
    """Count what every `Rays` traces meanwhile: the call into Embree, nothing around it."""
    meter = Meter()
    true_init = Rays.__init__

    def counting(self: Rays, *given: Any) -> None:
        true_init(self, *given)
        self._scene = _Counted(self._scene, meter)  # type: ignore[assignment]

    Rays.__init__ = counting  # type: ignore[method-assign]
    try:
        yield meter
    finally:
        Rays.__init__ = true_init  # type: ignore[method-assign]


class _Counted:
    def __init__(self, scene: Any, meter: Meter) -> None:
        self._scene, self._meter = scene, meter

    def run(self, origins: Any, *given: Any, **named: Any) -> Any:
        began = time.process_time()
        found = self._scene.run(origins, *given, **named)
        self._meter.seconds += time.process_time() - began
        self._meter.rays += len(origins)
        return found


def scenes() -> Iterator[tuple[str, Scene]]:
    """A shell booth, a modular one and an island of the sample fair."""
    checked = read_and_check(FAIR, Diagnostics())
    index, media = FairIndex(checked.fair), library_of(checked.fair.folder)
    layout = checked.layouts[checked.fair.halls[0].id]
    for size in SIZES:
        nearest = min(layout.booths, key=lambda booth: abs(booth.area - size))
        built = build_booth(index.booths[nearest.booth], nearest, index, media)
        yield f"{nearest.booth}, {nearest.area:.0f} m2", built.scene


def hall_bake(folder: Path) -> Callable[[], object]:
    """What bakes a hall of the sample fair with its booths' known light; made ready in a folder."""
    noted = Diagnostics()
    checked = read_and_check(FAIR, noted)
    index, media = FairIndex(checked.fair), library_of(checked.fair.folder)
    hall, layout = index.halls[HALL], checked.layouts[HALL]
    draft = Lighting(LightQuality.DRAFT, Store(folder), noted)
    booths = [
        draft.booth(build_booth(index.booths[b.booth], b, index, media), hall)
        for b in layout.booths
    ]
    shell = build_hall(hall, layout, index)
    final = Lighting(LightQuality.FINAL, Store(folder), noted)
    return lambda: final.hall(shell, booths)


def measured(name: str, quality: LightQuality, bake: Callable[[], object]) -> float:
    """Print a row; the rays a CPU second of a bake."""
    with metered() as meter:
        began = time.process_time()
        bake()
        seconds = time.process_time() - began
    print(
        f"{name:<22}{quality.value:<8}{meter.rays / 1e6:>8.2f}{seconds:>8.2f}"
        f"{meter.rays / seconds / 1e6:>9.2f}{meter.rays / meter.seconds / 1e6:>7.2f}"
        f"{meter.seconds / seconds:>8.0%}",
        flush=True,
    )
    return meter.rays / seconds


def main() -> None:
    print(
        f"{'design':<22}{'quality':<8}{'rays M':>8}{'CPU s':>8}{'M/CPU s':>9}{'raw':>7}{'share':>8}"
    )
    rates = {}
    for name, scene in scenes():
        for quality in LightQuality:
            bake = partial(bake_light, scene, in_a_hall(10.0), BOOTH, quality)
            rates[name, quality] = measured(name, quality, bake)
    if "--hall" in sys.argv:
        with TemporaryDirectory() as folder:
            measured(f"hall {HALL}", LightQuality.FINAL, hall_bake(Path(folder)))
    print(f"Goal: a share of {GOAL_SHARE:.0%} at least.")
    if "--cycles" in sys.argv:
        for name, scene in scenes():
            peer, ours = ambient_occlusion(scene), rates[name, LightQuality.FINAL]
            print(f"{name:<22}Cycles{peer / 1e6:>26.2f} M/CPU s; ours {ours / peer:.1f} times that")
        print(f"Goal: {GOAL_CYCLES} times.")


if __name__ == "__main__":
    main()
