"""Walks through halls as visitors do, by keys and drags: ways around what stands there, and a walk.

Coordinates are those of a hall's shard: metres, x to the right of the plan and z down it.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from playwright.sync_api import Page
from shapely.geometry import LineString, Polygon, box
from shapely.prepared import prep

from tests.support.browser import wait_for

Spot = tuple[float, float]

#: How far from walls a way leads at least, in metres: a visitor is 0.3 m thick, and software draws
#: few frames, in each of which one goes a step.
CLEAR = 0.55
#: The grid on which ways are looked for, in metres.
CELL = 0.5
#: What the viewer makes of a drag: degrees a pixel.
PER_PIXEL = 0.16


#: Seconds without coming nearer after which a visitor is stuck; a frame may take several.
PATIENCE = 10.0
#: How often another way is looked for.
TRIES = 5


class StuckError(AssertionError):
    """A visitor could not go on."""


class Floor:
    """A hall's floor, and ways on it."""

    def __init__(self, shard: dict[str, Any]) -> None:
        x0, z0, x1, z1 = shard["bounds"]
        walls = shapely.union_all([Polygon(ring) for ring in shard["obstacles"]])
        free = box(x0, z0, x1, z1).difference(walls.buffer(CLEAR, quad_segs=2))
        self._origin = (x0, z0)
        self._size = math.ceil((x1 - x0) / CELL), math.ceil((z1 - z0) / CELL)
        self._inside = prep(free)
        columns, rows = self._size
        cells = shapely.points([self._middle((i, k)) for k in range(rows) for i in range(columns)])
        shapely.prepare(free)
        inside = shapely.contains(free, cells)
        self._ordered = [divmod(n, columns)[::-1] for n, is_in in enumerate(inside) if is_in]
        self._open = frozenset(self._ordered)

    def way(self, start: Spot, goal: Spot) -> list[Spot]:
        """Corners of a short way from one place to another, the last as near to it as one gets.

        Empty where there is none.
        """
        first, last = self._cell(start), self._cell(goal)
        came: dict[tuple[int, int], tuple[int, int]] = {last: last}
        waiting = deque([last])
        while waiting and first not in came:
            at = waiting.popleft()
            for step in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
                cell = at[0] + step[0], at[1] + step[1]
                if cell in self._open and cell not in came:
                    came[cell] = at
                    waiting.append(cell)
        if first not in came:
            return []
        cells = [first]
        while cells[-1] != last:
            cells.append(came[cells[-1]])
        return self._straight([self._middle(cell) for cell in cells])

    def _straight(self, spots: list[Spot]) -> list[Spot]:
        """The corners of a way at which one has to turn."""
        corners, at = [], 0
        while at < len(spots) - 1:
            seen = at + 1
            for far in range(len(spots) - 1, at, -8):
                if self._inside.contains(LineString([spots[at], spots[far]])):
                    seen = far
                    break
            corners.append(spots[seen])
            at = seen
        return corners

    def _middle(self, cell: tuple[int, int]) -> Spot:
        x, z = self._origin
        return x + (cell[0] + 0.5) * CELL, z + (cell[1] + 0.5) * CELL

    def _cell(self, spot: Spot) -> tuple[int, int]:
        """The free cell next to a place."""
        middles = np.array(self._ordered) * CELL + self._origin + CELL / 2
        return self._ordered[int(np.linalg.norm(middles - spot, axis=1).argmin())]


