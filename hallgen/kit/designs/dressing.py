"""What hangs on solid walls: a print, a screen, tall posters, and colour on the rest."""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.raw import WALL_THICKNESS, block
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import span
from hallgen.kit.finishes import GLOSS_BLACK, PANEL
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.lights import arm_spot
from hallgen.kit.plots import Edge

_GAP = 0.12
_SCREEN = 2.2
_POSTER = 1.24
_LONGEST_PRINT = 5.2


@dataclass(frozen=True, slots=True)
class Face:
    """A stretch of a wall to hang things on: along a side, `inset` metres into the booth."""

    edge: Edge
    start: float
    end: float
    inset: float
    height: float

    @property
    def length(self) -> float:
        return self.end - self.start


def dress_wall(stand: Stand, edge: Edge, height: float, number: int) -> None:
    """Pictures and spots on the inner face of the wall on a closed side."""
    inset = WALL_THICKNESS + 0.02
    start, end = span(stand, edge, inset)
    dress(stand, Face(edge, start + 0.08, end - 0.08, inset, height), number)
    count = max(1, round((end - start) / 2.4))
    for k in range(count):
        along = start + (end - start) * (k + 0.5) / count
        stand.assembly.place(arm_spot(), *edge.at(along, 0.09), height, edge.facing_in)


def dress(stand: Stand, face: Face, number: int) -> None:
    """Fill a face from its start; `number` is which of the booth's walls it is."""
    if face.length < 0.9:
        return
    at = face.start
    if number == 0 or face.length < 3 or face.length > 6.5:
        at = _print(stand, face, at)
    if face.end - at > _SCREEN + _GAP and number < 2:
        at = _screen(stand, face, at)
    count = 0
    while face.end - at > _POSTER and count < 3:
        at = _poster(stand, face, at, number * 2 + count)
        count += 1
    if face.end - at > 0.5:
        _colour(stand, face, at)


def _print(stand: Stand, face: Face, at: float) -> float:
    width = min(face.length * (0.5 if face.length > 4 else 1.0), _LONGEST_PRINT)
    middle = face.edge.at(at + width / 2, face.inset + 0.012)
    hang(stand, GraphicKind.WALL, (width, face.height - 0.16), middle, 0.06, face.edge.facing_in)
    return at + width + _GAP


def _screen(stand: Stand, face: Face, at: float) -> float:
    edge, level = face.edge, stand.assembly.level
    low, high = edge.at(at, face.inset + 0.02), edge.at(at + _SCREEN - _GAP, face.inset + 0.02)
    deep = stand.color(PANEL, "deep")
    stand.assembly.add(block(deep, low, high, 0.04, level, level + face.height))
    middle = at + (_SCREEN - _GAP) / 2
    low, high = edge.at(middle - 0.93, face.inset + 0.06), edge.at(middle + 0.93, face.inset + 0.06)
    stand.assembly.add(block(GLOSS_BLACK, low, high, 0.05, level + 1.05, level + 2.13))
    front = edge.at(middle, face.inset + 0.088)
    hang(stand, GraphicKind.SCREEN, (1.8, 1.02), front, 1.08, edge.facing_in, Surface.SCREEN)
    over = face.height - 2.13
    if over > 0.6:
        tall = min(0.62, over - 0.3)
        sign = edge.at(middle, face.inset + 0.052)
        rise = 2.13 + (over - tall) / 2
        hang(stand, GraphicKind.HEADER, (1.8, tall), sign, rise, edge.facing_in)
    return at + _SCREEN


def _poster(stand: Stand, face: Face, at: float, number: int) -> float:
    middle = face.edge.at(at + _POSTER / 2, face.inset + 0.012)
    hang_product(stand, number, (1.0, 2.0), middle, 0.62, face.edge.facing_in)
    return at + _POSTER


def _colour(stand: Stand, face: Face, at: float) -> None:
    """The exhibitor's colour to the end of the face, with its name where there is room."""
    edge, level = face.edge, stand.assembly.level
    low, high = edge.at(at, face.inset + 0.006), edge.at(face.end, face.inset + 0.006)
    stand.assembly.add(
        block(stand.color(PANEL, "base"), low, high, 0.012, level, level + face.height)
    )
    width = min(face.end - at - 0.3, 2.6)
    if width > 1.0:
        middle = edge.at((at + face.end) / 2, face.inset + 0.018)
        size = (width, width * 0.42)
        hang(stand, GraphicKind.HEADER, size, middle, face.height * 0.52, edge.facing_in)
