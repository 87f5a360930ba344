"""What of a scene is seen from afar: its pictures, and the large faces of what is solid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallgen.scene.document import Alpha, Floats, Indices, Matrix, Mesh, Node, Scene
from hallgen.scene.faces import Face, box_faces, faces_mesh
from hallgen.scene.parts import parts
from hallgen.scene.placement import placement_of
from hallgen.scene.reduce import with_triangles
from hallgen.scene.strips import straightened

#: Parts with less surface, in square metres, are not seen from 30 m.
_LEAST_AREA = 0.12
#: A picture draws the eye as much as so many times its area of plain wall.
_PICTURE = 3.0
#: Parts with up to so many triangles are kept as they are.
_FEW = 4
#: What has no large flat faces is kept whole from this area on, in square metres.
_LARGE = 2.0
#: Who stands and looks from afar sees floors and table tops at a slant: this part of their area.
_SLANT = 0.1
#: A picture lies in a frame up to so deep, in metres, and is this part of the frame's face.
_FRAME, _FRAMED = 0.3, 0.35


@dataclass(frozen=True, eq=False, slots=True)
class _Piece:
    """Something to show or to leave out, of a node's placement, and what it is worth.

    It is `triangles` (m, 3) of the node's mesh, or a `face` in place of what it stands for.
    Its middle, and the direction in which it looks, are in the axes of the scene.
    """

    node: int
    placement: int
    worth: float
    area: float
    middle: NDArray[np.float64]
    normal: NDArray[np.float64]
    triangles: Indices | None = None
    face: Face | None = None
    pictured: bool = False

    @property
    def cost(self) -> int:
        return 2 if self.triangles is None else len(self.triangles)


@dataclass(frozen=True, eq=False, slots=True)
class _Part:
    """Triangles that hang together, in the axes of their mesh times a scale.

    `across` (m, 3) are their normals, as long as their areas.
    """

    triangles: Indices
    area: float
    across: Matrix
    middle: NDArray[np.float64]
    pictured: bool
    faces: Sequence[Face]


def distant(scene: Scene, triangles: int, light: Floats | None = None) -> Scene:
    """The scene in at most `triangles` triangles: what has most surface for its cost.

    Pictures count more than plain faces. In place of what is solid come the larger faces of its
    box, in the colours and the light of what they stand for; `light` (rows, columns) is
    irradiance over pi where `light_uvs` point. What does not fit is left out.
    """
    found = [piece for number, node in enumerate(scene.nodes) for piece in _pieces(number, node)]
    found.sort(key=lambda piece: (-piece.worth / piece.cost, piece.node, piece.placement))
    left = triangles
    kept: dict[tuple[int, int], list[_Piece]] = {}
    for piece in _without_lids(scene, found):
        if piece.cost <= left:
            left -= piece.cost
            kept.setdefault((piece.node, piece.placement), []).append(piece)
    nodes = tuple(
        shown
        for node, placement in sorted(kept)
        for shown in _shown(scene.nodes[node], placement, kept[node, placement], light)
    )
    return replace(scene, nodes=nodes, spots=())


def _pieces(number: int, node: Node) -> Iterator[_Piece]:
    mesh = node.mesh
    if mesh.material.alpha is Alpha.BLEND or not len(mesh.triangles):
        return
    of_triangle = parts(mesh.positions, mesh.triangles)
    order = np.argsort(of_triangle, kind="stable")
    groups = np.split(mesh.triangles[order], np.cumsum(np.bincount(of_triangle))[:-1])
    scaled: dict[bytes, list[_Part]] = {}
    for at, matrix in enumerate(node.placements):
        scale = np.linalg.norm(matrix[:3, :3], axis=0).round(6)
        if scale.tobytes() not in scaled:
            found = (_part(mesh, group, scale) for group in groups)
            scaled[scale.tobytes()] = [part for part in found if part.area >= _LEAST_AREA]
        for part in scaled[scale.tobytes()]:
            if part.faces:
                yield from (_of_face(number, at, face, matrix) for face in part.faces)
            elif part.pictured or len(part.triangles) <= _FEW or part.area > _LARGE:
                turn = matrix[:3, :3] / scale
                across = part.across @ turn.T
                middle = turn @ part.middle + matrix[:3, 3]
                worth = _upright(across) * (_PICTURE if part.pictured else 1.0)
                normal = across.sum(axis=0) / part.area
                known = (worth, part.area, middle, normal, part.triangles)
                yield _Piece(number, at, *known, pictured=part.pictured)


def _part(mesh: Mesh, triangles: Indices, scale: NDArray[np.float64]) -> _Part:
    pictured = _is_picture(mesh, triangles)
    few = len(triangles) <= _FEW
    if pictured and not few:
        triangles = straightened(mesh, triangles)
    corners = mesh.positions[triangles] * scale
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) / 2
    area = float(np.linalg.norm(across, axis=1).sum())
    solid = not (pictured or few or area < _LEAST_AREA)
    faces = box_faces(mesh, triangles, scale) if solid else []
    return _Part(triangles, area, across, corners.mean(axis=(0, 1)), pictured, faces)


def _of_face(number: int, at: int, face: Face, matrix: Matrix) -> _Piece:
    middle = matrix[:3, :3] @ face.corners.mean(axis=0) + matrix[:3, 3]
    normal = matrix[:3, :3] / (matrix[:3, :3] ** 2).sum(axis=0) @ face.normal
    normal /= np.linalg.norm(normal)
    worth = _upright(face.area * normal[None])
    return _Piece(number, at, worth, face.area, middle, normal, face=face)


def _upright(across: Matrix) -> float:
    """What is seen of surfaces, given by their normals (n, 3) as long as their areas."""
    level = np.hypot(across[:, 0], across[:, 2])
    return float((level + _SLANT * np.abs(across[:, 1])).sum())


def _is_picture(mesh: Mesh, triangles: Indices) -> bool:
    """Whether these triangles show a picture, and not a pattern that repeats."""
    if mesh.material.emissive_texture is None and mesh.material.texture is None:
        return False
    uvs = mesh.uvs
    return uvs is not None and bool((np.abs(uvs[triangles] - 0.5) < 0.501).all())


def _without_lids(scene: Scene, pieces: Sequence[_Piece]) -> Iterable[_Piece]:
    """All pieces but the faces that would cover a picture: it lies in a frame, a little behind."""
    pictures = [p for p in pieces if p.pictured]
    middles = np.array([p.middle for p in pictures]).reshape(-1, 3)
    normals = np.array([p.normal for p in pictures]).reshape(-1, 3)
    areas = np.array([p.area for p in pictures])
    for piece in pieces:
        if piece.face is not None:
            matrix = scene.nodes[piece.node].placements[piece.placement]
            behind = (piece.middle - middles) @ piece.normal
            covered = (normals @ piece.normal > 0.9) & (behind > 0) & (behind < _FRAME)
            covered &= areas > _FRAMED * piece.area
            covered &= piece.face.holds((middles - matrix[:3, 3]) @ np.linalg.inv(matrix[:3, :3]).T)
            if covered.any():
                continue
        yield piece


def _shown(
    node: Node, placement: int, chosen: Sequence[_Piece], sheet: Floats | None
) -> Iterator[Node]:
    """The chosen pieces of a placement, in place."""
    node = placement_of(node, placement)
    whole = [piece.triangles for piece in chosen if piece.triangles is not None]
    faces = [piece.face for piece in chosen if piece.face is not None]
    if whole:
        triangles = np.concatenate(whole)
        mesh = replace(node.mesh, triangles=triangles)
        used = with_triangles(mesh, np.ones(len(triangles), bool))
        yield replace(node, mesh=used)
    if faces:
        yield replace(node, mesh=faces_mesh(node.mesh, faces, sheet))
