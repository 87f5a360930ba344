"""The faces of a box in place of what is solid, as a few quads that look the same from afar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallgen.scene.document import Floats, Indices, Matrix, Mesh

#: A face stands for surface of this share of its area, and adds less than so many square metres.
_SOLID, _ADDED = 0.6, 0.4
#: Smaller faces, in square metres, are not seen.
_LEAST = 0.03
#: What looks this much the same way as a face, as a cosine, is shown by it.
_ALIKE = 0.7

#: Corners of the five faces of a box that can be seen: +x, -x, +z, -z, +y.
_FACES = np.array(
    [
        [[1, 0, 1], [1, 0, 0], [1, 1, 0], [1, 1, 1]],
        [[0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0]],
        [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]],
        [[1, 0, 0], [0, 0, 0], [0, 1, 0], [1, 1, 0]],
        [[0, 1, 1], [1, 1, 1], [1, 1, 0], [0, 1, 0]],
    ],
    float,
)
_NORMALS = np.array([[1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1], [0, 1, 0]], float)

#: Places in a triangle at which light and colour are looked up: its parts of three corners.
_INSIDE = np.array([[4, 1, 1], [1, 4, 1], [1, 1, 4], [2, 2, 2]]) / 6

#: Places of a quad's corners along its two sides.
_ALONG = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)


@dataclass(frozen=True, eq=False, slots=True)
class Face:
    """A rectangle in place of triangles (m, 3) of a mesh, all in the mesh's own axes.

    `corners` (4, 3) go round counter-clockwise; `area` is what is seen of it, in square metres.
    """

    corners: Matrix
    normal: NDArray[np.float64]
    area: float
    triangles: Indices

    def along(self, points: Matrix) -> Matrix:
        """Where points (n, 3) are along its two sides, 0 to 1 within it (n, 2)."""
        first, side, _, up = self.corners
        ways = np.stack([side - first, up - first])
        lengths = np.maximum((ways * ways).sum(axis=1), 1e-12)
        places: Matrix = (points - first) @ ways.T / lengths
        return places

    def holds(self, points: Matrix) -> NDArray[np.bool_]:
        """Which of these points (n, 3) lie straight before or behind it."""
        return np.asarray((np.abs(self.along(points) - 0.5) <= 0.5).all(axis=1), np.bool_)


def box_faces(mesh: Mesh, triangles: Indices, scale: NDArray[np.float64]) -> list[Face]:
    """The large faces of the box of these triangles (m, 3), of those that its surface fills.

    The box stands upright and turns with the largest of its surfaces. `scale` (3,) is what the
    mesh's axes are multiplied by; areas are those of the scaled.
    """
    corners = (mesh.positions * scale)[triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.linalg.norm(across, axis=1) / 2
    facing = across / np.maximum(2 * areas, 1e-12)[:, None]
    turn = _turn(facing, areas)
    places = corners @ turn
    low, high = places.min(axis=(0, 1)), places.max(axis=(0, 1))
    width, height, depth = high - low
    whole = np.array(
        [height * depth, height * depth, width * height, width * height, width * depth]
    )
    alike = facing @ turn @ _NORMALS.T
    own = alike > _ALIKE
    surface = areas @ (alike * own)
    found = []
    for side in np.flatnonzero(
        surface >= np.maximum(_LEAST, np.maximum(_SOLID * whole, whole - _ADDED))
    ):
        normal = turn @ _NORMALS[side] * scale
        face = (low + _FACES[side] * (high - low)) @ turn.T / scale
        area = float(min(surface[side], whole[side]))
        found.append(Face(face, normal / np.linalg.norm(normal), area, triangles[own[:, side]]))
    return found


def _turn(facing: Matrix, areas: NDArray[np.float64]) -> Matrix:
    """A turn about Y whose first axis is level and looks as the largest upright surface does."""
    x, _, z = facing[np.argmax(areas * np.hypot(facing[:, 0], facing[:, 2]))]
    length = np.hypot(x, z)
    cos, sin = (1.0, 0.0) if length < 1e-6 else (x / length, z / length)
    return np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]])


def faces_mesh(mesh: Mesh, faces: Sequence[Face], sheet: Floats | None) -> Mesh:
    """Faces as a mesh, in the colours and the light of what they stand for.

    `sheet` (rows, columns) is irradiance over pi where `light_uvs` point; it goes to vertices.
    """
    count = 4 * len(faces)
    first = np.arange(0, count, 4)[:, None]
    halves = np.stack([first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))], axis=1)
    return replace(
        mesh,
        positions=np.concatenate([face.corners for face in faces]).astype(np.float32),
        normals=np.repeat([face.normal for face in faces], 4, axis=0).astype(np.float32),
        triangles=halves.reshape(-1, 3).astype(np.uint32),
        uvs=_all(mesh, faces, mesh.uvs),
        colors=None if (own := _all(mesh, faces, mesh.colors)) is None else np.clip(own, 0, 1),
        features=None if mesh.features is None else _features(mesh.features, faces),
        irradiance=_light(mesh, faces, sheet),
        light_uvs=None,
    )


def _features(rows: Indices, faces: Sequence[Face]) -> Indices:
    return np.repeat([rows[face.triangles[0, 0]] for face in faces], 4).astype(np.uint32)


def _all(mesh: Mesh, faces: Sequence[Face], values: Floats | None) -> Floats | None:
    """Values of vertices (n, k) at the corners of all faces, where there are any."""
    if values is None:
        return None
    return np.concatenate([_fitted(mesh, face, _inside(values, face.triangles)) for face in faces])


def _light(mesh: Mesh, faces: Sequence[Face], sheet: Floats | None) -> Floats | None:
    if mesh.irradiance is None:
        return None
    found = []
    for face in faces:
        own = _inside(mesh.irradiance, face.triangles)
        if mesh.light_uvs is not None and sheet is not None:
            size = np.array([sheet.shape[1], sheet.shape[0]])
            texels = _inside(mesh.light_uvs, face.triangles) * size
            columns, rows = np.clip(texels.astype(int), 0, size - 1).T
            own = own + sheet[rows, columns, None]
        found.append(_fitted(mesh, face, own))
    return np.maximum(np.concatenate(found), 0)


def _inside(values: Floats, triangles: Indices) -> Floats:
    """Values of vertices (n, k) at places in triangles (m, 3), four each (4 m, k)."""
    inside: Floats = np.einsum("pc,mck->mpk", _INSIDE, values[triangles]).astype(np.float32)
    return inside.reshape(-1, values.shape[1])


def _fitted(mesh: Mesh, face: Face, values: Floats) -> Floats:
    """Values (4, k) at a face's corners that are nearest to those in its triangles.

    They rise evenly along both sides: a least-squares plane, each triangle by its area.
    """
    corners = mesh.positions[face.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    weights = np.sqrt(np.linalg.norm(across, axis=1)).repeat(len(_INSIDE))[:, None]
    places = face.along(_inside(mesh.positions, face.triangles).astype(np.float64))
    plane = np.linalg.lstsq(_terms(places) * weights, values * weights, rcond=1e-6)[0]
    fitted: Floats = (_terms(_ALONG) @ plane).astype(np.float32)
    return fitted


def _terms(places: Matrix) -> Matrix:
    return np.concatenate([np.ones((len(places), 1)), places - 0.5], axis=1)