@dataclass
class Stroll:
    """A visitor on foot. `metres` is how far they came; `seen` is called at every corner."""

    page: Page
    seen: Callable[[], None]
    metres: float = 0.0
    _before: Spot | None = field(default=None)

    @property
    def at(self) -> Spot:
        """Where the visitor is."""
        pose = self._pose()
        return pose["x"], pose["z"]

    def go(self, way: list[Spot], floor: Floor) -> None:
        """Walk along a way, and look for another where something stops the visitor, who cuts its
        corners. Raises StuckError where nothing helps.
        """
        self.page.locator(".hallgen-canvas").focus()
        goal, left = way[-1:], TRIES
        while way:
            try:
                self._walk_to(way[0])
                way = way[1:]
            except StuckError:
                left -= 1
                if left == 0:
                    raise
                way = floor.way(self.at, *goal)

    def _walk_to(self, corner: Spot) -> None:
        self._turn(corner)
        self.page.keyboard.down("KeyW")
        try:
            self._walk(corner)
        finally:
            self.page.keyboard.up("KeyW")
        self.seen()

    def leave_by(self, gate: dict[str, Any]) -> None:
        """Walk straight out through a door that leads to another hall, until that hall is there."""
        self._turn(through(gate, 20.0))
        hall = gate["leads"]["hall"]
        self.page.keyboard.down("KeyW")
        try:
            wait_for(self.page, f"location.pathname.endsWith('/halls/{hall}/')")
        finally:
            self.page.keyboard.up("KeyW")
        wait_for(self.page, "document.querySelector('#hallgen-view').dataset.state === 'ready'")
        self.page.evaluate("window.hallgen.ready")
        self._before = None
        self.seen()

    def _walk(self, corner: Spot) -> None:
        nearest, since = math.inf, time.monotonic()
        while True:
            pose = self._pose()
            left = math.dist((pose["x"], pose["z"]), corner)
            if left < 0.8:
                return
            if left < nearest - 0.05:
                nearest, since = left, time.monotonic()
            if time.monotonic() - since > PATIENCE:
                raise StuckError(f"at {pose['x']:.1f}, {pose['z']:.1f}, {left:.1f} m from {corner}")
            if abs(_difference(pose, corner)) > 6:
                self._turn(corner)
            self.page.wait_for_timeout(60)

    def _turn(self, corner: Spot) -> None:
        """Look at a place of the floor, by drags."""
        for _ in range(30):
            difference = _difference(self._pose(), corner)
            if abs(difference) < 3:
                return
            size = self.page.viewport_size
            assert size is not None
            pixels = max(-0.4 * size["width"], min(0.4 * size["width"], -difference / PER_PIXEL))
            box = self.page.locator(".hallgen-canvas").bounding_box()
            assert box is not None
            x, y = box["x"] + box["width"] / 2 - pixels / 2, box["y"] + box["height"] / 2
            self.page.mouse.move(x, y)
            self.page.mouse.down()
            self.page.mouse.move(x + pixels, y, steps=3)
            # A short drag that is quick would be a click.
            self.page.wait_for_timeout(120)
            self.page.mouse.up()
            self.page.wait_for_timeout(120)

    def _pose(self) -> dict[str, float]:
        pose: dict[str, float] = self.page.evaluate("({...window.hallgen.pose})")
        at = pose["x"], pose["z"]
        if self._before is not None:
            self.metres += math.dist(at, self._before)
        self._before = at
        return pose


def through(gate: dict[str, Any], metres: float) -> Spot:
    """So far outside of a door that leads somewhere, or inside where that is negative."""
    out = math.radians(gate["leads"]["out"])
    x, z = gate["position"]
    return x + metres * math.sin(out), z - metres * math.cos(out)


def _difference(pose: dict[str, float], corner: Spot) -> float:
    """How far to turn to the right to look at a place, in degrees from -180 to 180."""
    wanted = math.degrees(math.atan2(corner[0] - pose["x"], pose["z"] - corner[1]))
    return (wanted - pose["heading"] + 180) % 360 - 180


def tour(shard: dict[str, Any], floor: Floor, start: Spot, metres: float) -> Iterator[list[Spot]]:
    """Ways from booth to booth all over a hall, each the farthest from those seen, until they are
    so many metres together.
    """
    goals = [(b["view"]["x"], b["view"]["z"]) for b in shard["booths"] if b["exhibitors"]]
    seen, at, gone = [start], start, 0.0
    while gone < metres and goals:
        goal = max(goals, key=lambda spot: min(math.dist(spot, other) for other in seen))
        goals.remove(goal)
        seen.append(goal)
        way = floor.way(at, goal)
        if not way:
            continue
        gone += sum(math.dist(a, b) for a, b in zip([at, *way], way, strict=False))
        at = way[-1]
        yield way
