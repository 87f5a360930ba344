"""What is kept between builds: whole or not at all, and made anew where it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.build import lighting
from hallgen.build.lighting import Lighting
from hallgen.diagnostics import Diagnostics
from hallgen.kit import BuiltBooth
from hallgen.light import LightQuality
from hallgen.model import Frame, Hall
from hallgen.scene import Node, Scene
from hallgen.store import Store
from tests.support.fairs import small_fair
from tests.support.scenes import box


@pytest.fixture
def hall() -> Hall:
    return small_fair().halls[0]


def booth() -> BuiltBooth:
    return BuiltBooth("A1", Frame(origin=(0, 0), heading=0), Scene("A1", (Node(box(2, 1, 1)),)), ())


def test_a_booth_is_baked_once_and_again_when_its_file_is_damaged(
    tmp_path: Path, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    baked = []
    true_bake = lighting.bake_light
    monkeypatch.setattr(lighting, "bake_light", lambda *given: baked.append(1) or true_bake(*given))
    light = Lighting(LightQuality.DRAFT, Store(tmp_path), Diagnostics())
    first, second = light.booth(booth(), hall), light.booth(booth(), hall)
    assert len(baked) == 1
    assert first.sheet is not None
    assert second.sheet is not None
    assert (first.sheet == second.sheet).all()
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-40])
    third = light.booth(booth(), hall)
    assert len(baked) == 2
    assert third.sheet is not None
    assert (third.sheet == first.sheet).all()


def test_a_folder_that_cannot_be_written_is_told_and_stops_nothing(
    tmp_path: Path, hall: Hall
) -> None:
    (tmp_path / "file").write_text("in the way")
    diagnostics = Diagnostics()
    light = Lighting(LightQuality.DRAFT, Store(tmp_path / "file"), diagnostics)
    assert light.booth(booth(), hall).sheet is not None
    assert [found.code for found in diagnostics] == ["H501"]
