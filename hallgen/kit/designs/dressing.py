"""What hangs on solid walls: prints, screens, posters, shelves, in the order of a style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import WALL_THICKNESS, block
from hallgen.kit.designs.shelving import shelves
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import span
from hallgen.kit.finishes import ALU, GLOSS_BLACK, PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.lights import ISLAND_WASH, MODULAR_WASH, wash_spot
from hallgen.kit.plots import Edge
from hallgen.kit.styles import Dress, Tone

_GAP = 0.12
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


#: Hangs something at `at` metres along a face; returns where the next thing begins, or `at`
#: where there is no room for it.
Piece = Callable[[Stand, Face, float, Showcase], float]


def dress_wall(stand: Stand, edge: Edge, height: float, number: int, showcase: Showcase) -> None:
    """Pictures and spots on the inner face of the wall on a closed side."""
    inset = WALL_THICKNESS + 0.02
    start, end = span(stand, edge, inset)
    start, end = _clear(stand, edge, inset, start + 0.08, end - 0.08)
    dress(stand, Face(edge, start, end, inset, height), number, showcase)
    power = ISLAND_WASH if height > 3.6 else MODULAR_WASH
    count = max(1, min(8, round((end - start) / 2.0)))
    for k in range(count):
        along = start + (end - start) * (k + 0.5) / count
        stand.assembly.place(wash_spot(power), *edge.at(along, 0.09), height, edge.facing_in)


def _clear(stand: Stand, edge: Edge, inset: float, start: float, end: float) -> tuple[float, float]:
    """The longest stretch of a wall before which nothing is built, such as a cabin."""
    best, since = (start, start), start
    steps = max(1, round((end - start) / 0.1))
    for k in range(steps + 1):
        along = start + (end - start) * k / steps
        if not stand.room.is_empty(edge.at(along, inset + 0.2)):
            since = along + 0.1
        elif along - since > best[1] - best[0]:
            best = (since, along)
    return best


def dress(stand: Stand, face: Face, number: int, showcase: Showcase) -> None:
    """Fill a face from its start; `number` is which of the booth's walls it is."""
    if face.length < 0.9:
        return
    order = _ORDERS[stand.style.dress]
    at = face.start
    for piece in order[number % len(order)]:
        at = piece(stand, face, at, showcase)
    while face.end - at > _POSTER:
        at = _poster(stand, face, at, showcase)
    if face.end - at > 0.5:
        _colour(stand, face, at)


def _print(stand: Stand, face: Face, at: float, showcase: Showcase) -> float:
    """A print over half of a long face, or over all of a short one."""
    return _printed(stand, face, at, showcase, 0.5 if face.length > 4 else 1.0)


def _mural(stand: Stand, face: Face, at: float, showcase: Showcase) -> float:
    """A print over all of a face, as long as one can be."""
    return _printed(stand, face, at, showcase, 1.0)


def _printed(stand: Stand, face: Face, at: float, showcase: Showcase, share: float) -> float:
    width = min(face.length * share, _LONGEST_PRINT, face.end - at)
    if width < 1.2:
        return at
    middle = face.edge.at(at + width / 2, face.inset + 0.012)
    hang(stand, GraphicKind.WALL, (width, face.height - 0.16), middle, 0.06, face.edge.facing_in)
    showcase.said()
    return at + width + _GAP


def _lightbox(stand: Stand, face: Face, at: float, showcase: Showcase) -> float:
    """Cloth in a frame of aluminium, lit from behind, as high as the wall."""
    width = min(face.length * (0.6 if face.length > 5 else 1.0), _LONGEST_PRINT, face.end - at)
    if width < 1.2:
        return at
    edge, level = face.edge, stand.assembly.level
    low, high = edge.at(at, face.inset + 0.042), edge.at(at + width, face.inset + 0.042)
    stand.assembly.add(block(ALU, low, high, 0.08, level + 0.04, level + face.height - 0.06, 0.005))
    middle = edge.at(at + width / 2, face.inset + 0.085)
    size = (width - 0.06, face.height - 0.16)
    hang(stand, GraphicKind.WALL, size, middle, 0.07, edge.facing_in, Surface.LIGHTBOX)
    showcase.said()
    return at + width + _GAP


