"""Textures as rays look them up."""

from __future__ import annotations

import numpy as np
import pytest

from hallgen.light.pictures import texels as module
from hallgen.light.pictures.texels import Coding, Texels
from hallgen.light.pictures.tone import from_srgb
from hallgen.scene import Texture
from tests.light.quads import texture


def at(pool: Texels, u: float, v: float, level: float = 0.0, number: int = 0) -> list[float]:
    uvs = np.array([[u, v]], np.float32)
    found = pool.sample(np.array([number], np.int32), uvs, np.array([level], np.float32))
    return [float(value) for value in found[0]]


RAMP = texture([[(0, 0, 0), (255, 0, 0)], [(0, 255, 0), (0, 0, 255)]])


def test_the_first_texel_is_at_the_upper_left() -> None:
    pool = Texels([RAMP], Coding.COLOR)
    assert at(pool, 0.75, 0.25) == [1, 0, 0, 1]
    assert at(pool, 0.25, 0.75) == [0, 1, 0, 1]


def test_between_texels_light_is_mixed_not_its_code() -> None:
    assert at(Texels([RAMP], Coding.COLOR), 0.5, 0.25) == pytest.approx([0.5, 0, 0, 1])


def test_colours_repeat_and_data_ends_at_its_edge() -> None:
    colors, data = Texels([RAMP], Coding.COLOR), Texels([RAMP], Coding.DATA)
    assert at(colors, 1.25 + 3, -1 + 0.75) == pytest.approx(at(colors, 0.25, 0.75))
    assert at(colors, 0.0, 0.25)[0] == pytest.approx(0.5)  # half of what is beyond the left edge
    assert at(data, 0.0, 0.25)[0] == 0
    assert at(data, 7.0, 0.25) == [1, 0, 0, 1]


def test_data_is_not_decoded_and_never_halved() -> None:
    grey = texture([[128] * 4] * 4)
    assert at(Texels([grey], Coding.DATA), 0.5, 0.5, level=2)[0] == pytest.approx(128 / 255)
    decoded = float(from_srgb(np.array([128 / 255], np.float32))[0])
    assert at(Texels([grey], Coding.COLOR), 0.5, 0.5, level=2)[0] == pytest.approx(decoded)


def test_the_smallest_level_is_the_mean() -> None:
    stripes = texture([[0, 255] * 8] * 5)
    assert at(Texels([stripes], Coding.COLOR), 0.3, 0.3, level=9)[0] == pytest.approx(0.5, abs=0.06)


def test_each_texture_is_found_by_its_number() -> None:
    many = [texture([[(10 * k, 0, 0)] * (k + 1)] * 3) for k in range(4)]
    pool = Texels(many, Coding.DATA)
    found = [at(pool, 0.5, 0.5, number=k)[0] * 255 for k in range(4)]
    assert found == pytest.approx([0, 10, 20, 30])
    assert pool.sides() == pytest.approx(np.sqrt([3, 6, 9, 12]))


def test_many_large_textures_are_kept_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 1_100_000)
    one = Texture("t", RAMP.data, RAMP.mime, 1024, 1024)
    assert module._longest([one]) == 1024
    assert module._longest([one] * 4) == 512
    assert module._longest([one] * 5) == 256
    assert module._longest([]) == 1024
