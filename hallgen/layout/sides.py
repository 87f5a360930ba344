"""A booth's sides: which are open, which it shares, and which stand before a wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import shapely

from hallgen.layout.edges import Edges, Sight, edges_of, sights
from hallgen.layout.shapes import DIGITS
from hallgen.model import Point, Side, SideKind

#: A booth this near is next door. Rows stand back to back 100 mm apart, and drawings leave
#: gaps for panels and posts; nobody gets through a quarter of a metre.
NEXT_DOOR = 0.25

#: A side this near to a wall or a column is closed: the free space that fire rules ask for
#: before pillars and walls (a Shanghai venue's, 0.6 m, and what drawings are inexact) is no aisle.
BEFORE_A_WALL = 0.65

#: A shorter piece of a side goes to the piece beside it: half a standard panel of 0.95 m, too
#: narrow to walk through or to build anything in.
SHORTEST = 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: float
    end: float
    kind: SideKind
    neighbour: int | None = None

    @property
    def length(self) -> float:
        return self.end - self.begin


def sides_of(
    footprints: Sequence[shapely.Polygon],
    ids: Sequence[str],
    obstacles: Sequence[shapely.Polygon],
) -> list[tuple[Side, ...]]:
    """The sides of each footprint, in its outline's order.

    `obstacles` are walls, columns, and what lies outside of the hall.
    """
    edges = edges_of(footprints)
    next_door = sights(edges, NEXT_DOOR, footprints, own=edges.owner)
    walled = sights(edges, BEFORE_A_WALL, obstacles)
    sides: list[list[Side]] = [[] for _ in footprints]
    for i, length in enumerate(edges.length.tolist()):
        for piece in _merge_short(_pieces(length, next_door[i], walled[i])):
            sides[edges.owner[i]].append(_side(edges, i, piece, ids))
    return [tuple(of_one) for of_one in sides]


def _pieces(length: float, next_door: Sequence[Sight], walled: Sequence[Sight]) -> list[_Piece]:
    """The edge cut where what lies beyond it changes. A neighbour hides a wall behind it."""
    cuts = {0.0, length}
    for sight in (*next_door, *walled):
        cuts |= {min(max(sight.begin, 0.0), length), min(max(sight.end, 0.0), length)}
    ordered = sorted(cuts)
    pieces: list[_Piece] = []
    for begin, end in pairwise(ordered):
        middle = (begin + end) / 2
        neighbours = [s for s in next_door if s.begin <= middle <= s.end]
        if neighbours:
            nearest = min(neighbours, key=lambda s: (s.distance, s.other))
            pieces.append(_Piece(begin, end, SideKind.NEIGHBOUR, nearest.other))
        elif any(s.begin <= middle <= s.end for s in walled):
            pieces.append(_Piece(begin, end, SideKind.WALL))
        else:
            pieces.append(_Piece(begin, end, SideKind.OPEN))
    return _join_equal(pieces)


def _join_equal(pieces: Sequence[_Piece]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and (last.kind, last.neighbour) == (piece.kind, piece.neighbour):
            joined[-1] = _Piece(last.begin, piece.end, piece.kind, piece.neighbour)
        else:
            joined.append(piece)
    return joined


def _merge_short(pieces: list[_Piece]) -> list[_Piece]:
    """Give pieces that are too short to the longer piece beside them, the shortest first."""
    while len(pieces) > 1:
        at = min(range(len(pieces)), key=lambda i: pieces[i].length)
        if pieces[at].length >= SHORTEST:
            break
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(pieces)]
        heir = pieces[max(beside, key=lambda i: pieces[i].length)]
        pieces[at] = _Piece(pieces[at].begin, pieces[at].end, heir.kind, heir.neighbour)
        pieces = _join_equal(pieces)
    return pieces


def _side(edges: Edges, edge: int, piece: _Piece, ids: Sequence[str]) -> Side:
    start, along = edges.start[edge], edges.along[edge]

    def at(distance: float) -> Point:
        x, y = start + along * distance
        return round(float(x), DIGITS) + 0.0, round(float(y), DIGITS) + 0.0

    return Side(
        start=at(piece.begin),
        end=at(piece.end),
        kind=piece.kind,
        neighbour=None if piece.neighbour is None else ids[piece.neighbour],
    )
