"""The pictures of a glTF as PNG, JPEG or WebP, whatever they come as."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError

from hallgen.formats.reading.document import Document, named
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.formats.reading.ktx import KTX2_MAGIC, KtxError, read_ktx2

#: glTF's own types, and the one that an extension adds. What else Pillow reads becomes PNG.
_KEPT: Final = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_OTHER: Final = ("AVIF", "GIF", "BMP", "TIFF", "TGA")
#: How much of its end a whole file of a kind has.
_ENDS: Final = {"PNG": b"IEND", "JPEG": b"\xff\xd9"}


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """A picture's file: PNG, JPEG or WebP, and its size in pixels."""

    data: bytes
    mime: str
    width: int
    height: int


class PictureError(ValueError):
    """A picture that cannot be shown, and why: the model stays, coloured by its factors."""


def image_bytes(document: Document, number: object) -> bytes:
    """The file of an image of the document. Raises PictureError where it is not there."""
    image = document.at("images", number)
    if "bufferView" in image:
        return document.view(image["bufferView"])
    data = document.file(image["uri"])
    if data is None:
        raise PictureError(f"the picture {named(image['uri'])} is missing")
    return data


def read_picture(document: Document, number: object) -> SourcePicture:
    """An image of the document as a web-ready file. Raises PictureError where it is none."""
    try:
        return web_picture(image_bytes(document, number))
    except GltfError as error:
        if error.fault is Fault.TOO_LARGE:
            raise
        raise PictureError(f"a picture cannot be read: {error}") from error


def web_picture(data: bytes) -> SourcePicture:
    """A picture as it is, where it is PNG, JPEG or WebP, else as a PNG. Raises PictureError."""
    try:
        if data.startswith(KTX2_MAGIC):
            return _as_png(read_ktx2(data))
        with _opened(data) as image:
            if image.format in _KEPT:
                _check_end(image, data)
                return SourcePicture(data, _KEPT[image.format], image.width, image.height)
            return _as_png(image)
    except (KtxError, UnidentifiedImageError) as error:
        raise PictureError(f"a picture cannot be read: {_short(error)}") from error
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise PictureError(f"a picture is damaged: {_short(error)}") from error


def _opened(data: bytes) -> Image.Image:
    """The picture, not unpacked yet. Pillow refuses it above 179 million pixels."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # of half as many
        return Image.open(BytesIO(data), formats=(*_KEPT, *_OTHER))


def _check_end(image: Image.Image, data: bytes) -> None:
    """A file that lacks its end is unpacked, which raises OSError if more than that is missing."""
    end = _ENDS.get(image.format or "")
    if end is not None and end not in data[-4096:]:
        image.load()


def _as_png(image: Image.Image) -> SourcePicture:
    image.load()
    if image.mode not in ("L", "LA", "RGB", "RGBA"):
        alpha = "transparency" in image.info or image.mode in ("PA", "La", "RGBa")
        image = image.convert("RGBA" if alpha else "RGB")
    target = BytesIO()
    image.save(target, "PNG", compress_level=1)  # it is packed anew when levels are made
    return SourcePicture(target.getvalue(), "image/png", image.width, image.height)


def _short(error: Exception) -> str:
    if isinstance(error, UnidentifiedImageError):
        return "its kind is not known"
    return str(error).split("\n")[0][:100]
