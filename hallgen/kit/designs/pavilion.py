"""A joint pavilion: one frame and one header over many exhibitors, each with its own name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from enum import StrEnum

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.clutter import on_counter
from hallgen.kit.designs.furnishing import (
    Pose,
    along_open_sides,
    corners,
    furnish,
    inner_poses,
    meeting,
)
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.raw import beam, block, wall
from hallgen.kit.designs.shell import lamp_row
from hallgen.kit.designs.shell_walls import dressed_walls
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import WALL_HEIGHT, Bay, panel_wall, span, strip, take
from hallgen.kit.finishes import CARPET, PANEL, WOOD, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import bar_stool, bar_table, brochures, counter, laptop
from hallgen.kit.parts.greens import potted_plant
from hallgen.kit.parts.lights import MODULAR_WASH, wash_spot
from hallgen.kit.parts.stands import desk, lectern, totem
from hallgen.kit.plots import Edge, ahead_of, facing
from hallgen.kit.shapes import floor
from hallgen.media.colors import mix, parse, to_hex
from hallgen.model import Exhibitor, Point

_BEAM_BOTTOM = 2.92
_BEAM_TOP = 3.62
#: A unit's place: its back panel, its counter, and whoever stands between them.
_UNIT = (1.30, 1.50)
#: From one unit to the next where there is room for all, at most.
_AIRY = 2.3
#: Above this many units their backs bear a name only, so that the pictures stay small.
_MOST_POSTERS = 14
#: From this area on, in square metres, a joint stand has a desk of its own.
_RECEPTION_AREA = 60.0


class Look(StrEnum):
    """How the frame is finished."""

    WHITE = "white"
    TIMBER = "timber"
    COLOURED = "coloured"


def pavilion_booth(stand: Stand) -> None:
    """Build a joint stand, or one unit of it where it has a single exhibitor."""
    look = stand.pick_jointly(tuple(Look), "pavilion look")
    joint = stand.zone_color or to_hex(stand.palette.base)
    frame = {Look.WHITE: PANEL, Look.TIMBER: WOOD, Look.COLOURED: PANEL.tinted(joint)}[look]
    plot = stand.plot
    carpet = CARPET.tinted(to_hex(mix(parse(joint), (24, 26, 30), 0.45)))
    stand.assembly.add(floor(carpet, plot.outline, 0.010, plot.holes))
    _frame(stand, frame)
    if len(stand.exhibitors) == 1:
        _single(stand)
    else:
        backs = [bay for edge in plot.closed_edges for bay in panel_wall(stand, edge, _white)]
        _reception(stand)
        _units(stand, backs, frame)
        for _ in range(min(3, int(plot.area / 40))):
            meeting(stand, bar_table(), bar_stool(), 3, 0.58)
    for _ in range(max(1, min(4, round(plot.area / 30)))):
        furnish(stand, potted_plant(), corners(stand, 0.4))


def _frame(stand: Stand, finish: Finish) -> None:
    """The header beam over every open side, on columns."""
    bottom, top = _heights(stand)
    for edge in stand.plot.open_edges:
        start, end = span(stand, edge, 0.36)
        if end - start < 0.6:
            continue
        beam(
            stand, edge.at(start + 0.01, 0.17), edge.at(end - 0.01, 0.17), 0.30, bottom, top, finish
        )
        count = max(1, math.ceil((end - start) / 8.0))
        step = (end - start) / count
        for k in range(count):
            size = (step - 0.16 if step < 6 else 6.0, top - bottom - 0.08)
            at = edge.at(start + (k + 0.5) * step, 0.012)
            hang(
                stand,
                GraphicKind.HEADER,
                size,
                at,
                bottom + 0.04,
                edge.facing_out,
                Surface.LIGHTBOX,
            )
        _columns(stand, edge, (start, end), bottom, finish)


def _columns(
    stand: Stand, edge: Edge, along: tuple[float, float], top: float, finish: Finish
) -> None:
    """Columns at the ends of a beam and about every 6 m; a corner of two beams has one."""
    edges = stand.plot.edges
    half = 0.06 if along[1] - along[0] < 4.2 else 0.12
    line = 0.05 + half
    first, last = along[0] + line, along[1] - line
    count = max(1, math.ceil((last - first) / 6.2))
    shared = edges[(edges.index(edge) + 1) % len(edges)].open
    for k in range(count + (0 if shared else 1)):
        at = first + (last - first) * k / count
        low, high = edge.at(at - half, line), edge.at(at + half, line)
        ring = strip(edge, at - half, at + half, line + half)
        ring = (edge.at(at - half, 0.05), edge.at(at + half, 0.05), *ring[2:])
        if stand.plot.contains(ring):
            stand.assembly.add(block(finish, low, high, 2 * half, 0.0, top))
            take(stand, ring)


def _heights(stand: Stand) -> tuple[float, float]:
    top = min(_BEAM_TOP, stand.clear_height - 0.3)
    return min(_BEAM_BOTTOM, top - 0.4), top


def _white(_: Bay) -> Finish:
    return PANEL


def _single(stand: Stand) -> None:
    """One unit alone: panels with what it shows, a counter, a table."""
    dressed_walls(stand)
    for edge in stand.plot.closed_edges:
        lamp_row(stand, edge, wash_spot(), WALL_HEIGHT)
    placed = furnish(stand, counter(), along_open_sides(stand, 0.75, 0.9))
    if placed is not None:
        _counter_front(stand, *placed, None)
    meeting(stand, bar_table(), bar_stool(), 3, 0.58)


def _units(stand: Stand, backs: Sequence[Bay], frame: Finish) -> None:
    """A place for every exhibitor: on the walls, then on walls of their own, else on steles."""
    waiting = list(stand.exhibitors)
    posters = len(waiting) <= _MOST_POSTERS
    left = list(backs)
    for bay in _spread(backs, len(waiting)):
        if waiting and bay.width > 0.85 and _at_wall(stand, bay, waiting[0], posters=posters):
            waiting.pop(0)
            left.remove(bay)
    for pose in _rows(stand, len(waiting)):
        if not waiting:
            break
        if _free_unit(stand, pose, waiting[0], frame, posters=posters):
            waiting.pop(0)
    if waiting:
        _directory(stand, left, waiting)
    elif posters:
        for edge in stand.plot.closed_edges:
            lamp_row(stand, edge, wash_spot(), WALL_HEIGHT)
        for number, bay in enumerate(bay for bay in left if bay.width > 0.94):
            hang_product(stand, number, (0.88, 1.36), bay.face(), 0.86, bay.edge.facing_in)


def _spread(backs: Sequence[Bay], wanted: int) -> list[Bay]:
    """Panels in the order in which units take them: evenly over the walls, then those between."""
    step = max(1, len(backs) // max(1, wanted))
    first = list(backs[step // 2 :: step])
    return first + [bay for bay in backs if bay not in first]


def _reception(stand: Stand) -> None:
    """A desk of the joint stand at its front, where many share it."""
    if stand.plot.area < _RECEPTION_AREA:
        return
    found = furnish(stand, desk(), along_open_sides(stand, 0.9, 1.6))
    if found is not None:
        at, turn = found
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), ahead_of(at, turn, 0.334), 0.13, turn)
        on_counter(stand, at, turn, 1.07, 0.82)


def _at_wall(stand: Stand, bay: Bay, exhibitor: Exhibitor, *, posters: bool) -> bool:
    """A unit against a panel of the pavilion's own wall, if there is room before it."""
    if min(stand.plot.width, stand.plot.depth) < _UNIT[1] + 1.0:
        return False
    edge = bay.edge
    at, turn = edge.at(bay.along, 0.95), edge.facing_in
    half = min(_UNIT[0], bay.width) / 2
    ring = tuple(
        edge.at(bay.along + a, i)
        for a, i in ((-half, 0.06), (half, 0.06), (half, 1.26), (-half, 1.26))
    )
    if not stand.room.try_block(ring, 0.03):
        return False
    put(stand.assembly, lectern(), at, turn)
    _counter_front(stand, at, turn, exhibitor)
    stand.assembly.place(wash_spot(), *edge.at(bay.along, 0.03), WALL_HEIGHT, turn)
    _back(stand, bay.face(0.006), turn, min(bay.width - 0.06, 0.94), exhibitor, posters=posters)
    return True


