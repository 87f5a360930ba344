"""The shell scheme: panels on closed sides, fascias on open ones, carpet and furniture.

Measures are those of the common aluminium system: panels of about 0.99 m and 2.48 m high, a
fascia of 0.32 m above them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum

from hallgen.kit.designs.furnishing import along_open_sides, corners, deep, furnish, meeting
from hallgen.kit.designs.light import floor_shade
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import (
    FASCIA_TOP,
    WALL_HEIGHT,
    Bay,
    bays,
    fascia,
    panel_wall,
)
from hallgen.kit.finishes import PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import (
    bin_,
    brochure_rack,
    brochures,
    counter,
    folding_chair,
    laptop,
    table,
)
from hallgen.kit.parts.greens import potted_plant
from hallgen.kit.parts.lights import arm_spot
from hallgen.kit.parts.stands import totem
from hallgen.kit.plots import Edge, ahead_of
from hallgen.kit.shapes import floor

_POSTER = (0.88, 1.36)


class Look(StrEnum):
    """Ways to dress the same shell."""

    POSTERS = "posters"
    PRINTED = "printed"
    COLOURED = "coloured"
    BANDED = "banded"


def shell_booth(stand: Stand) -> None:
    """Build a booth of the shell scheme on any plot."""
    carpet(stand)
    dressed_walls(stand)
    for edge in stand.plot.open_edges:
        fascia(stand, edge)
    spots(stand)
    _furniture(stand)


def dressed_walls(stand: Stand) -> None:
    """Panels on all closed sides, with what the exhibitor shows on them."""
    look = stand.pick(tuple(Look), "shell look")
    back = _back(stand) if stand.plot.closed_edges else None
    walls = sorted(stand.plot.closed_edges, key=lambda edge: edge is not back)
    dressed = _dress(stand, look, [bays(stand, edge) for edge in walls])
    for edge in walls:
        panel_wall(stand, edge, _finishes(stand, look, edge, dressed))


def carpet(stand: Stand, height: float = 0.010) -> None:
    finish = stand.carpet(stand.pick(("base", "base", "deep"), "carpet"))
    plot = stand.plot
    stand.assembly.add(
        floor(
            finish,
            plot.outline,
            height,
            plot.holes,
            cell=max(0.75, plot.area**0.5 / 8),
            shade=floor_shade(plot, 0.08),
        )
    )


def spots(stand: Stand) -> None:
    """Arm spots over the open sides, looking in: two for 9 m2, as the scheme gives them."""
    wanted = max(2, round(stand.plot.area / 4.5))
    total = sum(edge.length for edge in stand.plot.open_edges)
    for edge in stand.plot.open_edges:
        share = min(max(1, round(wanted * edge.length / total)), int(edge.length / 0.6))
        for k in range(share):
            at = edge.at(edge.length * (k + 0.5) / share, 0.045)
            stand.assembly.place(arm_spot(), *at, FASCIA_TOP, edge.facing_in)


def _finishes(stand: Stand, look: Look, edge: Edge, dressed: set[Bay]) -> Callable[[Bay], Finish]:
    """Panels without a picture are in the exhibitor's colour, the others as the look wants."""
    every = bays(stand, edge)
    base = stand.color(PANEL, "base")
    if look is Look.COLOURED and edge is _back(stand):
        return lambda _: base
    if look is Look.BANDED:
        return lambda bay: base if bay not in dressed or every.index(bay) % 2 == 0 else PANEL
    return lambda bay: PANEL if bay in dressed else base


def _back(stand: Stand) -> Edge:
    """The closed side that a visitor sees first: the longest that faces the front."""
    front = stand.plot.open_edges[0].inward if stand.plot.open_edges else (0.0, 1.0)
    return max(
        stand.plot.closed_edges,
        key=lambda e: (round(-(e.inward[0] * front[0] + e.inward[1] * front[1]), 2), e.length),
    )


