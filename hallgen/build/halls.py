"""Building halls: one step makes all of one hall and writes its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

import numpy as np

from hallgen.build.booths import BoothMaker, BoothTask, Exhibits, booth_task, near
from hallgen.build.cuts import KeptCuts
from hallgen.build.files import write_file
from hallgen.build.kept_files import kept_or_made_files
from hallgen.build.lighting import Lighting
from hallgen.build.options import HallOptions
from hallgen.build.step_keys import step_key
from hallgen.build.stills import Photographer, Still, squared
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.formats import picture_name
from hallgen.kit import BuiltBooth, build_hall
from hallgen.light import ENVIRONMENT_RANGE, LightQuality
from hallgen.media.made import Made, MadeFile
from hallgen.model import Fair, FairIndex, Frozen, Hall, HallLayout, Ring, fair_of_hall
from hallgen.scene import Texture
from hallgen.scene import exhibits as exhibits_in
from hallgen.site import ScreenPlace, ShardProbe, addresses
from hallgen.store import Store, StorePlace
from hallgen.tiles import cut_hall, frame_matrix


@dataclass(frozen=True)
class HallTask:
    """One hall to build into a folder, with the part of the fair that it depends on.

    `stand_ins` are booths that cannot be built. Travels to another process.
    """

    fair: Fair
    layout: HallLayout
    aside: Path
    light: LightQuality
    store: StorePlace
    exhibits: Exhibits
    stand_ins: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        """The name of what comes of it."""
        inputs = self.fair.model_dump_json(), self.layout.model_dump_json()
        rest = self.light.value, self.exhibits.name, repr(sorted(self.stand_ins))
        return step_key("hall", *inputs, *rest)

    def booths(self) -> Iterator[BoothTask]:
        """The tasks of its booths, in the layout's order."""
        index = FairIndex(self.fair)
        for layout in self.layout.booths:
            booth = index.booths[layout.booth]
            yield booth_task(index, booth, layout, self.light, self.exhibits, self.store)


