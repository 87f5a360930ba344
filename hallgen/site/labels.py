"""Where the number and the name of a booth fit into its outline.

Sizes are in the units of the drawing. The width of words is estimated from their characters:
a wide one (https://unicode.org/reports/tr11/) is one em, others a share of it.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import Final

from hallgen.model import BoothLayout, Point, Polygon
from hallgen.site.standing import contains

LINE_HEIGHT: Final = 1.18
#: How many cells an odd outline is cut into each way, when looking for room in it.
_CELLS: Final = 14
_MAX_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle inside an outline: its middle, sizes, and its turn.

    `angle` is that of its width in degrees counter-clockwise from east, -45 to 45.
    """

    middle: Point
    width: float
    height: float
    angle: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label: its words, size, and its baseline below the room's middle."""

    words: str
    size: float
    below: float


def room_in(outline: Polygon, layout: BoothLayout) -> Room:
    """The largest rectangle in the outline that is aligned with the booth's frame, about.

    It is exact for rectangles; other outlines are looked at on a grid of 14 x 14 cells.
    """
    quarter = round(layout.frame.heading / 90)
    angle = layout.frame.heading - quarter * 90
    box = [_turned(point, -angle) for point in outline.outer]
    west, east = min(x for x, _ in box), max(x for x, _ in box)
    south, north = min(y for _, y in box), max(y for _, y in box)
    if math.isclose(layout.area, (east - west) * (north - south), rel_tol=0.02):
        middle = _turned(((west + east) / 2, (south + north) / 2), angle)
        return Room(middle, east - west, north - south, angle)
    dx, dy = (east - west) / _CELLS, (north - south) / _CELLS
    turned = Polygon(
        outer=tuple(box),
        holes=tuple(tuple(_turned(p, -angle) for p in hole) for hole in outline.holes),
    )
    inside = [
        [_cell_inside(turned, west + i * dx, south + j * dy, dx, dy) for i in range(_CELLS)]
        for j in range(_CELLS)
    ]
    left, low, right, high = _largest(inside, dx, dy)
    middle = _turned((west + (left + right) / 2 * dx, south + (low + high) / 2 * dy), angle)
    return Room(middle, (right - left) * dx, (high - low) * dy, angle)


def fit(
    number: str, name: str, width: float, height: float, smallest: float, largest: float
) -> tuple[Line, ...]:
    """The lines of a label: the number, and the name below it where that fits.

    `smallest` is the smallest size of a name worth printing, `largest` the number's limit.
    The number is always there, however small the room.
    """
    width, height = width * 0.9, height * 0.88
    size = min(largest, width / max(ems(number), 0.1), height * 0.62)
    if name:
        number_size = min(size, height * 0.34)
        left = height - number_size * LINE_HEIGHT
        for name_size in _sizes(smallest, number_size * 0.86):
            lines = wrap(name, width / name_size)
            if lines and len(lines) * name_size * LINE_HEIGHT <= left:
                lines = _evened(name, lines, width / name_size)
                return _stack([(number, number_size), *((line, name_size) for line in lines)])
    return _stack([(number, size)])


def ems(words: str) -> float:
    """About how wide words are, in ems of a bold sans serif."""
    return sum(_em(character) for character in words)


def wrap(words: str, width: float) -> list[str]:
    """Lines at most `width` ems wide, three at most; [] where that cannot be.

    Breaks at spaces, and between wide characters.
    """
    lines: list[str] = [""]
    for part in _parts(words):
        if ems((lines[-1] + part).strip()) <= width:
            lines[-1] += part
        elif ems(part.strip()) <= width and len(lines) < _MAX_LINES:
            lines.append(part)
        else:
            return []
    return [line.strip() for line in lines if line.strip()]


def _evened(words: str, lines: list[str], most: float) -> list[str]:
    """As many lines, but about equally long, so that none holds a single character.

    None is wider than `most` ems, to which the lines keep as they are.
    """
    width = ems(words) / len(lines)
    while width < most:
        evened = wrap(words, width)
        if evened and len(evened) <= len(lines):
            return evened
        width += 0.5
    return lines


def _parts(words: str) -> list[str]:
    parts: list[str] = []
    for character in " ".join(words.split()):
        wide = unicodedata.east_asian_width(character) in "WF"
        if not parts or wide or parts[-1].endswith(" ") or _is_wide_end(parts[-1]):
            parts.append(character)
        else:
            parts[-1] += character
    return parts


def _is_wide_end(part: str) -> bool:
    return unicodedata.east_asian_width(part[-1]) in "WF"


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "ijl.,:;'|!() -":
        return 0.36
    return 0.72 if character.isupper() or character in "mwMW@%" else 0.6


def _sizes(smallest: float, largest: float) -> list[float]:
    """Sizes to try, from the largest, each a tenth smaller."""
    sizes = []
    while largest >= smallest:
        sizes.append(largest)
        largest *= 0.9
    return sizes


def _stack(lines: list[tuple[str, float]]) -> tuple[Line, ...]:
    """Lines one below the other, centred about the middle."""
    top = -sum(size for _, size in lines) * LINE_HEIGHT / 2
    placed = []
    for words, size in lines:
        top += size * LINE_HEIGHT
        placed.append(Line(words, size, top - size * (LINE_HEIGHT - 0.86)))
    return tuple(placed)


def _cell_inside(polygon: Polygon, x: float, y: float, dx: float, dy: float) -> bool:
    near, far = 0.02, 0.98
    corners = [(x + dx * i, y + dy * j) for i in (near, far) for j in (near, far)]
    return all(contains(polygon, corner) for corner in corners)


def _largest(inside: list[list[bool]], dx: float, dy: float) -> tuple[int, int, int, int]:
    """The largest rectangle of cells: left, low, right, high. Falls back to one middle cell."""
    best, found = 0.0, (_CELLS // 2, _CELLS // 2, _CELLS // 2 + 1, _CELLS // 2 + 1)
    for low in range(_CELLS):
        free = [True] * _CELLS
        for high in range(low + 1, _CELLS + 1):
            free = [a and b for a, b in zip(free, inside[high - 1], strict=True)]
            for left, right in _runs(free):
                area = (right - left) * dx * (high - low) * dy
                if area > best:
                    best, found = area, (left, low, right, high)
    return found


def _runs(free: list[bool]) -> list[tuple[int, int]]:
    runs, start = [], None
    for at, is_free in enumerate([*free, False]):
        if is_free and start is None:
            start = at
        if not is_free and start is not None:
            runs.append((start, at))
            start = None
    return runs


def _turned(point: Point, angle: float) -> Point:
    turn = math.radians(angle)
    return (
        point[0] * math.cos(turn) - point[1] * math.sin(turn),
        point[0] * math.sin(turn) + point[1] * math.cos(turn),
    )
