"""Everything that light meets in a bake, and how much each place returns so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hallgen.light.charts import arrange
from hallgen.light.rays import Hits, Rays
from hallgen.light.receivers import chart_points
from hallgen.light.sampling import frames, hemisphere
from hallgen.light.scenery import Body, radiance
from hallgen.light.surroundings import Surroundings
from hallgen.scene import Floats, Indices

#: No ray brings more than this: a lamp met by chance would leave a bright dot.
_MOST = 6.0
#: Rays are traced so many at a time: origins, directions and hits stay in the cache.
_RAYS = 1 << 16
#: A chart is hidden when none of so many columns and rows of points on it is in the open.
_PROBED = (7, 7)
#: Rays start this far off their surface, in metres.
OFF = 0.003


class World:
    """Bodies and their surroundings as one soup of triangles, with light on a sheet of texels.

    `sheet` (rows, columns) is irradiance over pi at texels; `at_vertices` (n,) the same at the
    vertices of all bodies, one after the other.
    """

    def __init__(self, bodies: Sequence[Body], around: Surroundings) -> None:
        self.around = around
        counts = [len(body.mesh.positions) for body in bodies]
        self.firsts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self.at_vertices = np.zeros(int(self.firsts[-1]), np.float32)
        blocking = [k for k, body in enumerate(bodies) if body.blocks]
        self._corners = np.concatenate(
            [np.zeros((0, 3), np.int64)]
            + [bodies[k].mesh.triangles.astype(np.int64) + self.firsts[k] for k in blocking]
        )
        self._albedo = np.concatenate(
            [np.zeros(0, np.float32)] + [bodies[k].albedo for k in blocking]
        )
        self._twosided = np.concatenate(
            [
                np.full(len(bodies[k].mesh.triangles), bodies[k].mesh.material.double_sided)
                for k in blocking
            ]
            + [np.zeros(len(around.known.triangles), bool)]
        )
        self._own = len(self._corners)
        self.rays = Rays(*self._soup(bodies))
        self.bodies = self._without_hidden(bodies)
        charts = [chart for body in self.bodies for chart in body.charts]
        self._first_charts = np.cumsum([0, *(len(body.charts) for body in self.bodies)])
        self.width, self.height, self.places = arrange([(c.columns, c.rows) for c in charts])
        self.sheet = np.zeros((self.height, self.width), np.float32)
        self._texels = self._texel_corners(blocking)

    def _without_hidden(self, bodies: Sequence[Body]) -> tuple[Body, ...]:
        """The bodies without charts that nothing can see, as a wall's behind a print over all."""
        charts = [chart for body in bodies for chart in body.charts]
        probed = iter(chart_points(self.rays, charts, [_PROBED] * len(charts)))
        seen = [tuple(c for c in body.charts if next(probed).valid.any()) for body in bodies]
        return tuple(
            body if len(some) == len(body.charts) else replace(body, charts=some)
            for body, some in zip(bodies, seen, strict=True)
        )

    def texel_uvs(self, number: int) -> list[tuple[Indices, Floats]]:
        """Vertices of a body's charts, and where they lie on the sheet, in texels (n, 2)."""
        first = self._first_charts[number]
        found = []
        for k, chart in enumerate(self.bodies[number].charts):
            x, y = self.places[first + k]
            ends = np.array([chart.columns - 1, chart.rows - 1])
            found.append((chart.vertices, (chart.shares * ends + [x, y]).astype(np.float32)))
        return found

    def gathered(self, points: Floats, normals: Floats, count: int) -> Floats:
        """Irradiance over pi (n,) from what surfaces return, by `count` rays from each point."""
        light = np.empty(len(points), np.float32)
        local, table = hemisphere(count), self._table()
        step = max(1, _RAYS // count)
        for start in range(0, len(points), step):
            normal = normals[start : start + step]
            one, other = frames(normal, start)
            axes = np.stack([one, other, normal], axis=1)
            ways = np.matmul(local, axes).reshape(-1, 3)
            origins = np.repeat(points[start : start + step] + normal * OFF, count, axis=0)
            hits = self.rays.hits(origins, ways)
            seen = self._returned(hits, ways, table)
            light[start : start + step] = seen.reshape(-1, count).mean(axis=1)
        return light

    def looked_at(self, origins: Floats, ways: Floats, shines: Floats) -> Floats:
        """Radiance (n,) along rays, with what own blocking triangles shine by themselves (m,)."""
        hits = self.rays.hits(origins, ways)
        seen = self._returned(hits, ways, self._table())
        own = np.flatnonzero((hits.triangle >= 0) & (hits.triangle < self._own) & hits.front)
        seen[own] += shines[hits.triangle[own]]
        return seen

    def _returned(self, hits: Hits, ways: Floats, table: Floats) -> Floats:
        """What comes back along each ray."""
        around = self.around
        seen = np.zeros(len(ways), np.float32)
        missed = np.flatnonzero(hits.triangle < 0)
        rise = ways[missed, 1]
        beyond = np.where(rise > 0, around.above - around.beside, around.beside - around.below)
        seen[missed] = around.beside + beyond.astype(np.float32) * rise
        met = np.flatnonzero(hits.triangle >= 0)
        lit = met[hits.front[met] | self._twosided[hits.triangle[met]]]
        is_own = hits.triangle[lit] < self._own
        known, own = lit[~is_own], lit[is_own]
        seen[known] = around.known.returns[hits.triangle[known] - self._own]
        triangle = hits.triangle[own]
        returned = self._albedo[triangle] * self._light(
            np.take(table, triangle, axis=0), hits.u[own], hits.v[own]
        )
        seen[own] = np.minimum(returned, _MOST)
        return seen

    def _table(self) -> Floats:
        """For each own triangle (m, 9) its corners' texels and their light so far.

        One row of memory is read for a ray, not one at each corner.
        """
        return np.hstack([self._texels, self.at_vertices[self._corners]])

    def _light(self, rows: Floats, u: Floats, v: Floats) -> Floats:
        """Irradiance over pi at barycentric places on triangles, of which these are the rows."""
        w = 1 - u - v
        x = w * rows[:, 0] + u * rows[:, 2] + v * rows[:, 4] + 0.5
        y = w * rows[:, 1] + u * rows[:, 3] + v * rows[:, 5] + 0.5
        light = w * rows[:, 6] + u * rows[:, 7] + v * rows[:, 8]
        light += self.sheet[y.astype(np.int32), x.astype(np.int32)]
        return np.asarray(light, np.float32)

    def _texel_corners(self, blocking: Sequence[int]) -> Floats:
        """For each own triangle the texels of its corners, x and y of each (m, 6); 0 is black."""
        at = np.zeros((len(self.at_vertices), 2), np.float32)
        for k in blocking:
            for vertices, texels in self.texel_uvs(k):
                at[self.firsts[k] + vertices] = texels
        return np.ascontiguousarray(at[self._corners].reshape(-1, 6))

    def _soup(self, bodies: Sequence[Body]) -> tuple[Floats, Indices]:
        positions = np.concatenate(
            [*(body.mesh.positions for body in bodies), self.around.known.positions]
        )
        known = self.around.known.triangles.astype(np.int64) + self.firsts[-1]
        return positions, np.concatenate([self._corners, known]).astype(np.uint32)


def shining_triangles(bodies: Sequence[Body]) -> tuple[Floats, Floats]:
    """Triangles (m, 3, 3) that shine, and their radiances (m,)."""
    corners, radiances = [], []
    for body in bodies:
        shine = radiance(body.mesh.material)
        if shine > 0 and not body.mesh.material.unlit:
            corners.append(body.mesh.positions[body.mesh.triangles])
            radiances.append(np.full(len(body.mesh.triangles), shine, np.float32))
    if not corners:
        return np.zeros((0, 3, 3), np.float32), np.zeros(0, np.float32)
    return np.concatenate(corners), np.concatenate(radiances)
