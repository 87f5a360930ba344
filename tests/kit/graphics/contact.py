"""The contact sheet: prints of exhibitors in every script and layout, on one small picture.

    python -m tests.kit.graphics.contact

writes tests/kit/graphics/contact.webp, to be looked at before it is committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

from hallgen.kit.graphics import posters, screens, signs, walls
from hallgen.kit.graphics.brand import brand_of
from hallgen.kit.graphics.copy import brand_copy, product_copy
from hallgen.kit.graphics.renders import Solid
from hallgen.kit.parts.exhibits import forms_of
from hallgen.model import FairIndex, Product
from tests.support.libraries import library_of

GOLDEN = Path(__file__).with_name("contact.webp")

#: A row holds a fascia over a header and a counter, a tower, two posters, a wall over a screen.
_ROW = (1120, 190)


def first_form(product: Product) -> Solid | None:
    return next((maker() for maker in forms_of(product, 0)), None)


def contact_sheet(index: FairIndex, folder: Path) -> Image.Image:
    """All exhibitors of a fair, two in a row, at half the size they are printed in."""
    media = library_of(folder)
    booths = [booth for booth in index.halls["4.1"].booths if booth.main_exhibitor]
    sheet = Image.new("RGB", (_ROW[0] * 2, _ROW[1] * -(-len(booths) // 2)), (64, 66, 70))
    for turn, booth in enumerate(booths):
        brand = brand_of(index.exhibitors[booth.main_exhibitor or ""], booth, index, media)
        own = brand_copy(brand, media, first_form)
        goods = product_copy(brand, brand.products[0], media, first_form)
        left, top = turn % 2 * _ROW[0], turn // 2 * _ROW[1]
        prints = (
            (signs.fascia(brand, (460, 50)), 0, 0),
            (signs.header(brand, (320, 90)), 0, 54),
            (signs.counter(brand, (136, 128)), 324, 54),
            (signs.label(brand, brand.products[0], (120, 36)), 0, 148),
            (signs.tower(brand, (70, 184)), 464, 0),
            (posters.poster(brand, own, (120, 184), turn), 538, 0),
            (posters.poster(brand, goods, (120, 184), turn + 3), 662, 0),
            (walls.wall(brand, own, (236, 110), turn), 786, 0),
            (screens.screen(brand, goods, (124, 70), turn), 786, 114),
            (walls.wall(brand, goods, (84, 184), turn + 5), 1028, 0),
        )
        for picture, x, y in prints:
            sheet.paste(picture, (left + x, top + y))
    return sheet.reduce(2)


def main() -> None:
    from tests.kit.graphics.conftest import make_index, write_logos

    with tempfile.TemporaryDirectory() as folder:
        write_logos(Path(folder))
        index = make_index(Path(folder), ("zh", "en"))
        contact_sheet(index, Path(folder)).save(GOLDEN, "WEBP", quality=80, method=6)


if __name__ == "__main__":
    main()
