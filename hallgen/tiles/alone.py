"""A booth as a tileset of its own, for whoever stands before it: whole, with its products."""

from __future__ import annotations

from hallgen.formats import Packing, Refine, Tile, Tileset
from hallgen.kit.built import BuiltBooth
from hallgen.scene import combine, gather, merge, without_exhibits
from hallgen.tiles.cutting import Cutting
from hallgen.tiles.exhibits import exhibit_tiles, tile_box
from hallgen.tiles.levels import FAR_ERROR, group_of
from hallgen.tiles.tiled import TiledHall


def cut_booth(
    hall: str, booth: BuiltBooth, media: str, packing: Packing = Packing.MESHOPT
) -> TiledHall:
    """The booth where it stands in its hall, in the tileset's axes, with no level for farther off.

    Its pictures are whole: there are none to come later. `media` leads from the tileset's folder
    to theirs. ValueError where the booth has nothing to be seen.
    """
    cutting = Cutting(media, packing)
    group = group_of(f"booth {booth.booth}", [booth])
    whole = merge(gather(combine(group.name, map(without_exhibits, group.scenes))))
    box = tile_box(whole)
    if box is None:
        raise ValueError(f"Booth {booth.booth} is empty.")
    uri = cutting.write("booth.glb", whole)
    products = tuple(exhibit_tiles("booth", group.scenes, cutting.write, media))
    for tile in products:
        box = box.around(tile.box)
    root = Tile(box, FAR_ERROR, uri, Refine.ADD, products)
    return TiledHall(hall, Tileset(root, 2 * FAR_ERROR), cutting.tiles, cutting.pictures)
