"""The bake: direct light, then two bounces, at the texels and vertices of a scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from hallgen.light.baked import BakedLight, SolidLight
from hallgen.light.charts import Densities, Density
from hallgen.light.environment import environment
from hallgen.light.grids import Grid, filled, finer, smoothed
from hallgen.light.lamps import Shiners, gathered_up, shiner_light, shining, spot_light, upwards
from hallgen.light.quality import Effort, LightQuality, effort
from hallgen.light.receivers import (
    Points,
    chart_points,
    first_order,
    lone_points,
    spread_points,
)
from hallgen.light.scenery import Body, Treatment, bodies, guests
from hallgen.light.sheets import coded
from hallgen.light.surroundings import Surroundings
from hallgen.light.world import OFF, World, shining_triangles
from hallgen.scene import Floats, Indices, Scene, Spot

#: All light but that of spots is soft: it is found at every second texel each way.
_COARSE = 2
#: A lone vertex has no neighbours to be smoothed with: it gets so many times the rays.
_VERTEX_RAYS = 3
#: How far light is blurred against noise, in places of its own grid.
_BLUR, _SOFT_BLUR = 0.6, 1.2


@dataclass(frozen=True, eq=False, slots=True)
class HallSight:
    """What only a hall has: a middle to look around from, and people, who are in no one's light."""

    eye: tuple[float, float, float]
    people: Scene


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a kind of scene is baked: texels a metre, and metres between points of shiners.

    `uplight` is the share of their light that lamps give upwards, as a hall's do.
    """

    density: Densities
    spacing: float
    uplight: float = 0.0


#: A booth's panels are read from a metre off; a hall's floor is walked on, its roof far away.
BOOTH = Recipe(
    Densities(
        floors=Density(near=22, far=10, near_area=9.0, far_area=120.0),
        others=Density(near=27, far=12, near_area=3.0, far_area=60.0),
    ),
    0.2,
)
HALL = Recipe(
    Densities(
        floors=Density(near=8, far=5, near_area=200.0, far_area=10_000.0),
        others=Density(near=8, far=1.3, near_area=8.0, far_area=1_500.0),
    ),
    0.9,
    uplight=0.07,
)


def bake_light(
    scene: Scene,
    around: Surroundings,
    recipe: Recipe,
    quality: LightQuality,
    hall: HallSight | None = None,
) -> BakedLight:
    """Bake a scene in its own axes (metres, Y up) amid its surroundings.

    For a `hall` the light holds also what is seen all around from its middle, and the light of
    its people, whose nodes are numbered on from the scene's.

    Direct light from spots and from all that shines; then a gather of what surfaces return of it,
    and a second of what they return of both. The same scene gives the same bytes.
    """
    work = effort(quality)
    every = tuple(bodies(scene, recipe.density, work.density))
    if hall is not None:
        every += tuple(guests(hall.people, len(scene.nodes)))
    world = World(every, around)
    corners, radiances = shining_triangles(every)
    lamps = shining(corners, radiances, recipe.spacing)
    if recipe.uplight:
        lamps = Shiners.joined([lamps, upwards(lamps, recipe.uplight)])
    own = gathered_up(lamps, 1.5 * recipe.spacing)
    shiners = Shiners.joined([own, around.shiners])
    bake = _Bake(world, shiners, scene.spots, work)
    bake.run()
    seen = None if hall is None else environment(world, hall.eye)
    return BakedLight(coded(world.sheet), bake.solids(), bake.wholes(), seen)


class _Bake:
    """One bake at work: its points, and the light found at them so far."""

    def __init__(self, world: World, shiners: Shiners, spots: Sequence[Spot], work: Effort) -> None:
        self.world, self.shiners, self.spots, self.work = world, shiners, spots, work
        self.charts = [chart for body in world.bodies for chart in body.charts]
        self.fine = chart_points(
            world.rays, self.charts, [(c.columns, c.rows) for c in self.charts]
        )
        self.sizes = [(_half(c.columns), _half(c.rows)) for c in self.charts]
        self.coarse = chart_points(world.rays, self.charts, self.sizes)
        self.lone = [self._scattered(body) for body in world.bodies]
        self._fits: list[Floats] = []

    def _scattered(self, body: Body) -> tuple[Indices, Points]:
        if body.treatment is Treatment.SOLID:
            return lone_points(self.world.rays, body)
        return np.zeros(0, np.uint32), spread_points(self.world.rays, body)

    def run(self) -> None:
        """Find the light, leaving it in the world."""
        spots = _spread(self.fine, self._from_spots)
        fine = [
            _even(light, points, (chart.columns, chart.rows), _BLUR)
            for light, chart, points in zip(spots, self.charts, self.fine, strict=True)
        ]
        scattered = [p for _, p in self.lone]
        soft = _spread(self.coarse, lambda p, n: self._from_shiners(p, n, 1))
        lone = [
            a + b
            for a, b in zip(
                _spread(scattered, self._from_spots),
                _spread(scattered, lambda p, n: self._from_shiners(p, n, _VERTEX_RAYS)),
                strict=True,
            )
        ]
        self._put(self._with(fine, soft), lone)
        for rays in (self.work.first_rays, self.work.second_rays):
            bounced = self._gather(self.coarse, rays)
            around = self._gather(scattered, _VERTEX_RAYS * rays)
            self._put(
                self._with(fine, [a + b for a, b in zip(soft, bounced, strict=True)]),
                [a + b for a, b in zip(lone, around, strict=True)],
            )

    def solids(self) -> dict[tuple[int, int], SolidLight]:
        found = {}
        size = np.array([self.world.width, self.world.height], np.float32)
        for number, body in enumerate(self.world.bodies):
            if body.cut is None or body.treatment is not Treatment.SOLID:
                continue
            first = self.world.firsts[number]
            light = self.world.at_vertices[first : first + len(body.mesh.positions)].copy()
            uvs = np.zeros((len(light), 2), np.float32)
            for vertices, texels in self.world.texel_uvs(number):
                uvs[vertices] = (texels + 0.5) / size
            found[body.node, body.placement] = SolidLight(body.cut, light, uvs)
        return found

    def wholes(self) -> dict[int, Floats]:
        rows: dict[int, list[Floats]] = {}
        for body, fit in zip(self.world.bodies, self._fits, strict=True):
            if body.treatment is Treatment.WHOLE:
                rows.setdefault(body.node, []).append(fit)
        return {node: np.stack(fits) for node, fits in rows.items()}

    def _from_spots(self, positions: Floats, normals: Floats) -> Floats:
        off = np.ascontiguousarray(positions + normals * np.float32(OFF))
        return spot_light(self.world.rays, off, normals, self.spots)

    def _from_shiners(self, positions: Floats, normals: Floats, times: int) -> Floats:
        off = np.ascontiguousarray(positions + normals * np.float32(OFF))
        rays = times * self.work.lamp_rays
        return shiner_light(self.world.rays, off, normals, self.shiners, rays)

    def _gather(self, points: Sequence[Points], rays: int) -> list[Floats]:
        return _spread(points, lambda p, n: self.world.gathered(p, n, rays))

    def _with(self, fine: Sequence[Grid], soft: Sequence[Floats]) -> list[Grid]:
        """Light of fine grids with soft light, found at every second place, between."""
        return [
            grid + finer(_even(light, points, size, _SOFT_BLUR), *grid.shape)
            for grid, light, points, size in zip(fine, soft, self.coarse, self.sizes, strict=True)
        ]

    def _put(self, grids: Sequence[Grid], scattered: Sequence[Floats]) -> None:
        """Write light into the world, so that the next gather sees it."""
        world = self.world
        for grid, (x, y) in zip(grids, world.places, strict=True):
            world.sheet[y : y + grid.shape[0], x : x + grid.shape[1]] = grid
        self._fits = []
        for number, (body, light) in enumerate(zip(world.bodies, scattered, strict=True)):
            first = world.firsts[number]
            some, points = self.lone[number]
            fit = np.zeros(4, np.float32)
            if body.treatment is Treatment.WHOLE:
                # Ends of bars inside other bars are dark, and nobody sees them.
                seen = points.valid if points.valid.any() else np.ones_like(points.valid)
                fit = first_order(points.normals[seen], light[seen])
                whole = np.maximum(0, body.mesh.normals @ fit[:3] + fit[3])
                world.at_vertices[first : first + len(whole)] = whole
            elif len(some):
                world.at_vertices[first + some] = _from_open(light, points)
            self._fits.append(fit)


def _from_open(light: Floats, points: Points) -> Floats:
    """Light with that of hidden points taken from the nearest open one."""
    hidden, seen = np.flatnonzero(~points.valid), np.flatnonzero(points.valid)
    if not len(hidden) or not len(seen):
        return light
    light = light.copy()
    for start in range(0, len(hidden), 512):
        some = hidden[start : start + 512]
        apart = points.positions[some, None] - points.positions[None, seen]
        light[some] = light[seen[(apart**2).sum(axis=2).argmin(axis=1)]]
    return light


def _spread(points: Sequence[Points], find: Callable[[Floats, Floats], Floats]) -> list[Floats]:
    """Find the light of the open points of many groups at once; hidden ones are dark."""
    if not points:
        return []
    positions = np.concatenate([p.positions for p in points])
    normals = np.concatenate([p.normals for p in points])
    valid = np.concatenate([p.valid for p in points])
    light = np.zeros(len(positions), np.float32)
    light[valid] = find(
        np.ascontiguousarray(positions[valid]), np.ascontiguousarray(normals[valid])
    )
    ends = np.cumsum([len(p.positions) for p in points])
    return np.split(light, ends[:-1])


def _even(light: Floats, points: Points, size: tuple[int, int], blur: float) -> Grid:
    """Light on a chart's grid of so many columns and rows, without holes and less noisy."""
    columns, rows = size
    known = points.valid.reshape(rows, columns)
    return smoothed(filled(light.reshape(rows, columns), known), blur)


def _half(count: int) -> int:
    return max(2, (count + _COARSE - 1) // _COARSE)
