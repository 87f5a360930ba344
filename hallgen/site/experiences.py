"""Points in booths from which visitors step into panoramas."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.kit.booth import shown_products
from hallgen.model import Booth, Exhibitor, Hall, Product
from hallgen.site.manifest import ShardExperience, ShardPanorama, Vector
from hallgen.site.site import Site

#: Marks hang so high, so far behind the front, and so far from each other, in metres.
_HEIGHT, _INSIDE, _APART = 1.95, 0.5, 0.9

Owner = Exhibitor | Product


def experiences_of(site: Site, hall: Hall, reading: tuple[str, ...]) -> Iterator[ShardExperience]:
    """Those of a hall's booths: of their exhibitors, then of the products they show."""
    for booth in hall.booths:
        if booth.id not in site.booth_layouts or booth.held_back:
            continue
        found = list(_panoramas(site, booth))
        for number, (owner, panorama) in enumerate(found):
            product = owner if isinstance(owner, Product) else None
            yield ShardExperience(
                booth=booth.id,
                exhibitor=owner.exhibitor if isinstance(owner, Product) else owner.id,
                product=None if product is None else product.id,
                name=owner.name.best(*reading),
                position=_position(site, booth, number, len(found)),
                panorama=panorama,
            )


def _panoramas(site: Site, booth: Booth) -> Iterator[tuple[Owner, ShardPanorama]]:
    shelf = site.inputs.shelf.panoramas
    owners: tuple[Owner, ...] = (
        *site.index.exhibitors_of(booth),
        *shown_products(booth, site.index),
    )
    for owner in owners:
        for panorama in (shelf[path] for path in owner.media.panoramas if path in shelf):
            yield (
                owner,
                ShardPanorama(
                    folder=panorama.folder, sizes=panorama.sizes, heading=panorama.heading
                ),
            )


def _position(site: Site, booth: Booth, number: int, count: int) -> Vector:
    """Side by side along the front, within the booth."""
    layout = site.booth_layouts[booth.id]
    apart = min(_APART, 0.8 * layout.width / count)
    along = (number - (count - 1) / 2) * apart
    x, y = layout.frame.to_plan(along, layout.depth / 2 - min(_INSIDE, layout.depth / 3))
    return round(x, 3), _HEIGHT, round(-y, 3) + 0.0