def _rows(stand: Stand, wanted: int) -> Iterator[Pose]:
    """Places of units back to back in rows, the rows along the wider way of the plot.

    Where fewer are wanted than fit, they stand further apart.
    """
    x0, y0, x1, y1 = stand.plot.bounds
    wide = x1 - x0 >= y1 - y0
    low, high, start, end = (y0, y1, x0, x1) if wide else (x0, x1, y0, y1)
    rows = max(1, int((high - low - 1.2) / (2 * _UNIT[1] + 1.5)))
    room, needed = end - start - 1.6, math.ceil(wanted / (2 * rows))
    crowded = 2 * needed > int(room / _UNIT[0])
    step = _UNIT[0] if crowded else min(_AIRY, room / max(1, needed))
    places = max(1, int(room / step + 1e-6))
    for row in range(rows):
        spine = low + (high - low) * (row + 0.5) / rows
        for place in range(places):
            along = (start + end) / 2 + (place - (places - 1) / 2) * step
            for side in (-1, 1):
                across = spine + side * _UNIT[1] / 2
                at = (along, across) if wide else (across, along)
                yield at, facing((0.0, side) if wide else (side, 0.0))


def _free_unit(
    stand: Stand, pose: Pose, exhibitor: Exhibitor, frame: Finish, *, posters: bool
) -> bool:
    """A panel of its own with a counter before it, if it fits there."""
    (at, turn), (width, depth) = pose, _UNIT
    half, reach = width / 2 - 0.01, depth / 2
    ring = ((-half, -reach), (half, -reach), (half, reach), (-half, reach))
    if not stand.room.try_block(turned(ring, *at, turn), 0.45):
        return False
    back, front = -depth / 2 + 0.06, ahead_of(at, turn, depth / 2 - 0.30)
    ends = ahead_of(at, turn, back, 0.64), ahead_of(at, turn, back, -0.64)
    wall(stand, *ends, 0.10, 0.0, 2.48, PANEL, frame)
    put(stand.assembly, lectern(), front, turn)
    lamp = ahead_of(at, turn, back + 0.02)
    stand.assembly.place(wash_spot(MODULAR_WASH), *lamp, WALL_HEIGHT, turn)
    _counter_front(stand, front, turn, exhibitor)
    _back(stand, ahead_of(at, turn, back + 0.058), turn, 1.14, exhibitor, posters=posters)
    return True


