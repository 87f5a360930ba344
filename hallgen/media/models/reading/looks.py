"""Materials and colours as trimesh reads them, as the scene has them."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Alpha, Material, Texture

#: What has no colour of its own: light grey, as a machined or painted part.
PLAIN: Final = Material("", color=(0.52, 0.53, 0.55, 1.0), roughness=0.55)


def linear(colors: Any) -> NDArray[np.float64]:
    """SRGB colours (..., 3 or 4), bytes or 0 to 1, as linear ones with alpha (..., 4)."""
    given = np.asarray(colors)
    shares = given / 255 if given.dtype.kind in "iu" else given.astype(np.float64)
    shares = np.clip(np.nan_to_num(shares), 0, 1)
    low = shares[..., :3] <= 0.04045
    rgb = np.where(low, shares[..., :3] / 12.92, ((shares[..., :3] + 0.055) / 1.055) ** 2.4)
    alpha = shares[..., 3:4] if shares.shape[-1] > 3 else np.ones((*shares.shape[:-1], 1))
    return np.concatenate([rgb, alpha], axis=-1)


class Looks:
    """Makes each of trimesh's materials into one of ours, once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, Material]] = {}

    def of(self, material: Any) -> Material:
        """Of a SimpleMaterial or a PBRMaterial; PLAIN for none."""
        if material is None:
            return PLAIN
        if id(material) not in self._known:
            made = (
                _physical(material) if hasattr(material, "baseColorFactor") else _simple(material)
            )
            self._known[id(material)] = (material, made)
        return self._known[id(material)][1]


def _simple(material: Any) -> Material:
    """Of an OBJ: its diffuse colour, its picture, and what later writers added."""
    more = material.kwargs
    texture = _texture(material.image)
    red, green, blue = _diffuse(material, texture)
    shine = float(material.glossiness or 0)
    opaque = _first(more.get("d"), 1.0) if "d" in more else 1 - _first(more.get("tr"), 0.0)
    if opaque <= 0:
        opaque = 1.0  # nobody models what cannot be seen: many writers have it the other way round
    return Material(
        str(material.name or ""),
        color=(red, green, blue, min(opaque, 1.0)),
        metallic=min(max(_first(more.get("pm"), 0.0), 0.0), 1.0),
        roughness=min(max(_first(more.get("pr"), _roughness(shine)), 0.0), 1.0),
        emissive=_emissive(more.get("ke")),
        texture=texture,
        alpha=Alpha.BLEND if opaque < 1 else _alpha(material.image),
        double_sided=True,
    )


def _diffuse(material: Any, texture: Texture | None) -> tuple[float, float, float]:
    """A linear colour. One that the file does not say is PLAIN's, or white under a picture.

    Black under a picture is a writer's default and meant as white.
    """
    said = "kd" in material.kwargs
    red, green, blue = (float(part) for part in linear(material.diffuse)[:3])
    if texture is not None:
        return (red, green, blue) if said and max(red, green, blue) > 0.02 else (1.0, 1.0, 1.0)
    return (red, green, blue) if said else PLAIN.color[:3]


def _physical(material: Any) -> Material:
    """Of a DAE."""
    factor = (255, 255, 255, 255) if material.baseColorFactor is None else material.baseColorFactor
    texture = _texture(material.baseColorTexture)
    red, green, blue, opaque = (float(part) for part in linear(np.asarray(factor)))
    if opaque <= 0:
        opaque = 1.0
    glow = () if material.emissiveFactor is None else material.emissiveFactor
    return Material(
        str(material.name or ""),
        color=(red, green, blue, opaque),
        metallic=float(material.metallicFactor or 0),
        roughness=0.6 if material.roughnessFactor is None else float(material.roughnessFactor),
        emissive=_emissive(glow),
        texture=texture,
        alpha=Alpha.BLEND if opaque < 1 else _alpha(material.baseColorTexture),
        double_sided=True,
    )


def _texture(image: Any) -> Texture | None:
    """A picture that Pillow opened, as PNG; None where it is damaged."""
    if image is None or image.format is None:  # trimesh makes up one where there is none
        return None
    target = BytesIO()
    try:
        if image.mode not in ("RGB", "RGBA", "L", "LA"):
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        image.save(target, "PNG", compress_level=1)  # it is packed anew when levels are made
    except (OSError, ValueError, SyntaxError):
        return None
    return Texture("", target.getvalue(), "image/png", image.width, image.height)


def _alpha(image: Any) -> Alpha:
    if image is None or image.mode not in ("RGBA", "LA"):
        return Alpha.OPAQUE
    low, high = image.getchannel("A").getextrema()
    return Alpha.MASK if low < 250 <= high else Alpha.OPAQUE


def _roughness(shine: float) -> float:
    """Of a Phong exponent: Blinn's, and never a mirror."""
    return float(max(np.sqrt(2 / (2 + max(shine, 0.0))), 0.15)) if shine else 0.6


def _first(values: Any, default: float) -> float:
    try:
        return float(values[0] if isinstance(values, list | tuple) else values)
    except (TypeError, ValueError, IndexError):
        return default


def _emissive(values: Any) -> tuple[float, float, float]:
    try:
        red, green, blue = (float(value) for value in values)
    except (TypeError, ValueError):
        return (0.0, 0.0, 0.0)
    found = np.clip(np.nan_to_num([red, green, blue]), 0, 1)
    return (float(found[0]), float(found[1]), float(found[2]))