def _dress(stand: Stand, look: Look, walls: list[list[Bay]]) -> set[Bay]:
    """Pictures on the walls, the back one first: products, the exhibitor's poster, one print.

    No picture hangs twice. Returns the bays that have one.
    """
    numbers = deque(range(len(stand.products)))
    printed = own = False
    dressed: set[Bay] = set()
    for wall in walls:
        wide = [bay for bay in wall if bay.width >= _POSTER[0]]
        if len(wall) >= 2 and not printed and (not numbers or (look is Look.PRINTED and not own)):
            dressed.update(_wall_print(stand, wall))
            printed = True
        elif wide and (numbers or not own):
            dressed.update(_posters(stand, wide, numbers, own=not own))
            own = True
    return dressed


def _wall_print(stand: Stand, wall: list[Bay]) -> list[Bay]:
    """One print over all bays of a wall (at most six of them, so that it is not stretched)."""
    shown = wall[:6]
    width = sum(bay.width for bay in shown) - 0.10
    low, high = shown[0], shown[-1]
    middle = Bay(low.edge, (low.along + high.along) / 2, width)
    hang(
        stand,
        GraphicKind.WALL,
        (width, WALL_HEIGHT - 0.12),
        middle.face(0.012),
        0.06,
        low.edge.facing_in,
    )
    return shown


def _posters(stand: Stand, wide: list[Bay], numbers: deque[int], *, own: bool) -> list[Bay]:
    """Products on the bays, from the middle outward; with `own` the exhibitor comes first."""
    middle = len(wide) // 2
    outward = sorted(range(len(wide)), key=lambda k: (abs(k - middle), k))
    shown = [wide[k] for k in outward[: len(numbers) + int(own)]]
    for place, bay in enumerate(shown):
        if own and place == 0:
            hang(stand, GraphicKind.POSTER_BRAND, _POSTER, bay.face(), 0.86, bay.edge.facing_in)
        else:
            hang_product(stand, numbers.popleft(), _POSTER, bay.face(), 0.86, bay.edge.facing_in)
    return shown


def _furniture(stand: Stand) -> None:
    plot = stand.plot
    if not plot.closed_edges:
        _steles(stand)
    at = furnish(stand, counter(), along_open_sides(stand, 0.42, 0.68))
    if at is not None:
        _on_counter(stand, *at)
    sets = min(6, max(1, round(plot.area / 11)))
    for _ in range(sets):
        if not meeting(stand, table(), folding_chair(), stand.pick((2, 3, 3), "seats"), 0.60):
            break
    furnish(stand, bin_(), corners(stand, 0.20))
    extras = (brochure_rack(), potted_plant())
    for item in extras if stand.pick((True, False), "extras") else extras[::-1]:
        furnish(stand, item, corners(stand, 0.32))


def _steles(stand: Stand) -> None:
    """On a booth without walls, steles show what would hang on them."""
    for number in range(min(4, 1 + int(stand.plot.area / 18))):
        found = furnish(stand, totem(), deep(stand), 0.05)
        if found is None:
            return
        for side in (0.0, 180.0):
            face = ahead_of(found[0], found[1] + side, 0.07)
            if number == 0:
                hang(stand, GraphicKind.POSTER_BRAND, (0.79, 1.80), face, 0.09, found[1] + side)
            else:
                hang_product(stand, number - 1, (0.79, 1.80), face, 0.09, found[1] + side)


def _on_counter(stand: Stand, at: tuple[float, float], turn: float) -> None:
    """The counter's print, a laptop that looks to whoever stands behind it, and leaflets."""
    hang(stand, GraphicKind.COUNTER, (0.93, 0.82), ahead_of(at, turn, 0.243), 0.11, turn)
    side = stand.pick((-0.24, 0.24), "laptop")
    place = stand.assembly.place
    place(laptop(), *ahead_of(at, turn, -0.03, side), 1.0, turn + 180)
    place(brochures(), *ahead_of(at, turn, 0.05, -side * 0.9), 1.0, turn, scale=(0.7, 1, 0.7))
