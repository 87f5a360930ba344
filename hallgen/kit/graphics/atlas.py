"""All pictures of one booth in one texture, so that they are one draw and one request."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from hallgen.scene import Texture

#: A rectangle of a texture: u0, v0 (upper left), u1, v1 (lower right); v is down as in glTF.
UV = tuple[float, float, float, float]

#: No sheet is longer than this in pixels where it can be helped.
LONGEST = 4096

#: Pixels repeated around each picture, so that filtering never reaches its neighbour.
GUTTER = 2

#: WebP qualities, the first that keeps to the bytes a sheet may have. At 75, libwebp's own, sheets
#: have .70 of what they have at 87, and nobody tells them apart (docs/decisions/0005).
_QUALITIES = (75, 66)


@dataclass(frozen=True, eq=False, slots=True)
class Atlas:
    """A texture, and where each picture lies in it."""

    texture: Texture
    uv: Mapping[str, UV]


def pack(
    items: Mapping[str, Image.Image],
    longest: int = LONGEST,
    most: int | None = None,
    qualities: Sequence[int] = _QUALITIES,
) -> Atlas:
    """Pack pictures into one texture, with the same bytes for the same pictures.

    Skyline packing in the order of height or of width; of the sheet's possible widths the one
    with the smallest area is taken, no side longer than `longest` where that is possible. The
    texture is named by its content, and has `most` bytes if less than the best of the WebP
    `qualities` does.
    """
    sizes = {slot: image.size for slot, image in items.items()}
    width, height, corners = _arrange(sizes, longest)
    sheet = np.zeros((height, width, 3), dtype=np.uint8)
    for slot, (x, y) in corners.items():
        padded = np.pad(
            np.asarray(items[slot].convert("RGB")),
            ((GUTTER, GUTTER), (GUTTER, GUTTER), (0, 0)),
            mode="edge",
        )
        sheet[y : y + padded.shape[0], x : x + padded.shape[1]] = padded
    data = _encoded(Image.fromarray(sheet), most, qualities)
    name = hashlib.sha256(data).hexdigest()[:16]
    uv = {
        slot: (
            (x + GUTTER) / width,
            (y + GUTTER) / height,
            (x + GUTTER + items[slot].width) / width,
            (y + GUTTER + items[slot].height) / height,
        )
        for slot, (x, y) in corners.items()
    }
    return Atlas(Texture(name, data, "image/webp", width, height), uv)


def _encoded(sheet: Image.Image, most: int | None, qualities: Sequence[int]) -> bytes:
    """A WebP of the best quality that keeps to `most` bytes, or of the lowest we would show."""
    data = b""
    for quality in qualities:
        buffer = io.BytesIO()
        sheet.save(buffer, "WEBP", quality=quality, method=2)
        data = buffer.getvalue()
        if most is None or len(data) <= most:
            break
    return data


def sheet_size(sizes: Mapping[str, tuple[int, int]], longest: int = LONGEST) -> tuple[int, int]:
    """Width and height of the sheet that pictures of some sizes make, before they are drawn."""
    return _arrange(sizes, longest)[:2]


def _arrange(
    pictures: Mapping[str, tuple[int, int]], longest: int
) -> tuple[int, int, dict[str, tuple[int, int]]]:
    """Width, height and corners of the sheet with the least area, squarish ones first."""
    sizes = {slot: (w + 2 * GUTTER, h + 2 * GUTTER) for slot, (w, h) in pictures.items()}
    tallest = sorted(sizes, key=lambda slot: (-sizes[slot][1], -sizes[slot][0], slot))
    widest_first = sorted(sizes, key=lambda slot: (-sizes[slot][0], -sizes[slot][1], slot))
    widest = max((width for width, _ in sizes.values()), default=4)
    total = sum(width for width, _ in sizes.values())
    widths = [widest, *range(widest // 32 * 32 + 32, min(total, longest - 31) + 32, 32)]
    orders = (tallest, widest_first)
    sheets = [_rows(order, sizes, width) for order in orders for width in widths]

    def cost(sheet: tuple[int, int, dict[str, tuple[int, int]]]) -> tuple[bool, float, int]:
        width, height, _ = sheet
        slender = max(1.0, max(width, height) / min(width, height) / 3)
        return max(width, height) > longest, width * height * slender, width

    return min(sheets, key=cost)


def _rows(
    order: list[str], sizes: Mapping[str, tuple[int, int]], limit: int
) -> tuple[int, int, dict[str, tuple[int, int]]]:
    """Each picture as high up as it fits under the outline of those before it (skyline)."""
    corners: dict[str, tuple[int, int]] = {}
    skyline = [(0, limit, 0)]  # left, right, bottom of what is used
    for slot in order:
        width, height = sizes[slot]
        y, x = min(
            (max(bottom for left, right, bottom in skyline if right > x and left < x + width), x)
            for x, _, _ in skyline
            if x + width <= limit
        )
        corners[slot] = (x, y)
        skyline = _covered(skyline, x, x + width, y + height)
    used = max((corners[slot][0] + sizes[slot][0] for slot in order), default=4)
    bottom = max((corners[slot][1] + sizes[slot][1] for slot in order), default=4)
    return used, bottom, corners


def _covered(
    skyline: list[tuple[int, int, int]], start: int, end: int, bottom: int
) -> list[tuple[int, int, int]]:
    """The skyline after a part of it has been covered down to `bottom`."""
    kept = [(left, min(right, start), low) for left, right, low in skyline if left < start]
    kept.append((start, end, bottom))
    kept += [(max(left, end), right, low) for left, right, low in skyline if right > end]
    return kept
