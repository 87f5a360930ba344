"""A model in few draws looks as it did, and moves as it did."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, PackOptions, pack
from hallgen.formats.posed import posed
from hallgen.formats.reading.accessors import floats
from hallgen.formats.shown import texture_image
from hallgen.media.models.atlas import Region, arranged
from hallgen.media.models.far import vertex_colors
from hallgen.media.models.fold import folded
from hallgen.media.models.rest import draws_of, resting
from hallgen.media.models.texels import linear
from tests.support.made_models import Maker, picture
from tests.support.validators import assert_valid_glb

COLORS = ((0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.1, 0.1, 0.8), (0.5, 0.5, 0.5), (0.02, 0.02, 0.02))


def fold(maker: Maker, draws: int = 3, pixels: int = 256) -> EditableGlb:
    return folded(EditableGlb(pack(maker.made(), PackOptions(Form.PLAIN))), draws, pixels)


def colors_at(glb: EditableGlb) -> dict[int, np.ndarray]:
    """The mean linear colour of what stands at each whole x."""
    found: dict[int, list[np.ndarray]] = {}
    for piece in posed(glb):
        shades = vertex_colors(glb, piece)
        for x in np.unique(np.round(piece.positions[:, 0])).astype(int):
            found.setdefault(x, []).append(shades[np.abs(piece.positions[:, 0] - x) < 0.45])
    return {x: np.concatenate(parts).mean(axis=0) for x, parts in found.items()}


def boxes(*materials: dict[str, Any], size: float = 0.8) -> Maker:
    maker = Maker()
    for number, material in enumerate(materials):
        maker.box(size, at=(number, 0, 0), material=maker.material(**material))
    return maker


def test_what_differs_in_colour_only_is_one_draw_in_its_colours(tmp_path: Path) -> None:
    maker = boxes(*({"color": color} for color in COLORS))
    glb = fold(maker, draws=1)
    assert draws_of(glb) == 1
    for x, color in enumerate(COLORS):
        assert colors_at(glb)[x] == pytest.approx(color, abs=1e-3)
    (tmp_path / "folded.glb").write_bytes(pack(glb.together(), PackOptions(Form.PLAIN)))
    assert_valid_glb(tmp_path / "folded.glb")


def test_finishes_that_are_too_many_join_those_next_to_them() -> None:
    metals, rough = (1.0, 0.9, 0.0, 0.05), (0.2, 0.25, 0.8, 0.9)
    maker = boxes(*({"metallic": m, "roughness": r} for m, r in zip(metals, rough, strict=True)))
    glb = fold(maker, draws=2)
    surfaces = [m["pbrMetallicRoughness"] for m in glb.items("materials")]
    found = sorted((s["metallicFactor"], s["roughnessFactor"]) for s in surfaces[-2:])
    assert draws_of(glb) == 2
    assert found == [pytest.approx((0.025, 0.85)), pytest.approx((0.95, 0.225))]


def test_what_one_looks_through_and_what_is_unlit_stay_apart() -> None:
    maker = boxes(
        {"color": COLORS[0]},
        {"color": COLORS[1]},
        {"alphaMode": "BLEND", "alpha": 0.4},
        {"extensions": {"KHR_materials_unlit": {}}},
    )
    glb = fold(maker, draws=3)
    assert draws_of(glb) == 3
    assert {m.get("alphaMode") for m in glb.items("materials")[-3:]} == {None, "BLEND"}


def test_pictures_share_an_atlas_and_show_what_they_did(tmp_path: Path) -> None:
    tints = ((200, 40, 40), (40, 200, 40), (40, 40, 200), (120, 120, 20))
    maker = boxes(
        *({"picture": picture(64, tint, noise=0)} for tint in tints), {"color": COLORS[3]}
    )
    before = colors_at(EditableGlb(pack(maker.made(), PackOptions(Form.PLAIN))))
    glb = fold(maker)
    assert draws_of(glb) == 1
    (material,) = glb.items("materials")[-1:]
    info = material["pbrMetallicRoughness"]["baseColorTexture"]
    assert sorted(before) == list(range(5))
    for piece in posed(glb):
        primitive = glb.content["meshes"][piece.mesh]["primitives"][0]
        assert _texels(glb, info, primitive, piece.positions, before) < 0.02
    small = EditableGlb(pack(glb.together(), PackOptions(Form.PLAIN)))
    (tmp_path / "atlas.glb").write_bytes(small.together())
    assert_valid_glb(tmp_path / "atlas.glb")


def _texels(
    glb: EditableGlb,
    info: dict[str, Any],
    primitive: dict[str, Any],
    positions: np.ndarray,
    wanted: dict[int, np.ndarray],
) -> float:
    """How far the atlas' colours at vertices are from those that are wanted where they stand."""
    image = texture_image(glb.content["textures"][info["index"]])
    assert image is not None
    with Image.open(io.BytesIO(glb.picture(image).data)) as opened:
        sheet = linear(np.asarray(opened.convert("RGB")) / 255)
    uvs = floats(glb, primitive["attributes"]["TEXCOORD_0"])
    at = np.clip(
        (uvs * (sheet.shape[1], sheet.shape[0])).astype(int), 0, np.array(sheet.shape[1::-1]) - 1
    )
    shades = sheet[at[:, 1], at[:, 0]]
    if "COLOR_0" in primitive["attributes"]:
        shades = shades * floats(glb, primitive["attributes"]["COLOR_0"])[:, :3]
    meant = np.array([wanted[x] for x in np.round(positions[:, 0]).astype(int)])
    return float(np.abs(shades - meant).max())


