"""Taking a picture of a lit scene: a ray a pixel, more where it is uneven, mirrors of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from hallgen.light.pictures.camera import Camera
from hallgen.light.pictures.mirror import sheen
from hallgen.light.pictures.panorama import Panorama
from hallgen.light.pictures.target import Target
from hallgen.light.pictures.tone import to_srgb, tone_map
from hallgen.light.pictures.view import Seen, look, surroundings
from hallgen.scene import Floats

#: Rays that are followed at once: few enough that their arrays stay in a processor's cache.
_CHUNK = 16_384

#: A pixel is uneven where a neighbour differs more than this on screen, 0 to 1.
_UNEVEN = 0.05


@dataclass(frozen=True, eq=False, slots=True)
class _Shot:
    """A picture being taken."""

    target: Target
    camera: Camera
    width: int
    height: int
    around: Panorama
    threads: int

    def through(self, across: Floats, down: Floats, rays: int) -> Seen:
        """What is seen through places in pixels, in a pixel `rays` x `rays` of them."""
        aspect = self.width / self.height
        ahead = self.camera.directions(
            across / np.float32(self.width), down / np.float32(self.height), aspect
        )
        origins = np.tile(np.array(self.camera.position, np.float32), (len(ahead), 1))
        return self.look(origins, ahead, self.pixel / rays, self.around)

    @property
    def pixel(self) -> float:
        """How much a pixel widens per metre."""
        return float(2 * np.tan(np.radians(self.camera.field) / 2) / self.height)

    def look(
        self, origins: Floats, directions: Floats, width: float, around: Panorama | None
    ) -> Seen:
        """`look`, in chunks and threads."""

        def part(first: int) -> Seen:
            chunk = slice(first, first + _CHUNK)
            return look(self.target, origins[chunk], directions[chunk], width, around)

        return _joined(_each(part, range(0, max(1, len(origins)), _CHUNK), self.threads))


def take_picture(
    target: Target,
    camera: Camera,
    width: int,
    height: int,
    rays: int = 3,
    threads: int = 1,
    around: Panorama | None = None,
) -> NDArray[np.uint8]:
    """An sRGB picture (height, width, 3) of the target, as the viewer would show it.

    Where it is uneven, a pixel gets `rays` x `rays` rays. It is the same for any number of threads.
    What shines reflects `around`, or without that what is seen from the camera all round.
    """
    if around is None:
        around = surroundings(target, np.array(camera.position, np.float32))
    shot = _Shot(target, camera, width, height, around, threads)
    down, across = (axis.ravel().astype(np.float32) for axis in np.mgrid[0:height, 0:width])
    coarse = shot.through(across + np.float32(0.5), down + np.float32(0.5), 1)
    mirrored = sheen(coarse, shot.look, width, height, shot.pixel)
    image = tone_map(coarse.radiance + coarse.mirror * mirrored)
    uneven = np.flatnonzero(_uneven(to_srgb(image).reshape(height, width, 3)))
    fine = np.zeros((len(uneven), 3), np.float32)
    for x, y in _places(rays):
        seen = shot.through(across[uneven] + x, down[uneven] + y, rays)
        fine += tone_map(seen.radiance + seen.mirror * mirrored[uneven])
    image[uneven] = fine / np.float32(rays * rays)
    return to_srgb(image).reshape(height, width, 3)


def _places(rays: int) -> Iterator[tuple[np.float32, np.float32]]:
    """Places in a pixel: squares of a grid, each row and column shifted, so that no two align."""
    shift = np.float32(1 / rays)
    for row in range(rays):
        for column in range(rays):
            x = (column + (row + np.float32(0.5)) * shift) * shift
            y = (row + (column + np.float32(0.5)) * shift) * shift
            yield x, y


def _uneven(image: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Pixels (h, w) that differ from a neighbour, and the neighbours of those."""
    values = image.astype(np.int16)
    most = round(_UNEVEN * 255)
    marked = np.zeros(image.shape[:2], np.bool_)
    lines = np.abs(np.diff(values, axis=0)).max(axis=2) > most
    columns = np.abs(np.diff(values, axis=1)).max(axis=2) > most
    marked[1:] |= lines
    marked[:-1] |= lines
    marked[:, 1:] |= columns
    marked[:, :-1] |= columns
    return marked


def _each(part: Callable[[int], Seen], firsts: range, threads: int) -> list[Seen]:
    if threads <= 1 or len(firsts) <= 1:
        return [part(first) for first in firsts]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(part, firsts))


def _joined(parts: list[Seen]) -> Seen:
    return Seen(
        **{f.name: np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Seen)}
    )
