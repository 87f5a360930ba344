"""What a file is, told by its first bytes: endings are wrong too often."""

from __future__ import annotations

import re
from enum import StrEnum

#: Where the root element of a drawing is looked for.
_HEAD = 4096
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>/]")
#: Brands of ISO base media files (HEIF, ISO/IEC 23008-12, and AVIF).
_AV1 = {b"avif", b"avis"}
_HEVC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
#: How PNG, JPEG, GIF and TIFF begin.
_HEADS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
#: Encapsulated PostScript, plain or behind the header that DOS put before it.
_POSTSCRIPT = (b"%!PS", b"\xc5\xd0\xd3\xc6", b"\x04%!PS")


class PictureKind(StrEnum):
    """How a file is opened. PIXELS are what Pillow reads, or does not know at all."""

    PIXELS = "pixels"
    HEIC = "heic"
    SVG = "svg"
    PDF = "pdf"
    POSTSCRIPT = "postscript"


def kind_of(data: bytes) -> PictureKind:
    """The kind of a file with this content. Illustrator's own files are PDF mostly."""
    if data[4:8] == b"ftyp":
        size = min(int.from_bytes(data[:4], "big"), 256)
        brands = {data[at : at + 4] for at in (8, *range(16, size, 4))}
        return PictureKind.HEIC if brands & _HEVC and not brands & _AV1 else PictureKind.PIXELS
    if data.startswith(_POSTSCRIPT):
        return PictureKind.POSTSCRIPT
    if b"%PDF-" in data[:1024]:
        return PictureKind.PDF
    if data.startswith(b"\x1f\x8b") or _SVG.search(_text(data[:_HEAD])):
        return PictureKind.SVG
    return PictureKind.PIXELS


def has_picture_head(data: bytes) -> bool:
    """Whether a file begins as a picture does, so that it is a damaged one if it cannot be read."""
    return data.startswith(_HEADS) or data[8:12] == b"WEBP" or data[4:8] == b"ftyp"


def _text(head: bytes) -> bytes:
    """The start of a text in UTF-16 as single bytes; anything else as it is."""
    return head.replace(b"\0", b"") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head
