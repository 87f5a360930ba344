"""Photographs of stand-ins are kept between builds, and are the same where they were."""

from __future__ import annotations

from dataclasses import astuple, replace
from pathlib import Path

import numpy as np
import pytest

from hallgen.light.keys import photograph_key
from hallgen.media import studio as module
from hallgen.media.studio import Studio, packed, unpacked
from hallgen.scene import Material, Mesh
from tests.support.scenes import box

BODY = (box(material=Material("steel", metallic=1.0)),)
PIXELS = 24


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many photographs were taken; none is in memory."""
    module._taken.cache_clear()
    count: list[int] = []
    real = module.photograph

    def counted(*given: object) -> object:
        count.append(1)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "photograph", counted)
    return count


def test_it_is_taken_once_for_all_builds_and_is_the_same(taken: list[int], tmp_path: Path) -> None:
    first = Studio(tmp_path).photograph(BODY, (), PIXELS, 0.0)
    module._taken.cache_clear()
    kept = Studio(tmp_path).photograph(BODY, (), PIXELS, 0.0)
    alone = Studio().photograph(BODY, (), PIXELS, 0.0)
    assert len(taken) == 2
    for one, other, third in zip(*map(astuple, (first, kept, alone)), strict=True):
        assert one.shape == other.shape
        np.testing.assert_array_equal(one, other)
        np.testing.assert_array_equal(one, third)


def test_a_damaged_one_is_taken_again(taken: list[int], tmp_path: Path) -> None:
    Studio(tmp_path).photograph(BODY, (), PIXELS, 0.0)
    file = next(path for path in tmp_path.rglob("*") if path.is_file())
    for damage in (b"", b"x" * 40, file.read_bytes()[:-30]):
        module._taken.cache_clear()
        file.write_bytes(damage)
        Studio(tmp_path).photograph(BODY, (), PIXELS, 0.0)
    assert len(taken) == 4


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    assert Studio(file).photograph(BODY, (), PIXELS, 0.0).coverage.max() > 0.5


def test_its_name_tells_what_is_seen() -> None:
    def name(mesh: Mesh, turn: float = 0.0) -> str:
        return photograph_key([mesh], [], PIXELS, turn)

    mesh = BODY[0]
    other = replace(mesh, material=Material("steel", metallic=0.0))
    assert name(mesh) == name(replace(mesh, positions=mesh.positions.copy()))
    names = {
        name(mesh),
        name(other),
        name(mesh, 64.0),
        name(replace(mesh, positions=mesh.positions * 2)),
    }
    assert len(names | {photograph_key([], [mesh], PIXELS, 0.0)}) == 5


def test_bytes_come_back() -> None:
    made = module.photograph(BODY, (), PIXELS, 0.0)
    back = unpacked(packed(made))
    assert back is not None
    for one, other in zip(astuple(made), astuple(back), strict=True):
        np.testing.assert_array_equal(one, other)
