"""Look at models as products: a fair with a booth for each, and a picture from before it.

    python -m tools.plinths FOLDER MODEL...

FOLDER gets the fair, its site and a picture a model. What stands there is what `hallgen build`
makes of each file; what it refuses is told, and its booth shows a stand-in.
"""

from __future__ import annotations

import csv
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.conftest import ROOT
from tools.screenshots import View, moved, take, visited

#: Booths are so wide and deep, with so much between them, in metres; so many stand in a row.
_WIDTH, _DEPTH, _AISLE, _ROW = 5, 4, 4, 5
_SCREEN = {"width": 960, "height": 640}

_FAIR = """\
format: 1
id: plinths
name: Plinths
languages: [en]
halls:
  - id: "1"
    height: 8
    plan:
      file: plans/hall-1.csv
      unit: m
      size: {{width: {width}, depth: {depth}}}
      also:
        gates: {{file: plans/gates.csv}}
"""


def write_fair(folder: Path, models: Sequence[Path]) -> None:
    """A fair folder with an exhibitor, a booth and a product for each model."""
    numbers = [f"A{k + 1:02}" for k in range(len(models))]
    rows = math.ceil(len(models) / _ROW)
    size = (_ROW * (_WIDTH + _AISLE) + _AISLE, rows * (_DEPTH + _AISLE) + 2 * _AISLE)
    _write(folder / "fair.yaml", _FAIR.format(width=size[0], depth=size[1]))
    _table(
        folder / "plans/hall-1.csv",
        "number x y width depth kind",
        (
            (
                number,
                _AISLE + k % _ROW * (_WIDTH + _AISLE),
                2 * _AISLE + k // _ROW * (_DEPTH + _AISLE),
                *(_WIDTH, _DEPTH, "raw"),
            )
            for k, number in enumerate(numbers)
        ),
    )
    _table(folder / "plans/gates.csv", "name x y", [("South gate", size[0] / 2, 0)])
    _table(
        folder / "exhibitors.csv",
        "id name booth",
        ((f"E{n}", path.stem, n) for n, path in zip(numbers, models, strict=True)),
    )
    products = []
    for number, path in zip(numbers, models, strict=True):
        # Models may name files beside them.
        place = folder / "media" / number
        shutil.copytree(path.parent, place) if path.suffix == ".gltf" else _copy(path, place)
        products.append(
            {
                "id": f"P{number}",
                "exhibitor": f"E{number}",
                "name": path.stem,
                "model": f"media/{number}/{path.name}",
            }
        )
    _write(folder / "products.json", json.dumps(products))


def _copy(path: Path, place: Path) -> None:
    place.mkdir(parents=True)
    shutil.copy(path, place)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _table(path: Path, header: str, rows: Iterable[Sequence[object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split())
        writer.writerows(rows)


def main(folder: Path, models: Sequence[Path]) -> None:
    """Make the fair, build it, and look at each booth from before it."""
    write_fair(folder / "fair", models)
    # It exits with 1 where it refused a model, and says so.
    site = folder / "site"
    command = (sys.executable, ROOT / "cli.py", "build", folder / "fair", "-o", site)
    subprocess.run(command, check=False)
    shard = json.loads((site / "tiles/1/hall.en.json").read_text("utf-8"))
    with visited(site) as (browser, base):
        for booth in shard["booths"]:
            pose = moved(booth["view"], ahead=1.0, pitch=-6)
            take(browser, f"{base}en/halls/1/", View(booth["number"], pose, _SCREEN), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
