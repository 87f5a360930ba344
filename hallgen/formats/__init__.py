"""The bytes of glTF and 3D Tiles. Nothing else in hallgen knows them."""

from hallgen.formats.contents import linked_files, read_booths, read_pictures
from hallgen.formats.glb import GlbFile, write_glb
from hallgen.formats.light import RANGE as LIGHT_RANGE
from hallgen.formats.packed import PackedTile, packed_draws, packed_tile
from hallgen.formats.plain import PlainGlb, plain_glb, rooted
from hallgen.formats.policies import Images, Instancing, Packing
from hallgen.formats.reading import (
    Fault,
    GltfError,
    ModelFacts,
    Resolver,
    TextureFacts,
    model_facts,
    read_scene,
)
from hallgen.formats.reading.pictures import PictureError, SourcePicture, web_picture
from hallgen.formats.stats import GlbStats, TextureStats, read_stats
from hallgen.formats.surfaces import picture_name
from hallgen.formats.tileset import Box, Refine, Tile, Tileset, write_tileset

__all__ = [
    "LIGHT_RANGE",
    "Box",
    "Fault",
    "GlbFile",
    "GlbStats",
    "GltfError",
    "Images",
    "Instancing",
    "ModelFacts",
    "PackedTile",
    "Packing",
    "PictureError",
    "PlainGlb",
    "Refine",
    "Resolver",
    "SourcePicture",
    "TextureFacts",
    "TextureStats",
    "Tile",
    "Tileset",
    "linked_files",
    "model_facts",
    "packed_draws",
    "packed_tile",
    "picture_name",
    "plain_glb",
    "read_booths",
    "read_pictures",
    "read_scene",
    "read_stats",
    "rooted",
    "web_picture",
    "write_glb",
    "write_tileset",
]
