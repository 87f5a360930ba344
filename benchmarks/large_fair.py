"""Draft light for a fair of 2,772 booths: the sample fair's halls 18 times, by other exhibitors.

    python -m benchmarks.large_fair [--copies N]

Styles, variants and pictures go by the exhibitor's id, so that copies are not alike: what designs
they share, they share as any fair does. The second pass is a build that was interrupted at its
end: it finds everything and bakes nothing.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hallgen.build import CheckedFair, read_and_check
from hallgen.build.lighting import Lighting
from hallgen.build.store import Store
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.light import LightQuality
from hallgen.media import MediaLibrary
from hallgen.model import Exhibitor, Fair, FairIndex, Product

FAIR = Path(__file__).parents[1] / "examples/industry-fair"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--copies", type=int, default=18)
    copies = parser.parse_args().copies
    noted = Diagnostics()
    checked = read_and_check(FAIR, noted)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        print(f"{'pass':<6}{'copy':>6}{'booths':>8}{'bakes':>8}{'CPU s':>9}")
        for number in (1, 2):
            booths, spent = 0, 0.0
            for copy, fair in enumerate(_copies(checked.fair, copies), start=1):
                seconds, lit = _light(checked, fair, store, noted)
                booths, spent = booths + lit, spent + seconds
                kept = sum(path.is_file() for path in Path(folder).rglob("*"))
                print(f"{number:<6}{copy:>6}{booths:>8}{kept:>8}{spent:>9.1f}", flush=True)


def _light(checked: CheckedFair, fair: Fair, store: Store, noted: Diagnostics) -> tuple[float, int]:
    """CPU seconds of light alone, and how many booths have it."""
    index, media = FairIndex(fair), MediaLibrary(fair.folder, noted)
    lighting = Lighting(LightQuality.DRAFT, store, noted)
    seconds, booths = 0.0, 0
    for hall in fair.halls:
        layout = checked.layouts[hall.id]
        built = [build_booth(index.booths[b.booth], b, index, media) for b in layout.booths]
        shell = build_hall(hall, layout, index)
        began = time.process_time()
        lighting.hall(shell, [lighting.booth(booth, hall) for booth in built])
        seconds += time.process_time() - began
        booths += len(built)
    return seconds, booths


def _copies(fair: Fair, count: int) -> Iterator[Fair]:
    """The fair with other exhibitors in the same booths."""
    for copy in range(count):
        renamed = {exhibitor.id: f"{exhibitor.id}-{copy}" for exhibitor in fair.exhibitors}
        yield fair.model_copy(
            update={
                "exhibitors": tuple(_exhibitor(e, renamed) for e in fair.exhibitors),
                "products": tuple(_product(p, renamed) for p in fair.products),
                "halls": tuple(
                    hall.model_copy(
                        update={
                            "booths": tuple(
                                booth.model_copy(
                                    update={
                                        "main_exhibitor": renamed.get(booth.main_exhibitor or ""),
                                        "co_exhibitors": tuple(
                                            renamed[other] for other in booth.co_exhibitors
                                        ),
                                    }
                                )
                                for booth in hall.booths
                            )
                        }
                    )
                    for hall in fair.halls
                ),
            }
        )


def _exhibitor(exhibitor: Exhibitor, renamed: dict[str, str]) -> Exhibitor:
    return exhibitor.model_copy(update={"id": renamed[exhibitor.id]})


def _product(product: Product, renamed: dict[str, str]) -> Product:
    return product.model_copy(update={"exhibitor": renamed[product.exhibitor]})


if __name__ == "__main__":
    main()
