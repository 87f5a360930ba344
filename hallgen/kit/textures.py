"""Small tiles of surface detail, generated once: what keeps a plain colour from looking painted.

Each is made from noise with a fixed seed, shaped in the frequency domain so that it repeats
without a seam, and multiplies the colour of what it covers.
"""

from __future__ import annotations

import io
import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.scene import Texture

_Field = NDArray[np.float64]


def _noise(size: int, falloff: float, seed: int) -> _Field:
    """A seamless field of mean 0 and deviation 1; a larger `falloff` is broader (1/f^falloff)."""
    rng = np.random.default_rng(seed)
    f = np.hypot(*np.meshgrid(np.fft.fftfreq(size), np.fft.fftfreq(size)))
    f[0, 0] = np.inf
    spectrum = np.fft.fft2(rng.standard_normal((size, size))) / f**falloff
    field = np.fft.ifft2(spectrum).real
    return np.asarray((field - field.mean()) / field.std())


def _texture(name: str, linear: _Field | NDArray[np.float64]) -> Texture:
    """Encode a field of linear factors (height, width) or (height, width, 3) as an sRGB JPEG."""
    low = np.clip(linear, 0.0, 1.0)
    srgb = np.where(low <= 0.0031308, low * 12.92, 1.055 * low ** (1 / 2.4) - 0.055)
    image = Image.fromarray(np.round(srgb * 255).astype(np.uint8)).convert("RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=84)
    return Texture(name, out.getvalue(), "image/jpeg", image.width, image.height)


def carpet() -> Texture:
    """Ribbed felt, two rolls of 2 m side by side on a tile of 4 x 2 m.

    Rolls differ a little, as their pile lies; where they meet there is a joint. Broad wear, and
    fibres along the roll.
    """
    wear = _noise(512, 1.3, 11)[::2]
    points = _noise(512, 0.0, 12)[::2]
    fibre = np.mean([np.roll(points, k, axis=0) for k in range(6)], axis=0) * math.sqrt(6)
    field = 0.85 + 0.042 * wear + 0.030 * fibre
    field[:, 256:] *= 0.92
    for joint in (0, 256):
        field[:, joint] *= 0.66
        field[:, joint + 1] *= 1.08
    return _texture("carpet", field)


def concrete() -> Texture:
    """A power-floated floor, 6 m a tile, with its sawn joints along two edges."""
    field = 0.80 + 0.055 * _noise(512, 1.6, 21) + 0.022 * _noise(512, 0.4, 22)
    field[:1, :] *= 0.55
    field[:, :1] *= 0.55
    return _texture("concrete", field)


def planks() -> Texture:
    """Floor boards of 1.4 x 0.18 m on a tile of 2.8 x 1.44 m, each of its own tone and grain."""
    rng = np.random.default_rng(31)
    height, width, rows = 256, 512, 8
    board = height // rows
    field = np.empty((height, width))
    grain = _noise(512, 1.1, 32)[:height]
    for row in range(rows):
        line = slice(row * board, (row + 1) * board)
        shift = int(rng.integers(0, width))
        tones = np.repeat(rng.uniform(0.70, 0.94, 2), width // 2)
        field[line] = np.roll(tones, shift)[None, :]
        stretched = np.repeat(grain[line, : width // 8], 8, axis=1)
        field[line] += 0.030 * np.roll(stretched, shift, axis=1)
        field[line.start] *= 0.62
        field[line, [shift % width, (shift + width // 2) % width]] *= 0.62
    return _texture("planks", field)


def ribs() -> Texture:
    """Trapezoidal sheet, 1 m a tile with 5 ribs: each a lit flank, a flat and a shaded flank."""
    x = np.linspace(0, 5, 256, endpoint=False) % 1.0
    profile = np.interp(
        x, [0, 0.10, 0.16, 0.55, 0.61, 0.70, 1], [0.74, 0.70, 0.9, 0.9, 1, 0.80, 0.74]
    )
    return _texture("ribs", np.repeat(profile[None, :], 8, axis=0))
