"""Finding a sign of a scene again in a picture that another program took."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.scene import Node, Scene, bake, bounds

Pixels = NDArray[np.float64]
#: A sign is compared at this width, in pixels.
_WIDTH = 160


@dataclass(frozen=True)
class Pinhole:
    """A camera that circles a target (metres), as `<model-viewer>` states it.

    `theta` is to the right of +z and `phi` down from +y (radians), `field` what is seen from
    top to bottom (degrees); `width` and `height` are those of its picture in pixels.
    """

    theta: float
    phi: float
    radius: float
    target: tuple[float, float, float]
    field: float
    width: int
    height: int

    def pixels(self, points: Pixels) -> Pixels:
        """Where points (n, 3) are in the picture (n, 2), from its upper left."""
        sin, cos = math.sin(self.theta), math.cos(self.theta)
        back = np.array(
            [math.sin(self.phi) * sin, math.cos(self.phi), math.sin(self.phi) * cos], float
        )
        right = np.array([cos, 0.0, -sin])
        seen = points - (np.array(self.target) + self.radius * back)
        across, up, deep = seen @ right, seen @ np.cross(back, right), -(seen @ back)
        scale = self.height / 2 / math.tan(math.radians(self.field) / 2) / deep
        return np.stack([self.width / 2 + across * scale, self.height / 2 - up * scale], axis=1)


@dataclass(frozen=True, eq=False)
class Sign:
    """A flat picture in a scene: its corners (4, 3) from upper left against the clock's way, in
    metres, and its pixels (rows, columns, 3).
    """

    corners: Pixels
    pixels: Pixels

    def seen(self, picture: Image.Image, camera: Pinhole) -> Pixels:
        """The sign as a picture shows it, straightened to the size of its own pixels."""
        rows, columns, _ = self.pixels.shape
        places = camera.pixels(self.corners)
        assert (places >= 0).all()
        assert (places <= [picture.width, picture.height]).all()
        quad = tuple(float(part) for part in places.ravel())
        flat = picture.transform(
            (columns, rows), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR
        )
        return np.asarray(flat, float)


def look_at(sign: Sign) -> dict[str, str]:
    """A camera for `<model-viewer>` right before a sign, which sees 30 degrees."""
    size = np.ptp(sign.corners, axis=0)
    return _camera(sign.corners.mean(axis=0), "0deg 88deg", 1.6 * max(size[:2]))


def look_at_all(scene: Scene) -> dict[str, str]:
    """A camera that sees a scene from its front, a little from above and from the right."""
    corners = bounds(scene)
    assert corners is not None
    return _camera(corners.mean(axis=0), "15deg 76deg", 2.1 * float(np.ptp(corners, axis=0).max()))


def _camera(target: Pixels, ways: str, radius: float) -> dict[str, str]:
    place = " ".join(f"{part:.3f}m" for part in target)
    return {"target": place, "orbit": f"{ways} {radius:.2f}m"}


def highest_sign(scene: Scene) -> Sign:
    """The highest picture that looks to the front (+z) and is a metre wide or more."""
    return max(_signs(scene), key=lambda sign: sign.corners[:, 1].mean())


def _signs(scene: Scene) -> list[Sign]:
    signs = []
    for node in scene.nodes:
        texture = node.mesh.material.emissive_texture or node.mesh.material.texture
        if texture is None or node.mesh.uvs is None or len(node.placements) > 1:
            continue
        image = Image.open(io.BytesIO(texture.data)).convert("RGB")
        positions = bake(Node(node.mesh, node.placements)).positions.astype(float)
        for pair in node.mesh.triangles.reshape(-1, 2, 3):
            quad = list(dict.fromkeys(pair.ravel().tolist()))
            if len(quad) != 4 or node.mesh.normals[quad, 2].min() < 0.99:
                continue
            places, uvs = positions[quad], node.mesh.uvs[quad].astype(float)
            if np.ptp(places[:, 0]) >= 1 and (np.abs(uvs - 0.5) <= 0.5).all():
                signs.append(_sign(places, uvs, image))
    return signs


def _sign(places: Pixels, uvs: Pixels, image: Image.Image) -> Sign:
    """The corners in the order of their pictures' corners, whichever way those lie."""
    (left, top), (right, bottom) = uvs.min(axis=0), uvs.max(axis=0)
    wanted = np.array([(left, top), (left, bottom), (right, bottom), (right, top)])
    order = [int(np.abs(uvs - corner).sum(axis=1).argmin()) for corner in wanted]
    size = np.ptp(places, axis=0)
    box = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    cut = image.resize((_WIDTH, max(8, round(_WIDTH * size[1] / size[0]))), box=box)
    return Sign(places[order], np.asarray(cut, float))
