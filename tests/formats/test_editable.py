"""A GLB taken apart, changed and put together stays what it was, but for the change."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen.formats.editable import EditableGlb, Picture
from hallgen.formats.gltfpack import Form, PackOptions, pack
from hallgen.formats.posed import posed
from tests.support.glb import read_glb
from tests.support.made_models import Maker, picture
from tests.support.validators import assert_valid_glb


def two_with_equal_pictures() -> Maker:
    maker = Maker()
    for number in range(2):
        maker.box(at=(2 * number, 0, 0), material=maker.material(picture=picture(16)))
    return maker


def test_equal_pictures_are_there_once(tmp_path: Path) -> None:
    path = tmp_path / "two.glb"
    path.write_bytes(two_with_equal_pictures().made())
    content = EditableGlb(path.read_bytes()).content
    assert len(content["images"]) == 1
    assert len(content["textures"]) == 2
    assert_valid_glb(path)


def test_what_nothing_uses_is_gone() -> None:
    maker = two_with_equal_pictures()
    maker.material(picture=picture(200))
    content = EditableGlb(maker.made()).content
    assert len(content["materials"]) == len(content["textures"]) == 2
    assert len(maker.made()) < 10_000


@pytest.mark.parametrize("form", list(Form))
def test_a_picture_becomes_webp_in_every_form(tmp_path: Path, form: Form) -> None:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(file, "WEBP", lossless=True)
    packed = pack(two_with_equal_pictures().made(), PackOptions(form))
    glb = EditableGlb(packed)
    for image in range(len(glb.items("images"))):
        glb.set_picture(image, Picture(file.getvalue(), "image/webp"))
    path = tmp_path / "webp.glb"
    path.write_bytes(glb.together())
    assert "EXT_texture_webp" in EditableGlb(path.read_bytes()).content["extensionsRequired"]
    assert len(EditableGlb(path.read_bytes()).items("images")) == 1
    assert_valid_glb(path)
    before, after = read_glb(packed), read_glb(path.read_bytes())
    for number in range(len(before.document["accessors"])):
        assert np.array_equal(before.array(number), after.array(number))


def test_triangles_are_where_their_nodes_put_them() -> None:
    maker = Maker()
    maker.box(at=(3, 2, 1))
    maker.glb.content["nodes"][0]["scale"] = [-1, 1, 1]
    (piece,) = posed(EditableGlb(maker.made()))
    assert np.allclose(piece.positions.mean(axis=0), (3, 2, 1))
    corners = piece.positions[piece.triangles]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    outward = corners.mean(axis=1) - (3, 2, 1)
    assert (np.einsum("ij,ij->i", across, outward) > 0).all()


def test_what_moves_is_told_from_what_does_not() -> None:
    maker = Maker()
    still, turning, swelling, bent = (maker.box(at=(2 * n, 0, 0)) for n in range(4))
    maker.turning(turning)
    maker.morphing(swelling)
    maker.skinned(bent)
    pieces = {piece.node: piece.moves for piece in posed(EditableGlb(maker.made()))}
    assert pieces == {still: False, turning: True, swelling: True, bent: True}
