"""Pictures of a hall and of each of its booths, for lists, link previews and print."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from hallgen.diagnostics import Diagnostics
from hallgen.kit import BuiltBooth, BuiltHall
from hallgen.light import LightQuality, Sheet, as_texture
from hallgen.light.pictures import (
    Target,
    booth_camera,
    overview_camera,
    pictures_key,
    start_camera,
    take_picture,
)
from hallgen.model import Hall, HallLayout
from hallgen.scene import Scene, place
from hallgen.site import addresses
from hallgen.store import Kind, Store, kept_or_made
from hallgen.tiles import frame_matrix

#: Sizes in pixels: of a booth where it is shown alone and in lists, and of a hall.
_BOOTH, _SMALL, _HALL = (640, 360), (256, 144), (1280, 720)

#: Pixels along a side of what messengers show beside a link.
_SHARED = 400

#: A side of the square of rays that an uneven pixel gets.
_RAYS = {LightQuality.DRAFT: 2, LightQuality.FINAL: 3}

#: The first quality gives a picture of a booth of 20 to 40 kB; the others are for busy ones.
_QUALITIES = (86, 78, 68, 56, 42)

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
        """A picture of a hall from its door, one from above, and two sizes of each booth's."""
        scenes = list(_placed(shell, booths))
        key = pictures_key(scenes, self._rays, hall.id, hall.height, layout, _QUALITIES)
        return kept_or_made(
            self._store,
            _PICTURES,
            key,
            lambda: list(self._taken(hall, layout, scenes)),
            self._diagnostics,
        )

    def _taken(self, hall: Hall, layout: HallLayout, scenes: list[Scene]) -> Iterator[Still]:
        target = Target(scenes)
        above = overview_camera(target, layout, hall.height, _HALL[0] / _HALL[1])
        for address, camera in (
            (addresses.hall_still(hall.id), start_camera(layout)),
            (addresses.hall_overview(hall.id), above),
        ):
            yield _still(address, take_picture(target, camera, *_HALL, self._rays))
        for booth in layout.booths:
            if target.height(booth.booth) is not None:
                camera = booth_camera(target, booth, _BOOTH[0] / _BOOTH[1])
                image = take_picture(target, camera, *_BOOTH, self._rays)
                yield _still(addresses.booth_still(booth.booth), image)
                small = Image.fromarray(image).resize(_SMALL, Image.Resampling.LANCZOS)
                yield _still(addresses.small_still(booth.booth), np.asarray(small))


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


def _placed(shell: BuiltHall, booths: Sequence[BuiltBooth]) -> Iterator[Scene]:
    """All that stands in a hall, in the hall's axes, each with its own lightmap."""
    yield _with_light(shell.scene, shell.sheet)
    yield shell.people
    for booth in booths:
        yield _with_light(place(booth.scene, frame_matrix(booth.frame)), booth.sheet)


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
