"""What of a model is hidden inside of it: triangles from which no ray gets out.

CAD comes with all its screws, shafts and boards; behind a closed housing nobody sees them. What
shows in pictures taken from all around is not hidden. From places strewn over each other triangle,
rays go along its normal, along the model's axes, and in all
directions, other ones for each triangle: one that meets nothing on its way shows that the triangle
is seen from there. What lets light through, and what moves, hides nothing and is never taken away;
a wall that is drawn from one side only hides nothing from its other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.editable import EditableGlb
from hallgen.formats.posed import Posed, posed
from hallgen.light.rays import Rays
from hallgen.media.models.distance import Surface
from hallgen.media.models.rest import surface_of
from hallgen.scene import Floats, connected, welded

Mask = NDArray[np.bool_]

#: A triangle is hidden when none of so many rays gets out, and of those of its neighbours:
#: hidden triangles that hang together must be this many.
RAYS, PATCH = 72, 12
#: Pictures that are taken of a model, and how many pixels they have each way.
VIEWS, _PIXELS = 46, 240
#: Models of fewer triangles are not looked into; less than this share is not worth a hole.
FEWEST, LEAST = 500, 0.03
#: How often a ray goes on behind what is not drawn from its side; then it counts as out.
_PASSES = 8
_GOLDEN = np.pi * (3 - np.sqrt(5))


@dataclass(frozen=True, eq=False, slots=True)
class Inside:
    """How many of a model's triangles were hidden and went, of how many.

    `seen` are those that are seen, while the model rests.
    """

    removed: int
    of: int
    seen: Surface


def without_hidden(glb: EditableGlb) -> Inside:
    """Take the hidden triangles out of a plain GLB, in place.

    Nothing goes where there are few, or less than `LEAST` is hidden. A hidden triangle with a
    corner where a seen one has one stays: it may show in a gap that no ray found.
    """
    pieces = posed(glb)
    whole = surface_of(pieces)
    total = len(whole.triangles)
    fixed = [_fixed(glb, piece) for piece in pieces]
    if total < FEWEST or not any(fixed):
        return Inside(0, total, whole)
    counts = [len(piece.triangles) for piece in pieces]
    hides = np.repeat(fixed, counts)
    both = np.repeat([_material(glb, piece).get("doubleSided", False) for piece in pieces], counts)
    corners = whole.positions[whole.triangles]
    seen = ~hides
    seen[hides] = _seen(corners[hides], both[hides])
    shown = Surface(whole.positions, whole.triangles[seen])
    kept = _with_neighbours(whole.positions, whole.triangles, seen)
    if total - int(kept.sum()) < LEAST * total:
        return Inside(0, total, shown)
    _keep(glb, pieces, np.split(kept, np.cumsum(counts)[:-1]))
    return Inside(total - len(surface_of(posed(glb)).triangles), total, shown)


def _fixed(glb: EditableGlb, piece: Posed) -> bool:
    """Whether a piece stays where it is, and nothing is seen through it."""
    material = _material(glb, piece)
    clear = {"KHR_materials_transmission", "KHR_materials_diffuse_transmission"}
    if piece.moves or material.get("alphaMode", "OPAQUE") != "OPAQUE":
        return False
    return not clear & material.get("extensions", {}).keys()


def _material(glb: EditableGlb, piece: Posed) -> dict[str, Any]:
    primitive = glb.items("meshes")[piece.mesh]["primitives"][piece.primitive]
    number = primitive.get("material")
    found: dict[str, Any] = {} if number is None else glb.content["materials"][number]
    return found


def _seen(corners: Floats, both: Mask) -> Mask:
    """Which triangles (m, 3, 3) are seen from anywhere outside; `both` (m,) have no back."""
    count = len(corners)
    rays = Rays(corners.reshape(-1, 3), np.arange(3 * count, dtype=np.uint32).reshape(-1, 3))
    size = float(np.ptp(corners.reshape(-1, 3), axis=0).max())
    seen = _shown(rays, corners, both, size)
    # What has no extent is not seen by itself.
    left = np.flatnonzero(~seen & _has_extent(corners))
    chance = np.random.default_rng(7)
    # Most are seen at once: each turn asks only for those that none before has found.
    for ways in _directions(corners):
        out = _gets_out(rays, _inside(corners[left], chance), ways[left], both, size)
        seen[left[out]] = True
        left = left[~out]
        if not len(left):
            break
    return seen


def _shown(rays: Rays, corners: Floats, both: Mask, size: float) -> Mask:
    """Which triangles (m, 3, 3) show in parallel pictures from VIEWS directions."""
    shown = np.zeros(len(corners), np.bool_)
    points = corners.reshape(-1, 3)
    low, high = points.min(axis=0), points.max(axis=0)
    middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
    across = (np.arange(_PIXELS, dtype=np.float32) + 0.5) / _PIXELS * 2 - 1
    grid = np.stack([*np.meshgrid(across, across)], axis=-1).reshape(-1, 2) * radius
    axes = np.eye(3, dtype=np.float32)
    for ahead in (*axes, *-axes, *_ball(VIEWS - 6)):
        side = np.cross(ahead, axes[np.argmin(np.abs(ahead))])
        side /= np.linalg.norm(side)
        frame = np.stack([side, np.cross(ahead, side)]).astype(np.float32)
        origins = (middle - ahead * radius * 1.01 + grid @ frame).astype(np.float32)
        _look(rays, origins, ahead, both, size, shown)
    return shown


def _look(rays: Rays, at: Floats, ahead: Floats, both: Mask, size: float, shown: Mask) -> None:
    """Mark as shown what rays from these places (n, 3) meet first of what is drawn to them."""
    step = np.float32(2e-5 * size)
    for _ in range(_PASSES):
        ways = np.ascontiguousarray(np.broadcast_to(ahead, at.shape), np.float32)
        found = rays.hits(np.ascontiguousarray(at, np.float32), ways)
        met = found.triangle >= 0
        drawn = met & (found.front | both[np.maximum(found.triangle, 0)])
        shown[found.triangle[drawn]] = True
        passed = met & ~drawn
        if not passed.any():
            return
        at = at[passed] + (found.distance[passed, None] + step) * ways[passed]


def _has_extent(corners: Floats) -> Mask:
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.asarray(across.any(axis=1), np.bool_)


def _directions(corners: Floats) -> Iterator[Floats]:
    """RAYS times a direction (m, 3) for each triangle."""
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-20)
    yield from (across, -across)
    axes = np.eye(3, dtype=np.float32)
    yield from (np.broadcast_to(way, across.shape) for way in (*axes, *-axes))
    turns = _turns(len(corners))
    yield from (turns @ way for way in _ball(RAYS - 8))


def _ball(count: int) -> Floats:
    """Unit vectors (count, 3), evenly spread over the ball, in no order."""
    number = np.random.default_rng(5).permutation(count) + 0.5
    rise = 1 - 2 * number / count
    ring, turn = np.sqrt(1 - rise**2), number * _GOLDEN
    return np.stack([ring * np.cos(turn), rise, ring * np.sin(turn)], axis=1).astype(np.float32)


def _turns(count: int) -> Floats:
    """Turns (count, 3, 3) of any kind, from quaternions."""
    four = np.random.default_rng(6).normal(size=(count, 4)).astype(np.float32)
    w, x, y, z = (four / np.linalg.norm(four, axis=1, keepdims=True)).T
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)


def _inside(corners: Floats, chance: np.random.Generator) -> Floats:
    """A place in each triangle (m, 3), not quite at its edges."""
    u, v = chance.random((2, len(corners), 1), np.float32) * 0.96 + 0.02
    u, v = np.where(u + v > 1, 1 - v, u), np.where(u + v > 1, 1 - u, v)
    one, two, three = corners.swapaxes(0, 1)
    return np.asarray(one + u * (two - one) + v * (three - one), np.float32)


def _gets_out(rays: Rays, origins: Floats, ways: Floats, both: Mask, size: float) -> Mask:
    """Which rays (n, 3) from these places meet nothing that is drawn to who looks against them."""
    step = np.float32(2e-5 * size)
    out = np.zeros(len(origins), np.bool_)
    going = np.arange(len(origins))
    at = origins + step * ways
    for _ in range(_PASSES):
        found = rays.hits(np.ascontiguousarray(at), np.ascontiguousarray(ways[going]))
        out[going[found.triangle < 0]] = True
        # Whoever looks against the ray sees the back of what it leaves by its front.
        passed = (found.triangle >= 0) & found.front & ~both[np.maximum(found.triangle, 0)]
        going = going[passed]
        if not len(going):
            return out
        at = at[passed] + (found.distance[passed, None] + step) * ways[going]
    out[going] = True
    return out


def _with_neighbours(positions: Floats, triangles: NDArray[np.uint32], seen: Mask) -> Mask:
    """Those seen, those that have a corner where one of them has one, and small patches."""
    places = welded(positions)[triangles]
    touched = np.zeros(int(places.max(initial=0)) + 1, np.bool_)
    touched[places[seen]] = True
    kept = np.asarray(touched[places].any(axis=1), np.bool_)
    if not kept.all():
        patches = connected(places[~kept])
        kept[~kept] = (np.bincount(patches) < PATCH)[patches]
    return kept


def _keep(glb: EditableGlb, pieces: Sequence[Posed], kept: Sequence[Mask]) -> None:
    """Keep triangles of each piece, and of a mesh at many nodes what is kept at any of them."""
    of_primitive: dict[tuple[int, int], Mask] = {}
    for piece, mask in zip(pieces, kept, strict=True):
        key = (piece.mesh, piece.primitive)
        of_primitive[key] = mask | of_primitive.get(key, np.zeros_like(mask))
    for (mesh, number), mask in of_primitive.items():
        primitive = glb.content["meshes"][mesh]["primitives"][number]
        triangles = glb.triangles(primitive)
        if triangles is not None and not mask.all():
            primitive["indices"] = glb.add_triangles(triangles[mask])
