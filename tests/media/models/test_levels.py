"""A model's levels hold their budgets, look right, are valid, and are the same each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hallgen import codes
from hallgen.formats import plain_glb
from hallgen.formats.editable import EditableGlb
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.distance import farthest
from hallgen.media.models.far import far_model
from hallgen.media.models.levels import (
    FAR_TRIANGLES,
    INSPECT,
    NEAR,
    inspect_level,
    make_levels,
    shortcomings,
)
from hallgen.media.models.rest import draws_of, resting
from hallgen.media.models.types import FittedModel, ModelLevels
from tests.support.made_models import Maker, picture
from tests.support.validators import assert_valid_glbs


def machine() -> Maker:
    """A case with a hidden ball, a fine ball, a textured and a turning box, in eight materials."""
    maker = Maker()
    for number in range(6):
        maker.box(0.3, at=(number, 0, 0), material=maker.material(color=(number / 6, 0.2, 0.3)))
    maker.ball(0.1, material=maker.material(color=(1, 0, 0)), rings=20)
    maker.ball(0.4, at=(0, 1, 0), material=maker.material(color=(0, 0.5, 0.4)), rings=100)
    pictured = maker.material(picture=picture(600))
    maker.box(0.5, at=(2, 1, 0), material=pictured)
    maker.turning(maker.box(0.5, at=(3, 1, 0), material=pictured), "spin")
    return maker


def fitted(maker: Maker) -> FittedModel:
    return FittedModel(maker.made(), (6.0, 1.5, 0.8))


@pytest.fixture(scope="module")
def levels() -> ModelLevels:
    return make_levels(fitted(machine()))


def test_levels_hold_their_budgets(levels: ModelLevels) -> None:
    assert levels.near is not None
    assert levels.far.triangles <= FAR_TRIANGLES
    assert levels.far.draws == 1
    for level, budget in ((levels.near, NEAR), (levels.inspect, INSPECT)):
        assert level.triangles <= budget.triangles
        assert len(level.glb) <= budget.bytes
        assert level.error <= budget.error
    assert levels.near.draws <= 3
    assert shortcomings(levels) == ()


def test_what_is_said_of_levels_is_so(levels: ModelLevels) -> None:
    assert levels.near is not None
    assert levels.near_plain is not None
    plain = EditableGlb(levels.near_plain)
    assert len(resting(plain).triangles) == levels.near.triangles
    assert draws_of(plain) == levels.near.draws
    assert "1560 of 41456 triangles are hidden inside and went" in levels.notes
    assert levels.animations == ("spin",)
    assert [a["name"] for a in plain.items("animations")] == ["spin"]
    assert "extensionsRequired" not in plain.content or plain.content["extensionsRequired"] == [
        "EXT_texture_webp"
    ]


def test_levels_are_valid(levels: ModelLevels, tmp_path: Path) -> None:
    assert levels.near is not None
    named = {"far": levels.far.glb, "near": levels.near.glb, "inspect": levels.inspect.glb}
    for name, data in (*named.items(), ("plain", levels.near_plain or b"")):
        (tmp_path / f"{name}.glb").write_bytes(data)
    assert_valid_glbs(tmp_path.iterdir())


def test_levels_are_the_same_each_time(levels: ModelLevels) -> None:
    assert make_levels(fitted(machine())) == levels


def test_all_levels_fill_the_same_box(levels: ModelLevels) -> None:
    whole = resting(EditableGlb(machine().made()))
    assert levels.near_plain is not None
    for data in (levels.near_plain, far_model(EditableGlb(machine().made()), FAR_TRIANGLES)):
        found = resting(EditableGlb(data))
        for end in (np.min, np.max):
            apart = end(found.positions, axis=0) - end(whole.positions, axis=0)
            assert np.abs(apart).max() < 0.08 * whole.size


def test_the_far_level_has_colours_and_no_pictures(levels: ModelLevels) -> None:
    content = EditableGlb(levels.far.glb).content
    assert "images" not in content
    assert all(
        "COLOR_0" in primitive["attributes"]
        for mesh in content["meshes"]
        for primitive in mesh["primitives"]
    )


@pytest.mark.parametrize("kind", ["turning", "morphing", "skinned"])
def test_what_moves_moves_at_every_level_but_afar(kind: str, tmp_path: Path) -> None:
    maker = Maker()
    maker.material(color=(0.3, 0.3, 0.9))
    node = maker.ball(rings=70)
    getattr(maker, kind)(node, "go")
    made = make_levels(fitted(maker))
    assert made.near is not None
    assert made.animations == ("go",)
    for data in (made.near.glb, made.inspect.glb, made.near_plain or b""):
        (animation,) = EditableGlb(data).items("animations")
        assert animation["name"] == "go"
    assert made.near.triangles <= NEAR.triangles
    assert "animations" not in EditableGlb(made.far.glb).content
    for name, data in (("near", made.near.glb), ("inspect", made.inspect.glb)):
        (tmp_path / f"{name}.glb").write_bytes(data)
    assert_valid_glbs(tmp_path.iterdir())


def test_a_model_of_too_many_loose_parts_is_shown_by_picture() -> None:
    maker = Maker()
    maker.material()
    chance = np.random.default_rng(2)
    corners = chance.uniform(-1, 1, (4000, 1, 3)) + chance.uniform(-0.2, 0.2, (4000, 3, 3))
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    maker.mesh(corners.reshape(-1, 3), across.repeat(3, 0), np.arange(12000), (0, 0, 0), 0)
    made = make_levels(fitted(maker), near=replace(NEAR, triangles=300))
    assert made.near is None
    assert made.near_plain is None
    assert shortcomings(made) == (codes.MODEL_BY_PICTURE,)
    assert any(note.startswith("near, ") for note in made.notes)


def test_pictures_shrink_until_a_level_fits() -> None:
    maker = Maker()
    maker.box(material=maker.material(picture=picture(900, noise=90)))
    level = inspect_level(maker.made(), replace(INSPECT, bytes=40_000))
    assert 8_000 < len(level.glb) <= 40_000


def test_a_level_is_never_larger_than_the_model_was() -> None:
    maker = Maker()
    maker.box(material=maker.material(picture=picture(8, noise=0)))
    made = make_levels(fitted(maker))
    for level in (made.near, made.inspect):
        assert level is not None
        assert len(level.glb) <= len(maker.made())


@pytest.mark.parametrize("glb", [b"", b"glTF", Maker().made(), machine().made()[:5000]])
def test_what_is_no_model_is_refused_in_one_line(glb: bytes) -> None:
    with pytest.raises(MediaRefusedError) as caught:
        make_levels(FittedModel(glb, (1.0, 1.0, 1.0)))
    assert caught.value.code is codes.MODEL_NOT_REDUCED
    assert "\n" not in caught.value.message


def test_parts_in_other_units_keep_their_shape() -> None:
    """One grid for corners would leave the part in metres with steps of 6 cm."""
    maker = Maker()
    paint = maker.material(color=(0.8, 0.3, 0.1))
    small, large = maker.ball(0.3, material=paint, rings=24), maker.box(900.0, material=paint)
    maker.glb.content["nodes"][large]["scale"] = [0.001] * 3
    maker.turning(small, "one")
    maker.turning(large, "other")
    made = maker.made()
    level = inspect_level(made, replace(INSPECT, error=0.002))
    before, after = (resting(EditableGlb(plain_glb(g).glb)) for g in (made, level.glb))
    assert max(farthest(before, after), farthest(after, before)) <= INSPECT.error * before.size
