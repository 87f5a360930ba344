"""QR plates: the code on them is the one of the exhibitor's page."""

from __future__ import annotations

import numpy as np
import pytest
import segno

from hallgen.kit.graphics.brand import brand_of
from hallgen.kit.graphics.qr import page_of, plate
from hallgen.media import MediaLibrary
from hallgen.model import FairIndex
from hallgen.site import addresses


def test_the_address_is_that_of_the_page(index: FairIndex) -> None:
    exhibitor = index.fair.exhibitors[0]
    page = addresses.exhibitor(index.fair.languages[0], exhibitor.slug)
    assert page_of(exhibitor, index.fair) == f"{index.fair.url}{page}"
    assert page_of(exhibitor, index.fair.model_copy(update={"url": None})) is None


def test_every_module_can_be_read(index: FairIndex, media: MediaLibrary) -> None:
    booth = next(booth for hall in index.fair.halls for booth in hall.booths)
    brand = brand_of(index.exhibitors[booth.exhibitors[0]], booth, index, media)
    address = page_of(brand.exhibitor, index.fair)
    assert address is not None
    image = np.asarray(plate(brand, address, (180, 216)).convert("L"))
    code = segno.make(address, error="m", micro=False)
    modules = [list(row) for row in code.matrix_iter(border=4)]
    size = 180 // len(modules)
    left = (180 - size * len(modules)) // 2
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            middle = image[y * size + size // 2, left + x * size + size // 2]
            assert (middle < 128) == bool(dark)


def test_a_code_leads_somewhere(index: FairIndex, media: MediaLibrary) -> None:
    booth = next(booth for hall in index.fair.halls for booth in hall.booths)
    brand = brand_of(index.exhibitors[booth.exhibitors[0]], booth, index, media)
    with pytest.raises(ValueError, match="address"):
        plate(brand, None, (90, 108))
