"""The 48 booths of the contact sheet look as they did when somebody last looked at them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.kit.contact_picture import GOLDEN, contact_picture

#: Pixels are compared in squares of this side: noise of the light and of WebP evens out.
_SQUARE = 6
#: Levels of 255 that a square may differ by on average, and any but one in a thousand at most.
#: The golden picture's own compression makes 1.1 and 7.
_MEAN, _MOST = 1.5, 24


@pytest.mark.slow
def test_the_contact_sheet_looks_as_it_did() -> None:
    golden = np.asarray(Image.open(GOLDEN).convert("RGB"), float)
    found = contact_picture().astype(float)
    assert found.shape == golden.shape
    height, width, _ = found.shape
    apart = (found - golden).reshape(height // _SQUARE, _SQUARE, width // _SQUARE, _SQUARE, 3)
    squares = np.abs(apart.mean(axis=(1, 3))).max(axis=2)
    assert squares.mean() < _MEAN, "run python -m tests.kit.contact_picture and look at the picture"
    assert np.quantile(squares, 0.999) < _MOST
