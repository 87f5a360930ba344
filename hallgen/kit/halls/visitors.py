"""Where people are in a hall: they walk along aisles, talk in groups, look at booths."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.graphics.palettes import seed
from hallgen.kit.people import Doing, cast_for, person, person_shadow
from hallgen.kit.plots import facing, segment_distances
from hallgen.kit.shapes import placement
from hallgen.model import Aisle, Hall, HallLayout, Point, Ring, SideKind
from hallgen.scene import Matrix, Mesh, Node, Scene

#: Square metres of aisle for each person, and the most of them in a hall.
ROOM_EACH, MOST = 25.0, 120
#: How far a person's middle keeps from what stands, and from others who are strangers.
CLEARANCE, _STRANGERS = 0.42, 1.5
#: An aisle narrower than this stays free, in metres; in a wider one people keep to its sides.
NARROW = 2.8
#: Nobody stands so near to where a visit begins, or in the line of sight to a booth's front.
_START, _SIGHT, _SIGHT_REACH = 4.0, 0.7, 4.5
_GROUP = 0.95


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody's place: a ground point, the way they look, `height` over the hall's floor."""

    doing: Doing
    at: Point
    turn: float
    height: float = 0.0


class _Crowd:
    """Who has been placed, and what they keep clear of: rings, all but the last to be outside of.

    A hall may have thousands of booths, so that their sides are one array, (m, 2, 2).
    """

    def __init__(self, rings: Sequence[Ring], placed: Sequence[Post]) -> None:
        self.placed = list(placed)
        self._starts = np.array([p for ring in rings for p in ring])
        self._ends = np.array([p for ring in rings for p in (*ring[1:], ring[0])])
        self._ring = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])

    def place(self, group: Sequence[Post]) -> None:
        """All of a group where all of them have room, else none."""
        if all(self._free(post.at) for post in group):
            self.placed += group

    def _free(self, at: Point) -> bool:
        if any(math.dist(at, other.at) < _STRANGERS for other in self.placed):
            return False
        point, along = np.array(at), self._ends - self._starts
        length = np.maximum((along**2).sum(axis=1), 1e-12)
        share = np.clip(((point - self._starts) * along).sum(axis=1) / length, 0, 1)
        near = np.hypot(*(self._starts + share[:, None] * along - point).T)
        return float(near.min()) >= CLEARANCE and self._outside(point)

    def _outside(self, point: NDArray[np.float64]) -> bool:
        """In the last ring and in no other, by the even-odd rule."""
        (x0, y0), (x1, y1) = self._starts.T, self._ends.T
        rise = np.where(y1 == y0, 1.0, y1 - y0)
        over = (y0 > point[1]) != (y1 > point[1])
        crossed = over & (point[0] < (x1 - x0) * (point[1] - y0) / rise + x0)
        inside = np.bincount(self._ring, crossed) % 2 == 1
        return bool(inside[-1]) and not inside[:-1].any()


def people(
    hall: Hall, layout: HallLayout, obstacles: Sequence[Ring], posts: Sequence[Post]
) -> Scene:
    """A scene of its own: everybody in the hall, by `EXT_mesh_gpu_instancing` when written."""
    placed: dict[Mesh, list[Matrix]] = {}
    for post, number, scale in _cast(hall.id, visitors(hall, layout, obstacles, posts)):
        matrix = placement(*post.at, post.height, post.turn, (scale, scale, scale))
        for mesh in (*person(number).meshes, *person_shadow().meshes):
            placed.setdefault(mesh, []).append(matrix)
    nodes = (Node(mesh, np.stack(rows), name=mesh.name) for mesh, rows in placed.items())
    return Scene(f"people of hall {hall.id}", tuple(nodes))


def _cast(hall: str, posts: Sequence[Post]) -> Iterable[tuple[Post, int, float]]:
    """Who of the cast takes each post, in turn, and how tall: neighbours are not the same."""
    counts = dict.fromkeys(Doing, seed(hall) % 3)
    rng = np.random.default_rng(seed(hall, "size"))
    for post in posts:
        choice = cast_for(post.doing)
        yield (
            post,
            choice[counts[post.doing] % len(choice)],
            round(float(rng.uniform(0.96, 1.04)), 3),
        )
        counts[post.doing] += 1


