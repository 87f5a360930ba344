"""Colours of any space as sRGB, by the file's own profile where it has a usable one."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

#: The signature in a profile (ICC.1:2022, 7.2.6) for each of Pillow's modes.
_SPACES = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB or RGBA in sRGB from L, LA, RGB, RGBA, CMYK or LAB, all of 8 bits.

    Without a profile, or with one that is broken or for another space, numbers are taken as
    sRGB, as browsers do, and inks as they are mixed on screens.
    """
    colors = image.convert(_opaque(image)) if _has_alpha(image) else image
    transform = _transform(profile, colors.mode) if profile else None
    converted = colors.convert("RGB") if transform is None else transform.apply(colors)
    if _has_alpha(image):
        converted.putalpha(image.getchannel("A"))
    return converted


def by_its_profile(image: Image.Image, profile: bytes) -> bool:
    """Whether a profile says more of a picture's colours than that they are sRGB."""
    return _transform(profile, _opaque(image)) is not None


@lru_cache(maxsize=8)  # an exhibitor's pictures come out of one camera
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way from a profile to sRGB, None where there is none or nothing to do."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != _SPACES[mode]:
            return None
        if (source.profile.profile_description or "").startswith("sRGB"):
            return None
        return ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):  # texts that are none
        return None


def _opaque(image: Image.Image) -> str:
    """A picture's mode without alpha."""
    return {"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode)


def _has_alpha(image: Image.Image) -> bool:
    return image.mode in {"LA", "RGBA"}
