"""Hall walls: dado, ribbed cladding, a band of daylight, doors, and all that hangs on walls."""

from __future__ import annotations

from collections.abc import Callable

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CLADDING, DADO, DARK_GREY, PAINT, PANEL, Finish
from hallgen.kit.halls.finishes import OUTLOOK, OUTLOOK_SIZE, SKY
from hallgen.kit.halls.fittings import (
    access_door,
    conduit,
    downpipe,
    exit_door,
    fire_point,
    mullion,
    pilaster,
    roller_door,
    switchboard,
    wall_rail,
)
from hallgen.kit.halls.gates import (
    GATE_HEIGHT,
    THICK,
    Opening,
    edges_of,
    gate,
    solid_spans,
    upright,
    with_openings,
)
from hallgen.kit.halls.looks import painted
from hallgen.kit.halls.shell import Shell
from hallgen.kit.halls.signs import axis_letter, exit_sign, fair_banner
from hallgen.kit.plots import Edge
from hallgen.model import FairIndex, HallLayout, HallLook

_DADO = 1.15
#: How high the stripe in the fair's colour over the dado is.
_STRIPE = 0.26
#: From this height on, in metres, a hall has a band of daylight, at these shares of its height.
_TALL = 8.0
_CLERESTORY = (0.705, 0.845)
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def walls(assembly: Assembly, layout: HallLayout, index: FairIndex, shell: Shell) -> None:
    """All outer walls, with openings at the gates; obstacles leave those gaps."""
    look = index.fair.theme.hall
    stripe = PAINT.tinted(index.fair.theme.accent)
    axis = 0
    sides = with_openings(layout.gates, shell.outline)
    longest = max(edge.length for edge, _ in sides)
    for edge, openings in sides:
        _clad(assembly, shell, edge, openings, stripe, look)
        for low, high in solid_spans(edge, openings):
            assembly.obstacles.append(
                (edge.at(low, -THICK), edge.at(high, -THICK), edge.at(high), edge.at(low))
            )
        for opening in openings:
            gate(assembly, shell, edge, opening)
        axis = _pilasters(assembly, shell, edge, openings, axis)
        _bays(assembly, shell, edge, openings)
        if edge.length > 0.6 * longest and edge.length > 16 and shell.height > _TALL:
            fair_banner(assembly, shell, edge, _CLERESTORY[0] * shell.height)
    for hole in shell.holes:
        for edge in edges_of(hole):
            _clad(assembly, shell, edge, [], stripe, look)
        assembly.obstacles.append(hole)


def _clad(
    assembly: Assembly,
    shell: Shell,
    edge: Edge,
    openings: list[Opening],
    stripe: Finish,
    look: HallLook,
) -> None:
    height = shell.height
    dado = min(_DADO, height / 2)
    cladding = painted(CLADDING if shell.steel else PANEL, look.wall_color)
    bands: list[tuple[Finish, float, float]] = [(painted(DADO, look.dado_color), 0.0, dado)]
    if shell.steel and height > _TALL:
        low, high = (share * height for share in _CLERESTORY)
        bands += [(cladding, dado, low), (cladding, high, height)]
        _clerestory(assembly, edge, low, high)
    else:
        bands.append((cladding, dado, height))
    gate_top = min(GATE_HEIGHT, height - 0.1)
    for finish, bottom, top in bands:
        cut = openings if bottom < gate_top else []
        for span in solid_spans(edge, cut):
            upright(assembly, finish, edge, span, (bottom, top))
        for opening in cut:
            if top > gate_top:
                rise = (max(bottom, gate_top), top)
                upright(assembly, finish, edge, (opening.low, opening.high), rise)
    for span in solid_spans(edge, openings):
        upright(assembly, DARK_GREY, edge, span, (0.0, 0.12), 0.012)
        upright(assembly, stripe, edge, span, (dado, dado + _STRIPE), 0.012)


