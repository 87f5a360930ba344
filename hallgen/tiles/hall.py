"""Cuts a hall into tiles: its shell, and its booths in groups, each group near and far."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from hallgen.formats import Box, Images, Packing, Refine, Tile, Tileset, write_glb
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.light import as_texture, decoded_light, moved_light, sheets_together
from hallgen.model import Frame, HallLayout
from hallgen.scene import (
    Floats,
    Matrix,
    Scene,
    bounds,
    combine,
    distant,
    gather,
    merge,
    place,
    without_exhibits,
)
from hallgen.tiles.blocks import group_booths
from hallgen.tiles.exhibits import exhibit_tiles, tile_box
from hallgen.tiles.tiled import TiledHall

#: A far tile is wrong by this much, in metres: what it leaves out is smaller.
#: At the usual 16 pixels of error on a screen of 900 lines it is replaced from 29 m on.
FAR_ERROR = 0.6
#: Triangles of a group from afar for each of its booths, and how many of them each booth has at
#: least; larger ones have more.
_FAR_TRIANGLES, _FAR_LEAST = 80, 48

#: The tile of a hall's people, by whose name a viewer can switch them off.
PEOPLE = "people.glb"


@dataclass(eq=False, slots=True)
class _Cutting:
    """The tiles and pictures so far."""

    media: str
    packing: Packing
    tiles: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, scene: Scene) -> str:
        glb = write_glb(scene, Images.external(self.media), packing=self.packing)
        self.tiles[name] = glb.data
        self.pictures |= glb.files
        return name


def cut_hall(
    layout: HallLayout,
    hall: BuiltHall,
    booths: Sequence[BuiltBooth],
    media: str = "../../media/",
    packing: Packing = Packing.MESHOPT,
) -> TiledHall:
    """The hall as a 3D Tiles 1.1 tileset whose tiles any client of that standard draws.

    The root holds the hall's shell and stays; its people join it in a tile of their own, and
    each group of booths, first as seen from afar, then whole. Surfaces of a group are one
    mesh for each material, with a feature for each booth and product; what repeats is instanced.
    `media` leads from the tileset's folder to that of the pictures.

    A booth of the layout that was not built is left out; ValueError where one was built that
    the layout does not know.
    """
    by_id = {booth.booth: booth for booth in booths}
    unknown = by_id.keys() - {booth.booth for booth in layout.booths}
    if unknown:
        raise ValueError(f"Booths {sorted(unknown)} are not in the layout of {layout.hall}.")
    cutting = _Cutting(media, packing)
    children = []
    for number, group in enumerate(group_booths(layout), start=1):
        built = [by_id[booth.booth] for booth in group if booth.booth in by_id]
        tile = _block(f"block-{number:03}", built, cutting)
        if tile is not None:
            children.append(tile)
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


def _block(name: str, booths: Sequence[BuiltBooth], cutting: _Cutting) -> Tile | None:
    """A group of booths, whole, below the same as it is seen from afar.

    What has few triangles as it is, is shown whole from everywhere. Products with models of
    their own are children of the whole.
    """
    scenes, light = _lit(booths)
    near, far = _near_and_far(name, booths, scenes, light)
    box = tile_box(near)
    if box is None:
        return None
    whole = Tile(box, 0.0, cutting.write(f"{name}.glb", near))
    products = tuple(exhibit_tiles(name, scenes, cutting.write, cutting.media))
    if products:
        box = _around([box, *(tile.box for tile in products)])
        # As wrong without its products as the level before it, so that they come with it.
        whole = replace(whole, box=box, error=FAR_ERROR, refine=Refine.ADD, children=products)
    outer = tile_box(far)
    if outer is None or _triangles(near) <= _FAR_TRIANGLES * len(booths):
        return whole
    # A face that stands for others may reach a little beyond them.
    outer = box.around(outer)
    return Tile(outer, FAR_ERROR, cutting.write(f"{name}-far.glb", far), Refine.REPLACE, (whole,))


def near_and_far(name: str, booths: Sequence[BuiltBooth]) -> tuple[Scene, Scene]:
    """Both levels of a group of booths, in the axes of the hall; near without its exhibits."""
    return _near_and_far(name, booths, *_lit(booths))


def _near_and_far(
    name: str, booths: Sequence[BuiltBooth], scenes: Sequence[Scene], light: Floats | None
) -> tuple[Scene, Scene]:
    whole = [without_exhibits(scene) for scene in scenes]
    from_afar = [
        distant(scene, triangles, light)
        for scene, triangles in zip(scenes, _far_triangles(booths), strict=True)
    ]
    near, far = (merge(gather(combine(name, level))) for level in (whole, from_afar))
    return near, far


def _far_triangles(booths: Sequence[BuiltBooth]) -> list[int]:
    """How many triangles each booth of a group may have from afar: more the larger it is."""
    areas = [_area(booth.scene) for booth in booths]
    shared = (_FAR_TRIANGLES - _FAR_LEAST) * len(booths) / max(sum(areas), 1e-6)
    return [int(_FAR_LEAST + shared * area) for area in areas]


def _area(scene: Scene) -> float:
    """The floor under a scene's box in square metres."""
    corners = bounds(scene)
    if corners is None:
        return 0.0
    width, _, depth = (corners[1] - corners[0]).tolist()
    return float(width * depth)


def _lit(booths: Sequence[BuiltBooth]) -> tuple[list[Scene], Floats | None]:
    """The booths' scenes in the hall, with their light on one sheet, and what that holds."""
    scenes = [place(booth.scene, frame_matrix(booth.frame)) for booth in booths]
    sheets = [booth.sheet for booth in booths if booth.sheet is not None]
    if not sheets or len(sheets) < len(booths):
        return scenes, None
    whole, moves = sheets_together(sheets)
    texture = as_texture(whole)
    moved = [
        replace(moved_light(scene, move), lightmap=texture)
        for scene, move in zip(scenes, moves, strict=True)
    ]
    return moved, decoded_light(whole)


def frame_matrix(frame: Frame) -> Matrix:
    """From a booth's own axes to those of its hall's scene, (4, 4)."""
    angle = math.radians(frame.heading)
    # Rounded, so that a right angle gives zeros and not the noise of a sine.
    cos, sin = round(math.cos(angle), 15) + 0.0, round(math.sin(angle), 15) + 0.0
    x, y = frame.origin
    return np.array([[-sin, 0, cos, x], [0, 1, 0, 0], [-cos, 0, -sin, -y], [0, 0, 0, 1]], float)


def _triangles(scene: Scene) -> int:
    return sum(len(node.mesh.triangles) * len(node.placements) for node in scene.nodes)


def _around(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.around(box)
    return whole
