"""What of a sheet is drawn on."""

from __future__ import annotations

from PIL import Image

#: What is fainter than this is not seen.
_FAINT = 8


def drawn_box(sheet: Image.Image) -> tuple[int, int, int, int] | None:
    """The pixels (left, top, right, bottom) of an RGBA sheet that hold all that is drawn, with
    one around them. None where there is nothing.
    """
    box = sheet.getchannel("A").point([255 * (v > _FAINT) for v in range(256)]).getbbox()
    if box is None:
        return None
    left, top, right, bottom = box
    return (
        max(0, left - 1),
        max(0, top - 1),
        min(sheet.width, right + 1),
        min(sheet.height, bottom + 1),
    )
