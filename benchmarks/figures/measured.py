"""What is measured: sites of the small example fairs, the viewer, the tiles' packing, importing."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hallgen
from benchmarks import packing
from hallgen.build.inspection import inspect_path
from hallgen.diagnostics import Diagnostics
from hallgen.formats import Packing
from hallgen.readers import read_fair
from hallgen.resources import viewer
from hallgen.site import read_viewer

ROOT = Path(__file__).parents[2]
FAIRS = ("one-hall", "trade-pavilion")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of something. Less is better in all of them; one in seconds is not compared."""

    subject: str
    name: str
    value: float
    unit: str

    @property
    def stable(self) -> bool:
        return self.unit != "s"


def measure(folder: Path) -> Iterator[Measured]:
    """All figures; sites are built below `folder`."""
    yield from _viewer()
    yield from _importing()
    for name in FAIRS:
        yield from _site(name, folder)
        yield from _packing(name)


def _viewer() -> Iterator[Measured]:
    """What a visitor waits for: the script in the page, then the modules of the view."""
    bundle = read_viewer(viewer())
    waited = [bundle.files[module] for module in bundle.modules]
    yield Measured("viewer", "script in pages, gzip", _zipped(bundle.boot.encode()), "bytes")
    yield Measured("viewer", "modules of a view, gzip", sum(map(_zipped, waited)), "bytes")
    yield Measured("viewer", "all files", sum(map(len, bundle.files.values())), "bytes")


def _importing() -> Iterator[Measured]:
    """How much `import hallgen` and the command's start load, besides Python's own."""
    for what in ("hallgen", "hallgen.cli"):
        script = f"import sys, {what}; print(*sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        )
        loaded = [m for m in done.stdout.split() if m.split(".")[0] not in sys.stdlib_module_names]
        yield Measured(f"import {what}", "modules loaded", len(loaded), "modules")


def _site(name: str, folder: Path) -> Iterator[Measured]:
    fair, site = folder / name, folder / f"{name}-site"
    shutil.rmtree(fair, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / name, fair)
    store = folder / f"{name}-store"
    shutil.rmtree(store, ignore_errors=True)
    start = time.monotonic()
    report = hallgen.build_site(fair, site, cache=store, jobs=2)
    yield Measured(name, "first build", round(time.monotonic() - start, 1), "s")
    yield Measured(name, "files of the site", report.files, "files")
    yield Measured(name, "bytes of the site", report.bytes, "bytes")
    yield Measured(name, "largest file", report.largest[0][1], "bytes")
    yield Measured(name, "bytes an exhibitor", report.bytes // report.exhibitors, "bytes")
    for kind, size in sorted(report.kinds.items()):
        yield Measured(name, f"bytes of {kind}", size, "bytes")
    page = next((site / "en" / "halls").glob("*/index.html"))
    yield Measured(name, "a hall's page, gzip", _zipped(page.read_bytes()), "bytes")
    for figure in inspect_path(site).figures:
        unit = "bytes" if "triangles" not in figure.name and "calls" not in figure.name else "count"
        yield Measured(name, figure.name, figure.largest[1], unit)


def _packing(name: str) -> Iterator[Measured]:
    """Tiles on the wire, packed to plain; without light."""
    fair = read_fair(ROOT / "examples" / name, Diagnostics())
    built = packing.build(fair, fair.halls[0])
    plain, packed = (packing.measure(built, way) for way in (Packing.PLAIN, Packing.MESHOPT))
    yield Measured(name, "tiles packed to plain", round(packed[0] / plain[0], 4), "ratio")
    yield Measured(name, "tiles packed to plain, gzip", round(packed[1] / plain[1], 4), "ratio")


def _zipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))
