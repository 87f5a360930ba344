"""Tone mapping, against the properties that its specification promises."""

from __future__ import annotations

import numpy as np
import pytest

from hallgen.light.pictures.tone import EXPOSURE, from_srgb, to_srgb, tone_map


def mapped(*color: float) -> list[float]:
    return [float(value) for value in tone_map(np.array([color], np.float32))[0]]


def test_black_stays_black() -> None:
    assert mapped(0, 0, 0) == [0, 0, 0]


def test_what_is_not_bright_only_loses_the_gloss_of_a_dielectric() -> None:
    color = np.array([0.2, 0.3, 0.5]) / EXPOSURE
    assert mapped(*color) == pytest.approx([0.16, 0.26, 0.46], abs=1e-6)


def test_deep_colours_keep_their_hue() -> None:
    """Where the least is x < 0.08, x - 6.25 x2 is taken off, and x is 6.25 x2 less that."""
    color = np.array([0.04, 0.2, 0.4]) / EXPOSURE
    offset = 0.04 - 6.25 * 0.04**2
    assert mapped(*color) == pytest.approx([0.04 - offset, 0.2 - offset, 0.4 - offset], abs=1e-6)


def test_brighter_is_never_darker_and_never_beyond_white() -> None:
    ramp = np.geomspace(1e-3, 1e3, 400, dtype=np.float32)[:, None] * np.ones(3, np.float32)
    levels = tone_map(ramp)[:, 0]
    assert (np.diff(levels) >= 0).all()
    assert levels[-1] <= 1
    assert levels[-1] > 0.99


def test_a_dazzling_colour_bleaches() -> None:
    dull, bright = mapped(0.5, 0.0, 0.0), mapped(50.0, 0.0, 0.0)
    assert dull[1] == 0
    assert bright[1] > 0.5


def test_srgb_there_and_back() -> None:
    codes = np.arange(256, dtype=np.uint8)
    assert (to_srgb(from_srgb(codes.astype(np.float32) / np.float32(255))) == codes).all()
