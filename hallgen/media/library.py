"""The pictures of a fair folder, checked, turned upright and made web-ready.

files -> checked path -> decoded, upright, small enough -> WebP named by its content
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.media.pictures import Picture
from hallgen.readers.media_files import find_media

#: Pictures of more pixels than this are refused: a phone has 12 million, a scanner 140.
MOST_PIXELS = 200_000_000

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF", "TIFF", "BMP")
_WEBP = {"quality": 82, "method": 4}


class MediaLibrary:
    """Pictures under one folder. Faults go to `diagnostics`; each file is decoded once a size."""

    def __init__(self, folder: Path, diagnostics: Diagnostics) -> None:
        self._folder = folder.resolve()
        self._diagnostics = diagnostics
        self._images: dict[tuple[Path, int], Image.Image | None] = {}
        self._pictures: dict[tuple[Path, int], Picture | None] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every picture made so far: its address in the site, and its bytes."""
        made = {p.name: p.data for p in self._pictures.values() if p is not None}
        return MappingProxyType(dict(sorted(made.items())))

    def picture(self, path: Path, place: Place, longest: int) -> Picture | None:
        """The picture as the site serves it, its longer side `longest` pixels at most.

        None where it cannot be used; the diagnostics say why, at `place`.
        """
        key = (path, longest)
        if key not in self._pictures:
            image = self.image(path, place, longest)
            self._pictures[key] = None if image is None else encode(image)
        return self._pictures[key]

    def image(self, path: Path, place: Place, longest: int) -> Image.Image | None:
        """The decoded picture, RGB or RGBA in sRGB and upright, for composing into another."""
        key = (path, longest)
        if key not in self._images:
            found = find_media(self._folder, path, place, self._diagnostics)
            self._images[key] = None if found is None else self._decode(found, path, place, longest)
        return self._images[key]

    def _decode(self, file: Path, path: Path, place: Place, longest: int) -> Image.Image | None:
        try:
            data = file.read_bytes()
        except OSError as fault:
            self._diagnostics.add(
                codes.PICTURE_BROKEN, place, f"{path} cannot be read: {fault.strerror}."
            )
            return None
        if not data:
            self._diagnostics.add(codes.PICTURE_BROKEN, place, f"{path} is empty.")
            return None
        if _is_svg(path, data):
            self._diagnostics.add(codes.PICTURE_VECTOR, place, f"{path} is an SVG drawing.")
            return None
        return self._open(data, path, place, longest)

    def _open(self, data: bytes, path: Path, place: Place, longest: int) -> Image.Image | None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Pillow's own limit; ours is below
                opened = Image.open(io.BytesIO(data), formats=_FORMATS)
                if opened.width * opened.height > MOST_PIXELS:
                    size = f"{opened.width} x {opened.height} pixels"
                    self._diagnostics.add(codes.PICTURE_TOO_LARGE, place, f"{path} has {size}.")
                    return None
                opened.draft("RGB", (longest, longest))
                opened.load()
                upright = ImageOps.exif_transpose(opened)
        except UnidentifiedImageError:
            self._diagnostics.add(
                codes.PICTURE_UNKNOWN, place, f"{path} is no picture of a kind that is read."
            )
        except Image.DecompressionBombError:
            self._diagnostics.add(codes.PICTURE_TOO_LARGE, place, f"{path} has too many pixels.")
        except Exception as fault:  # decoders raise anything on damaged bytes
            self._diagnostics.add(codes.PICTURE_BROKEN, place, f"{path} is damaged: {fault}.")
        else:
            return _made_ready(upright, longest)
        return None


def encode(image: Image.Image) -> Picture:
    """An image as a WebP file named by its content."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", **_WEBP)
    data = buffer.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:20]}.webp"
    return Picture(name, data, "image/webp", image.width, image.height)


def _made_ready(image: Image.Image, longest: int) -> Image.Image:
    """8-bit RGB or RGBA, in sRGB, and no longer than `longest`; never enlarged."""
    profile, mode = image.info.get("icc_profile"), image.mode
    if max(image.size) > 4 * longest and mode in {"RGB", "L"}:
        image = image.reduce(max(image.size) // (2 * longest))
    image = _to_srgb(_to_rgb(image), profile, mode)
    if max(image.size) > longest:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    image.info.clear()
    return image


def _to_rgb(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where some pixel is not opaque. 16-bit grey is scaled, not clipped."""
    if image.mode.startswith("I") or image.mode == "F":
        low, high = image.getextrema()
        scale = 255 / (65535 if float(high) > 255 else 255)  # type: ignore[arg-type]
        if float(low) < 0 or image.mode == "F":  # type: ignore[arg-type]
            scale = 255 / max(float(high), 1e-9)  # type: ignore[arg-type]
        image = image.convert("F").point(lambda value: value * scale).convert("L")
    if image.mode in {"RGB", "CMYK", "YCbCr", "LAB", "HSV"}:
        return image if image.mode in {"RGB", "CMYK"} else image.convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    darkest = image.getchannel("A").getextrema()[0]
    return image if isinstance(darkest, int | float) and darkest < 255 else image.convert("RGB")


def _to_srgb(image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """Through the file's colour profile where it has a usable one; CMYK comes out as RGB."""
    if profile and (image.mode == "CMYK" or mode in {"RGB", "RGBA"}):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            alpha = image.getchannel("A") if image.mode == "RGBA" else None
            colors = image.convert("RGB") if alpha else image
            converted = ImageCms.profileToProfile(
                colors, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                if alpha:
                    converted.putalpha(alpha)
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the numbers are taken as sRGB, as browsers do
    return image.convert("RGB") if image.mode == "CMYK" else image


def _is_svg(path: Path, data: bytes) -> bool:
    return path.suffix.lower() in {".svg", ".svgz"} or b"<svg" in data[:1024]