def _clerestory(assembly: Assembly, edge: Edge, low: float, high: float) -> None:
    """Panes of sky between mullions about 3 m apart, the lower edge brighter than the upper."""
    u, v = edge.length / OUTLOOK_SIZE[0], SKY
    upright(assembly, OUTLOOK, edge, (0.0, edge.length), (low, high), uv=(u, 0.0, 0.0, v))
    count = max(1, round(edge.length / 3.0))
    for k in range(count + 1):
        along = min(max(edge.length * k / count, 0.05), edge.length - 0.05)
        rise = (1.0, high - low, 1.0)
        assembly.place(mullion(), *edge.at(along), low, edge.facing_in, rise)
    for height in (low, high):
        upright(assembly, DARK_GREY, edge, (0.0, edge.length), (height - 0.06, height + 0.06), 0.1)


def _clear(openings: list[Opening], along: float, half: float) -> bool:
    return all(along + half < o.low - 0.3 or along - half > o.high + 0.3 for o in openings)


def _pilasters(
    assembly: Assembly, shell: Shell, edge: Edge, openings: list[Opening], axis: int
) -> int:
    """Columns between bays, each with its axis' letter, and the next letter's number."""
    if not shell.steel or edge.length < 4:
        return axis
    count = max(1, round(edge.length / shell.bay))
    for k in range(1, count):
        along = edge.length * k / count
        if not _clear(openings, along, 0.4):
            continue
        at, turn = edge.at(along), edge.facing_in
        assembly.place(pilaster(round(shell.clear, 2)), *at, turn=turn)
        assembly.place(downpipe(), *edge.at(along + 0.42), 0.0, turn, (1.0, shell.clear, 1.0))
        if shell.height > _TALL:
            letter = _LETTERS[axis // 12 % len(_LETTERS)] + str(axis % 12 + 1)
            axis_letter(assembly, edge, along, letter)
        axis += 1
    return axis


def _bays(assembly: Assembly, shell: Shell, edge: Edge, openings: list[Opening]) -> None:
    """In each bay between pilasters, in turn: an exit, a roller door, a fire point."""
    if edge.length < 8:
        return
    count = max(1, round(edge.length / shell.bay))
    turns: tuple[Callable[..., None], ...] = (_exit, _roller, _fire)
    for k in range(count):
        along = edge.length * (k + 0.5) / count
        half = min(5.0, 0.5 * shell.height) / 2 + 0.6
        if _clear(openings, along, half):
            turns[k % 3](assembly, shell, edge, along)
        if shell.steel and _clear(openings, along, edge.length / count / 2):
            low, high = along - 0.4 * edge.length / count, along + 0.4 * edge.length / count
            size = (high - low, 1.0, 1.0)
            height = 0.48 * shell.height
            assembly.place(wall_rail(), *edge.at(high), height, edge.facing_in, size)


def _exit(assembly: Assembly, shell: Shell, edge: Edge, along: float) -> None:
    assembly.place(exit_door(), *edge.at(along), turn=edge.facing_in)
    if shell.height > 3.0:
        exit_sign(assembly, edge, along, 2.42)
    if shell.steel:
        assembly.place(switchboard(), *edge.at(along + 2.4), turn=edge.facing_in)
        _conduits(assembly, shell, edge, along + 2.4, 2.0)


def _roller(assembly: Assembly, shell: Shell, edge: Edge, along: float) -> None:
    if not shell.steel:
        assembly.place(access_door(), *edge.at(along), turn=edge.facing_in)
        return
    size = round(min(5.0, 0.5 * shell.height), 2)
    assembly.place(roller_door(size), *edge.at(along), turn=edge.facing_in)


def _fire(assembly: Assembly, shell: Shell, edge: Edge, along: float) -> None:
    assembly.place(fire_point(), *edge.at(along), turn=edge.facing_in)
    if shell.steel:
        assembly.place(access_door(), *edge.at(along - 2.6), turn=edge.facing_in)
        _conduits(assembly, shell, edge, along + 1.4, 1.5)


def _conduits(assembly: Assembly, shell: Shell, edge: Edge, along: float, foot: float) -> None:
    """Three conduits from what they serve up to the cable duct."""
    rise = 0.48 * shell.height - foot
    for k in range(3):
        at = edge.at(along + 0.09 * k - 0.09)
        assembly.place(conduit(), *at, foot, edge.facing_in, (1.0, rise, 1.0))
