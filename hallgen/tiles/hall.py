"""Cuts a hall into tiles: its shell, its people, and its booths in districts and blocks."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hallgen.formats import Box, Packing, Refine, Tile, Tileset
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.light import as_texture
from hallgen.model import BoothLayout, HallLayout
from hallgen.scene import gather, merge
from hallgen.tiles.blocks import BLOCK, DISTRICT, group_booths
from hallgen.tiles.cutting import Cut, CutKeeper, Cutting, made_anew
from hallgen.tiles.exhibits import tile_box
from hallgen.tiles.levels import Group, above, afar_tile, block_tile, group_of
from hallgen.tiles.tiled import TiledHall

#: The tile of a hall's people, by whose name a viewer can switch them off.
PEOPLE = "people.glb"
#: How the names of districts' tiles begin.
DISTRICT_NAME = "district-"


def cut_hall(
    layout: HallLayout,
    hall: BuiltHall,
    booths: Sequence[BuiltBooth],
    media: str = "../../media/",
    packing: Packing = Packing.MESHOPT,
    keep: CutKeeper = made_anew,
) -> TiledHall:
    """The hall as a 3D Tiles 1.1 tileset whose tiles any client of that standard draws.

    The root holds the hall's shell and stays; its people join it in a tile of their own, and
    booths by districts and blocks, as `hallgen.tiles.levels` says. Surfaces of a group are one
    mesh for each material, with a feature for each booth and product; what repeats is instanced.
    `media` leads from the tileset's folder to that of the pictures. What `keep` has of blocks and
    districts is not made again.

    A booth of the layout that was not built is left out; ValueError where one was built that
    the layout does not know.
    """
    by_id = {booth.booth: booth for booth in booths}
    unknown = by_id.keys() - {booth.booth for booth in layout.booths}
    if unknown:
        raise ValueError(f"Booths {sorted(unknown)} are not in the layout of {layout.hall}.")
    cutting = Cutting(media, packing)
    children = _districts(layout, by_id, cutting, keep)
    visitors = merge(gather(hall.people))
    crowd = tile_box(visitors)
    if crowd is not None:
        children.append(Tile(crowd, 0.0, cutting.write(PEOPLE, visitors)))
    light = None if hall.sheet is None else as_texture(hall.sheet)
    shell = merge(gather(replace(hall.scene, lightmap=light)))
    box = tile_box(shell)
    uri = None if box is None else cutting.write("hall.glb", shell)
    around = [tile.box for tile in children] + ([box] if box else [])
    whole = _around(around) if around else Box((0, 0, 0), (0, 0, 0))
    # Without its booths a hall is wrong by its own size: from inside they are always drawn.
    size = math.dist(whole.low, whole.high)
    root = Tile(whole, size, uri, Refine.ADD, tuple(children))
    return TiledHall(layout.hall, Tileset(root, 2 * size), cutting.tiles, cutting.pictures)


def _districts(
    layout: HallLayout, built: Mapping[str, BuiltBooth], cutting: Cutting, keep: CutKeeper
) -> list[Tile]:
    """The tiles of all booths that were built, blocks numbered through the hall."""
    found, blocks = [], 0
    for number, booths in enumerate(group_booths(layout.booths, layout, DISTRICT), start=1):
        tiles = []
        for block in group_booths(booths, layout, BLOCK):
            blocks += 1
            tile = _piece(f"block-{blocks:03}", _of(block, built), cutting, keep, block_tile)
            tiles += [] if tile is None else [tile]
        if len(tiles) > 1:
            name = f"{DISTRICT_NAME}{number}"
            tiles = [above(_piece(name, _of(booths, built), cutting, keep, afar_tile), tiles)]
        found += tiles
    return found


def _piece(
    name: str,
    booths: Sequence[BuiltBooth],
    cutting: Cutting,
    keep: CutKeeper,
    make: Callable[[Group, Cutting], Tile | None],
) -> Tile | None:
    """The tile of some booths together, and below it whatever `make` puts there."""

    def cut() -> Cut:
        return cutting.cut(lambda apart: make(group_of(name, booths), apart))

    return cutting.take(keep(name, [booth.booth for booth in booths], cut))


def _of(booths: Sequence[BoothLayout], built: Mapping[str, BuiltBooth]) -> list[BuiltBooth]:
    return [built[booth.booth] for booth in booths if booth.booth in built]


def _around(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.around(box)
    return whole
