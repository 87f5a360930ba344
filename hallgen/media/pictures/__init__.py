"""Pictures of pixels made web-ready: any kind of file in, upright 8-bit sRGB out.

decode(data, longest) -> OpenedPicture         decoded once, no larger than it has to be
cut_out(image) -> Image                        a product without its plain ground
picture_set(image) -> Made[PictureSet]         every size that pages show, largest first made
encode(image) -> Made[Picture]                 one WebP file named by its content
"""

from hallgen.media.pictures.cutting import cut_out
from hallgen.media.pictures.encoding import encode, encode_drawn
from hallgen.media.pictures.grounds import plain_ground, without_ground
from hallgen.media.pictures.pixels import OpenedPicture, decode
from hallgen.media.pictures.shadows import with_shadow
from hallgen.media.pictures.sizes import PAGE_SIDES, picture_set, resized
from hallgen.media.pictures.types import Picture, PictureSet, PictureUse, WebLogo, WebPicture

__all__ = [
    "PAGE_SIDES",
    "OpenedPicture",
    "Picture",
    "PictureSet",
    "PictureUse",
    "WebLogo",
    "WebPicture",
    "cut_out",
    "decode",
    "encode",
    "encode_drawn",
    "picture_set",
    "plain_ground",
    "resized",
    "with_shadow",
    "without_ground",
]
