"""Pictures of products as a photographer lights them: three softboxes over an endless floor.

    photograph(bodies, trim, pixels) -> Photograph

Axes are a scene's: metres, Y up, the product's front to +Z; it stands on its lowest point.
Radiance is linear, 1 being a white sheet under the main light.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.light.coats import Coats
from hallgen.light.rays import Hits, Rays
from hallgen.scene import Floats, Mesh

#: Where the camera stands: degrees to the right of the front, and above the floor.
_AZIMUTH, _ELEVATION = 33.0, 17.0
#: Distance of the camera in radii of the product: about a 90 mm lens.
_DISTANCE = 6.0
#: Samples a pixel, on a grid of this side; rays to the light for each of them.
_GRID, _RAYS = 2, 4
#: Rays for the shadow on the floor, and how far it reaches, in sizes of the product.
_FLOOR_RAYS, _REACH = 10, 0.16
#: Light is smoothed over this many pixels each way, where the surface does not bend.
_BLUR, _BENT = 2, 0.94
#: What the rest of the product, hit by a ray that looks for light, sends back of its colour.
_BOUNCE = 0.42
#: Softboxes: direction, half width as a cosine, its softness, radiance.
_BOXES = (
    ((-0.55, 0.75, 0.40), 0.80, 0.14, 4.6),  # main, above left
    ((0.95, 0.30, 0.20), 0.84, 0.12, 1.7),  # a strip on the right
    ((0.20, 0.45, -0.90), 0.80, 0.12, 2.6),  # rim, from behind
    ((0.10, 0.15, 1.00), 0.40, 0.60, 1.0),  # a white card behind the camera
)


@dataclass(frozen=True, eq=False, slots=True)
class Photograph:
    """What a camera saw, (height, width) each, cropped to the product and its shadow.

    body and trim (h, w, 3): radiance premultiplied by coverage; trim is that of the parts
    that take a colour, were they white. coverage (h, w) of the product, shadow (h, w) the
    darkness it casts on the floor, both 0 to 1.
    """

    body: Floats
    trim: Floats
    coverage: Floats
    shadow: Floats


def photograph(
    bodies: Sequence[Mesh], trim: Sequence[Mesh], pixels: int, turn: float = 0.0
) -> Photograph:
    """Photograph a product, its longer side about `pixels` long. The same each time.

    It is seen from its right front; `turn` turns it further, degrees counter-clockwise from
    above.
    """
    model = _Model([*bodies, *trim], len(bodies), turn, pixels)
    camera = _Camera(model.points, pixels)
    width, height = camera.size
    body, dyed = (np.zeros((height * width, 3), np.float32) for _ in range(2))
    coverage = np.zeros(height * width, np.float32)
    share = np.float32(1 / _GRID**2)
    for index in range(_GRID**2):
        offset = (index % _GRID + 0.5) / _GRID, (index // _GRID + 0.5) / _GRID
        hit, shown, is_trim = model.seen(camera, offset, camera.chance(index))
        np.add.at(body, hit[~is_trim], shown[~is_trim] * share)
        np.add.at(dyed, hit[is_trim], shown[is_trim] * share)
        coverage[hit] += share
    shadow = _floor_shadow(model, camera, coverage)
    # As many digits as it is kept with: a photograph is the same whether it was kept or not.
    seen = (body, dyed, coverage, shadow)
    body, dyed, coverage, shadow = (part.astype(np.float16).astype(np.float32) for part in seen)
    return Photograph(
        body.reshape(height, width, 3),
        dyed.reshape(height, width, 3),
        coverage.reshape(height, width),
        shadow.reshape(height, width),
    )


class _Camera:
    """A perspective camera that looks at a product, its picture as small as holds it."""

    def __init__(self, points: Floats, pixels: int) -> None:
        low, high = points.min(axis=0), points.max(axis=0)
        center = (low + high) / 2
        turn, rise = np.radians((_AZIMUTH, _ELEVATION))
        back = np.array([np.sin(turn) * np.cos(rise), np.sin(rise), np.cos(turn) * np.cos(rise)])
        self.eye = (center + back * _DISTANCE * np.linalg.norm(high - low) / 2).astype(np.float32)
        right = np.cross((0.0, 1.0, 0.0), back)
        right /= np.linalg.norm(right)
        self._axes = np.stack([right, np.cross(back, right), -back]).astype(np.float32)
        seen = (points - self.eye) @ self._axes.T
        flat = seen[:, :2] / seen[:, 2:]
        self._low, self._high = flat.min(axis=0), flat.max(axis=0)
        spread = self._high - self._low
        margin = spread.max() * np.array((0.13, 0.05))  # room for the shadow
        self._low, self._high = self._low - margin, self._high + margin * (1, 0.2)
        self._pixel = float(spread.max()) / pixels
        wide, tall = (int(n) for n in np.ceil((self._high - self._low) / self._pixel))
        self.size = wide, tall

    def rays(self, offset: tuple[float, float]) -> Floats:
        """(height * width, 3) unit directions through one spot of every pixel, row by row."""
        x = self._low[0] + (np.arange(self.size[0]) + offset[0]) * self._pixel
        y = self._high[1] - (np.arange(self.size[1]) + offset[1]) * self._pixel
        grid = np.stack([*np.meshgrid(x, y), np.ones((len(y), len(x)))], axis=-1).reshape(-1, 3)
        ahead = grid @ self._axes
        return np.asarray(ahead / np.linalg.norm(ahead, axis=1, keepdims=True), dtype=np.float32)

    def inside(self) -> Floats:
        """(height * width,) 1 inside the picture, falling to 0 at its edges."""
        shares = [np.minimum(np.arange(n) + 0.5, n - 0.5 - np.arange(n)) / n for n in self.size]
        x, y = (np.clip(share / 0.11, 0, 1) for share in shares)
        return np.asarray(np.outer(y * y * (3 - 2 * y), x * x * (3 - 2 * x)).ravel(), np.float32)

    def chance(self, turn: int) -> Floats:
        """(height * width, 2) numbers from 0 to 1, unlike in neighbouring pixels and turns.

        Interleaved gradient noise (J. Jimenez, 2014), once for each of the two.
        """
        x, y = np.meshgrid(*(np.arange(n, dtype=np.float64) + 5.588238 * turn for n in self.size))
        waves = np.stack([x * 0.06711056 + y * 0.00583715, y * 0.06711056 - x * 0.00583715], -1)
        return np.asarray((52.9829189 * (waves % 1) % 1).reshape(-1, 2), dtype=np.float32)


class _Model:
    """Meshes as one, and what a ray finds there."""

    def __init__(self, meshes: Sequence[Mesh], bodies: int, turn: float, pixels: int) -> None:
        counts = [len(mesh.positions) for mesh in meshes]
        starts = np.cumsum([0, *counts[:-1]])
        cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        around = np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]], np.float32)
        self.points = np.concatenate([mesh.positions for mesh in meshes]) @ around
        self._normals = np.concatenate([mesh.normals for mesh in meshes]) @ around
        self._faces = np.concatenate(
            [mesh.triangles.astype(np.int64) + s for mesh, s in zip(meshes, starts, strict=True)]
        )
        self._coats = Coats(meshes, self._faces.astype(np.uint32), pixels)
        triangles = [len(mesh.triangles) for mesh in meshes]
        materials = [(m.metallic, m.roughness, m.unlit) for m in (mesh.material for mesh in meshes)]
        self._finish = np.repeat(np.array(materials, np.float32), triangles, axis=0)
        self._is_trim = np.repeat(np.arange(len(meshes)) >= bodies, triangles)
        self._rays = Rays(self.points, self._faces.astype(np.uint32))
        self.size = float(np.linalg.norm(np.ptp(self.points, axis=0)))
        self.floor = float(self.points[:, 1].min())

    def seen(
        self, camera: _Camera, offset: tuple[float, float], chance: Floats
    ) -> tuple[NDArray[np.int64], Floats, NDArray[np.bool_]]:
        """The pixels where something is seen, its radiance, and whether it takes a colour."""
        ahead = camera.rays(offset)
        found = self._trace(np.broadcast_to(camera.eye, ahead.shape), ahead)
        hit = np.flatnonzero(found.triangle >= 0)
        ahead, chance, face = ahead[hit], chance[hit], found.triangle[hit]
        color, normal = self._surface(face, found.u[hit], found.v[hit])
        normal = np.where(_along(normal, ahead) > 0, -normal, normal)
        at = camera.eye + ahead * found.distance[hit, None] + normal * (2e-4 * self.size)
        light = _even(self._gathered(at, normal, chance), normal, hit, camera.size)
        metallic, roughness, unlit = np.split(self._finish[face], 3, axis=1)
        base = 0.04 + (color - 0.04) * metallic
        grazing = (1 - np.clip(-_along(normal, ahead), 0, 1)) ** 5
        shine = base + (np.maximum(1 - roughness, base) - base) * grazing
        mirror = ahead - 2 * _along(normal, ahead) * normal
        mirror += _ball(chance) * (roughness**2 * 0.9)
        gloss = self._incoming(at, mirror / np.linalg.norm(mirror, axis=1, keepdims=True))
        shown = color * light * (1 - metallic) * (1 - shine) + shine * gloss
        shown = np.where(unlit > 0, color, shown)
        return hit, shown.astype(np.float32), self._is_trim[face]

    def shade(self, at: Floats, chance: Floats) -> Floats:
        """The share of light from above that the product keeps from points of the floor."""
        up = np.broadcast_to(np.array((0, 1, 0), np.float32), at.shape)
        kept, total = np.zeros(len(at)), np.zeros(len(at))
        for index in range(_FLOOR_RAYS):
            direction = _cosine(up, chance, index, _FLOOR_RAYS)
            strength = 1 + _studio(direction)[:, 0]
            found = self._trace(at, direction)
            near = np.exp(-np.abs(found.distance) / (_REACH * self.size)) * (found.triangle >= 0)
            kept, total = kept + near * strength, total + strength
        return np.asarray(kept / total, dtype=np.float32)

    def _gathered(self, at: Floats, normal: Floats, chance: Floats) -> Floats:
        total = np.zeros_like(at)
        for index in range(_RAYS):
            total += self._incoming(at, _cosine(normal, chance, index, _RAYS))
        return np.asarray(total / _RAYS, dtype=np.float32)

    def _incoming(self, at: Floats, direction: Floats) -> Floats:
        """Radiance that comes to points from directions: the studio, or the product itself."""
        found = self._trace(at, direction).triangle
        own = self._coats.flat[np.maximum(found, 0)] * _BOUNCE
        return np.where((found >= 0)[:, None], own, _studio(direction)).astype(np.float32)

    def _surface(self, face: NDArray[np.int32], u: Floats, v: Floats) -> tuple[Floats, Floats]:
        weights = np.stack([1 - u - v, u, v], axis=1)[..., None]
        corners = self._faces[face]
        normal = (self._normals[corners] * weights).sum(axis=1)
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
        return self._coats.at(face, u, v), normal

    def _trace(self, origins: Floats, directions: Floats) -> Hits:
        return self._rays.hits(
            np.ascontiguousarray(origins, np.float32), np.ascontiguousarray(directions, np.float32)
        )


def _floor_shadow(model: _Model, camera: _Camera, coverage: Floats) -> Floats:
    """Darkness on the floor, by pixel: none far from the product."""
    ahead = camera.rays((0.5, 0.5))
    shadow = np.zeros(len(ahead), np.float32)
    drop = (model.floor - camera.eye[1]) / np.minimum(ahead[:, 1], -1e-6)
    at = camera.eye + ahead * drop[:, None]
    low, high = model.points.min(axis=0), model.points.max(axis=0)
    near = ((at >= low - 0.4 * model.size) & (at <= high + 0.4 * model.size))[:, (0, 2)]
    spots = np.flatnonzero(near.all(axis=1) & (coverage < 1) & (ahead[:, 1] < 0))
    raised = at[spots].astype(np.float32) + np.array((0, 1e-4 * model.size, 0), np.float32)
    dark = model.shade(raised, camera.chance(0)[spots])[:, None]
    up = np.broadcast_to(np.array((0, 1, 0), np.float32), raised.shape)
    shadow[spots] = _even(dark, up, spots, camera.size)[:, 0]
    return shadow * camera.inside()


def _even(light: Floats, normal: Floats, hit: NDArray[np.int64], size: tuple[int, int]) -> Floats:
    """Light smoothed over neighbouring pixels whose surface looks the same way."""
    wide, tall = size
    sheet = np.zeros((tall + 2 * _BLUR, wide + 2 * _BLUR, 3 + light.shape[1]), np.float32)
    rows, columns = hit // wide + _BLUR, hit % wide + _BLUR
    sheet[rows, columns, :3] = normal
    for down, right in ((1, 0), (0, 1)):
        sheet[rows, columns, 3:] = light
        total, count = light.copy(), np.ones((len(light), 1), np.float32)
        for step in (k for k in range(-_BLUR, _BLUR + 1) if k):
            other = sheet[rows + down * step, columns + right * step]
            alike = _along(other[:, :3], normal) > _BENT
            total += other[:, 3:] * alike
            count += alike
        light = total / count
    return light


def _studio(direction: Floats) -> Floats:
    """(n, 3) radiance of the studio: a grey cove, light floor, dark horizon, softboxes."""
    rise = direction[:, 1]
    light = np.where(rise < 0, 0.30 - 0.25 * rise, 0.26 + 0.42 * np.maximum(rise, 0) ** 0.8)
    light = light - 0.10 * np.exp(-((rise / 0.14) ** 2))
    for towards, half, soft, radiance in _BOXES:
        near = direction @ (np.array(towards) / np.linalg.norm(towards))
        share = np.clip((near - half) / soft, 0, 1)
        light = light + radiance * share * share * (3 - 2 * share)
    return np.repeat(light[:, None], 3, axis=1).astype(np.float32)


def _cosine(normal: Floats, chance: Floats, index: int, count: int) -> Floats:
    """One of `count` directions over each surface, more of them near its normal."""
    first = (index + chance[:, 0]) / count
    angle = 2 * np.pi * (index * 0.618033989 + chance[:, 1])
    ring, rise = np.sqrt(first), np.sqrt(1 - first)
    side = np.where(np.abs(normal[:, :1]) > 0.9, (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    across = np.cross(side, normal)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    along = np.cross(normal, across)
    flat = across * (ring * np.cos(angle))[:, None] + along * (ring * np.sin(angle))[:, None]
    return np.asarray(flat + normal * rise[:, None], dtype=np.float32)


def _ball(chance: Floats) -> Floats:
    """A point of the unit ball for each pair of numbers."""
    rise, angle = 2 * chance[:, 0] - 1, 2 * np.pi * chance[:, 1]
    ring, reach = np.sqrt(1 - rise**2), np.cbrt((chance.sum(axis=1) * 7.31) % 1)
    ball = np.stack([ring * np.cos(angle), rise, ring * np.sin(angle)], axis=1)
    return np.asarray(ball * reach[:, None], dtype=np.float32)


def _along(one: Floats, other: Floats) -> Floats:
    """(n, 1) scalar products, row by row."""
    return np.asarray(np.einsum("ij,ij->i", one, other)[:, None])
