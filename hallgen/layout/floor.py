"""The floor one can walk on, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely

from hallgen.layout.shapes import polygons_of
from hallgen.model import Point

#: A way narrower than this is none: what one person needs to pass, in metres.
PASSAGE = 0.6


def walkable(
    hall: shapely.Polygon,
    footprints: Iterable[shapely.Polygon],
    obstacles: Iterable[shapely.Polygon],
) -> list[shapely.Polygon]:
    """The hall less booths, columns and walls, without what is too narrow to pass.

    The largest piece first.
    """
    solid = shapely.union_all([*footprints, *obstacles])
    free = hall.difference(solid)
    # Opened by the passage: shrunk and grown again, which loses only what is narrower.
    shrunk = free.buffer(-PASSAGE / 2, join_style="mitre")
    opened = shrunk.buffer(PASSAGE / 2, join_style="mitre").intersection(free)
    pieces = [piece for piece in polygons_of(opened) if piece.area >= PASSAGE * PASSAGE]
    return sorted(pieces, key=lambda piece: (-round(piece.area, 3), piece.bounds))


def standing_room(floor: Sequence[shapely.Polygon], point: Point, room: float) -> Point:
    """The place nearest to `point` that has `room` metres of floor all round.

    Less room where the floor has none so wide; the point itself where there is no floor.
    """
    target = shapely.Point(point)
    for radius in (room, room / 2, 0.0):
        inside = shapely.union_all(
            [part for piece in floor for part in polygons_of(piece.buffer(-radius))]
        )
        if not inside.is_empty:
            nearest = shapely.shortest_line(inside, target).coords[0]
            return float(nearest[0]), float(nearest[1])
    return point