def visitors(
    hall: Hall, layout: HallLayout, obstacles: Sequence[Ring], posts: Sequence[Post]
) -> list[Post]:
    """Everybody's place: the areas' posts, then people in the aisles, one for each 25 m2."""
    # Stages and cafes have their own people.
    closed = [*(b.outline.outer for b in hall.booths), *(a.outline.outer for a in hall.areas)]
    rings = [*closed, *obstacles, *layout.outline.holes, layout.outline.outer]
    crowd = _Crowd(rings, posts)
    rng = np.random.default_rng(seed(hall.id, "people"))
    in_the_way = _in_the_way(layout)
    wide = [aisle for aisle in layout.aisles if aisle.width >= NARROW]
    for aisle in wide:
        length = math.dist(aisle.start, aisle.end)
        wanted = round(length * aisle.width / ROOM_EACH)
        before = len(crowd.placed)
        for _ in range(4 * wanted):
            if len(crowd.placed) - before >= wanted or len(crowd.placed) >= MOST:
                break
            group = _group(aisle, layout, rng)
            if not any(in_the_way(post.at) for post in group):
                crowd.place(group)
    return crowd.placed[:MOST]


def _in_the_way(layout: HallLayout) -> Callable[[Point], bool]:
    """Tells whether a point is where a visit begins, in a gate, or in a booth's line of sight."""
    frames = [booth.frame for booth in layout.booths]
    origins = np.array([frame.origin for frame in frames]).reshape(-1, 2)
    angle = np.radians([frame.heading for frame in frames])
    ahead = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    fronts = np.array([booth.depth / 2 for booth in layout.booths])

    def tell(at: Point) -> bool:
        if math.dist(at, layout.start) < _START:
            return True
        if any(math.dist(at, gate.position) < 1.5 + gate.width / 2 for gate in layout.gates):
            return True
        way = np.array(at) - origins
        out = (way * ahead).sum(axis=1) - fronts
        aside = np.abs(way[:, 1] * ahead[:, 0] - way[:, 0] * ahead[:, 1])
        return bool(((aside < _SIGHT) & (out > 0) & (out < _SIGHT_REACH)).any())

    return tell


def _group(aisle: Aisle, layout: HallLayout, rng: np.random.Generator) -> list[Post]:
    """Some people somewhere along an aisle, doing something together."""
    length = math.dist(aisle.start, aisle.end)
    ax, ay = (aisle.end[0] - aisle.start[0]) / length, (aisle.end[1] - aisle.start[1]) / length
    along = float(rng.uniform(0.03, 0.97)) * length
    side = 1.0 if rng.random() < 0.5 else -1.0
    reach = aisle.width / 2

    def at(on: float, off: float) -> Point:
        return aisle.start[0] + ax * on - ay * off, aisle.start[1] + ay * on + ax * off

    choice = float(rng.random())
    if choice < 0.42 or aisle.width < 3.4:
        # On the right of those who walk, a little out of line.
        turn = facing((ax, ay)) if side < 0 else facing((-ax, -ay))
        off = side * float(rng.uniform(0.25, 0.6)) * reach
        turn += float(rng.uniform(-8, 8))
        pair = [Post(Doing.WALK, at(along, off), turn)]
        if rng.random() < 0.4 and aisle.width > 4.0:
            pair.append(Post(Doing.WALK, at(along + 0.3, off + side * 0.75), turn + 4))
        return pair
    if choice < 0.72:
        middle = at(along, side * (reach - 1.25))
        return _talking(middle, float(rng.uniform(0, 360)), 2 if rng.random() < 0.65 else 3)
    if choice < 0.93:
        return _looking(at(along, side * (reach - float(rng.uniform(0.7, 1.0)))), layout)
    spot = at(along, side * (reach - 0.8))
    return [Post(Doing.PHONE, spot, float(rng.uniform(0, 360)))]


def _talking(middle: Point, turn: float, count: int) -> list[Post]:
    """People in a ring who look at its middle."""
    found = []
    for k in range(count):
        angle = math.radians(turn + 360 * k / count + (9 if k % 2 else -6))
        out = (math.cos(angle), math.sin(angle))
        radius = _GROUP / 2 if count == 2 else _GROUP * 0.58
        at = (middle[0] + out[0] * radius, middle[1] + out[1] * radius)
        found.append(Post(Doing.TALK, at, facing((-out[0], -out[1]))))
    return found


def _looking(at: Point, layout: HallLayout) -> list[Post]:
    """Somebody who looks into the nearest booth, over its open side."""
    if not layout.booths:
        return []
    point = np.array([at])
    best: tuple[float, Point] | None = None
    for booth in layout.booths:
        for edge in booth.sides:
            near = float(segment_distances(point, edge.start, edge.end)[0])
            if edge.kind is SideKind.OPEN and (best is None or near < best[0]):
                best = near, (edge.end[0] - edge.start[0], edge.end[1] - edge.start[1])
    if best is None or best[0] > 2.5:
        return []
    dx, dy = best[1]
    return [Post(Doing.LOOK, at, facing((-dy, dx)))]
