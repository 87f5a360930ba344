"""What passes between the steps that make a product model web-ready.

A *plain* GLB is glTF 2.0 in one file: one buffer, pictures embedded as PNG, JPEG or WebP, numbers
as floats or normalized integers, and no extension that packs or hides them (no Draco, no meshopt,
no KTX2).
"""

from __future__ import annotations

from dataclasses import dataclass

from hallgen.model import UpAxis


@dataclass(frozen=True, slots=True)
class SourceModel:
    """A file as it came, as a plain GLB in the file's own units and axes.

    `unit` is the metres of one of its units and `up` its upward axis, where the file says so;
    `usual_up` is the one that most files of its format have where they say none. `notes` are
    lines for the report: what was found, left out, taken for something else.
    """

    glb: bytes
    unit: float | None = None
    up: UpAxis | None = None
    notes: tuple[str, ...] = ()
    usual_up: UpAxis = UpAxis.Z


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A plain GLB in metres, Y up, the middle of its foot at the origin, its front to +Z.

    `size` is its extent along x, y, z in metres.
    """

    glb: bytes
    size: tuple[float, float, float]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelLevel:
    """One level of a model: a GLB, and what it costs.

    `error` is how far its surface is from the fitted model's at most, as a share of the longest
    side of the model's size.
    """

    glb: bytes
    triangles: int
    draws: int
    error: float


@dataclass(frozen=True, slots=True)
class ModelLevels:
    """A fitted model at its levels.

    `far` has no pictures, only colours at vertices. `near` stands on booths and is packed (meshopt,
    quantized, WebP); `near_plain` holds the same as a plain GLB. Both are None where the model
    cannot be brought within the budget by an error that is small enough: a picture stands for it.
    `inspect` is looked at from all sides; `apart` is the same with its parts as nodes, where
    those were asked for and there are several. `notes` are lines for the report: what was done.
    """

    far: ModelLevel
    near: ModelLevel | None
    near_plain: bytes | None
    inspect: ModelLevel
    apart: ModelLevel | None = None
    animations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
