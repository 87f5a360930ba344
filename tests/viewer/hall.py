"""A small hall, made by hand: what the viewer gets to see before any kit has built anything.

24 by 18 metres, two doors' width of aisle, a row of two shell booths, an empty one and an
island with three products. All of it is the public formats' own: tiles are written by
`hallgen.formats`, the page and the shard are the manifest's types.
"""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw

from hallgen.formats import (
    Box,
    Images,
    Packing,
    Refine,
    Tile,
    Tileset,
    write_glb,
    write_tileset,
)
from hallgen.scene import Feature, Material, Mesh, Node, Scene, Texture

Block = tuple[float, float, float, float, float, float]  # x0, y0, h0, x1, y1, h1 on the plan

WIDTH, DEPTH, HEIGHT = 24.0, 18.0, 8.0

WHITE = Material("panel", (0.82, 0.82, 0.8, 1), roughness=0.55)
STEEL = Material("steel", (0.55, 0.57, 0.59, 1), metallic=0.9, roughness=0.35)
FLOOR = Material("concrete", (0.33, 0.31, 0.29, 1), roughness=0.45)
CARPET = Material("carpet", (0.02, 0.07, 0.18, 1), roughness=0.97)
WALL = Material("cladding", (0.62, 0.64, 0.66, 1), roughness=0.6)
ROOF = Material("deck", (0.3, 0.31, 0.32, 1), roughness=0.7)
LAMP = Material("lamp", (1, 1, 1, 1), emissive=(8.0, 7.6, 7.0))
CLOTH = Material("cloth", (0.05, 0.06, 0.09, 1), roughness=0.9)
ORANGE = Material("machine", (0.8, 0.25, 0.02, 1), roughness=0.35)

#: Walls and furniture that nobody walks through: the blocks of the booths, seen from above.
PANELS: dict[str, tuple[Block, ...]] = {
    "A01": (
        (4, 13.95, 0, 7, 14, 2.5),
        (4, 11, 0, 4.05, 14, 2.5),
        (6.975, 11, 0, 7.025, 14, 2.5),
    ),
    "A02": ((7, 13.95, 0, 10, 14, 2.5), (9.95, 11, 0, 10, 14, 2.5)),
    "B02": ((4, 3, 0, 7, 3.05, 2.5), (4, 3, 0, 4.05, 6, 2.5), (6.95, 3, 0, 7, 6, 2.5)),
    "B01": ((15, 13.6, 0, 19, 13.9, 3.6),),
}
OUTLINES: dict[str, tuple[float, float, float, float]] = {
    "A01": (4, 11, 7, 14),
    "A02": (7, 11, 10, 14),
    "B01": (14, 9.5, 20, 14.5),
    "B02": (4, 3, 7, 6),
}
COLUMN: Block = (11.75, 8.75, 0, 12.25, 9.25, HEIGHT)
PLINTHS = ((15.5, 11.5), (17.0, 11.5), (18.5, 11.5))
PRODUCTS = ("gear-40", "arm-6", "lathe-2")


