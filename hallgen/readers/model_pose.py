"""How a product's model is to be taken, from the cells of its row."""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import ModelPose
from hallgen.readers.columns import Cells

#: Units that people write in place of a number, in metres.
_UNITS: Final = {
    "mm": 0.001,
    "millimetre": 0.001,
    "millimeter": 0.001,
    "毫米": 0.001,
    "cm": 0.01,
    "centimetre": 0.01,
    "centimeter": 0.01,
    "厘米": 0.01,
    "m": 1.0,
    "metre": 1.0,
    "meter": 1.0,
    "米": 1.0,
    "in": 0.0254,
    "inch": 0.0254,
    "inches": 0.0254,
    "英寸": 0.0254,
    "ft": 0.3048,
    "foot": 0.3048,
    "feet": 0.3048,
}


def read_pose(cells: Cells, diagnostics: Diagnostics) -> ModelPose:
    """What the row says; what it says wrongly is reported and left out."""
    keys = ("scale", "up", "rotate", "parts")
    said = {key: cells.text(f"model_{key}").strip().casefold() for key in keys}
    pose = ModelPose()
    for key, text in said.items():
        if not text:
            continue
        try:
            value = _UNITS.get(text, text) if key == "scale" else text.removesuffix("°").strip(" +")
            whole = pose.model_dump() | {key: value}
            pose = ModelPose.model_validate(whole)
        except ValidationError:
            message = f"model_{key} is {text!r}."
            diagnostics.add(codes.MODEL_POSE, cells.row.place, message)
    return pose
