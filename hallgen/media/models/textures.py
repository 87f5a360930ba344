"""The pictures of a model, as small as a level needs them.

Colours become WebP, and normals at a higher quality: what is off by little in a normal glints.
A picture whose own file is smaller stays as it came, without what cameras note beside it. Colour
profiles are not applied: glTF says that sRGB is meant whatever a profile claims.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.editable import (
    EditableGlb,
    Picture,
)
from hallgen.formats.shown import texture_image, texture_infos

#: Up to so many colours a picture is a drawing, and smaller without loss.
_FEW_COLORS = 256
_METHOD = 4


class Use(IntEnum):
    """What a picture holds, the more delicate the higher."""

    COLOR = 0
    DATA = 1
    NORMAL = 2


#: WebP's quality by use.
_QUALITY = {Use.COLOR: 78, Use.DATA: 78, Use.NORMAL: 84}
_COLORS = (
    "baseColor",
    "emissive",
    "diffuse",
    "sheenColor",
    "specularColor",
    "diffuseTransmissionC",
)
#: Uses that look at alpha, besides a base colour that is not opaque.
_WITH_ALPHA = ("specularGlossiness", "sheenRoughness", "specularTexture", "diffuseTransmissionT")


@dataclass(frozen=True, slots=True)
class Shown:
    """How materials use an image."""

    use: Use
    alpha: bool


def shown_pictures(glb: EditableGlb) -> dict[int, Shown]:
    """How each image is used, by its number. Those that no material uses are left out."""
    found: dict[int, Shown] = {}
    for material in glb.items("materials"):
        opaque = material.get("alphaMode", "OPAQUE") == "OPAQUE"
        for name, info in texture_infos(material):
            image = texture_image(glb.content["textures"][info["index"]])
            if image is None:
                continue
            alpha = name.startswith(_WITH_ALPHA) or (
                not opaque and name.startswith(("baseColor", "diffuseTexture"))
            )
            known = found.get(image, Shown(Use.COLOR, alpha=False))
            found[image] = Shown(max(known.use, _use_of(name)), known.alpha or alpha)
    return found


class Pictures:
    """Makes the pictures of GLBs small, each picture for each size once."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, Shown, int], Picture] = {}

    def fitted(self, glb: bytes, longest: int) -> bytes:
        """The GLB, packed or not, with pictures of at most `longest` pixels a side.

        Equal pictures are there once, and what no material shows is gone. Raises ValueError for
        a picture that cannot be read.
        """
        plain = EditableGlb(EditableGlb(glb).together())
        for image, shown in shown_pictures(plain).items():
            plain.set_picture(image, self._small(plain.picture(image), shown, longest))
        return plain.together()

    def _small(self, source: Picture, shown: Shown, longest: int) -> Picture:
        key = (source.data, shown, longest)
        if key not in self._known:
            self._known[key] = small_picture(source, shown, longest)
        return self._known[key]


def picture_bytes(glb: EditableGlb) -> int:
    """The bytes of all pictures in a GLB."""
    return sum(len(glb.picture(image).data) for image in range(len(glb.items("images"))))


def longest_side(glb: EditableGlb) -> int:
    """The longest side of a GLB's pictures in pixels, 0 where it has none."""
    longest = 0
    for image in range(len(glb.items("images"))):
        with Image.open(io.BytesIO(glb.picture(image).data)) as opened:
            longest = max(longest, *opened.size)
    return longest


def small_picture(source: Picture, shown: Shown, longest: int) -> Picture:
    """A picture with sides of at most `longest` pixels, its file never larger than the source's.

    Raises ValueError for what cannot be read.
    """
    own = _bare(source.data)
    try:
        with Image.open(io.BytesIO(own)) as opened:
            opened.draft("RGB", (longest, longest))
            fits = max(opened.size) <= longest
            picture = _eight_bits(opened, alpha=shown.alpha)
    except (OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError("A picture of this model cannot be read.") from fault
    picture = _resized(picture, shown, longest)
    best = min(_encoded(picture, shown.use), key=len)
    if len(own) <= len(best) and fits:
        return Picture(own, source.mime)
    return Picture(best, "image/webp")


def _use_of(name: str) -> Use:
    if "ormalTexture" in name:
        return Use.NORMAL
    return Use.COLOR if name.startswith(_COLORS) else Use.DATA


def _eight_bits(picture: Image.Image, *, alpha: bool) -> Image.Image:
    """RGB or RGBA, whatever the file had; alpha that nobody looks at, or that is full, goes."""
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, np.float64) / 257
        picture = Image.fromarray(np.clip(np.round(values), 0, 255).astype(np.uint8))
    transparent = "A" in picture.getbands() or "transparency" in picture.info
    if not (alpha and transparent):
        # Through RGBA: a palette's transparent colour would else be taken for black.
        return (picture.convert("RGBA") if transparent else picture).convert("RGB")
    full = picture.convert("RGBA")
    opaque = full.getchannel("A").getextrema() == (255, 255)
    return full.convert("RGB") if opaque else full


def _resized(picture: Image.Image, shown: Shown, longest: int) -> Image.Image:
    if _even(picture):
        return picture.resize((1, 1), Image.Resampling.NEAREST)
    share = longest / max(picture.size)
    if share >= 1:
        return picture
    size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
    if shown.use is Use.NORMAL:
        return _unit(picture.resize(size, Image.Resampling.BOX))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _even(picture: Image.Image) -> bool:
    """Whether it is one colour all over."""
    return picture.getcolors(1) is not None


def _unit(picture: Image.Image) -> Image.Image:
    """A picture of normals, each of length 1 again."""
    normals = np.asarray(picture.convert("RGB"), np.float32) / 127.5 - 1
    normals /= np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-6)
    pixels: NDArray[np.uint8] = np.round((normals + 1) * 127.5).astype(np.uint8)
    return Image.fromarray(pixels)


def _encoded(picture: Image.Image, use: Use) -> Iterator[bytes]:
    lossy = io.BytesIO()
    picture.save(lossy, "WEBP", quality=_QUALITY[use], method=_METHOD)
    yield lossy.getvalue()
    if picture.getcolors(_FEW_COLORS) is not None:
        exact = io.BytesIO()
        picture.save(exact, "WEBP", lossless=True, quality=60, method=_METHOD)
        yield exact.getvalue()


def _bare(data: bytes) -> bytes:
    """A JPEG or PNG without what tells who made it, where and when: its pixels as they were."""
    if data[:2] == b"\xff\xd8":
        return _bare_jpeg(data)
    return _bare_png(data) if data[:4] == b"\x89PNG" else data


def _bare_jpeg(data: bytes) -> bytes:
    """Without comments and APP segments but JFIF's and Adobe's, which say how colours are coded."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, (size,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if marker == 0xDA:
            break
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in (0xE0, 0xEE):
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    return b"".join(kept) + data[at:]


def _bare_png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] in (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"):
            kept.append(data[at : at + 12 + size])
        at += 12 + size
    return b"".join(kept)
