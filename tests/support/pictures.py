"""How alike two pictures are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.float64]

#: Rec. 709's weights of red, green and blue.
_LUMA = np.array([0.2126, 0.7152, 0.0722])
#: The window's standard deviation and reach in pixels, and the constants, as in the paper.
_SIGMA, _REACH = 1.5, 5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def similarity(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> Grey:
    """The structural similarity of two sRGB pictures (h, w, 3) at each pixel, (h - 10, w - 10).

    Of luma, in Gaussian windows of 11 x 11 pixels: Wang, Bovik, Sheikh and Simoncelli, "Image
    quality assessment: from error visibility to structural similarity", IEEE Transactions on
    Image Processing 13 (2004), equation 13. Their figure for two pictures, SSIM, is its mean.
    """
    x, y = one @ _LUMA, other @ _LUMA
    mean_x, mean_y = _windowed(x), _windowed(y)
    variance_x = _windowed(x * x) - mean_x**2
    variance_y = _windowed(y * y) - mean_y**2
    covariance = _windowed(x * y) - mean_x * mean_y
    alike = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
    found: Grey = alike / ((mean_x**2 + mean_y**2 + _C1) * (variance_x + variance_y + _C2))
    return found


def _windowed(image: Grey) -> Grey:
    """Means of an image's Gaussian windows, of those that lie within it."""
    weights = np.exp(-0.5 * (np.arange(-_REACH, _REACH + 1) / _SIGMA) ** 2)
    weights /= weights.sum()
    for axis in (0, 1):
        windows = np.lib.stride_tricks.sliding_window_view(image, len(weights), axis=axis)
        image = windows @ weights
    return image
