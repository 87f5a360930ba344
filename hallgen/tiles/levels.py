"""Levels of detail: districts of a hall, blocks of booths from afar and near, prints close by.

From far away a district of blocks is one tile in a few triangles a booth and pictures of a tenth
of their size along an edge; nearer, each block of it in more; nearer still whole, with pictures of
less than half their size. Within reading distance the pictures themselves are laid over those,
booth by booth: nobody reads two booths at once, and a phone has no room for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hallgen.formats import Refine, Tile
from hallgen.kit.built import BuiltBooth
from hallgen.light import as_texture, decoded_light, moved_light, sheets_together
from hallgen.scene import (
    Floats,
    Scene,
    at_vertices,
    bounds,
    combine,
    distant,
    gather,
    merge,
    place,
    without_exhibits,
)
from hallgen.tiles.atlas import pictures_only, with_one_picture
from hallgen.tiles.cutting import Cutting
from hallgen.tiles.exhibits import exhibit_tiles, tile_box
from hallgen.tiles.frames import frame_matrix

#: How wrong each level is, in metres: what it leaves out is smaller. At the usual 16 pixels of
#: error on a screen of 900 lines a district is replaced from 73 m on, a block from 29 m, and
#: prints come at 5 m.
DISTRICT_ERROR, FAR_ERROR, PRINT_ERROR = 1.5, 0.6, 0.1
#: How large pictures are at each level, of their own size along an edge. From where a district is
#: seen, 3 m of a header are 32 pixels of a screen of 900 lines, and 30 of the picture. All of them
#: are waited for before a hall is shown, so they are packed hard.
DISTRICT_SHARE, FAR_SHARE, NEAR_SHARE = 0.05, 0.2, 0.4
DISTRICT_QUALITY = 65


@dataclass(frozen=True, slots=True)
class _Afar:
    """How many triangles a booth has from afar, and how many of them the smallest has."""

    triangles: int
    least: int


#: Larger booths have more, smaller ones fewer.
_FAR, _FARTHEST = _Afar(80, 48), _Afar(24, 16)

#: Prints lie so far before what they cover, in metres: depths at 5 m differ by 0.02 mm.
_BEFORE = 0.0015


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """Booths in the axes of their hall, and the light of their common sheet (rows, columns)."""

    name: str
    booths: tuple[BuiltBooth, ...]
    scenes: tuple[Scene, ...]
    light: Floats | None


def group_of(name: str, booths: Sequence[BuiltBooth]) -> Group:
    """Booths with their light brought to one sheet, where all of them have some."""
    scenes = tuple(place(booth.scene, frame_matrix(booth.frame)) for booth in booths)
    sheets = [booth.sheet for booth in booths if booth.sheet is not None]
    if not sheets or len(sheets) < len(booths):
        return Group(name, tuple(booths), scenes, None)
    whole, moves = sheets_together(sheets)
    texture = as_texture(whole)
    moved = tuple(
        replace(moved_light(scene, move), lightmap=texture)
        for scene, move in zip(scenes, moves, strict=True)
    )
    return Group(name, tuple(booths), moved, decoded_light(whole))


def afar_tile(group: Group, cutting: Cutting) -> Tile | None:
    """A district as it is seen from far away, without what comes nearer."""
    scene = with_one_picture(afar(group, _FARTHEST), DISTRICT_SHARE, DISTRICT_QUALITY)
    content = merge(gather(scene))
    box = tile_box(content)
    if box is None:
        return None
    return Tile(box, DISTRICT_ERROR, cutting.write(f"{group.name}.glb", content))


def above(whole: Tile | None, blocks: Sequence[Tile]) -> Tile:
    """A district above its blocks."""
    box = blocks[0].box if whole is None else whole.box
    for tile in blocks:
        box = box.around(tile.box)
    uri = None if whole is None else whole.uri
    return Tile(box, DISTRICT_ERROR, uri, Refine.REPLACE, tuple(blocks))


def block_tile(group: Group, cutting: Cutting) -> Tile | None:
    """A group of booths, whole, below the same as it is seen from afar.

    What has few triangles as it is, is shown whole from everywhere. Products with models of
    their own are children of the whole, as are its prints.
    """
    near, far = near_and_far(group)
    box = tile_box(near)
    if box is None:
        return None
    uri = cutting.write(f"{group.name}.glb", near)
    products = tuple(exhibit_tiles(group.name, group.scenes, cutting.write, cutting.media))
    children = (*products, *_prints(group, cutting))
    for child in children:
        box = box.around(child.box)
    # As wrong without them as the level before it: products come with it, prints one by one.
    error = FAR_ERROR if children else 0.0
    whole = Tile(box, error, uri, Refine.ADD if children else Refine.REPLACE, children)
    outer = tile_box(far)
    if outer is None or _triangles(near) <= _FAR.triangles * len(group.booths):
        return whole
    # A face that stands for others may reach a little beyond them.
    outer = box.around(outer)
    uri = cutting.write(f"{group.name}-far.glb", far)
    return Tile(outer, FAR_ERROR, uri, Refine.REPLACE, (whole,))


def near_and_far(group: Group) -> tuple[Scene, Scene]:
    """Both levels of a block, in the axes of the hall; near without its exhibits."""
    whole = combine(group.name, map(without_exhibits, group.scenes))
    near = merge(gather(with_one_picture(whole, NEAR_SHARE)))
    return near, merge(gather(with_one_picture(afar(group, _FAR), FAR_SHARE)))


def afar(group: Group, kept: _Afar = _FAR) -> Scene:
    """What is seen of booths from afar, with all light at vertices."""
    areas = [_area(booth.scene) for booth in group.booths]
    shared = (kept.triangles - kept.least) * len(areas) / max(sum(areas), 1e-6)
    scenes = (
        distant(scene, int(kept.least + shared * area), group.light)
        for scene, area in zip(group.scenes, areas, strict=True)
    )
    whole = combine(group.name, scenes)
    return whole if group.light is None else at_vertices(whole, group.light)


def _prints(group: Group, cutting: Cutting) -> Iterator[Tile]:
    """A tile for the pictures of each booth, that comes where one can read them."""
    for number, scene in enumerate(group.scenes, start=1):
        shown = pictures_only(without_exhibits(scene), _BEFORE)
        box = tile_box(shown)
        if box is None:
            continue
        content = merge(gather(combine(group.name, [shown])))
        uri = cutting.write(f"{group.name}-prints-{number}.glb", content)
        # An empty tile above says from where on they are needed.
        yield Tile(box, PRINT_ERROR, None, Refine.REPLACE, (Tile(box, 0.0, uri),))


def _area(scene: Scene) -> float:
    """The floor under a scene's box in square metres."""
    corners = bounds(scene)
    if corners is None:
        return 0.0
    width, _, depth = (corners[1] - corners[0]).tolist()
    return float(width * depth)


def _triangles(scene: Scene) -> int:
    return sum(len(node.mesh.triangles) * len(node.placements) for node in scene.nodes)
