"""A panorama's picture, opened and checked: all around, twice as wide as high, in sRGB."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, UnidentifiedImageError

from hallgen.codes import PANORAMA_BROKEN, PANORAMA_SHAPE
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures.limits import without_pillows_limit

#: Pictures of more pixels are refused: 20000 x 10000.
_MOST: Final = 200_000_000
_LEAST: Final = 1024
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF", "BMP")

#: What cameras say of a panorama: https://developers.google.com/streetview/spherical-metadata
_SAID: Final = re.compile(r"GPano:(\w+)\s*(?:=\s*[\"']|>)\s*([-+]?[\d.]+)")
_PROJECTED: Final = re.compile(r"GPano:ProjectionType\s*(?:=\s*[\"']|>)\s*equirectangular")


@dataclass(frozen=True, eq=False, slots=True)
class OpenedPanorama:
    """The picture, perhaps smaller than it was; the width it had; where to look first, in
    degrees to the right of its middle.
    """

    image: Image.Image
    width: int
    heading: float


def open_panorama(file: Path, wanted: int) -> OpenedPanorama:
    """A panorama, decoded at least `wanted` pixels wide where it is. Raises MediaRefusedError."""
    try:
        with without_pillows_limit():
            opened = Image.open(io.BytesIO(file.read_bytes()), formats=_FORMATS)
            width = opened.width
            _check(opened)
            opened.draft("RGB", (wanted, wanted // 2))
            opened.load()
    except MediaRefusedError:
        raise
    except UnidentifiedImageError:
        raise MediaRefusedError(PANORAMA_BROKEN, "it is no picture that is read.") from None
    except Exception as fault:  # decoders raise anything on damaged bytes
        raise MediaRefusedError(PANORAMA_BROKEN, f"it is damaged: {fault}.") from None
    said = _said(opened)
    heading = said.get("InitialViewHeadingDegrees", 0.0) - said.get("PoseHeadingDegrees", 0.0)
    heading = round((heading + 180) % 360 - 180, 2)
    return OpenedPanorama(_in_srgb(opened), width, heading)


def says_panorama(head: bytes) -> bool:
    """Whether a file that begins like this says of itself that it shows all around.

    That is written near the start of a JPEG. Phones say the same of a part, which is a photo.
    """
    text = head.decode("latin-1")
    return bool(_PROJECTED.search(text)) and not list(_missing(_numbers(text)))


def _check(image: Image.Image) -> None:
    width, height = image.size
    size = f"{width} x {height} pixels"
    if width * height > _MOST:
        raise MediaRefusedError(PANORAMA_BROKEN, f"it has {size}.")
    if not 1.98 <= width / height <= 2.02 or width < _LEAST:
        raise MediaRefusedError(PANORAMA_SHAPE, f"it has {size}.")
    for shown in _missing(_said(image)):
        raise MediaRefusedError(PANORAMA_SHAPE, f"it says that it shows {shown}.")


def _said(image: Image.Image) -> dict[str, float]:
    """The numbers that the picture tells of itself as a panorama."""
    raw = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return _numbers(raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw))


def _numbers(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, number in _SAID.findall(text):
        try:
            found.setdefault(name, float(number))
        except ValueError:
            continue
    return found


def _missing(said: dict[str, float]) -> Iterator[str]:
    """What a picture says that it shows, where that is less than everything around."""
    for side, around, what in (("Width", 360, "around"), ("Height", 180, "from top to bottom")):
        whole, part = said.get(f"FullPano{side}Pixels"), said.get(f"CroppedAreaImage{side}Pixels")
        if whole and part and part < 0.99 * whole:
            yield f"{part / whole * around:.0f} degrees {what}"


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode not in {"RGB", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            to = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, to, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile: the numbers are taken as sRGB, as browsers do
        image = converted or image
    return image.convert("RGB")
