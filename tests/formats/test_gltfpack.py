"""gltfpack inside Python: what it makes is valid, the same each time, and never half made."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, Keep, PackFailedError, PackOptions, Simplify, pack
from hallgen.formats.posed import posed
from tests.support.made_models import Maker, picture
from tests.support.validators import assert_valid_glbs


def ball(rings: int = 32) -> bytes:
    maker = Maker()
    maker.material(picture=picture(32))
    maker.ball(rings=rings)
    return maker.made()


def triangles(glb: bytes) -> int:
    return sum(len(piece.triangles) for piece in posed(EditableGlb(glb)))


def test_every_form_is_valid_and_smaller_the_more_it_is_packed(tmp_path: Path) -> None:
    sizes = {}
    for form in Form:
        path = tmp_path / f"{form}.glb"
        path.write_bytes(pack(ball(), PackOptions(form)))
        sizes[form] = path.stat().st_size
    assert_valid_glbs(tmp_path.iterdir())
    assert sizes[Form.COMPRESSED] < sizes[Form.QUANTIZED] < sizes[Form.PLAIN]


def test_it_simplifies_to_the_share_that_is_asked_for() -> None:
    glb = ball()
    for how in Simplify:
        options = PackOptions(Form.PLAIN, ratio=0.25, error=0.1, simplify=how)
        share = triangles(pack(glb, options)) / triangles(glb)
        assert 0.15 < share <= 0.26


def test_the_error_ends_what_it_simplifies() -> None:
    fine = triangles(pack(ball(), PackOptions(Form.PLAIN, ratio=0.01, error=1e-3)))
    coarse = triangles(pack(ball(), PackOptions(Form.PLAIN, ratio=0.01, error=1e-1)))
    assert coarse < fine / 2


def test_the_same_comes_out_each_time() -> None:
    assert pack(ball()) == pack(ball())


def test_equal_materials_become_one_unless_they_are_kept() -> None:
    maker = Maker()
    for number in range(2):
        maker.box(at=(2 * number, 0, 0), material=maker.material(name=f"m{number}"))
    count = [
        len(EditableGlb(pack(maker.made(), PackOptions(Form.PLAIN, keep=keep))).items("materials"))
        for keep in (frozenset(), frozenset({Keep.MATERIALS}))
    ]
    assert count == [1, 2]


@pytest.mark.parametrize("broken", [b"", b"glTF", b"no model at all", ball()[:-700]])
def test_what_it_cannot_read_is_one_line(broken: bytes) -> None:
    with pytest.raises(PackFailedError) as caught:
        pack(broken)
    assert "\n" not in str(caught.value)


@given(st.integers(0, 2**32), st.integers(1, 8))
@settings(max_examples=25, deadline=None)
def test_damage_ends_in_a_result_or_in_its_own_error(seed: int, many: int) -> None:
    glb = bytearray(ball(4))
    for number in range(many):
        glb[(seed * (number + 1) * 7919) % len(glb)] ^= 1 + (seed >> number) % 255
    with suppress(PackFailedError):
        assert pack(bytes(glb))[:4] == b"glTF"
