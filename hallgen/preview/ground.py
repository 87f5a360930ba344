"""What a booth stands in: its hall and the others, as tiles of their own that seldom change.

At first it is a sketch: the hall, and every other booth as a block, without baked light. Then its
neighbours are built as they will be and all of it is lit, which takes as long as it takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from hallgen.build.booths import BoothMaker, Exhibits, booth_task
from hallgen.build.files import write_file
from hallgen.build.halls import on_plan, probe_of, scales_of, screens_in_hall
from hallgen.build.lighting import Lighting
from hallgen.build.media import FairMedia, make_media
from hallgen.build.options import HallOptions
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.kit import BuiltBooth, BuiltHall, block_of, build_booth, build_hall
from hallgen.light import LightQuality
from hallgen.model import Hall, HallLayout, Ring
from hallgen.preview.neighbourhood import Neighbourhood
from hallgen.scene import Texture
from hallgen.site import ScreenPlace, ShardProbe, addresses
from hallgen.store import Store, StorePlace
from hallgen.tiles import TiledHall, cut_booth, cut_hall

#: From a tileset's folder to that of the pictures.
_MEDIA = "../../../media/"


class Finish(Enum):
    """How far the ground is: blocks in even light, or neighbours in the light of their hall."""

    SKETCH = auto()
    LIT = auto()


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a preview's files go, where pieces of media lie meanwhile, and where light and media
    are kept. Travels to another process.
    """

    site: Path
    pieces: Path
    store: StorePlace


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """A hall without the booth that is looked at. `tileset` is an address in the site."""

    finish: Finish
    tileset: str
    obstacles: tuple[Ring, ...]
    screens: tuple[ScreenPlace, ...]
    probe: ShardProbe | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, eq=False, slots=True)
class OwnBooth:
    """The booth that is looked at, as a tileset of its own."""

    tileset: str
    obstacles: tuple[Ring, ...]
    screens: tuple[ScreenPlace, ...]
    scales: Mapping[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class Furnished:
    """The ground with its neighbours, and what was made of their media."""

    ground: Ground
    media: FairMedia


def sketch(place: Workplace, around: Neighbourhood) -> Ground:
    """Build and write the hall with blocks in it."""
    shell = build_hall(around.hall, around.layout, around.index)
    blocks = _blocks(around, {around.booth.id})
    return _ground(place, around, shell, blocks, Diagnostics())


def furnish(place: Workplace, around: Neighbourhood) -> Furnished:
    """Build and write the hall with the booth's neighbours, all of it lit."""
    told = Diagnostics()
    options = HallOptions(LightQuality.DRAFT, place.store, 1, lambda *_: None)
    media = make_media(around.fair, place.site, place.pieces, options, told)
    shell = build_hall(around.hall, around.layout, around.index)
    lighting = Lighting(LightQuality.DRAFT, Store(place.store), told)
    exhibits, maker = media.exhibits(place.pieces), BoothMaker(told)
    near = [
        maker.booth(booth_task(around.index, booth, layout, options.light, exhibits, place.store))
        for layout in around.layout.booths
        for booth in around.near
        if booth.id == layout.booth
    ]
    far = _blocks(around, {around.booth.id, *(booth.id for booth in around.near)})
    booths = [*near, *(lighting.booth(block, around.hall) for block in far)]
    return Furnished(_ground(place, around, lighting.hall(shell, booths), booths, told), media)


def set_up(
    place: Workplace, around: Neighbourhood, exhibits: Exhibits, finish: Finish, told: Diagnostics
) -> OwnBooth:
    """Build and write the booth itself."""
    layout = next(one for one in around.layout.booths if one.booth == around.booth.id)
    built = build_booth(around.booth, layout, around.index, exhibits.pictures, exhibits.models.of)
    if finish is Finish.LIT:
        built = Lighting(LightQuality.DRAFT, Store(place.store), told).booth(built, around.hall)
    return OwnBooth(
        _write(place.site, cut_booth(around.hall.id, built, _MEDIA)),
        tuple(on_plan(built)),
        tuple(screens_in_hall(built)),
        dict(scales_of(built)),
    )


def _ground(
    place: Workplace,
    around: Neighbourhood,
    shell: BuiltHall,
    booths: list[BuiltBooth],
    told: Diagnostics,
) -> Ground:
    light = shell.environment
    hall, layout = around.hall, around.layout
    return Ground(
        Finish.SKETCH if light is None else Finish.LIT,
        _write(place.site, cut_hall(layout, shell, booths, _MEDIA)),
        (*shell.obstacles, *(ring for booth in booths for ring in on_plan(booth))),
        tuple(screen for booth in booths for screen in screens_in_hall(booth)),
        None if light is None else _probe(place, layout, hall, light),
        tuple(told),
    )


def _blocks(around: Neighbourhood, without: set[str]) -> list[BuiltBooth]:
    """All other booths of the hall, as blocks."""
    index = around.index
    return [
        block_of(index.booths[layout.booth], layout, index)
        for layout in around.layout.booths
        if layout.booth not in without
    ]


def _write(site: Path, tiled: TiledHall) -> str:
    """Write tiles into a folder that their content names; the address of their tileset."""
    folder = f"tiles/{addresses.segment(tiled.hall)}/{_name(tiled)}"
    for name, data in tiled.files.items():
        write_file(site, f"{folder}/{name}", data)
    for name, data in tiled.pictures.items():
        write_file(site, f"media/{name}", data)
    return f"{folder}/tileset.json"


def _name(tiled: TiledHall) -> str:
    whole = hashlib.sha256()
    for name, data in sorted(tiled.files.items()):
        whole.update(f"{name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()[:20]


def _probe(place: Workplace, layout: HallLayout, hall: Hall, light: Texture) -> ShardProbe:
    probe, picture = probe_of(layout, hall, light)
    write_file(place.site, picture.name, picture.data)
    return probe
