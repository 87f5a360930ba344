"""Shards: what the viewer must know of one hall in one language, besides its tiles."""

from __future__ import annotations

from hallgen.media.models.shelf import PublishedModel
from hallgen.model import Booth, BoothLayout, Exhibitor, Hall, Polygon, Product
from hallgen.site import addresses
from hallgen.site.doors import way_behind
from hallgen.site.experiences import experiences_of
from hallgen.site.links import is_writable, mail_link, web_link
from hallgen.site.manifest import (
    HallShard,
    ShardBooth,
    ShardExhibitor,
    ShardGate,
    ShardProduct,
    ShardProductModel,
)
from hallgen.site.page import Page
from hallgen.site.poses import millimetres, pose, spot
from hallgen.site.screens import screens_of
from hallgen.site.site import Site
from hallgen.site.standing import view_of
from hallgen.site.trails import hall_marks, hall_trails
from hallgen.site.words import interface


def hall_shard(site: Site, hall: Hall, language: str) -> HallShard:
    """The shard of a hall that was laid out. Lengths are rounded to millimetres."""
    layout = site.layout(hall)
    reading = tuple(dict.fromkeys((language, *site.languages)))
    laid_out = {b.booth: b for b in layout.booths}
    entrance = interface(language, site.index.fair)["area.entrance"]
    booths = [b for b in hall.booths if b.id in laid_out]
    ids = dict.fromkeys(id_ for booth in booths for id_ in booth.exhibitors)
    exhibitors = [site.index.exhibitors[id_] for id_ in ids]
    products = [p for id_ in ids for p in site.index.products_of(id_)]
    min_x, min_y, max_x, max_y = layout.outline.bounds
    return HallShard(
        hall=hall.id,
        name=site.hall_name(hall, language),
        height=hall.height,
        bounds=(millimetres(min_x), millimetres(-max_y), millimetres(max_x), millimetres(-min_y)),
        start=pose(layout.start, layout.start_heading),
        tileset=addresses.tileset(hall.id),
        booths=tuple(_booth(b, laid_out[b.id], layout.walkable) for b in booths),
        exhibitors={e.id: _exhibitor(site, e, language, reading) for e in exhibitors},
        products={p.id: _product(site, p, language, reading) for p in products},
        gates=tuple(
            ShardGate(
                id=gate.id,
                name=gate.name.best(*reading) or entrance,
                position=spot(gate.position),
                leads=way_behind(site, hall, gate, language),
            )
            for gate in hall.gates
        ),
        obstacles=tuple(
            tuple(spot(point) for point in ring) for ring in site.inputs.obstacles.get(hall.id, ())
        ),
        probe=site.inputs.probes.get(hall.id),
        screens=tuple(screens_of(site, hall)),
        experiences=tuple(experiences_of(site, hall, reading)),
        plan=addresses.plan(language, hall.id),
        small_plan=addresses.small_plan(hall.id),
        trails=tuple(hall_trails(Page(site, language, "", "", ""), hall)),
        marks=tuple(hall_marks(site, hall)),
        zones={
            id_: site.index.zones[id_].name.best(*reading)
            for id_ in sorted({booth.zone for booth in booths if booth.zone in site.index.zones})
        },
    )


def _booth(booth: Booth, layout: BoothLayout, walkable: tuple[Polygon, ...]) -> ShardBooth:
    return ShardBooth(
        id=booth.id,
        number=booth.number,
        outline=tuple(spot(point) for point in reversed(booth.outline.outer)),
        view=view_of(layout, walkable),
        zone=booth.zone,
        exhibitors=booth.exhibitors,
    )


def _exhibitor(
    site: Site, exhibitor: Exhibitor, language: str, reading: tuple[str, ...]
) -> ShardExhibitor:
    logo = site.logo(exhibitor)
    return ShardExhibitor(
        name=exhibitor.name.best(*reading),
        name2=exhibitor.name.pair(reading)[1],
        intro=exhibitor.intro.best(*reading),
        country=exhibitor.country.best(*reading),
        logo=logo.address if logo else None,
        website=web_link(exhibitor.website),
        email=exhibitor.email if mail_link(exhibitor.email) else None,
        phone=exhibitor.phone,
        page=addresses.exhibitor(language, exhibitor.slug),
        products=tuple(p.id for p in site.index.products_of(exhibitor.id)),
        writable=is_writable(site.index.fair, exhibitor),
    )


def _product(site: Site, product: Product, language: str, reading: tuple[str, ...]) -> ShardProduct:
    photo = site.photo(product)
    model = site.inputs.models.get(product.id)
    scale = site.inputs.scales.get(product.id, 1.0)
    return ShardProduct(
        name=product.name.best(*reading),
        description=product.description.best(*reading),
        category=product.category.best(*reading),
        image=photo.usual.address if photo else None,
        page=f"{language}/{site.product_place(product)}",
        model=None if model is None else _model(model, scale),
    )


def _model(model: PublishedModel, scale: float) -> ShardProductModel:
    width, height, depth = model.size
    return ShardProductModel(
        near=model.near,
        inspect=model.inspect,
        size=(millimetres(width), millimetres(height), millimetres(depth)),
        scale=scale,
        animated=model.animated,
        apart=model.apart,
    )
