"""Panoramas cut into faces: every direction shows what the picture has there, seams and all."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from hallgen.media.panoramas import cut_panorama
from hallgen.media.panoramas.cube import FACES

Pixels = npt.NDArray[np.float64]


def colors_of(way: Pixels) -> Pixels:
    """A colour for each direction (..., 3), smooth everywhere on the sphere."""
    unit = way / np.linalg.norm(way, axis=-1, keepdims=True)
    return 128 + 100 * unit


def panorama(width: int) -> Image.Image:
    """The picture of all directions: its middle looks along -z, its right half to +x."""
    row, column = np.mgrid[0 : width // 2, 0:width] + 0.5
    longitude, latitude = column / width * 2 * np.pi - np.pi, np.pi / 2 - row / width * 2 * np.pi
    around = np.cos(latitude)
    way = np.stack(
        [around * np.sin(longitude), np.sin(latitude), -around * np.cos(longitude)], axis=-1
    )
    return Image.fromarray(colors_of(way).round().astype(np.uint8))


def saved(folder: Path, image: Image.Image, name: str = "room.png", **options: object) -> Path:
    file = folder / name
    image.save(file, **options)
    return file


def refused(file: Path) -> MediaRefusedError:
    with pytest.raises(MediaRefusedError) as raised:
        cut_panorama(file)
    return raised.value


@pytest.mark.parametrize("width", [1024, 2600])
def test_every_face_shows_what_lies_in_its_directions(tmp_path: Path, width: int) -> None:
    made = cut_panorama(saved(tmp_path, panorama(width)))
    files = {one.name: one.data for one in made.files}
    sizes = made.facts.sizes
    assert sizes == ((512,) if width == 1024 else (512, 1024))
    for size in sizes:
        for letter, axes in FACES.items():
            data = files[f"{made.facts.folder}/{size}/{letter}.webp"]
            face = np.asarray(Image.open(io.BytesIO(data)))
            assert face.shape == (size, size, 3)
            right, below, ahead = (np.array(axis, float) for axis in axes)
            at = (np.arange(size) + 0.5) / size * 2 - 1
            way = ahead + at[None, :, None] * right + at[:, None, None] * below
            error = np.abs(face - colors_of(way))
            assert error.max() < 9, (letter, size)  # WebP's own, and no seam
            assert error.mean() < 1.6
    assert len(files) == 6 * len(sizes) + 1


def test_faces_are_laid_as_their_letters_say() -> None:
    """Front looks to -z; up has the front at its lower edge, down at its upper one."""
    ahead = {letter: axes[2] for letter, axes in FACES.items()}
    assert ahead["f"] == (0, 0, -1)
    assert ahead["r"] == (1, 0, 0)
    assert FACES["u"][1] == ahead["f"]
    assert tuple(-part for part in FACES["d"][1]) == ahead["f"]
    for right, below, looks in FACES.values():
        assert tuple(np.cross(right, np.negative(below))) == tuple(np.negative(looks))


def test_where_it_says_to_look_first(tmp_path: Path) -> None:
    said = b'<x:xmpmeta GPano:InitialViewHeadingDegrees="250" GPano:PoseHeadingDegrees="10.0"/>'
    file = saved(tmp_path, panorama(1024), "room.webp", xmp=said, quality=90)
    assert cut_panorama(file).facts.heading == -120


def test_parts_of_panoramas_and_other_shapes_are_refused(tmp_path: Path) -> None:
    said = (
        b"<GPano:FullPanoWidthPixels>8000</GPano:FullPanoWidthPixels>"
        b"<GPano:CroppedAreaImageWidthPixels>4000</GPano:CroppedAreaImageWidthPixels>"
    )
    part = saved(tmp_path, panorama(1024), "part.webp", xmp=said)
    assert str(refused(part)) == "it says that it shows 180 degrees around."
    for size in ((1600, 900), (800, 400)):
        fault = refused(saved(tmp_path, Image.new("RGB", size)))
        assert fault.code is codes.PANORAMA_SHAPE
        assert str(fault) == f"it has {size[0]} x {size[1]} pixels."
    whole = saved(tmp_path, panorama(1024)).read_bytes()
    for data in (b"", b"no picture", whole[: len(whole) // 2]):
        (tmp_path / "cut.png").write_bytes(data)
        assert refused(tmp_path / "cut.png").code is codes.PANORAMA_BROKEN


def test_other_modes_are_read(tmp_path: Path) -> None:
    for mode in ("L", "RGBA", "P"):
        made = cut_panorama(saved(tmp_path, panorama(1024).convert(mode)))
        assert made.facts.sizes == (512,)
