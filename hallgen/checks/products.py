"""Rules about the list of products."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hallgen.checks.reporting import report
from hallgen.codes import PRODUCT_WITHOUT_PICTURE
from hallgen.diagnostics import Diagnostic
from hallgen.model import Fair, HallLayout, Product


def without_a_picture(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    files: defaultdict[str, list[Product]] = defaultdict(list)
    for product in fair.products:
        files[product.place.file].append(product)
    for of_file in files.values():
        yield from report(
            PRODUCT_WITHOUT_PICTURE,
            [p for p in of_file if not p.images],
            place=lambda p: p.place,
            name=lambda p: p.name.best(*fair.languages),
            one=lambda p: f"{p.name.best(*fair.languages)} has no picture.",
            many=f"of {len(of_file)} products have no picture",
        )
