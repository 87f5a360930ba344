"""What trimesh's loaders give, as parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen import codes
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading.files import Beside
from hallgen.media.models.reading.looks import PLAIN, Looks, linear
from hallgen.media.models.reading.parts import Part

Loaded = Mapping[str, Any]


def load_parts(loader: Callable[..., Loaded], data: bytes, kind: str, beside: Beside) -> list[Part]:
    """The parts of what one of trimesh's loaders makes of a file.

    Raises MediaRefusedError where it fails, or what it makes is not as it should be: damaged
    files come out in odd shapes.
    """
    try:
        with np.errstate(all="ignore"):
            return _parts_of(loader(BytesIO(data), resolver=beside, file_type=kind))
    except MediaRefusedError:
        raise
    except MemoryError as error:
        message = "It needs more memory than there is."
        raise MediaRefusedError(codes.MODEL_TOO_LARGE, message) from error
    except Exception as error:  # each loader fails in its own ways, all of them over the file
        found = f"{type(error).__name__}: {error}".split("\n")[0][:120]
        raise MediaRefusedError(codes.MODEL_BROKEN, f"It cannot be read ({found}).") from error


def _parts_of(loaded: Loaded) -> list[Part]:
    """The parts of what a loader gave: one mesh, or several that stand in a graph."""
    looks = Looks()
    if "geometry" not in loaded:
        return list(_parts("", loaded, None, looks))
    geometry = loaded["geometry"]
    if "graph" not in loaded:
        return [part for name, mesh in geometry.items() for part in _parts(name, mesh, None, looks)]
    return [
        part
        for node in loaded["graph"]
        if node.get("geometry") in geometry
        for part in _parts(
            str(node["geometry"]), geometry[node["geometry"]], node.get("matrix"), looks
        )
    ]


def _parts(name: str, mesh: Loaded, matrix: Any, looks: Looks) -> Iterator[Part]:
    if mesh.get("faces") is None or not len(mesh["faces"]):
        return
    triangles, sources = _triangles(mesh["faces"])
    positions = np.asarray(mesh["vertices"], np.float64)
    normals = mesh.get("vertex_normals")
    if matrix is not None:
        positions, normals, triangles = _placed(positions, normals, triangles, np.array(matrix))
    visual = mesh.get("visual")
    material = looks.of(getattr(visual, "material", None))
    colors = faces = None
    if material.texture is None:  # else they say once more what the picture says
        colors, faces = _colors(mesh.get("vertex_colors")), _colors(mesh.get("face_colors"))
    uvs = getattr(visual, "uv", None)
    if uvs is not None:
        uvs = np.asarray(uvs, np.float64)[:, :2]
        uvs = np.stack([uvs[:, 0], 1 - uvs[:, 1]], axis=1)
    if colors is not None and len(colors) != len(positions):
        colors = None
    if faces is not None and len(faces) <= int(sources.max(initial=0)):
        faces = None
    if (colors is not None or faces is not None) and material is PLAIN:
        material = _WHITE
    yield Part(
        name=name[:200],
        material=material,
        positions=positions,
        triangles=triangles,
        normals=normals,
        uvs=uvs if uvs is not None and len(uvs) == len(positions) else None,
        colors=colors,
        face_colors=None if faces is None or colors is not None else faces[sources],
    )


#: Under colours at vertices.
_WHITE: Final = replace(PLAIN, color=(1.0, 1.0, 1.0, 1.0))


def _triangles(faces: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Triangles (m, 3) of polygons, as fans, and the polygon (m,) that each is of."""
    if isinstance(faces, np.ndarray) and faces.ndim == 2:
        groups = [(np.arange(len(faces)), faces.astype(np.int64))]
    else:
        polygons = [np.asarray(polygon, np.int64).ravel() for polygon in faces]
        sizes = np.array([len(polygon) for polygon in polygons])
        alike = [np.flatnonzero(sizes == size) for size in np.unique(sizes)]
        groups = [(which, np.array([polygons[at] for at in which])) for which in alike]
    triangles, sources = [np.zeros((0, 3), np.int64)], [np.zeros(0, np.int64)]
    for which, corners in groups:
        count = max(corners.shape[1] - 2, 0)
        first = np.repeat(corners[:, :1], count, axis=1)
        fan = np.stack([first, corners[:, 1 : count + 1], corners[:, 2:]], axis=2)
        triangles.append(fan.reshape(-1, 3))
        sources.append(np.repeat(which, count))
    order = np.argsort(np.concatenate(sources), kind="stable")
    return np.concatenate(triangles)[order], np.concatenate(sources)[order]


def _placed(positions: Any, normals: Any, triangles: Any, matrix: Any) -> tuple[Any, Any, Any]:
    """Positions and normals where a matrix (4, 4) puts them, and triangles right side out."""
    turn = matrix[:3, :3]
    mirrored = np.linalg.det(turn) < 0
    if normals is not None and np.shape(normals) == np.shape(positions):
        a, b, c = turn
        cofactors = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)])
        normals = np.asarray(normals) @ cofactors.T * (-1 if mirrored else 1)
    placed = positions @ turn.T + matrix[:3, 3]
    return placed, normals, triangles[:, ::-1] if mirrored else triangles


def _colors(colors: Any) -> Any:
    """Linear colours, or None where there are none."""
    if colors is None or np.ndim(colors) != 2 or np.shape(colors)[1] not in (3, 4):
        return None
    return linear(colors)
