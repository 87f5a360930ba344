"""Light under lamps is bent, so that what is printed on white stays to be read."""

from __future__ import annotations

import numpy as np

from hallgen.light.pictures.shade import spared


def test_light_is_bent_where_it_is_much_and_nowhere_else() -> None:
    grey = np.linspace(0, 6, 200, dtype=np.float32)
    light = np.repeat(grey[:, None], 3, axis=1)
    shown = spared(light)
    usual = grey <= 0.6
    np.testing.assert_allclose(shown[usual], light[usual], rtol=1e-6)
    assert (np.diff(shown[:, 0]) > -1e-6).all()
    assert 0.9 < shown.max() <= 0.95 + 1e-6


def test_its_colour_stays() -> None:
    shown = spared(np.array([[3.0, 1.5, 0.75]], np.float32))
    np.testing.assert_allclose(shown[0] / shown[0, 2], [4, 2, 1], rtol=1e-5)
    assert shown[0, 0] < 2
