"""Walls and floors for rays to meet, and pictures of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.light.pictures.camera import Camera
from hallgen.light.pictures.picture import take_picture
from hallgen.light.pictures.target import Target
from hallgen.scene import Material, Mesh, Node, Scene, Texture

#: Matt and grey, so that next to nothing but its own colour is seen.
GREY = Material("grey", (0.5, 0.5, 0.5, 1.0), roughness=1.0)

#: A metre up, looking along -z.
EYE = Camera((0.0, 1.0, 4.0), 0.0, 0.0, 50.0)


def wall(
    z: float = 0.0,
    material: Material = GREY,
    size: float = 40.0,
    middle: tuple[float, float] = (0.0, 1.0),
    **more: Any,
) -> Mesh:
    """A square that faces +z, its picture upright."""
    x, y = middle
    half = size / 2
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    return Mesh(
        "wall",
        material,
        np.array([(x + a, y + b, z) for a, b in corners], np.float32),
        np.tile(np.array([0, 0, 1], np.float32), (4, 1)),
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
        uvs=np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32),
        **more,
    )


def floor(y: float = 0.0, material: Material = GREY, size: float = 40.0, **more: Any) -> Mesh:
    """A square that faces up."""
    half = size / 2
    corners = [(-half, half), (half, half), (half, -half), (-half, -half)]
    return Mesh(
        "floor",
        material,
        np.array([(x, y, z) for x, z in corners], np.float32),
        np.tile(np.array([0, 1, 0], np.float32), (4, 1)),
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
        uvs=np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32),
        **more,
    )


def lit(level: float) -> NDArray[np.float32]:
    """The same irradiance over pi at the corners of a square."""
    return np.full((4, 3), level, np.float32)


def scene(*meshes: Mesh, lightmap: Texture | None = None) -> Scene:
    return Scene("test", tuple(Node(mesh) for mesh in meshes), lightmap=lightmap)


def shot(
    *scenes: Scene, camera: Camera = EYE, width: int = 64, height: int = 36, threads: int = 1
) -> NDArray[np.int64]:
    """A small picture, in numbers that can be subtracted."""
    return take_picture(Target(scenes), camera, width, height, threads=threads).astype(np.int64)


def texture(pixels: Sequence[Any] | NDArray[Any], kind: str = "PNG") -> Texture:
    image = Image.fromarray(np.array(pixels, np.uint8)).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind)
    return Texture("test", out.getvalue(), f"image/{kind.lower()}", image.width, image.height)
