"""Pictures of pixels made web-ready: any kind of file in, upright 8-bit sRGB out.

decode(data, longest) -> Image                 decoded once, no larger than it has to be
picture_set(image) -> PictureSet               every size that pages show, largest first made
encode(image) -> Picture                       one WebP file named by its content
"""

from hallgen.media.pictures.encoding import encode, encode_drawn
from hallgen.media.pictures.grounds import plain_ground, without_ground
from hallgen.media.pictures.pixels import decode
from hallgen.media.pictures.shadows import with_shadow
from hallgen.media.pictures.sizes import PAGE_SIDES, picture_set, resized
from hallgen.media.pictures.types import Picture, PictureSet

__all__ = [
    "PAGE_SIDES",
    "Picture",
    "PictureSet",
    "decode",
    "encode",
    "encode_drawn",
    "picture_set",
    "plain_ground",
    "resized",
    "with_shadow",
    "without_ground",
]
