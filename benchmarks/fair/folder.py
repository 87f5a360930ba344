"""A fair as its maker knows it, and as a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks.fair.exhibitors import Exhibitors, Plot, exhibitors
from benchmarks.fair.halls import hall_specs
from benchmarks.fair.models import model
from benchmarks.fair.photos import photo
from benchmarks.fair.plan import HallSpec, bay_of, draw
from benchmarks.fair.products import products
from benchmarks.fair.sheet import fair_yaml, plan_files
from tools.industry_fair.drawn import DrawnHall
from tools.industry_fair.firms import Firm
from tools.industry_fair.lists import exhibitors_csv, products_json
from tools.industry_fair.logos import has_logo, logo, logo_name
from tools.industry_fair.products import Shown

#: A photo's width in pixels, as of one sent by e-mail: some 60 kB, so that 15,000 are 0.9 GB. Those
#: that come as phones take them are 4,000 wide.
PHOTO_WIDTH = 1024


@dataclass(frozen=True, slots=True)
class Truth:
    """What a folder holds. `booths` are by hall; `most_names` is how many exhibitors share the
    largest joint stand.
    """

    booths: dict[str, int]
    exhibitors: int
    boothless: int
    products: int
    models: int
    logos: int
    zones: int
    most_names: int


@dataclass(frozen=True, slots=True)
class MadeFair:
    """A fair before it is written: its halls, who stands there, and what they show."""

    specs: tuple[HallSpec, ...]
    halls: tuple[DrawnHall, ...]
    who: Exhibitors
    shown: tuple[Shown, ...]

    @property
    def truth(self) -> Truth:
        return Truth(
            booths={hall.id: len(hall.stands) for hall in self.halls},
            exhibitors=len(self.who.firms),
            boothless=sum(1 for firm in self.who.firms if not firm.booths),
            products=len(self.shown),
            models=sum(1 for one in self.shown if one.model),
            logos=sum(1 for firm in self.who.firms if has_logo(firm)),
            zones=len({zone.id for spec in self.specs for zone in spec.bays}),
            most_names=max(self.who.names.values(), default=1),
        )


def make_fair(count: int, seed: int = 1) -> MadeFair:
    """A fair of so many exhibitors, the same for the same numbers."""
    specs = hall_specs(count)
    halls = [draw(spec, str(seed)) for spec in specs]
    plots = [
        Plot(f"{hall.id}-{stand.number}", stand, spec.bays[bay_of(stand.number)])
        for spec, hall in zip(specs, halls, strict=True)
        for stand in hall.stands
    ]
    who = exhibitors(count, plots, str(seed))
    drawn = tuple(_with_pavilions(hall, who.joint) for hall in halls)
    return MadeFair(specs, drawn, who, products(who.firms, str(seed)))


def write_fair(fair: MadeFair, folder: Path, photo_width: int = PHOTO_WIDTH, jobs: int = 0) -> None:
    """Write a fair's folder; pictures and models by `jobs` processes, 0 for one a processor.

    Raises FileExistsError where the folder already holds something.
    """
    write_lists(fair, folder)
    for files in _made(_media(fair, photo_width), jobs or os.cpu_count() or 1):
        for name, data in files.items():
            _write(folder / "media" / name, data)


def write_lists(fair: MadeFair, folder: Path) -> None:
    """Write a fair's lists and plans, without what they name of pictures and models.

    Raises FileExistsError where the folder already holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: name a new folder, or empty it.")
    texts = {
        "fair.yaml": fair_yaml(fair.specs, fair.halls),
        "exhibitors.csv": exhibitors_csv(fair.who.firms),
        "products.json": products_json(fair.shown),
        **plan_files(fair.halls),
    }
    for name, text in texts.items():
        _write(folder / name, text.encode("utf-8"))


Task = Callable[[], dict[str, bytes]]


def _media(fair: MadeFair, photo_width: int) -> list[Task]:
    return [
        *(partial(_logo, firm) for firm in fair.who.firms if has_logo(firm)),
        *(partial(model, one) for one in fair.shown if one.model),
        *(partial(_photo, one, photo_width) for one in fair.shown),
    ]


def _made(tasks: Sequence[Task], jobs: int) -> Iterator[dict[str, bytes]]:
    if jobs == 1:
        yield from (task() for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_run, tasks, chunksize=8)


def _run(task: Task) -> dict[str, bytes]:
    return task()


def _logo(firm: Firm) -> dict[str, bytes]:
    return {logo_name(firm): logo(firm)}


def _photo(one: Shown, width: int) -> dict[str, bytes]:
    return {one.images[0]: photo(one, width)}


def _with_pavilions(hall: DrawnHall, joint: frozenset[str]) -> DrawnHall:
    stands = (replace(s, pavilion=f"{hall.id}-{s.number}" in joint) for s in hall.stands)
    return replace(hall, stands=tuple(stands))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
