"""A booth that is held back has a name and a logo, and nothing that its exhibitor chose."""

from __future__ import annotations

from hallgen.kit.booth import shown_products
from hallgen.kit.graphics.brand import brand_of
from hallgen.media import MediaLibrary
from hallgen.model import BoothChoices, FairIndex, Text
from tests.support.fairs import small_fair


def test_what_its_signs_say() -> None:
    index = FairIndex(small_fair())
    booth = index.booths["1-A01"].model_copy(
        update={"choices": BoothChoices(claim=Text.of(en="A"))}
    )
    held = booth.model_copy(update={"choices": BoothChoices(), "held_back": True})
    library = MediaLibrary()
    shown, hidden = (
        brand_of(index.exhibitors["yuance"], one, index, library) for one in (booth, held)
    )
    assert (len(shown.products), bool(shown.claim)) == (1, True)
    assert (hidden.products, hidden.claim) == ((), ())
    assert hidden.names == shown.names
    assert shown_products(held, index) == ()
