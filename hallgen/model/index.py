"""Look-ups over a fair by id, made once and handed to whoever builds something."""

from __future__ import annotations

from collections import defaultdict

from hallgen.model.fair import Booth, Exhibitor, Fair, Hall, Product, Zone


class FairIndex:
    """A fair with its relations as dictionaries. All orders are those of the fair's files."""

    def __init__(self, fair: Fair) -> None:
        self.fair = fair
        self.halls: dict[str, Hall] = {hall.id: hall for hall in fair.halls}
        self.zones: dict[str, Zone] = {zone.id: zone for zone in fair.zones}
        self.booths: dict[str, Booth] = {b.id: b for hall in fair.halls for b in hall.booths}
        self.exhibitors: dict[str, Exhibitor] = {e.id: e for e in fair.exhibitors}
        self.products: dict[str, Product] = {p.id: p for p in fair.products}
        by_exhibitor: defaultdict[str, list[Product]] = defaultdict(list)
        for product in fair.products:
            by_exhibitor[product.exhibitor].append(product)
        self._by_exhibitor = dict(by_exhibitor)

    def exhibitors_of(self, booth: Booth) -> tuple[Exhibitor, ...]:
        """The main exhibitor first, then the co-exhibitors."""
        return tuple(self.exhibitors[id_] for id_ in booth.exhibitors)

    def products_of(self, exhibitor: str) -> tuple[Product, ...]:
        return tuple(self._by_exhibitor.get(exhibitor, ()))
