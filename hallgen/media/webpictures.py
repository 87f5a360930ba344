"""A picture of an exhibitor made web-ready: all that pages and booths show of it, by one decode.

To be called in a worker.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

from hallgen.media.colors import brand_colors, to_hex
from hallgen.media.keys import code_key
from hallgen.media.logos import free_logo, on_page
from hallgen.media.made import Account, Made, MadeFile, piece
from hallgen.media.opening import open_picture
from hallgen.media.pictures import (
    PAGE_SIDES,
    PictureUse,
    WebLogo,
    WebPicture,
    cut_out,
    encode_drawn,
    picture_set,
    resized,
)

#: Booths are composed of photos and logos of this size at most: the largest sign is about as
#: many pixels wide.
BOOTH_PIXELS = 768
#: A page shows a logo 120 pixels wide, on screens that have up to four for one.
_PAGE_LOGO = 512

#: The code that makes pictures, and the libraries and fonts whose versions count.
_PACKAGES = (
    *(f"media/{name}" for name in ("drawings", "logos", "pictures")),
    *(f"media/{name}.py" for name in ("colors", "fonts", "made", "opening", "webpictures")),
)
_LIBRARIES = (
    *("justmytype-intl-cjk", "justmytype-intl-rtl", "justmytype-intl-sea"),
    *("justmytype-intl-south-asia", "justmytype-western-core"),
    *("lxml", "numpy", "pillow", "pillow-heif", "pypdfium2", "resvg-py", "thumbhash"),
)


#: The longer side that each use needs, in pixels.
_NEEDED = {
    PictureUse.PAGE: PAGE_SIDES[-1],
    PictureUse.BOOTH: BOOTH_PIXELS,
    PictureUse.LOGO: BOOTH_PIXELS,
}


def picture_settings(uses: tuple[PictureUse, ...]) -> str:
    """All that a picture depends on but the content of its file."""
    return f"picture {code_key(_PACKAGES, _LIBRARIES)} {' '.join(uses)}"


def make_picture(uses: tuple[PictureUse, ...], file: Path) -> Made[WebPicture]:
    """A picture for some uses. Raises MediaRefusedError, and OSError where it cannot be read."""
    opened = open_picture(file.read_bytes(), max(_NEEDED[use] for use in uses))
    made = [_MAKERS[use](opened.image) for use in uses]
    facts = {name: value for one in made for name, value in one.facts if value is not None}
    return Made(
        WebPicture(**facts),
        tuple(file for one in made for file in one.files),
        tuple(file for one in made for file in one.pieces),
        Account(notes=(*opened.notes, *(note for one in made for note in one.account.notes))),
    )


def _for_pages(image: Image.Image) -> Made[WebPicture]:
    made = picture_set(image)
    return Made(WebPicture(page=made.facts), made.files)


def _for_booths(image: Image.Image) -> Made[WebPicture]:
    small = resized(image, BOOTH_PIXELS)
    cut = cut_out(small)
    kept = _kept_exactly(cut)
    notes = () if cut.mode == small.mode else ("cut out of its plain ground",)
    return Made(WebPicture(booth=kept.name), (), (kept,), Account(notes=notes))


def _for_signs(image: Image.Image) -> Made[WebPicture]:
    small = resized(image, BOOTH_PIXELS)
    free = free_logo(small)
    if free is None:
        return Made(WebPicture(), ())
    page, sign = encode_drawn(on_page(free, _PAGE_LOGO)), _kept_exactly(free)
    colors = brand_colors(free)
    notes = [f"a logo of {free.width} x {free.height} pixels"]
    if free.mode != small.mode:
        notes.append("cut free of its ground")
    if colors:
        notes.append(f"in {' and '.join(map(to_hex, colors))}")
    logo = WebLogo(
        page=page.facts, sign=sign.name, width=free.width, height=free.height, colors=colors
    )
    return Made(WebPicture(logo=logo), page.files, (sign,), Account(notes=tuple(notes)))


_MAKERS: Mapping[PictureUse, Callable[[Image.Image], Made[WebPicture]]] = {
    PictureUse.PAGE: _for_pages,
    PictureUse.BOOTH: _for_booths,
    PictureUse.LOGO: _for_signs,
}


def _kept_exactly(image: Image.Image) -> MadeFile:
    """A picture for further work: PNG, which keeps each pixel, and whether there is alpha."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return piece(buffer.getvalue(), ".png")
