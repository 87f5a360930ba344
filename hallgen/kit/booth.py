"""Build a booth: choose its design by kind, size and state, build it, hang its pictures."""

from __future__ import annotations

from collections.abc import Callable

from hallgen.kit.assembly import Assembly
from hallgen.kit.built import BuiltBooth
from hallgen.kit.designs.empty import empty_booth
from hallgen.kit.designs.island import island_booth
from hallgen.kit.designs.modular import modular_booth
from hallgen.kit.designs.pavilion import pavilion_booth
from hallgen.kit.designs.shell import shell_booth
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import Palette, booth_graphics, booth_palette
from hallgen.kit.plots import plot_of
from hallgen.media import MediaLibrary
from hallgen.media.colors import to_linear
from hallgen.model import Booth, BoothKind, BoothLayout, FairIndex, Product

#: From this area on, in square metres, raw space is built as an island rather than modular.
ISLAND_AREA = 54.0

#: Raw space narrower than this, in metres, has no room for solid walls: it gets panels.
_NARROW = 2.9


def build_booth(
    booth: Booth, layout: BoothLayout, index: FairIndex, media: MediaLibrary
) -> BuiltBooth:
    """The booth in its own frame, with its pictures. The same input gives the same bytes."""
    stand = stand_of(booth, layout, index, booth_palette(booth, index, media))
    design_of(booth, layout)(stand)
    assembly = stand.assembly
    atlas = None
    if assembly.wanted:
        atlas = booth_graphics(booth, layout, index, media, tuple(assembly.wanted))
    return BuiltBooth(
        booth.id,
        layout.frame,
        assembly.scene(atlas, f"booth {booth.id}"),
        tuple(tuple((x, -y) for x, y in ring) for ring in assembly.obstacles),
    )


def design_of(booth: Booth, layout: BoothLayout) -> Callable[[Stand], None]:
    """Which design a booth of this kind, state and size gets."""
    if not booth.exhibitors:
        return empty_booth
    if booth.kind is BoothKind.PAVILION:
        return pavilion_booth
    if booth.kind is BoothKind.SHELL or min(layout.width, layout.depth) < _NARROW:
        return shell_booth
    return modular_booth if layout.area < ISLAND_AREA else island_booth


def stand_of(booth: Booth, layout: BoothLayout, index: FairIndex, palette: Palette) -> Stand:
    """What a design needs to know of a booth."""
    exhibitors = index.exhibitors_of(booth)
    zone = index.zones.get(booth.zone or "")
    products: list[Product] = [p for e in exhibitors for p in index.products_of(e.id)]
    return Stand(
        booth,
        plot_of(booth, layout),
        exhibitors,
        tuple(sorted(products, key=lambda p: not p.highlight)),
        palette,
        index.halls[booth.hall].height,
        None if zone is None else zone.color,
        Assembly(booth.id, booth.main_exhibitor or "", trim=to_linear(palette.base)),
    )
