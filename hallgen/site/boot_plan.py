"""The plan of a hall as a few hundred bytes of text, for the boot renderer to draw at once.

The text is a list of whole numbers, each in the manner of Google's encoded polylines
(https://developers.google.com/maps/documentation/utilities/polylinealgorithm): zigzag, five bits
a character, the lowest first, 63 added and 32 more where others follow. Lengths are steps of 5 cm
in the plan's axes. What is alike stands together, since a host compresses the page:

    1                                    the version
    x, y, width, depth, height           the hall's bounds
    x, y, heading                        where a visitor begins; degrees clockwise from north
    n, n times a colour                  as 0xrrggbb
    n, n times dx, dy                    the hall's outline, each corner from the one before
    n                                    how many booths; then, for all of them one by one:
      corners                            0 for a rectangle along the axes, from its lower left
      colour                             which of the colours
      height                             of its walls; 0 for bare floor
      closed                             bit k is set where the side after corner k is a wall
      dx, dy                             the first corner, from that of the booth before
      width, depth                       of rectangles alone
      dx, dy ...                         the other corners of those that are none
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from hallgen.model import Booth, BoothKind, BoothLayout, Hall, HallLayout, Point, SideKind
from hallgen.site.blocks import data_block
from hallgen.site.plan_svg import booth_color
from hallgen.site.poses import pose
from hallgen.site.site import Site

VERSION = 1
#: Metres of a step.
STEP = 0.05
#: Walls of a shell scheme, and of what exhibitors build themselves, in metres.
_SHELL, _BUILT = 2.5, 3.6
#: From this floor in square metres on, a booth is built by its exhibitor.
_LARGE = 36.0
#: The most corners whose sides' bits fit the numbers of JavaScript.
_MOST_CORNERS = 30


@dataclass(frozen=True, slots=True)
class _Shape:
    """A booth in steps: its corners, counter-clockwise, which sides are walls, how high."""

    corners: tuple[tuple[int, int], ...]
    closed: int
    color: int
    height: int

    @property
    def rectangle(self) -> bool:
        if len(self.corners) != 4:
            return False
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.corners
        return ay == by and bx == cx and cy == dy and dx == ax and ax < bx and by < cy


def plan_block(site: Site, halls: Iterable[Hall]) -> Markup:
    """The plans of halls for the boot renderer, with a space between two, as a block of a page."""
    plans = (pack_plan(hall, site.layout(hall), partial(booth_color, site)) for hall in halls)
    return data_block("hallgen-plan", "text/plain", " ".join(plans))


def pack_plan(hall: Hall, layout: HallLayout, color_of: Callable[[Booth], str]) -> str:
    """The hall's plan as text of the characters `?` to `~`.

    `color_of` gives a booth's colour as `#rrggbb`.
    """
    min_x, min_y, max_x, max_y = layout.outline.bounds
    eyes = pose(layout.start, layout.start_heading)
    shapes = [*_shapes(hall, layout, color_of)]
    colors = sorted({shape.color for shape in shapes})
    outline = [_steps(point) for point in layout.outline.outer]
    numbers: list[int] = [
        VERSION,
        *_steps((min_x, min_y)),
        *_steps((max_x - min_x, max_y - min_y)),
        _step(hall.height),
        *_steps((eyes.x, -eyes.z)),
        round(eyes.heading),
        len(colors),
        *colors,
        len(outline),
        *_moves([(0, 0), *outline]),
        len(shapes),
        *(0 if shape.rectangle else len(shape.corners) for shape in shapes),
        *(colors.index(shape.color) for shape in shapes),
        *(shape.height for shape in shapes),
        *(shape.closed for shape in shapes),
    ]
    firsts = [(0, 0), *(shape.corners[0] for shape in shapes)]
    numbers += [b[0] - a[0] for a, b in pairwise(firsts)]
    numbers += [b[1] - a[1] for a, b in pairwise(firsts)]
    rectangles = [shape.corners for shape in shapes if shape.rectangle]
    numbers += [corners[2][0] - corners[0][0] for corners in rectangles]
    numbers += [corners[2][1] - corners[0][1] for corners in rectangles]
    for shape in shapes:
        if not shape.rectangle:
            numbers += _moves(shape.corners)
    return encode(numbers)


def encode(numbers: Iterable[int]) -> str:
    """Whole numbers as text, as the module says."""
    return "".join(_characters(number) for number in numbers)


def _characters(number: int) -> str:
    rest = number * 2 if number >= 0 else -number * 2 - 1
    found = []
    while rest >= 32:
        found.append(chr((rest & 31) + 32 + 63))
        rest >>= 5
    return "".join((*found, chr(rest + 63)))


def _shapes(hall: Hall, layout: HallLayout, color_of: Callable[[Booth], str]) -> Iterator[_Shape]:
    laid_out = {b.booth: b for b in layout.booths}
    for booth in hall.booths:
        if booth.id not in laid_out:
            continue
        corners, closed = _outline(laid_out[booth.id])
        if len(corners) >= 3:
            height = _step(_height(booth, laid_out[booth.id]))
            yield _Shape(corners, closed, int(color_of(booth)[1:], 16), height)


def _height(booth: Booth, layout: BoothLayout) -> float:
    if not booth.exhibitors or booth.kind is BoothKind.OUTDOOR:
        return 0.0
    return _SHELL if booth.kind is BoothKind.SHELL and layout.area < _LARGE else _BUILT


def _outline(layout: BoothLayout) -> tuple[tuple[tuple[int, int], ...], int]:
    """The corners from the lower left on, and the bits of those sides that are walls."""
    sides = [side for side in layout.sides if _steps(side.start) != _steps(side.end)]
    sides = sides[:_MOST_CORNERS]
    first = min(range(len(sides)), key=lambda n: (sum(sides[n].start), n), default=0)
    sides = [*sides[first:], *sides[:first]]
    closed = sum((side.kind is not SideKind.OPEN) << n for n, side in enumerate(sides))
    return tuple(_steps(side.start) for side in sides), closed


def _moves(points: Sequence[tuple[int, int]]) -> list[int]:
    return [step for a, b in pairwise(points) for step in (b[0] - a[0], b[1] - a[1])]


def _steps(point: Point) -> tuple[int, int]:
    return _step(point[0]), _step(point[1])


def _step(length: float) -> int:
    return round(length / STEP)
