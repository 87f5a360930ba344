"""What light leaves a surface towards the eye, as the viewer has it."""

from __future__ import annotations

import numpy as np

from hallgen.light.pictures.target import Points
from hallgen.scene import Floats

#: Rec. 709 luminance.
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)

#: From where light is bent, and to what (viewer/src/tile/shaders.ts).
_SPARE, _MOST = np.float32(0.6), np.float32(0.95)

#: Surfaces smoother than this mirror what is really there; others what is around.
MIRROR = np.float32(0.36)


def diffuse(points: Points) -> Floats:
    """Light (n, 3) that is scattered and emitted; of an unlit surface its colour."""
    scattered = points.color * (1 - points.metallic)[:, None]
    lit = scattered * spared(points.irradiance) + points.emissive
    return np.where(points.unlit[:, None], points.color, lit)


def spared(light: Floats) -> Floats:
    """Light (n, 3) bent where it is more than 0.6, to at most 0.95: under a lamp, what is printed
    on white stays to be read.
    """
    whole = light @ _LUMINANCE
    over = np.maximum(whole - _SPARE, 0) / (_MOST - _SPARE)
    bent = np.minimum(whole, _SPARE) + (_MOST - _SPARE) * (1 - np.exp(-over))
    shown: Floats = light * (bent / np.maximum(whole, 1e-6))[:, None].astype(np.float32)
    return shown


def gloss(points: Points, directions: Floats) -> Floats:
    """The share (n, 3) of light from the mirrored direction that is reflected.

    The environment's part of the split sum as fitted by Karis, "Physically Based Shading on
    Mobile" (2014).
    """
    cosine = np.clip(-np.einsum("ij,ij->i", points.normal, directions), 0, 1)
    rough = points.roughness
    x, y = 1 - rough, 0.0425 - 0.0275 * rough
    z, w = 1.04 - 0.572 * rough, 0.022 * rough - 0.04
    a = np.minimum(x * x, np.exp2(-9.28 * cosine)) * x + y
    scale, bias = z - 1.04 * a, w + 1.04 * a
    metallic = points.metallic[:, None]
    head_on = np.float32(0.04) * (1 - metallic) + points.color * metallic
    share = head_on * scale[:, None] + bias[:, None]
    share[points.unlit] = 0
    reflected: Floats = np.maximum(share, 0).astype(np.float32)
    return reflected


def openness(points: Points) -> Floats:
    """How much (n,) of what is around a place is seen from it, as the viewer guesses it.

    Where the bake found it dark, the surroundings are near and dark.
    """
    seen: Floats = np.clip(points.irradiance @ _LUMINANCE / np.float32(0.42), 0.08, 1.2)
    return seen


def mirrored(points: Points, directions: Floats) -> Floats:
    """The directions (n, 3) that rays are mirrored to."""
    along = np.einsum("ij,ij->i", points.normal, directions)[:, None]
    turned: Floats = directions - 2 * along * points.normal
    return turned
