"""Pictures and fonts, made web-ready and named by their content."""

from hallgen.media.coverage import report_undrawable
from hallgen.media.library import MediaLibrary
from hallgen.media.pictures import Picture, PictureSet
from hallgen.media.webfonts import WebFont, font_stack, subset_fonts

__all__ = [
    "MediaLibrary",
    "Picture",
    "PictureSet",
    "WebFont",
    "font_stack",
    "report_undrawable",
    "subset_fonts",
]