def test_a_picture_that_repeats_goes_on_repeating_or_becomes_its_mean() -> None:
    for often, tiles in ((2, 1), (50, 1)):
        maker = Maker()
        maker.box(0.8, material=maker.material(picture=picture(32)), uvs=often)
        maker.box(0.8, at=(1, 0, 0), material=maker.material(picture=picture(48)))
        glb = fold(maker)
        assert draws_of(glb) == tiles
        uvs = np.concatenate([floats(glb, p["attributes"]["TEXCOORD_0"]) for p in _drawn(glb)])
        assert uvs.min() >= 0
        assert uvs.max() <= 1


def _drawn(glb: EditableGlb) -> list[dict[str, Any]]:
    return [
        glb.content["meshes"][piece.mesh]["primitives"][piece.primitive] for piece in posed(glb)
    ]


def test_what_an_animation_moves_goes_on_moving_in_one_draw(tmp_path: Path) -> None:
    maker = boxes(*({"color": color} for color in COLORS))
    for node in (1, 3):
        maker.turning(node, f"turn {node}")
    before = resting(EditableGlb(maker.made()))
    glb = fold(maker, draws=1)
    assert draws_of(glb) == 1
    small = EditableGlb(pack(glb.together(), PackOptions(Form.PLAIN)))
    assert [a["name"] for a in small.items("animations")] == ["turn 1", "turn 3"]
    for axis in range(3):
        assert np.allclose(
            np.sort(resting(small).positions[:, axis]),
            np.sort(before.positions[:, axis]),
            atol=1e-5,
        )
    moved = _turned(small, "turn 1", np.array([0, 1, 0, 0.0]))
    assert moved == {1}
    (tmp_path / "moving.glb").write_bytes(small.together())
    assert_valid_glb(tmp_path / "moving.glb")


def _turned(glb: EditableGlb, name: str, rotation: np.ndarray) -> set[int]:
    """Around which x vertices move when the node of an animation is turned."""
    rest = resting(glb).positions
    (animation,) = [a for a in glb.items("animations") if a["name"] == name]
    for channel in animation["channels"]:
        if channel["target"]["path"] == "rotation":
            glb.content["nodes"][channel["target"]["node"]]["rotation"] = rotation.tolist()
    after = resting(glb).positions
    away = np.linalg.norm(after - rest, axis=1) > 0.1
    return set(np.round(rest[away][:, 0]).astype(int).tolist())


def test_skins_and_morph_targets_stay_and_take_the_coat() -> None:
    maker = boxes({"color": COLORS[0]}, {"color": COLORS[1]}, {"color": COLORS[2]})
    maker.skinned(0)
    maker.morphing(1)
    glb = fold(maker)
    primitives = _drawn(glb)
    assert sum("targets" in primitive for primitive in primitives) == 1
    assert sum("JOINTS_0" in primitive["attributes"] for primitive in primitives) == 1
    assert len({primitive["material"] for primitive in primitives}) == 1
    assert len(pack(glb.together(), PackOptions())) > 0


@given(
    st.lists(st.tuples(st.integers(1, 700), st.integers(1, 700)), min_size=1, max_size=40),
    st.sampled_from([128, 256, 512]),
)
@settings(max_examples=60, deadline=None)
def test_tiles_never_overlap_nor_leave_the_atlas(
    sizes: list[tuple[int, int]], longest: int
) -> None:
    tiles, side = arranged([(Region(0, 0, 1, 1), size) for size in sizes], longest)
    assert max(side) <= longest
    taken = np.zeros(side[::-1], int)
    for tile in tiles:
        taken[tile.whole] += 1
        rows, columns = tile.whole
        assert rows.start >= 0
        assert columns.start >= 0
        assert rows.stop <= side[1]
        assert columns.stop <= side[0]
    assert taken.max() == 1
