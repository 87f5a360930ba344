"""Plans of halls: blocks between cross aisles on both sides of a main aisle.

A hall is a row of bays. A bay is 21 m wide (a row of booths under 21 m) and, on either side of the
main aisle, a cell of three bands: the nearer to the main aisle, the larger its booths.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.fair.zones import Character, Zone
from tools.industry_fair.drawn import BACK_TO_BACK, Corner, Door, DrawnHall, Space, Stand, box

#: Metres. Ten bays of 21 m and these aisles are 270 m.
BAY = 21.0
WALL_AISLE, END_AISLE, CROSS_AISLE, MIDDLE_AISLE = 5.0, 6.0, 5.0, 8.0
#: Twice margin, bands and the aisles between them, and the main aisle: 108 m.
MAIN_AISLE, BAND_AISLES = 8.0, (4.0, 3.0)
BANDS = (18.0, 12.0 + BACK_TO_BACK, 9.0 + BACK_TO_BACK)
_HALF = 50.0
#: Where the second and the third band of a cell begin.
_SECOND = BANDS[0] + BAND_AISLES[0]
_THIRD = _SECOND + BANDS[1] + BAND_AISLES[1]
#: Bays of a full hall.
FULL = 10
#: A hall with so many cells or fewer has them on one side of its main aisle.
ONE_SIDED = 6
#: Columns of lower halls, as at NECC Shanghai (approx.); 0.6 m around them stays free.
_COLUMN_GRID, _COLUMN, _CLEAR = (27.0, 36.0), 1.0, 0.6
#: Real plans: 4 % of booths are not rectangular. Only large ones here, so more of those.
_CUT_CORNERS, _CUT, _CUT_FROM = 0.15, 2.0, 50.0
#: Cross aisles of a full hall with gates at their ends.
_GATE_AISLES = (1, 4, 7)
#: A booth is numbered by its bay: B007 is the seventh of the second.
LETTERS = "ABCDEFGHJK"


@dataclass(frozen=True, slots=True)
class HallSpec:
    """A hall level before its booths: its bays' zones and the levels that are next to it."""

    id: str
    bays: tuple[Zone, ...]
    sides: int
    west: str = ""
    east: str = ""
    other_level: str = ""

    @property
    def cells(self) -> int:
        return len(self.bays) * self.sides


@dataclass(frozen=True, slots=True)
class _Cell:
    """A block's place: from `x` on, and away from the main aisle's side at `y`, north or south."""

    x: float
    y: float
    north: bool

    def part(self, at: float, out: float, width: float, depth: float) -> tuple[Corner, ...]:
        """A rectangle `at` metres into the cell and `out` metres off the main aisle."""
        y = self.y + out if self.north else self.y - out - depth
        return box(round(self.x + at, 3), round(y, 3), width, depth)


def bay_of(number: str) -> int:
    """Which bay of its hall a booth is in."""
    return LETTERS.index(number[0])


def draw(spec: HallSpec, seed: str) -> DrawnHall:
    """The hall with all that is on its plan."""
    choose = random.Random(f"{seed} hall {spec.id}")
    starts = _bay_starts(len(spec.bays))
    width = starts[-1] + BAY + WALL_AISLE
    depth = _HALF + MAIN_AISLE + (_HALF if spec.sides == 2 else 0)
    doubles = {north: _double(spec, choose) for north in (False, True)}
    stands: list[Stand] = []
    spaces: list[Space] = []
    for bay, (x, zone) in enumerate(zip(starts, spec.bays, strict=True)):
        cells = [_Cell(x, _HALF, north=False), _Cell(x, _HALF + MAIN_AISLE, north=True)]
        booths: list[tuple[Corner, ...]] = []
        for cell in cells[: spec.sides]:
            first, last = bay == 0 and not cell.north, bay == len(spec.bays) - 1 and not cell.north
            kept = frozenset([1] if first and spec.cells >= ONE_SIDED else [2] if last else [])
            spaces += [_space(cell, band) for band in kept]
            double = doubles[cell.north]
            if bay == double:
                booths.append(cell.part(0, 0, starts[bay + 1] + BAY - x, BANDS[0]))
            taken = kept | {0} if bay - 1 == double or bay == double else kept
            booths += _booths(cell, zone.character, choose, taken)
        booths.sort(key=lambda corners: (corners[0][1], corners[0][0]))
        stands += [
            Stand(f"{LETTERS[bay]}{i:03}", _cut(corners, booths, choose))
            for i, corners in enumerate(booths, start=1)
        ]
    return DrawnHall(
        id=spec.id,
        outline=box(0, 0, width, depth),
        stands=tuple(stands),
        doors=tuple(_doors(spec, starts, (width, depth))),
        columns=tuple(_columns(stands, (width, depth))) if spec.id.endswith(".1") else (),
        spaces=tuple(spaces),
    )


