"""The GLB of a fair's 2,800 simple booths: hallgen against trimesh with one mesh for each booth.

    python -m benchmarks.glb

Goal: 1/100 of trimesh's time. Both write the same triangles: a floor, three panels, a fascia
and a counter for each booth, as arrays made beforehand. Runs alternate; the best of each counts.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import numpy as np
import trimesh

from hallgen.formats import read_stats, write_glb
from hallgen.scene import (
    Feature,
    Material,
    Matrix,
    Mesh,
    Node,
    Scene,
    bake,
    combine,
    gather,
    merge,
    place,
)

BOOTHS = 2_800
RUNS = 3
GOAL = 1 / 100

_WHITE = Material("panel", color=(0.8, 0.8, 0.78, 1.0))
_GREY = Material("carpet", color=(0.05, 0.07, 0.1, 1.0), roughness=0.97)

#: Size and middle of each part in metres, and what it is made of. The last is the counter,
#: which stands in another place in each booth, so that no two booths are the same mesh.
_PARTS = (
    ((3.0, 0.01, 3.0), (0.0, 0.005, 0.0), _GREY),
    ((3.0, 2.48, 0.016), (0.0, 1.24, -1.49), _WHITE),
    ((0.016, 2.48, 3.0), (-1.49, 1.24, 0.0), _WHITE),
    ((0.016, 2.48, 3.0), (1.49, 1.24, 0.0), _WHITE),
    ((3.0, 0.34, 0.02), (0.0, 2.31, 1.49), _WHITE),
    ((1.0, 1.0, 0.5), (0.6, 0.5, 1.0), _WHITE),
)


def booth(number: int) -> Scene:
    """One booth with meshes of its own, as a design that differs from booth to booth has."""
    counter = at(number % 97 / 97 - 0.5, 0, -(number % 89) / 89)
    nodes = [Node(_box(size, middle, material)) for size, middle, material in _PARTS]
    nodes[-1] = Node(nodes[-1].mesh, counter[None])
    return Scene(f"A{number:04}", tuple(nodes), (Feature(f"A{number:04}", "", f"e{number}"),))


def _box(size: tuple[float, ...], middle: tuple[float, ...], material: Material) -> Mesh:
    shape = trimesh.creation.box(size)
    triangles = np.arange(36, dtype=np.uint32).reshape(12, 3)
    return Mesh(
        material.name,
        material,
        (shape.triangles.reshape(-1, 3) + middle).astype(np.float32),
        np.repeat(shape.face_normals, 3, axis=0).astype(np.float32),
        triangles,
    )


def at(x: float, y: float, z: float) -> Matrix:
    matrix = np.eye(4)
    matrix[:3, 3] = x, y, z
    return matrix


def places() -> Matrix:
    """Rows of 56 booths, 3 m apart, with an aisle before each row."""
    matrices = np.tile(np.eye(4), (BOOTHS, 1, 1))
    matrices[:, 0, 3] = np.arange(BOOTHS) % 56 * 3.0
    matrices[:, 2, 3] = np.arange(BOOTHS) // 56 * -6.0
    return matrices


def with_hallgen(booths: list[Scene], matrices: Matrix) -> bytes:
    """The way of every tile: placed, combined, merged by material, written."""
    return write_glb(merged(booths, matrices)).data


def merged(booths: list[Scene], matrices: Matrix) -> Scene:
    placed = (place(scene, matrix) for scene, matrix in zip(booths, matrices, strict=True))
    return merge(gather(combine("fair", placed)))


def with_trimesh(meshes: list[Mesh], matrices: Matrix) -> bytes:
    """One mesh for each booth, made of the same arrays, as a scene is usually put together."""
    scene = trimesh.Scene()
    for number, (mesh, matrix) in enumerate(zip(meshes, matrices, strict=True)):
        shape = trimesh.Trimesh(
            mesh.positions, mesh.triangles, vertex_normals=mesh.normals, process=False
        )
        scene.add_geometry(shape, node_name=f"A{number:04}", transform=matrix)
    out = scene.export(file_type="glb", include_normals=True)
    assert isinstance(out, bytes)
    return out


def _best(*ways: Callable[[], bytes]) -> list[float]:
    times = [[] for _ in ways]  # type: list[list[float]]
    for _ in range(RUNS):
        for way, found in zip(ways, times, strict=True):
            start = time.process_time()
            way()
            found.append(time.process_time() - start)
    return [min(found) for found in times]


def main() -> None:
    booths, matrices = [booth(number) for number in range(BOOTHS)], places()
    meshes = [bake(*scene.nodes) for scene in booths]
    ours, theirs = with_hallgen(booths, matrices), with_trimesh(meshes, matrices)
    drawn = sum(
        len(m.faces) for m in trimesh.load_scene(io.BytesIO(theirs), file_type="glb").dump()
    )
    assert read_stats(ours).triangles == drawn == BOOTHS * 12 * len(_PARTS)
    scene = merged(booths, matrices)
    hallgen, writing, peer = _best(
        lambda: with_hallgen(booths, matrices),
        lambda: write_glb(scene).data,
        lambda: with_trimesh(meshes, matrices),
    )
    print(f"{BOOTHS} booths, {drawn} triangles; CPU seconds, best of {RUNS}")
    print(f"  trimesh, a mesh for each booth    {peer:8.3f} s  {len(theirs):>11,} bytes")
    print(f"  hallgen, merged and written       {hallgen:8.3f} s  {len(ours):>11,} bytes")
    print(f"  hallgen, written only             {writing:8.3f} s")
    print(f"  ratio {hallgen / peer:.5f} (writing only {writing / peer:.5f}); goal {GOAL}")


if __name__ == "__main__":
    main()