def boxes(name: str, material: Material, blocks: list[Block], features: list[int]) -> Mesh:
    """Boxes as one mesh in glTF's axes; `features` has the row of each block."""
    corners = np.array(
        [[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=np.float64
    )
    faces = [
        ((0, 1, 3, 2), (-1, 0, 0)),
        ((4, 6, 7, 5), (1, 0, 0)),
        ((0, 4, 5, 1), (0, -1, 0)),
        ((2, 3, 7, 6), (0, 1, 0)),
        ((0, 2, 6, 4), (0, 0, -1)),
        ((1, 5, 7, 3), (0, 0, 1)),
    ]
    quad_uv = np.array([[0, 1], [0, 0], [1, 0], [1, 1]])
    positions, normals, uvs, triangles, rows = [], [], [], [], []
    for (x0, y0, h0, x1, y1, h1), row in zip(blocks, features, strict=True):
        low, high = np.array([x0, h0, -y1]), np.array([x1, h1, -y0])
        for ring, normal in faces:
            first = len(positions) * 4
            positions.append(low + corners[list(ring)] * (high - low))
            normals.append(np.tile(normal, (4, 1)))
            uvs.append(quad_uv)
            triangles += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
            rows.append(np.full(4, row))
    return Mesh(
        name,
        material,
        np.concatenate(positions).astype(np.float32),
        np.concatenate(normals).astype(np.float32),
        np.array(triangles, np.uint32),
        uvs=np.concatenate(uvs).astype(np.float32),
        features=np.concatenate(rows).astype(np.uint32),
    )


def sign(name: str, material: Material, block: Block, row: int) -> Mesh:
    """A board that faces south and shows its material's picture upright."""
    x0, y0, h0, x1, _, h1 = block
    return Mesh(
        name,
        material,
        np.array([[x0, h0, -y0], [x1, h0, -y0], [x1, h1, -y0], [x0, h1, -y0]], np.float32),
        np.tile(np.array([[0, 0, 1]], np.float32), (4, 1)),
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
        uvs=np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32),
        features=np.full(4, row, np.uint32),
    )


def picture(words: str, color: str) -> Texture:
    """A board with words on it, as WebP."""
    image = Image.new("RGB", (512, 64), color)
    ImageDraw.Draw(image).text((20, 12), words, fill="white", font_size=36)
    data = io.BytesIO()
    image.save(data, "WEBP", lossless=True)
    return Texture(words, data.getvalue(), "image/webp", 512, 64)


BOARD = Material("board", texture=picture("MUSTER GEAR", "#7a4a12"), roughness=0.5)
#: The same picture in two tiles: the viewer is to decode and keep it once.
SHARED = Material("shared", texture=picture("HALL 1", "#123a7a"), roughness=0.5)


def shell() -> Scene:
    """The hall itself: no features."""
    lamps: list[Block] = [
        (x, y, 6.9, x + 1.5, y + 0.4, 7.0) for x in range(2, 23, 4) for y in range(2, 18, 4)
    ]
    beams: list[Block] = [(0, y, 7.1, WIDTH, y + 0.2, 7.5) for y in (4, 9, 14)]
    walls: list[Block] = [
        (-0.2, -0.2, 0, 0, DEPTH + 0.2, HEIGHT),
        (WIDTH, -0.2, 0, WIDTH + 0.2, DEPTH + 0.2, HEIGHT),
        (0, -0.2, 0, WIDTH, 0, HEIGHT),
        (0, DEPTH, 0, WIDTH, DEPTH + 0.2, HEIGHT),
    ]
    parts = {
        FLOOR: [(0, 0, -0.1, WIDTH, DEPTH, 0)],
        CARPET: [(0.5, 6.5, 0, 23.5, 8.4, 0.01)],
        WALL: walls,
        ROOF: [(0, 0, HEIGHT, WIDTH, DEPTH, HEIGHT + 0.1)],
        STEEL: [*beams, COLUMN],
        LAMP: lamps,
    }
    meshes = [boxes(m.name, m, blocks, [0] * len(blocks)) for m, blocks in parts.items()]
    meshes.append(sign("sign", SHARED, (10, 10, 4, 14, 10, 4.5), 0))
    return Scene("hall", tuple(Node(replace(mesh, features=None)) for mesh in meshes))


def people() -> Scene:
    """Two visitors, in a tile of their own that is known by its scene's name."""
    blocks: list[Block] = [(8, 7, 0, 8.5, 7.3, 1.75), (13.2, 5, 0, 13.7, 5.3, 1.7)]
    return Scene("people", (Node(replace(boxes("cloth", CLOTH, blocks, [0, 0]), features=None)),))


def west() -> Scene:
    """Two shell booths that share a wall, and an empty one across the aisle."""
    features = (Feature("1-A01"), Feature("1-A02"), Feature("1-B02"))
    ids = ("A01", "A02", "B02")
    blocks = [(block, row) for row, id_ in enumerate(ids) for block in PANELS[id_]]
    return Scene(
        "west",
        (
            Node(boxes("panels", WHITE, [b for b, _ in blocks], [r for _, r in blocks])),
            Node(sign("fascia", BOARD, (4, 11, 2.2, 7, 11, 2.55), 0)),
            Node(sign("number", SHARED, (7, 11, 2.2, 10, 11, 2.55), 1)),
        ),
        features,
    )


def east() -> Scene:
    """The island: a wall, and a plinth with a machine for each product."""
    features = (
        Feature("1-B01"),
        *(Feature("1-B01", product, "dingchuan") for product in PRODUCTS),
    )
    plinth = boxes("plinth", WHITE, [(-0.3, -0.3, 0, 0.3, 0.3, 0.9)], [0])
    machine = boxes("machine", ORANGE, [(-0.2, -0.2, 0.9, 0.2, 0.2, 1.5)], [0])
    placements = np.tile(np.eye(4), (len(PLINTHS), 1, 1))
    placements[:, 0, 3] = [x for x, _ in PLINTHS]
    placements[:, 2, 3] = [-y for _, y in PLINTHS]
    rows = np.array([1, 2, 3], np.uint32)
    wall = boxes("wall", CARPET, list(PANELS["B01"]), [0])
    return Scene(
        "east",
        (
            Node(wall),
            Node(plinth, placements, rows),
            Node(machine, placements, rows),
            Node(sign("brand", SHARED, (15.2, 13.59, 2.6, 18.8, 13.59, 3.1), 0)),
        ),
        features,
    )


def people() -> Scene:
    """Two visitors in the aisle, a tile of their own."""
    blocks: list[Block] = [(8, 7, 0, 8.5, 7.3, 1.75), (13.2, 5, 0, 13.7, 5.3, 1.7)]
    return Scene("people", (Node(replace(boxes("people", CLOTH, blocks, [0, 0]), features=None)),))


def tiles() -> dict[str, bytes]:
    """The tileset, its tiles and their pictures, by name in `tiles/1/`."""
    whole = Box((-0.2, -0.2, -0.1), (WIDTH + 0.2, DEPTH + 0.2, HEIGHT + 0.1))
    root = Tile(
        whole,
        8,
        "hall.glb",
        Refine.ADD,
        (
            Tile(Box((4, 3, 0), (10, 14, 2.6)), 0, "west.glb"),
            Tile(Box((14, 9.5, 0), (20, 14.5, 3.6)), 0, "east.glb"),
            Tile(Box((8, 5, 0), (13.7, 7.3, 1.75)), 0, "people.glb"),
        ),
    )
    files = {"tileset.json": write_tileset(Tileset(root, 100))}
    for scene in (shell(), west(), east(), people()):
        glb = write_glb(scene, Images.external("../../media/"), packing=Packing.MESHOPT)
        files[f"{scene.name}.glb"] = glb.data
        files |= {f"../../media/{picture}": data for picture, data in glb.files.items()}
    return files