class HallFacts(Frozen):
    """What others need of a hall once its files are written: where nobody can walk, the width
    and height of the pictures that were taken, by address, what its gloss reflects, its booths'
    screens, and how large models stand there, by product: 1 is as large as they are.
    """

    hall: str
    obstacles: tuple[Ring, ...]
    stills: dict[str, tuple[int, int]]
    probe: ShardProbe | None
    scales: dict[str, float]
    screens: tuple[ScreenPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishedHall:
    """A hall whose files are written at these addresses, and what there is to tell of it. `key` is
    its task's.
    """

    key: str
    facts: HallFacts
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def hall_tasks(
    fair: Fair,
    layouts: Mapping[str, HallLayout],
    aside: Path,
    options: HallOptions,
    exhibits: Exhibits,
) -> list[HallTask]:
    """The tasks of all halls of a fair that were laid out, in the fair's order."""
    index = FairIndex(fair)
    tasks = []
    for hall in fair.halls:
        if hall.id in layouts:
            own = fair_of_hall(index, hall.id)
            place = layouts[hall.id], aside, options.light, options.store
            tasks.append(HallTask(own, *place, exhibits.of(own)))
    return tasks


def finish_hall(task: HallTask) -> FinishedHall:
    """Write a hall's tiles and its booths' own GLBs: made now, or as they were made before."""
    diagnostics = Diagnostics()
    store = Store(task.store)
    make = partial(_made, task, store, diagnostics)
    made = kept_or_made_files(store, task.key, HallFacts, make, "Halls", diagnostics)
    for file in made.files:
        write_file(task.aside, file.name, file.data)
    files = {file.name for file in made.files} | task.exhibits.models.addresses
    return FinishedHall(task.key, made.facts, tuple(sorted(files)), tuple(diagnostics))


def _made(task: HallTask, store: Store, diagnostics: Diagnostics) -> Made[HallFacts]:
    """Build a hall of its booths."""
    index = FairIndex(task.fair)
    hall = index.halls[task.layout.hall]
    models = task.exhibits.models
    shell = build_hall(hall, task.layout, index)
    maker = BoothMaker(diagnostics, task.stand_ins)
    tasks = list(task.booths())
    booths = [maker.booth(booth) for booth in tasks]
    shell = Lighting(task.light, store, diagnostics).hall(shell, booths)
    keep = KeptCuts(
        store, {one.layout.booth: one.key for one in tasks}, task.stand_ins, diagnostics
    )
    tiled = cut_hall(task.layout, shell, booths, keep=keep)
    folder = PurePosixPath(addresses.tileset(hall.id)).parent
    files = [MadeFile(str(folder / name), data) for name, data in tiled.files.items()]
    files += [MadeFile(f"media/{name}", data) for name, data in tiled.pictures.items()]
    few = task.fair.publishing.few
    for one, booth in zip(tasks, booths, strict=True) if not few else ():
        alone = maker.alone(one, booth)
        files.append(MadeFile(addresses.booth_model(booth.booth), alone))
    scales = dict(sorted(scale for booth in booths for scale in scales_of(booth)))
    shown = [near(booth, models) for booth in booths]
    photographer = Photographer(task.light, store, diagnostics)
    taken = photographer.stills(hall, task.layout, shell, shown)
    stills = list(shown_stills(taken, hall, booths, few=few))
    files += [MadeFile(still.address, still.data) for still in stills]
    probe = None
    if shell.environment is not None:
        probe, picture = probe_of(task.layout, hall, shell.environment)
        files.append(picture)
    facts = HallFacts(
        hall=hall.id,
        obstacles=(*shell.obstacles, *(ring for booth in booths for ring in on_plan(booth))),
        stills={still.address: (still.width, still.height) for still in stills},
        probe=probe,
        scales=scales,
        screens=tuple(screen for booth in booths for screen in screens_in_hall(booth)),
    )
    return Made(facts, tuple(files))


def shown_stills(
    taken: Sequence[Still], hall: Hall, booths: Sequence[BuiltBooth], *, few: bool
) -> Iterator[Still]:
    """What of a hall's stills is in the site, with a square picture for messengers: of the hall,
    and of each booth unless files are few; then there are no small ones either.
    """
    small = {addresses.small_still(booth.booth) for booth in booths} if few else set()
    of = {addresses.hall_still(hall.id): addresses.hall_share(hall.id)}
    if not few:
        ids = (booth.booth for booth in booths)
        of |= {addresses.booth_still(id_): addresses.share_still(id_) for id_ in ids}
    for still in taken:
        if still.address not in small:
            yield still
        if still.address in of:
            yield squared(still, of[still.address])


def probe_of(layout: HallLayout, hall: Hall, environment: Texture) -> tuple[ShardProbe, MadeFile]:
    """What a hall's gloss reflects, a file, and where its walls are."""
    address = f"media/{picture_name(environment)}"
    x0, y0, x1, y1 = layout.outline.bounds
    probe = ShardProbe(
        picture=address,
        range=ENVIRONMENT_RANGE,
        low=(x0, 0.0, -y1),
        high=(x1, hall.height, -y0),
    )
    return probe, MadeFile(address, environment.data)


def scales_of(booth: BuiltBooth) -> Iterator[tuple[str, float]]:
    """The products of a booth that their models show, and how large."""
    for first, *_ in exhibits_in(booth.scene):
        if first.features is not None:
            product = booth.scene.features[int(first.features[0])].product
            yield product, round(float(np.cbrt(np.linalg.det(first.placements[0, :3, :3]))), 6)


def on_plan(booth: BuiltBooth) -> Iterator[Ring]:
    """A booth's obstacles on the hall's plan."""
    for ring in booth.obstacles:
        yield tuple(booth.frame.to_plan(x, z) for x, z in ring)


def screens_in_hall(booth: BuiltBooth) -> Iterator[ScreenPlace]:
    """A booth's screens with the axes of its hall's scene."""
    matrix = frame_matrix(booth.frame)

    def moved(way: tuple[float, float, float], by: float) -> tuple[float, float, float]:
        x, y, z, _ = (float(part) for part in matrix @ [*way, by])
        return x, y, z

    for screen in booth.screens:
        yield ScreenPlace(
            booth=booth.booth,
            corner=moved(screen.corner, 1.0),
            along=moved(screen.along, 0.0),
            up=moved(screen.up, 0.0),
        )
