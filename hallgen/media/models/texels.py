"""Where a texture's texels lie on a model, and what colours they are."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.editable import EditableGlb
from hallgen.formats.shown import texture_image
from hallgen.scene import Floats

#: Pictures are looked at as so many fields a side: their mean colours.
_FIELDS = 16


def texcoord(info: dict[str, Any]) -> int:
    """The number of the coordinates that a texture is laid by."""
    transform = info.get("extensions", {}).get("KHR_texture_transform", {})
    return int(transform.get("texCoord", info.get("texCoord", 0)))


def placed_uvs(info: dict[str, Any], uvs: Floats) -> Floats:
    """Coordinates (n, 2) after KHR_texture_transform: scaled, turned, moved."""
    transform = info.get("extensions", {}).get("KHR_texture_transform", {})
    turn = float(transform.get("rotation", 0.0))
    cos, sin = np.cos(turn), np.sin(turn)
    scaled = uvs * np.array(transform.get("scale", (1, 1)), np.float32)
    # As the extension has it: counter-clockwise, v down.
    turned = scaled @ np.array([[cos, -sin], [sin, cos]], np.float32)
    moved: Floats = (turned + np.array(transform.get("offset", (0, 0)))).astype(np.float32)
    return moved


def mean_colors(glb: EditableGlb, info: dict[str, Any], uvs: Floats) -> Floats:
    """Linear mean colours (n, 3) of a texture around coordinates (n, 2)."""
    fields = _fields(glb, info)
    at = np.clip((np.nan_to_num(uvs) % 1 * _FIELDS).astype(int), 0, _FIELDS - 1)
    return np.asarray(fields[at[:, 1], at[:, 0]], np.float32)


def mean_color(glb: EditableGlb, info: dict[str, Any]) -> Floats:
    """The linear mean colour (3,) of a texture."""
    return np.asarray(_fields(glb, info).mean(axis=(0, 1)), np.float32)


def _fields(glb: EditableGlb, info: dict[str, Any]) -> Floats:
    """A texture as (_FIELDS, _FIELDS, 3) linear colours; white where it shows no picture."""
    image = texture_image(glb.content["textures"][info["index"]])
    if image is None:
        return np.ones((_FIELDS, _FIELDS, 3), np.float32)
    with Image.open(io.BytesIO(glb.picture(image).data)) as opened:
        opened.draft("RGB", (4 * _FIELDS, 4 * _FIELDS))
        small = opened.convert("RGBA").convert("RGB")
    small = small.resize((_FIELDS, _FIELDS), Image.Resampling.BOX)
    return linear(np.asarray(small, np.float32) / 255)


def linear(color: NDArray[Any]) -> Floats:
    """Linear light, of sRGB from 0 to 1."""
    light = np.where(color <= 0.04045, color / 12.92, ((color + 0.055) / 1.055) ** 2.4)
    return np.asarray(light, np.float32)


def srgb(light: NDArray[Any]) -> Floats:
    """Colours as sRGB from 0 to 1, of linear light."""
    light = np.clip(light, 0, 1)
    color = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(color, np.float32)
