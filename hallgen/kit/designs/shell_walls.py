"""What hangs on the walls of a shell scheme: the first wall by its style, the others printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import block
from hallgen.kit.designs.shelving import shelves
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import WALL_HEIGHT, Bay, bays, panel_wall
from hallgen.kit.finishes import ALU, GLOSS_BLACK, PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.plots import Edge
from hallgen.kit.styles import Dress

_POSTER = (0.88, 1.36)
_POSTER_FOOT = 0.86
#: How far before a panel's face a print hangs: over the posts, which stand 4 mm before it.
_PROUD = 0.014
#: Of a row of bays as one print, so that it is not stretched.
_MOST_BAYS = 6


def dressed_walls(stand: Stand) -> None:
    """Panels on all closed sides, with what the exhibitor shows on them."""
    if not stand.plot.closed_edges:
        return
    showcase = Showcase(stand)
    first = first_wall(stand)
    for edge in sorted(stand.plot.closed_edges, key=lambda e: e is not first):
        panel_wall(stand, edge, _finishes(stand, edge, is_first=edge is first))
        wall = bays(stand, edge)
        dress = _DRESSES[stand.style.dress] if edge is first and len(wall) > 1 else _side
        dress(stand, wall, showcase)


def first_wall(stand: Stand) -> Edge:
    """The closed side that a visitor sees first: the longest that faces the front."""
    front = stand.plot.open_edges[0].inward if stand.plot.open_edges else (0.0, 1.0)
    return max(
        stand.plot.closed_edges,
        key=lambda e: (round(-(e.inward[0] * front[0] + e.inward[1] * front[1]), 2), e.length),
    )


def _finishes(stand: Stand, edge: Edge, *, is_first: bool) -> Callable[[Bay], Finish]:
    """What each panel of a side is made of."""
    tone = stand.tone(stand.style.walls if is_first else stand.style.sides)
    if stand.style.dress is not Dress.STRIPED:
        return lambda _: tone
    every, base = bays(stand, edge), stand.color(PANEL, "base")
    odd = _odd(stand)
    return lambda bay: base if every.index(bay) % 2 == odd else PANEL


def _odd(stand: Stand) -> int:
    """Which panels of a striped wall are in colour: the even or the odd ones."""
    return stand.pick((0, 1), "stripes")


def _posters(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """A poster on every bay that is wide enough, from the middle outward."""
    del stand
    middle = len(wall) // 2
    for bay in sorted(wall, key=lambda bay: abs(wall.index(bay) - middle)):
        if bay.width >= _POSTER[0]:
            showcase.hang(_POSTER, bay.face(), _POSTER_FOOT, bay.edge.facing_in)


def _mural(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """One print over the bays of a wall; posters on those it leaves."""
    shown = wall[:_MOST_BAYS]
    _over(stand, shown, GraphicKind.WALL)
    showcase.said()
    _posters(stand, wall[_MOST_BAYS:], showcase)


def _lightbox(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """A frame of cloth, lit from behind, before the bays of a wall."""
    shown = wall[:_MOST_BAYS]
    edge, width = shown[0].edge, sum(bay.width for bay in shown) - 0.24
    middle, tall, thick = (shown[0].along + shown[-1].along) / 2, 2.16, 0.07
    line = 0.028 + thick / 2
    low, high = edge.at(middle - width / 2, line), edge.at(middle + width / 2, line)
    stand.assembly.add(block(ALU, low, high, thick, 0.16, 0.16 + tall, 0.004))
    face = edge.at(middle, line + thick / 2 + 0.003)
    size = (width - 0.05, tall - 0.05)
    hang(stand, GraphicKind.WALL, size, face, 0.185, edge.facing_in, Surface.LIGHTBOX)
    showcase.said()
    _posters(stand, wall[_MOST_BAYS:], showcase)


def _shelves(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """Shelves with products on every second bay under a sign, posters on the others."""
    odd = 0 if len(wall) > 2 else stand.pick((0, 1), "shelf bay")
    shelved = [bay for k, bay in enumerate(wall) if k % 2 == odd and bay.width > 0.92][:2]
    for number, bay in enumerate(shelved):
        shelves(stand, bay.face(0.006), bay.edge.facing_in, number)
        size = (bay.width - 0.10, 0.26)
        hang(stand, GraphicKind.HEADER, size, bay.face(), 2.04, bay.edge.facing_in)
    _posters(stand, [bay for bay in wall if bay not in shelved], showcase)


def _screens(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """A screen under a sign in the middle of a wall, posters that glow beside it."""
    edge = wall[0].edge
    pair = wall[(len(wall) - 1) // 2 : (len(wall) - 1) // 2 + 2]
    middle, turn = (pair[0].along + pair[-1].along) / 2, edge.facing_in
    width, tall, foot = 1.52, 0.86, 1.02
    low, high = edge.at(middle - width / 2, 0.056), edge.at(middle + width / 2, 0.056)
    stand.assembly.add(block(GLOSS_BLACK, low, high, 0.052, foot, foot + tall, 0.006))
    face = edge.at(middle, 0.085)
    hang(
        stand, GraphicKind.SCREEN, (width - 0.05, tall - 0.05), face, foot + 0.025, turn,
        Surface.SCREEN,
    )  # fmt: skip
    hang(stand, GraphicKind.HEADER, (width, 0.34), edge.at(middle, 0.034), 2.02, turn)
    showcase.said()
    for bay in wall:
        if bay not in pair and bay.width >= _POSTER[0]:
            showcase.hang(_POSTER, bay.face(0.02), _POSTER_FOOT, turn, Surface.LIGHTBOX)


def _side(stand: Stand, wall: Sequence[Bay], showcase: Showcase) -> None:
    """A wall beside the first: printed all over, with posters before the print."""
    if stand.style.dress is Dress.STRIPED:
        _posters(stand, wall[1 - _odd(stand) :: 2], showcase)
        return
    if len(wall) < 2:
        _posters(stand, wall, showcase)
        return
    _over(stand, wall, GraphicKind.PATTERN)
    edge, length = wall[0].edge, sum(bay.width for bay in wall)
    spread = stand.pick((1, 2), "side posters") if len(wall) < 4 else len(wall) // 2
    count = min(spread, int(length / (_POSTER[0] + 0.16)))
    start = wall[0].along - wall[0].width / 2
    for k in range(count):
        at = edge.at(start + length * (k + 0.5) / count, 0.020 + _PROUD + 0.008)
        showcase.hang(_POSTER, at, _POSTER_FOOT, edge.facing_in)


def _over(stand: Stand, wall: Sequence[Bay], kind: GraphicKind) -> None:
    """One print over all of some bays."""
    edge, width = wall[0].edge, sum(bay.width for bay in wall) - 0.10
    face = edge.at((wall[0].along + wall[-1].along) / 2, 0.020 + _PROUD)
    hang(stand, kind, (width, WALL_HEIGHT - 0.12), face, 0.06, edge.facing_in)


_DRESSES: dict[Dress, Callable[[Stand, Sequence[Bay], Showcase], None]] = {
    Dress.POSTERS: _posters,
    Dress.MURAL: _mural,
    Dress.SHELVES: _shelves,
    Dress.LIGHTBOX: _lightbox,
    Dress.SCREENS: _screens,
    Dress.STRIPED: _posters,
}
