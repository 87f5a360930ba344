"""A model brought to metres, upright, on its foot: one root node above all that it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hallgen import codes
from hallgen.formats import read_scene, rooted
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.types import FittedModel, SourceModel
from hallgen.media.models.upright import Guess, guess_up
from hallgen.model import ModelPose, UpAxis
from hallgen.scene import Matrix, Scene

#: The longest side of what is taken for a product, in metres, where nothing says its unit.
_USUAL: Final = (0.03, 6.0)
#: The longest side that a model may have at all, in metres.
_SMALLEST, _LARGEST = 0.001, 60.0
#: Units in the order in which they are tried: metres, and their name.
_UNITS: Final = ((0.001, "millimetres"), (1.0, "metres"), (0.01, "centimetres"), (0.0254, "inches"))

#: What turns each axis to the top: its rotation (3, 3). The front of a model with Z up is -Y.
_TURNS: Final = {
    UpAxis.Y: np.eye(3),
    UpAxis.Z: np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]]),
    UpAxis.X: np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]]),
}


@dataclass(frozen=True, slots=True)
class _Unit:
    metres: float
    note: str | None


def fit(source: SourceModel, pose: ModelPose) -> FittedModel:
    """The model in metres, Y up, the middle of its foot at the origin, its front to +Z.

    Unit: what `pose` says; else what the file says, unless that makes it larger than 60 m;
    else the first of millimetres, metres, centimetres and inches in which its longest side is
    0.03 to 6 m; else millimetres up to 60 m, and metres down to 1 mm.
    Up: what `pose` says, else what the file says, else what the shape tells by the flat foot it
    stands on (`guess_up`), else what is usual in its format. Guesses are in the notes.
    Raises MediaRefusedError for what is empty, or has a size that no product has.
    """
    with np.errstate(all="ignore"):  # a corner that overflows is infinitely far
        return _fitted(source, pose)


def _fitted(source: SourceModel, pose: ModelPose) -> FittedModel:
    scene = read_scene(source.glb)
    low, high = _box(scene)
    longest = float((high - low).max())
    if not np.isfinite(longest) or longest <= 0:
        raise MediaRefusedError(codes.MODEL_NOT_FINITE, "It has no extent.")
    unit = _unit(source, pose, longest)
    up = _up(source, pose, scene)
    turn = _about_y(pose.rotate) @ _TURNS[up.axis] * unit.metres
    low, high = _box(scene, turn)
    matrix = np.eye(4)
    matrix[:3, :3] = turn
    matrix[:3, 3] = -np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    width, height, depth = (float(part) for part in high - low)
    notes = (*source.notes, *(note for note in (unit.note, up.note) if note))
    return FittedModel(rooted(source.glb, matrix, "model"), (width, height, depth), notes)


def _unit(source: SourceModel, pose: ModelPose, longest: float) -> _Unit:
    if pose.scale is not None:
        _check(longest * pose.scale)
        return _Unit(pose.scale, None)
    wrong = ""
    if source.unit is not None:
        if _SMALLEST <= longest * source.unit <= _LARGEST:
            return _Unit(source.unit, None)
        wrong = f"By the unit it names it would be {_said(longest * source.unit)} long. "
    small, large = _USUAL
    for metres, name in _UNITS:
        if small <= longest * metres <= large and metres != source.unit:
            return _Unit(metres, f"{wrong}Its unit is taken for {name}: {_said(longest * metres)}.")
    metres, name = _UNITS[0] if longest > large else _UNITS[1]
    _check(longest * metres)
    return _Unit(metres, f"{wrong}Its unit is taken for {name}: {_said(longest * metres)}.")


def _check(longest: float) -> None:
    if not _SMALLEST <= longest <= _LARGEST:
        message = f"Its longest side would be {_said(longest)}."
        raise MediaRefusedError(codes.MODEL_SIZE, message)


def _said(metres: float) -> str:
    return f"{metres * 1000:.3g} mm" if metres < 1 else f"{metres:,.3g} m"


def _up(source: SourceModel, pose: ModelPose, scene: Scene) -> Guess:
    said = pose.up or source.up
    return Guess(said, None) if said is not None else guess_up(scene, source.usual_up)


def _about_y(degrees: float) -> Matrix:
    """A turn to the left, seen from above."""
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]])


def _box(scene: Scene, turn: Matrix | None = None) -> tuple[NDArray[np.float64], ...]:
    """The lowest and the highest corner of what triangles touch, after a turn (3, 3)."""
    ends = []
    for node in scene.nodes:
        touched = np.zeros(len(node.mesh.positions), bool)
        touched[node.mesh.triangles] = True
        positions = node.mesh.positions[touched].astype(np.float64)
        if len(positions):
            placed = positions if turn is None else positions @ turn.T
            ends.append((placed.min(axis=0), placed.max(axis=0)))
    if not ends:
        raise MediaRefusedError(codes.MODEL_EMPTY, "It has no triangles.")
    return np.min([e[0] for e in ends], axis=0), np.max([e[1] for e in ends], axis=0)
