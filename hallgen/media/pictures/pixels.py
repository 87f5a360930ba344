"""Pixels out of the files that Pillow reads, and HEIC by its plugin."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures.color import by_its_profile, to_srgb
from hallgen.media.pictures.depth import to_eight_bits
from hallgen.media.pictures.kinds import PictureKind, has_picture_head
from hallgen.media.pictures.limits import without_pillows_limit
from hallgen.media.pictures.sizes import fitted, resized

#: Pictures of more pixels than this are refused: a phone has 12 million, a scanner 140.
MOST_PIXELS = 200_000_000

logging.getLogger("PIL").setLevel(logging.CRITICAL)  # what it finds is told by us, once

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF", "TIFF", "BMP")
_ORIENTATION = 0x0112
#: What files tell besides of place, time and camera, by Pillow's names for it.
_TOLD = {"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment"}
#: What undoes each orientation of Exif but the first.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, eq=False, slots=True)
class OpenedPicture:
    """A picture: RGB, or RGBA where some of it can be seen through.

    `notes` tell what the file was and what was done to make it upright 8-bit sRGB.
    """

    image: Image.Image
    notes: tuple[str, ...]


def decode(data: bytes, longest: int, kind: PictureKind = PictureKind.PIXELS) -> OpenedPicture:
    """A file's first picture as `open_picture` has it. Raises MediaRefusedError.

    A JPEG is decoded at the half, fourth or eighth that is still large enough, and all that
    follows is done on the small picture.
    """
    image, size, orientation = _loaded(data, longest, kind)
    notes = [f"{image.format}, {size[0]} x {size[1]} pixels"]
    if _TOLD & image.info.keys():
        notes.append("metadata left out")
    profile = image.info.get("icc_profile")
    eight = resized(to_eight_bits(image), longest)
    if profile and by_its_profile(eight, profile):
        notes.append("brought to sRGB by its colour profile")
    elif eight.mode in {"CMYK", "LAB"}:
        notes.append(f"brought from {eight.mode} to sRGB")
    upright = _without_idle_alpha(to_srgb(eight, profile))
    if orientation in _UPRIGHT:
        upright = upright.transpose(_UPRIGHT[orientation])
        notes.append("turned upright")
    upright.info.clear()
    return OpenedPicture(upright, tuple(notes))


def _loaded(
    data: bytes, longest: int, kind: PictureKind
) -> tuple[Image.Image, tuple[int, int], int]:
    """The picture as the file has it, perhaps smaller; its size, and its orientation."""
    formats = (_heif(),) if kind is PictureKind.HEIC else _FORMATS
    try:
        with without_pillows_limit():
            opened = Image.open(io.BytesIO(data), formats=formats)
            _insist_on_size(opened)
            size = opened.size
            opened.draft("RGB", fitted(opened.size, longest))
            opened.load()
            orientation = opened.getexif().get(_ORIENTATION, 1)
    except MediaRefusedError:
        raise
    except UnidentifiedImageError:
        raise _unread(data) from None
    except Exception as fault:  # decoders raise anything on damaged bytes
        raise MediaRefusedError(codes.PICTURE_BROKEN, f"it is damaged: {fault}") from None
    return opened, size, orientation


def _insist_on_size(opened: Image.Image) -> None:
    """Raise MediaRefusedError for a picture that would fill the memory, or nothing at all."""
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise MediaRefusedError(codes.PICTURE_TOO_LARGE, f"it has {width} x {height} pixels")
    if not width * height:
        raise MediaRefusedError(codes.PICTURE_BROKEN, "it has no pixels")


def _unread(data: bytes) -> MediaRefusedError:
    if has_picture_head(data):
        return MediaRefusedError(codes.PICTURE_BROKEN, "it is damaged: its head cannot be read")
    return MediaRefusedError(codes.PICTURE_UNKNOWN, "it is no picture of a kind that is read")


def _heif() -> str:
    """The name of the format that the plugin adds to Pillow."""
    try:
        from pillow_heif import HeifImageFile, register_heif_opener
    except ImportError:
        raise MediaRefusedError(
            codes.PICTURE_HEIC, "it is HEIC, and the library that reads it is not installed"
        ) from None
    register_heif_opener(thumbnails=False)
    return str(HeifImageFile.format)


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """RGB where every pixel of a picture is opaque."""
    if image.mode != "RGBA":
        return image
    darkest = image.getchannel("A").getextrema()[0]
    return image if isinstance(darkest, int | float) and darkest < 255 else image.convert("RGB")
