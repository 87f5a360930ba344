"""Models in metres, upright, on their foot."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallgen.formats import model_facts, plain_glb, read_scene
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.fitting import fit
from hallgen.media.models.types import FittedModel, SourceModel
from hallgen.model import ModelPose, UpAxis
from tests.formats.test_plain import hanging
from tests.support.gltf import CORNERS, wedge


def glb(scale: float = 1.0) -> bytes:
    """The wedge, 3 x 2 x 1 of so many units."""
    return plain_glb(wedge(POSITION=(CORNERS * scale).astype("f4")).glb()).glb


def assert_stands(fitted: FittedModel) -> None:
    facts = model_facts(fitted.glb)
    low, high = np.array(facts.low), np.array(facts.high)
    np.testing.assert_allclose(high - low, fitted.size, rtol=1e-4)
    np.testing.assert_allclose([low[1], low[0] + high[0], low[2] + high[2]], 0, atol=1e-5)


@pytest.mark.parametrize(
    ("longest", "unit", "metres"),
    [
        (120.0, None, 0.12),  # a part in millimetres
        (3000.0, None, 3.0),  # a machine in millimetres
        (0.5, None, 0.5),  # metres
        (15.0, None, 0.15),  # too small in millimetres, too large in metres
        (20_000.0, None, 20.0),  # no usual size in any
        (0.01, None, 0.01),
        (15.0, 0.0254, 0.381),  # said, so taken
        (15.0, 1.0, 15.0),
        (254.0, 1.0, 0.254),  # said, and not to be believed
    ],
)
def test_units(longest: float, unit: float | None, metres: float) -> None:
    fitted = fit(SourceModel(glb(longest / 3), unit, UpAxis.Y), ModelPose())
    assert fitted.size[0] == pytest.approx(metres, rel=1e-4)
    guessed = any("unit is taken" in note for note in fitted.notes)
    assert guessed == (unit is None or not math.isclose(longest * unit, metres))
    assert_stands(fitted)


def test_what_the_table_says_comes_first() -> None:
    fitted = fit(SourceModel(glb(), 1.0, UpAxis.Y), ModelPose(scale=0.01))
    assert fitted.size == pytest.approx((0.03, 0.02, 0.01), rel=1e-4)
    assert fitted.notes == ()


@pytest.mark.parametrize(
    ("up", "size"), [(UpAxis.Y, (3, 2, 1)), (UpAxis.Z, (3, 1, 2)), (UpAxis.X, (2, 3, 1))]
)
def test_axes(up: UpAxis, size: tuple[float, float, float]) -> None:
    said = fit(SourceModel(glb(), 1.0, up), ModelPose())
    told = fit(SourceModel(glb(), 1.0, UpAxis.Y), ModelPose(up=up))
    for fitted in (said, told):
        assert fitted.size == pytest.approx(size, rel=1e-4)
        assert_stands(fitted)


def test_the_front_of_a_model_with_z_up_is_minus_y() -> None:
    nose = CORNERS + np.array([[0, 0, 0], [0, 0, 0], [0, -10, 0], [0, 0, 0]])  # far out to -y
    fitted = fit(
        SourceModel(plain_glb(wedge(POSITION=nose.astype("f4")).glb()).glb, 1.0, UpAxis.Z),
        ModelPose(),
    )
    low, high = model_facts(fitted.glb).low, model_facts(fitted.glb).high
    assert high[2] - low[2] == pytest.approx(8, rel=1e-4)
    turned = fit(SourceModel(glb(), 1.0, UpAxis.Y), ModelPose(rotate=90))
    assert turned.size == pytest.approx((1, 2, 3), rel=1e-4)
    assert_stands(turned)


def test_turned_to_the_left_seen_from_above() -> None:
    # A flag from the middle to +Z (the front): 90 degrees to the left it points to +X.
    corners = np.array([[-1, 0, -1], [1, 0, -1], [0, 1, -1], [0, 0, 9]], "f4")
    source = SourceModel(plain_glb(wedge(POSITION=corners).glb()).glb, 1.0, UpAxis.Y)
    fitted = fit(source, ModelPose(rotate=90)).glb
    positions = read_scene(fitted).nodes[0].mesh.positions
    tip = np.unique(positions[positions[:, 0] > 4.9].round(4), axis=0)
    np.testing.assert_allclose(tip, [[5, 0, 0]], atol=1e-4)


def box(low: tuple[float, ...], high: tuple[float, ...], roof: float = 1.0) -> bytes:
    """A box whose top (along z) is drawn in to a share: a house standing on its foot."""
    corners = np.array(
        [[x, y, z] for z in (low[2], high[2]) for x in (low[0], high[0]) for y in (low[1], high[1])]
    )
    middle = (np.array(low) + high)[:2] / 2
    corners[4:, :2] = middle + (corners[4:, :2] - middle) * roof
    quads = [[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]]
    indices = np.array([[q[0], q[a], q[b]] for q in quads for a, b in ((1, 2), (2, 3))], "u2")
    return plain_glb(wedge(POSITION=corners.astype("f4"), indices=indices.ravel()).glb()).glb


def test_up_is_told_by_the_foot() -> None:
    house = box((-1, -1, 0), (1, 1, 2), roof=0.2)  # its only large flat face looks to -z
    fitted = fit(SourceModel(house, 1.0, usual_up=UpAxis.Y), ModelPose())
    assert "Z axis up" in fitted.notes[-1]
    assert "as is usual" in fit(SourceModel(house, 1.0), ModelPose()).notes[-1]
    block = box((-1, -1, -1), (1, 1, 1))
    assert "Y axis" in fit(SourceModel(block, 1.0, usual_up=UpAxis.Y), ModelPose()).notes[-1]


@pytest.mark.parametrize(
    ("scale", "pose", "code"),
    [
        (1e6, ModelPose(), "H429"),
        (1e-6, ModelPose(), "H429"),
        (1.0, ModelPose(scale=1000), "H429"),
        (0.0, ModelPose(), "H424"),
    ],
)
def test_sizes_that_no_product_has(scale: float, pose: ModelPose, code: str) -> None:
    with pytest.raises(MediaRefusedError) as caught:
        fit(SourceModel(glb(scale), None, UpAxis.Y), pose)
    assert caught.value.code.code == code


def test_movements_and_skins_survive() -> None:
    source = SourceModel(plain_glb(hanging().glb()).glb, 0.1, UpAxis.Y)
    fitted = fit(source, ModelPose())
    assert model_facts(fitted.glb).animations == ("wave",)
    assert fitted.size == pytest.approx((0.3, 0.7, 0.1), rel=1e-4)
    assert_stands(fitted)