def _back(
    stand: Stand, face: Point, turn: float, width: float, exhibitor: Exhibitor, *, posters: bool
) -> None:
    """A unit's name high on its back panel, its poster or its colours below."""
    feature = stand.assembly.feature("", exhibitor.id)
    _hang_of(stand, exhibitor, GraphicKind.UNIT_FASCIA, (width, 0.28), (face, turn), 2.12, feature)
    kind, size = GraphicKind.PATTERN, (width, 0.98)
    if posters:
        kind, size = GraphicKind.POSTER_BRAND, (0.72, 1.0)
    _hang_of(stand, exhibitor, kind, size, (face, turn), 1.06, feature)


def _hang_of(
    stand: Stand,
    exhibitor: Exhibitor,
    kind: GraphicKind,
    size: tuple[float, float],
    pose: Pose,
    height: float,
    feature: int,
) -> None:
    """One exhibitor's picture in its part of the joint stand."""
    at, turn = pose
    hang(stand, kind, size, at, height, turn, subject=exhibitor.id, feature=feature)


def _counter_front(stand: Stand, at: Point, turn: float, exhibitor: Exhibitor | None) -> None:
    front = ahead_of(at, turn, 0.243)
    if exhibitor is None:
        hang(stand, GraphicKind.COUNTER, (0.93, 0.82), front, 0.11, turn)
    else:
        few = len(stand.exhibitors) <= _MOST_POSTERS
        kind = GraphicKind.COUNTER if few else GraphicKind.UNIT_FASCIA
        size, rise = ((0.93, 0.82), 0.11) if few else ((0.94, 0.28), 0.56)
        feature = stand.assembly.feature("", exhibitor.id)
        _hang_of(stand, exhibitor, kind, size, (front, turn), rise, feature)
    if len(stand.exhibitors) <= _MOST_POSTERS:
        stand.assembly.place(laptop(), at[0], at[1], 1.0, turn + 180)
    aside = ahead_of(at, turn + 90, 0.32)
    stand.assembly.place(brochures(), *aside, 1.0, turn, scale=(0.5, 1, 0.7))


def _directory(stand: Stand, backs: Sequence[Bay], waiting: Sequence[Exhibitor]) -> None:
    """Names for whom there is no unit: rows of plates on steles, on both faces, or on walls."""
    faces: list[tuple[Point, float]] = []
    item = totem()
    poses = inner_poses(stand, 0.4)
    narrow = min(stand.plot.width, stand.plot.depth) < _UNIT[1] + 1.0
    for _ in range(0 if narrow else math.ceil(len(waiting) / 20)):
        found = furnish(stand, item, poses, 0.1)
        if found is None:
            break
        for side in (0.0, 180.0):
            turn = found[1] + side
            faces.append((ahead_of(found[0], turn, 0.07), turn))
    if not faces:
        faces = [(bay.face(0.02), bay.edge.facing_in) for bay in backs if bay.width > 0.82] or [
            _hung(stand)
        ]
    rows = math.ceil(len(waiting) / len(faces))
    tall = min(0.17, 1.74 / rows)
    for number, exhibitor in enumerate(waiting):
        face, turn = faces[number // rows]
        height = 1.90 - (number % rows + 1) * tall
        feature = stand.assembly.feature("", exhibitor.id)
        hang(
            stand,
            GraphicKind.UNIT_FASCIA,
            (0.78, tall - 0.008),
            face,
            height,
            turn,
            subject=exhibitor.id,
            feature=feature,
        )


def _hung(stand: Stand) -> tuple[Point, float]:
    """Where neither steles nor walls can be: behind the middle of the first side, as a board."""
    edge = max(stand.plot.edges, key=lambda e: e.length)
    return edge.at(edge.length / 2, min(0.4, stand.plot.depth / 3)), edge.facing_out
