"""What only halls are made of: ceiling tiles, and the outlook through their glazing."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from hallgen.kit.finishes import Finish, linear
from hallgen.scene import Material, Texture

#: Metres of outlook on one repeat of its picture, and how high it is.
OUTLOOK_SIZE = (24.0, 8.0)
#: The part of the picture, from its top, that shows nothing but sky.
SKY = 0.42


def _webp(name: str, srgb: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Texture:
    image = Image.fromarray(np.round(np.clip(srgb, 0, 1) * 255).astype(np.uint8))
    out = io.BytesIO()
    image.save(out, "WEBP", quality=88, method=4)
    return Texture(name, out.getvalue(), "image/webp", image.width, image.height)


def _outlook() -> Texture:
    """A bright sky over trees and a paved forecourt, soft as through glass, 24 x 8 m a tile."""
    width, height = 768, 256
    rng = np.random.default_rng(51)
    v = np.linspace(0, 1, height)[:, None]
    top, low = np.array([0.70, 0.83, 0.96]), np.array([0.95, 0.97, 0.98])
    picture = np.tile(top + (low - top) * np.clip(v / 0.6, 0, 1)[..., None], (1, width, 1))
    x = np.linspace(0, 2 * np.pi, width, endpoint=False)
    for depth, (base, tone) in enumerate(
        ((0.58, (0.70, 0.79, 0.80)), (0.64, (0.52, 0.64, 0.55)), (0.70, (0.36, 0.50, 0.36)))
    ):
        # Crowns of trees: bumps of a few frequencies that repeat without a seam.
        crown = sum(
            a * np.abs(np.sin(x * f / 2 + p))
            for f, a, p in zip(
                (4 + depth, 11, 23), (0.07, 0.03, 0.012), rng.uniform(0, 6, 3), strict=True
            )
        )
        edge = base - crown
        cover = np.clip((v - edge[None, :]) * height / 3, 0, 1)[..., None]
        picture = picture * (1 - cover) + np.array(tone) * cover
    ground = np.clip((v - 0.76) * height / 3, 0, 1)[..., None]
    paving = np.array([0.74, 0.73, 0.71]) + 0.1 * (v - 0.76)[..., None]
    picture = picture * (1 - ground) + np.tile(paving, (1, width, 1)) * ground
    return _webp("outlook", picture)


def _ceiling() -> Texture:
    """Mineral tiles of 0.6 m between their rails, four a tile."""
    size = 128
    rng = np.random.default_rng(61)
    field = 0.95 + 0.02 * rng.standard_normal((size, size))
    for at in (0, 1, size // 2, size // 2 + 1):
        field[at], field[:, at] = 0.80, 0.80
    return _webp("ceiling tiles", np.repeat(field[..., None], 3, axis=2))


CEILING = Finish(
    Material("ceiling tiles", roughness=0.95, texture=_ceiling()), linear("#eff0ef"), (1.2, 1.2)
)
OUTLOOK = Finish(
    Material(
        "outlook",
        color=(0.0, 0.0, 0.0, 1.0),
        roughness=0.9,
        emissive=(1.9, 1.9, 1.9),
        emissive_texture=_outlook(),
    ),
    (1.0, 1.0, 1.0),
)