def _screen(stand: Stand, face: Face, at: float, _showcase: Showcase) -> float:
    """A screen on a dark panel as high as the wall, a sign over it."""
    width = 2.2
    if face.end - at < width + _GAP:
        return at
    edge, level = face.edge, stand.assembly.level
    panel = stand.tone(Tone.DARK if stand.style.walls is not Tone.DARK else Tone.DEEP)
    _panel(stand, face, panel, (at, at + width - _GAP), 0.04)
    middle = at + (width - _GAP) / 2
    low, high = edge.at(middle - 0.93, face.inset + 0.06), edge.at(middle + 0.93, face.inset + 0.06)
    stand.assembly.add(block(GLOSS_BLACK, low, high, 0.05, level + 1.05, level + 2.13, 0.006))
    front = edge.at(middle, face.inset + 0.088)
    hang(stand, GraphicKind.SCREEN, (1.8, 1.02), front, 1.08, edge.facing_in, Surface.SCREEN)
    over = face.height - 2.13
    if over > 0.6:
        tall = min(0.62, over - 0.3)
        sign = edge.at(middle, face.inset + 0.052)
        rise = 2.13 + (over - tall) / 2
        hang(stand, GraphicKind.HEADER, (1.8, tall), sign, rise, edge.facing_in)
    return at + width


_POSTER = 1.24


def _poster(_stand: Stand, face: Face, at: float, showcase: Showcase) -> float:
    return _hung(face, at, showcase, Surface.PRINT)


def _lit_poster(stand: Stand, face: Face, at: float, showcase: Showcase) -> float:
    if face.end - at >= _POSTER:
        edge, level = face.edge, stand.assembly.level
        middle = at + _POSTER / 2
        low, high = (edge.at(middle + s * 0.52, face.inset + 0.02) for s in (-1, 1))
        stand.assembly.add(block(ALU, low, high, 0.036, level + 0.60, level + 2.64, 0.004))
    return _hung(face, at, showcase, Surface.LIGHTBOX)


def _hung(face: Face, at: float, showcase: Showcase, surface: Surface) -> float:
    if face.end - at < _POSTER:
        return at
    off = 0.012 if surface is Surface.PRINT else 0.041
    middle = face.edge.at(at + _POSTER / 2, face.inset + off)
    showcase.hang((1.0, 2.0), middle, 0.62, face.edge.facing_in, surface)
    return at + _POSTER


def _shelf(stand: Stand, face: Face, at: float, _showcase: Showcase) -> float:
    """Shelves on a panel in the exhibitor's colour, a sign over them."""
    width = 1.16
    if face.end - at < width + _GAP:
        return at
    edge = face.edge
    _panel(stand, face, stand.color(PANEL, "deep"), (at, at + width), 0.024)
    middle = at + width / 2
    shelves(stand, edge.at(middle, face.inset + 0.026), edge.facing_in, round(at))
    sign = edge.at(middle, face.inset + 0.034)
    hang(stand, GraphicKind.HEADER, (width - 0.12, 0.36), sign, 2.1, edge.facing_in)
    return at + width + _GAP


def _stripe(stand: Stand, face: Face, at: float, _showcase: Showcase) -> float:
    """A band of colour as high as the wall."""
    width = 0.56
    if face.end - at < width + _POSTER:
        return at
    _panel(stand, face, stand.color(PANEL, "base"), (at, at + width), 0.012)
    return at + width + _GAP


def _panel(
    stand: Stand, face: Face, finish: Finish, span: tuple[float, float], thick: float
) -> None:
    """A panel on a stretch of a face, as high as the wall."""
    low, high = (face.edge.at(along, face.inset + thick / 2) for along in span)
    level = stand.assembly.level
    stand.assembly.add(block(finish, low, high, thick, level, level + face.height))


def _colour(stand: Stand, face: Face, at: float) -> None:
    """A print without words to the end of the face, with the name before it if there is room."""
    edge, width = face.edge, face.end - at
    middle = edge.at((at + face.end) / 2, face.inset + 0.010)
    hang(stand, GraphicKind.PATTERN, (width, face.height - 0.04), middle, 0.02, edge.facing_in)
    if width > 1.3:
        size = (width - 0.3, (width - 0.3) * 0.42)
        sign = edge.at((at + face.end) / 2, face.inset + 0.020)
        hang(stand, GraphicKind.HEADER, size, sign, face.height * 0.52, edge.facing_in)


#: What hangs on the first, second, third wall of each kind of dress; posters fill up.
_ORDERS: dict[Dress, tuple[tuple[Piece, ...], ...]] = {
    Dress.POSTERS: ((_print, _poster, _screen), (_poster, _screen, _poster, _print)),
    Dress.MURAL: ((_mural, _screen), (_poster, _screen), (_screen, _print)),
    Dress.SHELVES: ((_shelf, _print, _shelf), (_screen, _shelf, _poster)),
    Dress.LIGHTBOX: ((_lightbox, _screen), (_lit_poster, _lightbox), (_lightbox,)),
    Dress.SCREENS: ((_screen, _lit_poster, _lit_poster), (_lit_poster, _screen), (_print,)),
    Dress.STRIPED: (
        (_stripe, _poster, _stripe, _screen, _stripe),
        (_print, _stripe, _poster, _stripe),
    ),
}
