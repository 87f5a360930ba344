"""QR codes that lead from a booth to its exhibitor's page: in pages, and on sheets to print.

An exhibitor's address is permanent, so what was printed survives a new name and a moved booth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import segno
from markupsafe import Markup

from hallgen.kit.graphics import page_of
from hallgen.model import Exhibitor
from hallgen.site.inputs import SiteInputs
from hallgen.site.page import Page
from hallgen.site.site import Site
from hallgen.site.typefaces import inlined_fonts

#: Empty modules around a code, as ISO/IEC 18004 wants them.
_QUIET = 4


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A code on a sheet: of an exhibitor at a booth. `names` are those of a bilingual sign."""

    number: str
    hall: str
    names: tuple[str, ...]
    address: str
    drawing: Markup


def code(address: str) -> Markup:
    """A code as an SVG element as large as its frame."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        border=_QUIET, omitsize=True, dark="#000", light="#fff"
    )
    return Markup(drawn)  # noqa: S704 - all of it is numbers


def exhibitor_code(page: Page, shown: Exhibitor) -> Markup | None:
    """The code of an exhibitor's page; None where the site's address is not known."""
    address = page.site.absolute(page.exhibitor_address(shown))
    return None if address is None else code(address)


def qr_sheets(inputs: SiteInputs) -> bytes:
    """A page that stands alone: every exhibitor's code at each of its booths, to print on A4.

    Raises ValueError where the site's address is not known: the codes would lead nowhere.
    """
    site = Site(inputs, style="", icon="")
    page = Page(site, site.languages[0], "", site.index.fair.name.best(*site.languages), "")
    fonts = Markup(inlined_fonts(site.languages, inputs.fonts))  # noqa: S704 - rules of our own
    return page.write("qr_sheets.html.j2", codes=list(_codes(page)), fonts=fonts)


def _codes(page: Page) -> Iterator[PrintedCode]:
    """In the order of halls and booths, which is that of whoever hands them out."""
    site, fair = page.site, page.fair
    for hall in site.halls:
        for booth in sorted(hall.booths, key=lambda one: one.number):
            for exhibitor in site.index.exhibitors_of(booth):
                address = page_of(exhibitor, fair)
                if address is None:
                    raise ValueError("QR codes need the address of the site")
                yield PrintedCode(
                    number=booth.number,
                    hall=page.hall_name(hall.id),
                    names=tuple(name for name in exhibitor.name.pair(fair.languages) if name),
                    address=address,
                    drawing=code(address),
                )
