"""Building halls side by side: each process makes all of one hall and writes its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import active_children, get_context
from pathlib import Path, PurePosixPath

import numpy as np

from hallgen.build.files import write_file
from hallgen.build.inline import InlineExecutor
from hallgen.build.lighting import Lighting
from hallgen.build.report import Progress
from hallgen.build.shelf import ModelShelf
from hallgen.build.stills import Photographer, Still, squared
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.formats import Images, Instancing, picture_name, write_glb
from hallgen.kit import BuiltBooth, build_booth, build_hall
from hallgen.light import ENVIRONMENT_RANGE, LightQuality, in_standard_slots
from hallgen.media import MediaLibrary
from hallgen.media.lifetime import end_group, end_with_parent
from hallgen.model import Fair, FairIndex, Hall, HallLayout, Ring
from hallgen.scene import Texture, exhibits, shown_near
from hallgen.site import ScreenPlace, ShardProbe, addresses
from hallgen.store import Store
from hallgen.tiles import cut_hall, frame_matrix


@dataclass(frozen=True, slots=True)
class HallOptions:
    """How halls are built: in which light, with what kept where, and by how many processes."""

    light: LightQuality
    store: Path
    jobs: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Exhibits:
    """What exhibitors show, as booths need it. Travels to another process."""

    pictures: MediaLibrary
    models: ModelShelf


@dataclass(frozen=True, slots=True)
class HallTask:
    """One hall to build into a folder. Travels to another process."""

    fair: Fair
    layout: HallLayout
    aside: Path
    light: LightQuality
    store: Path
    exhibits: Exhibits


@dataclass(frozen=True, slots=True)
class FinishedHall:
    """What others need of a hall once its files are written: where nobody can walk, the width
    and height of the pictures that were taken, by address, what its gloss reflects, its booths'
    screens, and how large models stand there, by product: 1 is as large as they are.
    """

    hall: str
    obstacles: tuple[Ring, ...]
    stills: Mapping[str, tuple[int, int]]
    probe: ShardProbe | None
    scales: Mapping[str, float]
    diagnostics: tuple[Diagnostic, ...]
    screens: tuple[ScreenPlace, ...] = ()


def build_halls(
    fair: Fair,
    layouts: dict[str, HallLayout],
    aside: Path,
    options: HallOptions,
    exhibits: Exhibits,
) -> list[FinishedHall]:
    """Build every hall of a fair into `aside`, up to `jobs` at once, in the fair's order."""
    tasks = [
        HallTask(fair, layouts[hall.id], aside, options.light, options.store, exhibits)
        for hall in fair.halls
        if hall.id in layouts
    ]
    finished = {}
    with executor_of(min(options.jobs, len(tasks))) as executor:
        futures = [executor.submit(finish_hall, task) for task in tasks]
        for done, future in enumerate(as_completed(futures), start=1):
            hall = future.result()
            finished[hall.hall] = hall
            options.progress("halls", done, len(tasks))
    return [finished[task.layout.hall] for task in tasks]


def finish_hall(task: HallTask) -> FinishedHall:
    """Make a hall's tiles and its booths' own GLBs, and write them."""
    diagnostics = Diagnostics()
    index = FairIndex(task.fair)
    hall = index.halls[task.layout.hall]
    pictures, models = task.exhibits.pictures, task.exhibits.models
    shell = build_hall(hall, task.layout, index)
    store = Store(task.store)
    lighting = Lighting(task.light, store, diagnostics)
    booths = [
        lighting.booth(build_booth(index.booths[b.booth], b, index, pictures, models.of), hall)
        for b in task.layout.booths
    ]
    shell = lighting.hall(shell, booths)
    tiled = cut_hall(task.layout, shell, booths)
    folder = PurePosixPath(addresses.tileset(hall.id)).parent
    for name, data in tiled.files.items():
        write_file(task.aside, str(folder / name), data)
    for name, data in tiled.pictures.items():
        write_file(task.aside, f"media/{name}", data)
    scales = dict(sorted(scale for booth in booths for scale in scales_of(booth)))
    # Pictures and booths on their own show models themselves.
    booths = [replace(b, scene=shown_near(b.scene, models.near)) for b in booths]
    few = task.fair.publishing.few
    for booth in booths if not few else ():
        alone = booth.scene if booth.sheet is None else in_standard_slots(booth.scene, booth.sheet)
        glb = write_glb(alone, Images.EMBEDDED, Instancing.EXPANDED)
        write_file(task.aside, addresses.booth_model(booth.booth), glb.data)
    stills = {}
    photographer = Photographer(task.light, store, diagnostics)
    small = {addresses.small_still(booth.booth) for booth in booths} if few else ()
    for still in photographer.stills(hall, task.layout, shell, booths):
        if still.address in small:
            continue
        for shown in (still, *shared_as(still, hall, booths, few=few)):
            write_file(task.aside, shown.address, shown.data)
            stills[shown.address] = shown.width, shown.height
    obstacles = (*shell.obstacles, *(ring for booth in booths for ring in on_plan(booth)))
    probe = (
        None
        if shell.environment is None
        else write_probe(task.aside, task.layout, hall, shell.environment)
    )
    screens = tuple(screen for booth in booths for screen in screens_in_hall(booth))
    return FinishedHall(hall.id, obstacles, stills, probe, scales, tuple(diagnostics), screens)


def shared_as(
    still: Still, hall: Hall, booths: Sequence[BuiltBooth], *, few: bool
) -> Iterator[Still]:
    """The square picture for messengers: of the hall, and of each booth unless files are few."""
    of = {addresses.hall_still(hall.id): addresses.hall_share(hall.id)}
    if not few:
        ids = (booth.booth for booth in booths)
        of |= {addresses.booth_still(id_): addresses.share_still(id_) for id_ in ids}
    if still.address in of:
        yield squared(still, of[still.address])


def write_probe(aside: Path, layout: HallLayout, hall: Hall, environment: Texture) -> ShardProbe:
    """Write what a hall's gloss reflects, and say where its walls are."""
    address = f"media/{picture_name(environment)}"
    write_file(aside, address, environment.data)
    x0, y0, x1, y1 = layout.outline.bounds
    return ShardProbe(
        picture=address,
        range=ENVIRONMENT_RANGE,
        low=(x0, 0.0, -y1),
        high=(x1, hall.height, -y0),
    )


def scales_of(booth: BuiltBooth) -> Iterator[tuple[str, float]]:
    """The products of a booth that their models show, and how large."""
    for first, *_ in exhibits(booth.scene):
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


@contextmanager
def executor_of(jobs: int) -> Iterator[Executor]:
    """Processes where there is more than one hall to build at once.

    They are started afresh ("spawn"), as on every system; forking a process that runs
    threads is what breaks.
    """
    if jobs <= 1:
        yield InlineExecutor()
        return
    others = set(active_children())
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=end_with_parent) as executor:
        try:
            yield executor
        except BaseException:  # nobody waits for the other halls any more
            for process in set(active_children()) - others:
                end_group(process)
            raise
