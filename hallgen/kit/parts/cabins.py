"""A machine's cabin: a window in its housing, and the lit work space that one sees behind it.

A cabin's own axes: x to the right and y up over the window, from the middle of its lower edge, z
out of the housing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hallgen.kit.finishes import BLACK, CHROME, DARK_GREY, GLASS, INSIDE
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import across
from hallgen.kit.shapes import box, cylinder, moved, pitted, placement, shaded, sheet
from hallgen.scene import Matrix, Mesh

#: How wide the frame around a window is, and how thick.
_FRAME, _THICK = 0.026, 0.022
#: The frame's pit is so much larger than a cabin's lining, and the housing's as much again: none
#: lies in the plane of another.
_BEHIND = 0.004
#: Light in a cabin, as a share of white: from its lamp at 0.1 m, through the window, and least.
_LAMP, _WINDOW, _LEAST = 0.70, 0.26, 0.06
#: How far the light of the hall reaches into it, in metres of a model.
_REACH = 0.10

_SHEET = INSIDE.tinted("#c3cacf")
_CAST = INSIDE.tinted("#aab1b6")
_STEEL = INSIDE.tinted("#c9ced1")
_DARK = INSIDE.tinted("#4a5057")


@dataclass(frozen=True, eq=False, slots=True)
class Cabin:
    """A window of `width` x `height` in a housing, and a space `depth` deep behind it.

    `place` leads from its own axes to the machine's.
    """

    place: Matrix
    width: float
    height: float
    depth: float

    def opened(self, body: Mesh) -> Mesh:
        """A housing with the pit for the cabin."""
        return _pitted(self, body, self.place, 2 * _BEHIND)


def cabin(
    size: tuple[float, float, float], x: float, height: float, z: float, degrees: float = 0.0
) -> Cabin:
    """A cabin whose window (width, height) stands there, leant forward by some degrees."""
    lean = np.eye(4)
    angle = np.radians(degrees)
    lean[1:3, 1:3] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    return Cabin(placement(x, -z, height) @ lean, *size)


def door(cabin: Cabin) -> list[Mesh]:
    """The door before a cabin: a frame with two panes that slide, a handle on one of them."""
    width, height = cabin.width, cabin.height
    outer = (width + 2 * _FRAME, height + 2 * _FRAME)
    plate = at(box(DARK_GREY, *outer, _THICK), 0, -_FRAME, 0)
    frame = _pitted(cabin, plate, np.eye(4), _BEHIND)
    pane = sheet(GLASS, (-width / 2, 0, 0.002), (width, 0, 0), (0, height, 0))
    post = sheet(BLACK, (0.08 * width, 0, 0.004), (0.012, 0, 0), (0, height, 0))
    handle = at(box(CHROME, 0.010, height * 0.56, 0.022), 0.08 * width - 0.018, height * 0.2, 0.014)
    return [moved(piece, cabin.place) for piece in (frame, pane, post, handle)]


def _pitted(cabin: Cabin, mesh: Mesh, place: Matrix, more: float) -> Mesh:
    lower = place @ placement(0, 0, -more)
    return pitted(mesh, lower, cabin.width + 2 * more, cabin.height + 2 * more, cabin.depth + more)


def milling_space(cabin: Cabin) -> list[Mesh]:
    """The inside of a machining centre: a spindle with its tool over a table with a workpiece."""
    middle = -0.52 * cabin.depth
    table, head = 0.16 * cabin.height, 0.56 * cabin.height
    slots = [
        sheet(_DARK, (x, table + 0.001, middle + 0.05), (0.008, 0, 0), (0, 0, -0.10))
        for x in (-0.07, 0.062)
    ]
    pieces = [
        at(box(_CAST, 0.66 * cabin.width, 0.024, 0.12), 0, table - 0.024, middle),
        at(box(_DARK, 0.09, 0.022, 0.06), 0.01, table, middle),
        at(box(_STEEL, 0.060, 0.026, 0.045), 0.01, table + 0.022, middle),
        at(box(_SHEET, 0.11, cabin.height - head, 0.10), 0.01, head, middle - 0.02),
        at(cylinder(_DARK, 0.032, 0.028, 6), 0.01, head - 0.028, middle),
        at(cylinder(_STEEL, 0.012, 0.046, 5), 0.01, head - 0.074, middle),
    ]
    return _lit(cabin, [*_walls(cabin), *pieces, *slots])


def turning_space(cabin: Cabin) -> list[Mesh]:
    """The inside of a lathe: a chuck with a shaft in it, a turret with its tools, a tailstock."""
    half, middle = cabin.width / 2, -0.5 * cabin.depth
    axis = 0.44 * cabin.height
    chuck = -half + 0.035
    turret = half - 0.085
    tools = [
        at(box(_STEEL, 0.034, 0.012, 0.012), turret - 0.034, axis + 0.070 + y, middle - 0.02 + z)
        for y, z in ((-0.046, 0.014), (0.004, 0.042))
    ]
    jaw = at(box(_STEEL, 0.026, 0.014, 0.060), chuck + 0.032, axis + 0.016, middle)
    pieces = [
        across(_CAST, 0.056, 0.056, chuck - 0.008, axis, middle, 8),
        across(_STEEL, 0.018, 0.100, chuck + 0.070, axis, middle, 6),
        across(_CAST, 0.046, 0.034, turret, axis + 0.072, middle - 0.02, 8),
        at(box(_SHEET, 0.06, 0.09, 0.06), half - 0.036, axis - 0.035, middle - 0.01),
    ]
    return _lit(cabin, [*_walls(cabin), *pieces, jaw, *tools])


def _walls(cabin: Cabin) -> list[Mesh]:
    """The sheets that a cabin is lined with, seen from inside, and the lamp at its back."""
    w, h, d = cabin.width, cabin.height, cabin.depth
    left, right = -w / 2, w / 2
    wide, up = (w, 0, 0), (0, h, 0)
    front = _THICK / 2 - 0.002
    tall = h * 0.5
    return [
        sheet(_SHEET, (left, 0, -d), wide, (0, tall, 0)),
        sheet(_SHEET, (left, tall, -d), wide, (0, h - tall, 0)),
        sheet(_SHEET, (left, 0, front), (0, 0, -d - front), up),
        sheet(_SHEET, (right, 0, -d), (0, 0, d + front), up),
        sheet(_CAST, (left, 0, front), wide, (0, 0, -d - front)),
        sheet(_SHEET, (left, h, -d), wide, (0, 0, d + front)),
    ]


def _lit(cabin: Cabin, pieces: Sequence[Mesh]) -> list[Mesh]:
    """Pieces of a cabin's inside, in its own axes, lit and brought to the machine's."""
    lamp = sheet(
        INSIDE,
        (-0.38 * cabin.width, 0.93 * cabin.height, 0.002 - cabin.depth),
        (0.76 * cabin.width, 0, 0),
        (0, 0.035 * cabin.height, 0),
    )
    return [moved(piece, cabin.place) for piece in (*(_shone_on(cabin, p) for p in pieces), lamp)]


def _shone_on(cabin: Cabin, mesh: Mesh) -> Mesh:
    """A mesh in the light of a line of lamps under the cabin's roof, and of the window."""
    points, normals = mesh.positions.astype(np.float64), mesh.normals
    lamp = points.copy()
    lamp[:, 0] = np.clip(points[:, 0], -0.38 * cabin.width, 0.38 * cabin.width)
    lamp[:, 1], lamp[:, 2] = 0.97 * cabin.height, -0.45 * cabin.depth
    way = lamp - points
    far = np.maximum(np.linalg.norm(way, axis=1), 0.03)
    facing = np.maximum((way * normals).sum(axis=1) / far, 0.0)
    from_lamp = _LAMP * facing * 0.1 / (0.02 + far) * 1.2
    open_ = np.exp(np.minimum(points[:, 2], 0) / _REACH)
    from_hall = _WINDOW * open_ * (0.35 + 0.65 * np.maximum(normals[:, 2], 0))
    return shaded(mesh, _LEAST + from_lamp + from_hall)
