"""What a product's row says about its model."""

from __future__ import annotations

import pytest

from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import ModelPose, UpAxis
from hallgen.readers.columns import Cells
from hallgen.readers.fields import TableKind, meanings
from hallgen.readers.model_pose import read_pose
from hallgen.readers.tables import Row


def pose_of(**said: str) -> tuple[ModelPose, list[str]]:
    diagnostics = Diagnostics()
    columns = {f"model_{key}": key for key in said}
    cells = Cells(Row(said, Place("products.csv", 2)), columns)
    return read_pose(cells, diagnostics), [fault.code for fault in diagnostics]


@pytest.mark.parametrize(
    ("said", "pose"),
    [
        ({}, ModelPose()),
        (
            {"scale": "0.001", "up": "Z", "rotate": "90"},
            ModelPose(scale=0.001, up=UpAxis.Z, rotate=90),
        ),
        ({"scale": "mm", "rotate": "-45°"}, ModelPose(scale=0.001, rotate=-45)),
        ({"scale": "Inches"}, ModelPose(scale=0.0254)),
        ({"scale": "毫米", "up": ""}, ModelPose(scale=0.001)),
    ],
)
def test_poses(said: dict[str, str], pose: ModelPose) -> None:
    assert pose_of(**said) == (pose, [])


@pytest.mark.parametrize(
    "said", [{"scale": "0"}, {"scale": "big"}, {"up": "w"}, {"rotate": "left"}]
)
def test_what_is_wrong_is_reported_and_left_out(said: dict[str, str]) -> None:
    assert pose_of(**said) == (ModelPose(), ["H430"])


def test_columns_are_found_by_their_headers() -> None:
    headers = ["Product", "3D model", "model_scale", "Up axis", "Model rotation"]
    found = {m.field: m.column for m in meanings(TableKind.PRODUCTS, headers)}
    assert found == {
        "name": "Product",
        "model": "3D model",
        "model_scale": "model_scale",
        "model_up": "Up axis",
        "model_rotate": "Model rotation",
    }
