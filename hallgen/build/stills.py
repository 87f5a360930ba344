"""Pictures of a hall and of each of its booths, for lists, link previews and print."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from hallgen.diagnostics import Diagnostics
from hallgen.kit import BuiltBooth, BuiltHall
from hallgen.light import LightQuality, Sheet, as_texture
from hallgen.light.pictures import (
    Camera,
    HallLooks,
    Panorama,
    Target,
    booth_camera,
    overview_camera,
    probed,
    start_camera,
    take_picture,
)
from hallgen.model import Hall, HallLayout
from hallgen.scene import Scene, Texture, place
from hallgen.site import addresses
from hallgen.store import Kind, Store, told_of_fault
from hallgen.tiles import frame_matrix

#: Sizes in pixels: of a booth where it is shown alone and in lists, and of a hall.
_BOOTH, _SMALL, _HALL = (640, 360), (256, 144), (1280, 720)

#: Pixels along a side of what messengers show beside a link.
_SHARED = 400

#: A side of the square of rays that an uneven pixel gets.
_RAYS = {LightQuality.DRAFT: 2, LightQuality.FINAL: 3}

#: The first quality gives a picture of a booth of 20 to 40 kB; the others are for busy ones.
_QUALITIES = (78, 68, 56, 42)

#: The most bytes a picture takes for every 1,000 of its pixels: 40 kB for a booth's.
_MOST = 40_000 / 230.4


@dataclass(frozen=True, eq=False, slots=True)
class Still:
    """A picture made by the build: its address in the site, and the bytes of a WebP."""

    address: str
    width: int
    height: int
    data: bytes


class Photographer:
    """Takes a hall's pictures, or has those that were taken of the very same before."""

    def __init__(self, quality: LightQuality, store: Store, diagnostics: Diagnostics) -> None:
        self._rays = _RAYS[quality]
        self._store = store
        self._diagnostics = diagnostics

    def stills(
        self, hall: Hall, layout: HallLayout, shell: BuiltHall, booths: Sequence[BuiltBooth]
    ) -> list[Still]:
        """A picture of a hall from its door, one from above, and two sizes of each booth's.

        A picture that is kept is another where something changed that can be seen in it.
        """
        around = [_with_light(shell.scene, shell.sheet), shell.people]
        placed = {booth.booth: _placed(booth) for booth in booths}
        light = shell.environment
        facts = self._rays, hall.id, hall.height, layout, _QUALITIES, light and light.name
        looks = HallLooks(around, placed, *facts)
        scenes = *around, *placed.values()
        studio = _Studio(layout, hall.height, self._rays, scenes, light)
        found = [
            self._shot(looks, "from the door", partial(studio.from_door, hall.id)),
            self._shot(looks, "from above", partial(studio.from_above, hall.id)),
            *(
                self._shot(looks, f"booth {id_}", partial(studio.booth, id_))
                for id_, scene in placed.items()
                if scene.nodes
            ),
        ]
        return [still for stills in found for still in stills]

    def _shot(self, looks: HallLooks, name: str, take: Callable[[], _Shot]) -> list[Still]:
        """The stills of one camera, kept by what is met in them."""
        met = self._store.get(looks.place(name))
        known = None if met is None else _MET.read(met)
        if known is not None:
            kept = self._store.get(looks.picture(name, known))
            stills = None if kept is None else _PICTURES.read(kept)
            if stills is not None:
                return stills
        shot = take()
        try:
            self._store.put(looks.place(name), _MET.write(shot.met))
            self._store.put(looks.picture(name, shot.met), _PICTURES.write(shot.stills))
        except OSError as fault:
            told_of_fault(self._store, _PICTURES.name, fault, self._diagnostics)
        return shot.stills


@dataclass(frozen=True, eq=False, slots=True)
class _Shot:
    """What one camera gave, and the booths that its rays met."""

    stills: list[Still]
    met: frozenset[str]


@dataclass(frozen=True)
class _Studio:
    """A hall to be photographed; to cast rays at it is got ready for when first needed."""

    layout: HallLayout
    height: float
    rays: int
    scenes: tuple[Scene, ...]
    environment: Texture | None

    @cached_property
    def target(self) -> Target:
        return Target(self.scenes)

    @cached_property
    def around(self) -> Panorama | None:
        return None if self.environment is None else probed(self.environment)

    def from_door(self, hall: str) -> _Shot:
        image = self._image(start_camera(self.layout), _HALL)
        return self._shot(_still(addresses.hall_still(hall), image))

    def from_above(self, hall: str) -> _Shot:
        camera = overview_camera(self.target, self.layout, self.height, _HALL[0] / _HALL[1])
        return self._shot(_still(addresses.hall_overview(hall), self._image(camera, _HALL)))

    def booth(self, booth: str) -> _Shot:
        layout = next(one for one in self.layout.booths if one.booth == booth)
        camera = booth_camera(self.target, layout, _BOOTH[0] / _BOOTH[1])
        image = self._image(camera, _BOOTH)
        small = Image.fromarray(image).resize(_SMALL, Image.Resampling.LANCZOS)
        return self._shot(
            _still(addresses.booth_still(booth), image),
            _still(addresses.small_still(booth), np.asarray(small)),
        )

    def _image(self, camera: Camera, size: tuple[int, int]) -> NDArray[np.uint8]:
        self.target.forget()
        return take_picture(self.target, camera, *size, self.rays, around=self.around)

    def _shot(self, *stills: Still) -> _Shot:
        return _Shot(list(stills), self.target.met)


def _met_in(data: bytes) -> frozenset[str] | None:
    return frozenset(data.decode().split("\n")) - {""}


_MET: Kind[frozenset[str]] = Kind("Pictures", lambda met: "\n".join(sorted(met)).encode(), _met_in)


def squared(still: Still, address: str) -> Still:
    """The middle of a picture as a square JPEG, which every messenger reads: WeChat shows none of
    less than 300 pixels.
    """
    with Image.open(io.BytesIO(still.data)) as opened:
        picture = ImageOps.fit(opened.convert("RGB"), (_SHARED, _SHARED), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80, optimize=True)
    return Still(address, _SHARED, _SHARED, out.getvalue())


def _packed(stills: Sequence[Still]) -> bytes:
    """Pictures as one ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for still in stills:
            archive.writestr(zipfile.ZipInfo(still.address), still.data)
    return out.getvalue()


def _unpacked(data: bytes) -> list[Still] | None:
    """The pictures of such a file, or None where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [(name, archive.read(name)) for name in archive.namelist()]
        return [Still(name, *Image.open(io.BytesIO(file)).size, file) for name, file in files]
    except (zipfile.BadZipFile, zlib.error, OSError):
        return None


_PICTURES = Kind("Pictures", _packed, _unpacked)


def _placed(booth: BuiltBooth) -> Scene:
    """A booth where it stands in its hall, with its own lightmap."""
    return _with_light(place(booth.scene, frame_matrix(booth.frame)), booth.sheet)


def _with_light(scene: Scene, sheet: Sheet | None) -> Scene:
    return scene if sheet is None else replace(scene, lightmap=as_texture(sheet))


def _still(address: str, image: NDArray[np.uint8]) -> Still:
    height, width = image.shape[:2]
    most = _MOST * width * height / 1000
    data = b""
    for quality in _QUALITIES:
        out = io.BytesIO()
        Image.fromarray(image).save(out, "WEBP", quality=quality, method=4)
        data = out.getvalue()
        if len(data) <= most:
            break
    return Still(address, width, height, data)
