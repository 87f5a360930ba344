"""Parts of a model of any format but glTF, and the plain GLB of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen import codes
from hallgen.formats import Instancing, plain_glb, write_glb
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading.creases import creased
from hallgen.scene import Material, Mesh, Node, Scene

#: More triangles than this are refused, as in a glTF.
_MOST_TRIANGLES: Final = 30_000_000


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Triangles of one material as a file has them, in its own units and axes.

    positions (n, 3); triangles (m, 3). normals (n, 3), uvs (n, 2) with v down and colors (n, 4),
    linear, are None where the file has none; face_colors (m, 4), linear, are of whole triangles.
    """

    name: str
    material: Material
    positions: NDArray[Any]
    triangles: NDArray[Any]
    normals: NDArray[Any] | None = None
    uvs: NDArray[Any] | None = None
    colors: NDArray[Any] | None = None
    face_colors: NDArray[Any] | None = None


def glb_of(parts: Sequence[Part]) -> bytes:
    """The plain GLB of parts, each a mesh and a node.

    Where there are no normals, they are those of a surface that is smooth but for its edges.
    Raises MediaRefusedError for parts that are empty, or not what they should be.
    """
    count = sum(len(part.triangles) for part in parts)
    if not count:
        raise MediaRefusedError(codes.MODEL_EMPTY, "It has no triangles.")
    if count > _MOST_TRIANGLES:
        message = f"It has {count:,} triangles."
        raise MediaRefusedError(codes.MODEL_TOO_LARGE, message)
    with np.errstate(all="ignore"):  # what overflows is looked for, or is flat
        nodes = tuple(Node(_mesh(part), name=part.name) for part in parts if len(part.triangles))
        scene = Scene(name="", nodes=nodes)
        return plain_glb(write_glb(scene, instancing=Instancing.EXPANDED).data).glb


def _mesh(part: Part) -> Mesh:
    _check(part)
    columns = [part.positions[part.triangles].reshape(-1, 3).astype(np.float32)]
    normals = _given_normals(part)
    columns.append(creased(part.positions, part.triangles) if normals is None else normals)
    textured = part.material.texture is not None
    if textured:
        uvs = np.zeros((len(part.positions), 2)) if part.uvs is None else part.uvs
        columns.append(uvs[part.triangles].reshape(-1, 2).astype(np.float32))
    if part.face_colors is not None:
        columns.append(np.repeat(part.face_colors, 3, axis=0).astype(np.float32))
    elif part.colors is not None:
        columns.append(part.colors[part.triangles].reshape(-1, 4).astype(np.float32))
    table = np.nan_to_num(np.concatenate(columns, axis=1), nan=0.0, posinf=0.0, neginf=0.0)
    rows, corners = _unique(table)
    colored = part.face_colors is not None or part.colors is not None
    return Mesh(
        name=part.name,
        material=part.material,
        positions=np.ascontiguousarray(rows[:, :3]),
        normals=np.ascontiguousarray(rows[:, 3:6]),
        triangles=corners.reshape(-1, 3).astype(np.uint32),
        uvs=np.ascontiguousarray(rows[:, 6:8]) if textured else None,
        colors=np.ascontiguousarray(np.clip(rows[:, -4:], 0, 1)) if colored else None,
    )


def _check(part: Part) -> None:
    """Raises MediaRefusedError for corners that are not there, or lie nowhere."""
    if part.positions.ndim != 2 or part.positions.shape[1] != 3:
        raise MediaRefusedError(codes.MODEL_BROKEN, "Its vertices are not three numbers each.")
    low, high = int(part.triangles.min()), int(part.triangles.max())
    if low < 0 or high >= len(part.positions):
        message = f"A triangle has corner {high if low >= 0 else low} of {len(part.positions)}."
        raise MediaRefusedError(codes.MODEL_BROKEN, message)
    used = part.positions[part.triangles].astype(np.float32)
    bad = ~np.isfinite(used).all(axis=(1, 2))
    if bad.any():
        message = f"{int(bad.sum())} of its {len(bad)} triangles have corners that lie nowhere."
        raise MediaRefusedError(codes.MODEL_NOT_FINITE, message)


def _given_normals(part: Part) -> NDArray[Any] | None:
    """The file's normals at all corners, at length 1; None where it has none that are good."""
    if part.normals is None or np.shape(part.normals) != np.shape(part.positions):
        return None
    lengths = np.linalg.norm(part.normals, axis=1, keepdims=True)
    if not (np.isfinite(lengths).all() and (lengths > 1e-6).all()):
        return None
    found: NDArray[Any] = (part.normals / lengths)[part.triangles].reshape(-1, 3)
    return found.astype(np.float32)


def _unique(table: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The different rows of a float32 table in the order they come, and each row's number there.

    Rows are told apart by a 64-bit sum of their words: two of a million are taken for one with
    a chance of one in thirty million.
    """
    words = np.ascontiguousarray(table + np.float32(0), np.float32).view(np.uint32)  # no -0
    keys = np.zeros(len(words), np.uint64)
    for column in words.T:
        keys = (keys ^ column) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return table[first[order]], places[inverse.reshape(-1)]
