"""Build a booth: choose its design by kind, size and state, build it, hang its pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hallgen.kit.assembly import Assembly
from hallgen.kit.built import BuiltBooth
from hallgen.kit.designs.empty import empty_booth
from hallgen.kit.designs.installed import installed_design
from hallgen.kit.designs.island import island_booth
from hallgen.kit.designs.modular import modular_booth
from hallgen.kit.designs.outdoor import outdoor_booth
from hallgen.kit.designs.pavilion import pavilion_booth
from hallgen.kit.designs.shell import shell_booth
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import form_of
from hallgen.kit.graphics import Palette, booth_graphics, booth_palette, page_of
from hallgen.kit.plots import plot_of
from hallgen.kit.styles import Need, Scale, Style, style_for
from hallgen.media import MediaLibrary
from hallgen.media.colors import to_linear
from hallgen.media.models.shelf import Models, no_models
from hallgen.model import Booth, BoothKind, BoothLayout, FairIndex, Product, SideKind, Theme

#: From this area on, in square metres, raw space is built as an island rather than modular.
ISLAND_AREA = 54.0

#: Raw space narrower than this, in metres, has no room for solid walls: it gets panels.
_NARROW = 2.9

_PLAIN = Theme()


def build_booth(
    booth: Booth,
    layout: BoothLayout,
    index: FairIndex,
    media: MediaLibrary,
    models: Models = no_models,
) -> BuiltBooth:
    """The booth in its own frame, with its pictures. The same input gives the same bytes."""
    stand = stand_of(booth, layout, index, booth_palette(booth, index, media), models)
    design_of(booth, layout, index.fair.theme)(stand)
    assembly = stand.assembly
    atlas = None
    if assembly.wanted:
        wanted = tuple(assembly.wanted)
        atlas = booth_graphics(booth, layout, index, media, wanted, partial(form_of, stand))
    return BuiltBooth(
        booth.id,
        layout.frame,
        assembly.scene(atlas, f"booth {booth.id}"),
        tuple(tuple((x, -y) for x, y in ring) for ring in assembly.obstacles),
        screens=tuple(assembly.screens),
    )


def design_of(booth: Booth, layout: BoothLayout, theme: Theme = _PLAIN) -> Callable[[Stand], None]:
    """Which design a booth of this kind, state and size gets, and by whose wish."""
    if not booth.exhibitors:
        return empty_booth
    installed = installed_design(booth, layout, theme)
    if installed is not None:
        return installed
    if booth.kind is BoothKind.OUTDOOR:
        return outdoor_booth
    if booth.kind is BoothKind.PAVILION:
        return pavilion_booth
    if booth.kind is BoothKind.SHELL or min(layout.width, layout.depth) < _NARROW:
        return shell_booth
    return modular_booth if layout.area < ISLAND_AREA else island_booth


def stand_of(
    booth: Booth,
    layout: BoothLayout,
    index: FairIndex,
    palette: Palette,
    models: Models = no_models,
) -> Stand:
    """What a design needs to know of a booth."""
    exhibitors = index.exhibitors_of(booth)
    zone = index.zones.get(booth.zone or "")
    products = shown_products(booth, index)
    return Stand(
        booth,
        plot_of(booth, layout),
        _style(booth, layout, index, products),
        exhibitors,
        products,
        palette,
        index.halls[booth.hall].height,
        None if zone is None else zone.color,
        page_of(exhibitors[0], index.fair) if exhibitors else None,
        Assembly(booth.id, booth.main_exhibitor or "", trim=to_linear(palette.base)),
        models,
    )


def shown_products(booth: Booth, index: FairIndex) -> tuple[Product, ...]:
    """Those of all its exhibitors: the chosen ones as they are chosen, then highlights first."""
    if booth.held_back:
        return ()
    products = [p for e in index.exhibitors_of(booth) for p in index.products_of(e.id)]
    chosen = {id_: place for place, id_ in enumerate(booth.choices.products)}
    last = len(chosen)
    return tuple(sorted(products, key=lambda p: (chosen.get(p.id, last), not p.highlight)))


def _style(
    booth: Booth, layout: BoothLayout, index: FairIndex, products: tuple[Product, ...]
) -> Style:
    scales: dict[Callable[[Stand], None], Scale] = {
        modular_booth: Scale.MODULAR,
        island_booth: Scale.ISLAND,
    }
    closed = any(side.kind is not SideKind.OPEN for side in layout.sides)
    has = [need for need, there in ((Need.WALLS, closed), (Need.PRODUCTS, products)) if there]
    whose = booth.main_exhibitor or booth.id
    if booth.kind is BoothKind.PAVILION:  # one for all its booths, whoever stands in them
        has, whose = list(Need), booth.zone or booth.hall
    return style_for(
        whose,
        scales.get(design_of(booth, layout), Scale.SHELL),
        has,
        index.fair.theme,
        booth.choices.style,
    )
