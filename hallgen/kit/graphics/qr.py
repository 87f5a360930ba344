"""A QR code that leads from a booth to its exhibitor's page."""

from __future__ import annotations

import io

import segno
from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, lay
from hallgen.media.colors import WHITE
from hallgen.media.typeset import Style, fit
from hallgen.model import Exhibitor, Fair

#: Empty modules around a code, as ISO/IEC 18004 wants them.
_QUIET = 4

Size = tuple[int, int]


def page_of(exhibitor: Exhibitor, fair: Fair) -> str | None:
    """The web address of an exhibitor's page; None where the site's own is not known."""
    return f"{fair.url}{fair.languages[0]}/exhibitors/{exhibitor.slug}/" if fair.url else None


def plate(brand: Brand, address: str | None, size: Size) -> Image.Image:
    """A code on white with the booth's number below it, or alone where there is no room.

    Raises ValueError without an address: no design asks for a code that leads nowhere.
    """
    if address is None:
        raise ValueError(f"booth {brand.number}: a QR code needs the address of the site")
    image = Image.new("RGB", size, WHITE)
    code = _code(address)
    room = min(size[0], size[1])
    # Whole pixels a module, where there are enough: a code with uneven modules reads badly.
    modules = max(1, room // code.width)
    side = modules * code.width if modules > 1 else room
    image.paste(code.resize((side, side), Image.Resampling.NEAREST), ((size[0] - side) // 2, 0))
    below = size[1] - side
    if below > 12 and brand.number:
        text = fit(brand.number, Style(below * 0.62, 700), "en", (size[0] * 0.8, below * 0.8))
        at = (size[0] / 2, side + below * 0.42)
        lay(image, text, at, brand.palette.ink, Anchor.CENTER)
    return image


def _code(address: str) -> Image.Image:
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="png", border=_QUIET)
    return Image.open(buffer).convert("RGB")