def _double(spec: HallSpec, choose: random.Random) -> int | None:
    """The bay from which on one firm has two, and the cross aisle between them, on one side."""
    if len(spec.bays) < FULL:
        return None
    bay = choose.choice([i for i in range(FULL - 1) if i not in _GATE_AISLES])
    alike = spec.bays[bay] == spec.bays[bay + 1]
    chance = 4 * spec.bays[bay].character.flagship
    return bay if choose.random() < chance and alike else None


def _bay_starts(bays: int) -> list[float]:
    inner = [CROSS_AISLE] * (bays - 1)
    if bays == FULL:
        inner[0] = inner[-1] = END_AISLE
        inner[bays // 2 - 1] = MIDDLE_AISLE
    starts = [WALL_AISLE]
    for aisle in inner:
        starts.append(starts[-1] + BAY + aisle)
    return starts


def _booths(
    cell: _Cell, character: Character, choose: random.Random, kept: frozenset[int]
) -> Iterator[tuple[Corner, ...]]:
    """A cell cut into booths, but for the bands that something else is kept for."""
    if not {0, 1} & kept and choose.random() < character.flagship:
        yield cell.part(0, 0, BAY, _THIRD - BAND_AISLES[1])
    else:
        if 0 not in kept:
            yield from _near(cell, character, choose)
        if 1 not in kept:
            if choose.random() < character.rows:
                yield from _back_to_back(cell, _SECOND, (6.0, 6.0), choose)
            else:
                widths = _split(choose, _WIDE, character.whole / 2)
                yield from _row(cell, _SECOND, 12.0, widths)
    if 2 not in kept:
        if choose.random() < character.shells:
            depths = choose.choice([(3.0, 3.0), (3.0, 3.0), (6.0, 3.0)])
            yield from _back_to_back(cell, _THIRD, depths, choose)
        else:
            yield from _row(cell, _THIRD, 9.0, _split(choose, _RAW, character.whole / 4))


def _near(cell: _Cell, character: Character, choose: random.Random) -> Iterator[tuple[Corner, ...]]:
    """The band on the main aisle: one island, or two with an aisle between, or a block of some."""
    depth = BANDS[0]
    if choose.random() < character.whole:
        yield cell.part(0, 0, BAY, depth)
        return
    match choose.randrange(4):
        case 0:
            yield from (cell.part(at, 0, 9, depth) for at in (0, 12))
        case 1:
            yield from _row(cell, 0, depth, [12, 9])
        case 2:
            yield from _row(cell, 0, depth, [10.5, 10.5])
        case _:
            yield from _row(cell, 0, 9, [10.5, 10.5])
            yield from _row(cell, 9, 9, choose.choice([[21], [12, 9], [10.5, 10.5]]))


_Widths = Sequence[Sequence[float]]
_WIDE: _Widths = ([10.5, 10.5], [7, 7, 7], [12, 9], [9, 12], [6, 9, 6])
_RAW: _Widths = ([7, 7, 7], [6, 6, 9], [9, 12], [10.5, 10.5], [9, 6, 6])


def _split(choose: random.Random, widths: _Widths, whole: float) -> Sequence[float]:
    return [BAY] if choose.random() < whole else choose.choice(widths)


def _row(
    cell: _Cell, out: float, depth: float, widths: Sequence[float]
) -> Iterator[tuple[Corner, ...]]:
    at = 0.0
    for width in widths:
        yield cell.part(at, out, width, depth)
        at += width


def _back_to_back(
    cell: _Cell, out: float, depths: tuple[float, float], choose: random.Random
) -> Iterator[tuple[Corner, ...]]:
    """Two rows; those 3 m deep are shell scheme of 9 to 27 m2."""
    for depth in depths:
        modules = (3.0, 3.0, 3.0, 6.0, 6.0, 9.0) if depth == 3 else (6.0, 6.0, 9.0, 12.0)
        yield from _row(cell, out, depth, _fitting(modules, choose))
        out += depth + BACK_TO_BACK


def _fitting(modules: Sequence[float], choose: random.Random) -> list[float]:
    """Widths that fill a bay: what is too narrow for another booth goes to the last."""
    widths: list[float] = []
    left = BAY
    while left >= min(modules):
        widths.append(choose.choice([width for width in modules if width <= left]))
        left -= widths[-1]
    return [*widths[:-1], widths[-1] + left]


def _cut(
    corners: tuple[Corner, ...], others: Sequence[tuple[Corner, ...]], choose: random.Random
) -> tuple[Corner, ...]:
    """The booth, or now and then the booth with a corner on an aisle cut off."""
    (x0, y0), (x1, _), (_, y1), _ = corners
    if choose.random() >= _CUT_CORNERS or (x1 - x0) * (y1 - y0) < _CUT_FROM:
        return corners
    if sum(_within(other, x1, y1, 2 * BACK_TO_BACK) for other in others) > 1:
        return corners
    return (x0, y0), (x1, y0), (x1, y1 - _CUT), (x1 - _CUT, y1), (x0, y1)


def _space(cell: _Cell, band: int) -> Space:
    if band == 1:
        return Space("stage", "主舞台 Main Stage", cell.part(0, _SECOND, BAY, 12))
    return Space("cafe", "咖啡休息区 Café", cell.part(0, _THIRD, BAY, 9))


def _doors(spec: HallSpec, starts: Sequence[float], size: Corner) -> Iterator[Door]:
    """At both ends of the main aisle, and at the ends of cross aisles."""
    width, depth = size
    main = _HALF + MAIN_AISLE / 2
    yield Door(_door("西门 West Gate", spec.west), (0, main), 6)
    yield Door(_door("东门 East Gate", spec.east), (width, main), 6)
    aisles = [(x0 + BAY + x1) / 2 for x0, x1 in pairwise(starts)]
    chosen = _GATE_AISLES if len(starts) == FULL else [len(aisles) // 2] if aisles else []
    for place, at in enumerate(chosen, start=1):
        number = f"{place} " if len(chosen) > 1 else " "
        yield Door(f"南门{number}South Gate {number}".strip(), (aisles[at], 0), 5)
        yield Door(f"北门{number}North Gate {number}".strip(), (aisles[at], depth), 5)


def _door(name: str, beyond: str) -> str:
    zh, en = name.split(" ", 1)
    return f"{zh}（往{beyond}馆） {en} to Hall {beyond}" if beyond else name


def _columns(stands: Sequence[Stand], size: Corner) -> Iterator[tuple[Corner, ...]]:
    """Those of the grid that stand in aisles; booths are planned around the others."""
    (dx, dy), half = _COLUMN_GRID, _COLUMN / 2
    for i in range(1, int(size[0] / dx) + 1):
        for j in range(1, int(size[1] / dy) + 1):
            x, y = i * dx, j * dy
            near = half + _CLEAR
            if max(x - size[0], y - size[1]) + near < 0 and not any(
                _within(stand.corners, x, y, near) for stand in stands
            ):
                yield box(x - half, y - half, _COLUMN, _COLUMN)


def _within(corners: Sequence[Corner], x: float, y: float, near: float) -> bool:
    """Whether a spot is in the bounds of a shape, or this near to them."""
    xs, ys = zip(*corners, strict=True)
    low, high = (min(xs) - near, min(ys) - near), (max(xs) + near, max(ys) + near)
    return bool(low[0] < x < high[0] and low[1] < y < high[1])
