"""A product cut out of its photo."""

from __future__ import annotations

from PIL import Image

from hallgen.media.pictures.grounds import plain_ground, without_ground
from hallgen.media.pictures.shadows import with_shadow


def cut_out(photo: Image.Image) -> Image.Image:
    """A photo without its ground, RGBA, where that is transparent or plain; else as it is."""
    if photo.mode == "RGBA":
        box = photo.getchannel("A").point([255 * (v > 8) for v in range(256)]).getbbox()
        return photo if box is None else photo.crop(box)
    ground = plain_ground(photo)
    if ground is None:
        return photo
    cut = with_shadow(without_ground(photo, ground), photo, ground)
    box = cut.getchannel("A").point([255 * (v > 24) for v in range(256)]).getbbox()
    return photo if box is None else cut.crop(box)
