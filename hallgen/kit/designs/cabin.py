"""A cabin: the closed room that holds coats and cartons, printed on what visitors see of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import WALL_THICKNESS, block
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import take
from hallgen.kit.finishes import DARK_GREY
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.stands import door
from hallgen.kit.plots import Edge, facing
from hallgen.model import Ring

#: Before a wall's face, so that the two never share a plane.
_CLEAR = WALL_THICKNESS + 0.03

#: What one must be able to walk past, in metres.
_BEFORE = 0.1


@dataclass(frozen=True, slots=True)
class _Place:
    """A rectangle against a closed side: from where to where along it, and how deep."""

    edge: Edge
    start: float
    end: float
    depth: float

    @property
    def ring(self) -> Ring:
        edge = self.edge
        return (
            edge.at(self.start, _CLEAR), edge.at(self.end, _CLEAR),
            edge.at(self.end, self.depth), edge.at(self.start, self.depth),
        )  # fmt: skip


def cabin(stand: Stand, height: float) -> bool:
    """Build one in a corner of closed sides, or at the end of one, where visitors still pass.

    `height` is over the platform.
    """
    width, depth = (2.4, 1.7) if stand.plot.area > 40 else (1.9, 1.4)
    for place in _places(stand, width, depth):
        if stand.room.try_block(place.ring, _BEFORE):
            take(stand, place.ring)
            _build(stand, place, height)
            return True
    return False


def _places(stand: Stand, width: float, depth: float) -> Iterator[_Place]:
    edges = stand.plot.edges
    swap = stand.pick((False, True), "cabin end")
    for k, edge in enumerate(edges):
        if edge.open or edge.length < width + 1.2:
            continue
        before, after = edges[k - 1], edges[(k + 1) % len(edges)]
        last = edge.length - _CLEAR
        ends = (
            (not before.open, _Place(edge, _CLEAR, _CLEAR + width, depth)),
            (not after.open, _Place(edge, last - width, last, depth)),
        )
        for in_corner, place in ends[::-1] if swap else ends:
            if in_corner and min(stand.plot.width, stand.plot.depth) > depth + 1.6:
                yield place


def _build(stand: Stand, place: _Place, height: float) -> None:
    edge, level = place.edge, stand.assembly.level
    line = (_CLEAR + place.depth) / 2
    low, high = edge.at(place.start, line), edge.at(place.end, line)
    body = stand.tone(stand.style.sides)
    stand.assembly.add(block(body, low, high, place.depth - _CLEAR, level, level + height, 0.004))
    cover = place.depth - _CLEAR - 0.06
    stand.assembly.add(block(DARK_GREY, low, high, cover, level + height, level + height + 0.006))
    width = place.end - place.start
    at_start = place.start < edge.length / 2
    doorway = place.start + 0.62 if at_start else place.end - 0.62
    stand.assembly.place(door(), *edge.at(doorway, place.depth), 0.0, edge.facing_in)
    printed = width - 1.34
    if printed > 0.5:
        middle = place.end - printed / 2 - 0.1 if at_start else place.start + printed / 2 + 0.1
        size, at = (printed, height - 0.3), edge.at(middle, place.depth + 0.012)
        hang(stand, GraphicKind.PATTERN, size, at, 0.15, edge.facing_in)
    side = edge.at(place.end + 0.012 if at_start else place.start - 0.012, line)
    size = (place.depth - _CLEAR - 0.16, height - 0.16)
    along = edge.along if at_start else (-edge.along[0], -edge.along[1])
    hang(stand, GraphicKind.WALL, size, side, 0.08, facing(along))
