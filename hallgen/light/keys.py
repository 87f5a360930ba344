"""The name of a bake: scenes of one shape have one, whatever their colours and pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.light.baker import HallSight, Recipe
from hallgen.light.quality import LightQuality
from hallgen.light.scenery import albedo_of, radiance
from hallgen.light.surroundings import Surroundings
from hallgen.scene import Mesh, Scene


def bake_key(
    scene: Scene,
    around: Surroundings,
    recipe: Recipe,
    quality: LightQuality,
    hall: HallSight | None = None,
) -> str:
    """A name that changes when anything changes that the bake depends on, its code included.

    Colours count as the few greys that they are baked as.
    """
    digest = hashlib.sha256(_code())
    digest.update(repr((astuple(recipe), quality.value, scene.spots)).encode())
    digest.update(repr((around.above, around.beside, around.below)).encode())
    known: dict[Mesh, bytes] = {}
    nodes = scene.nodes
    if hall is not None:
        digest.update(repr(hall.eye).encode())
        nodes += hall.people.nodes
    for node in nodes:
        if node.mesh not in known:
            known[node.mesh] = _mesh(node.mesh)
        digest.update(known[node.mesh] + _bytes(node.placements))
    for part in (around.known, around.shiners):
        for field in fields(part):
            digest.update(_bytes(getattr(part, field.name)))
    return digest.hexdigest()


def photograph_key(bodies: Sequence[Mesh], trim: Sequence[Mesh], pixels: int, turn: float) -> str:
    """A name that changes when anything changes that a photograph shows, its code included."""
    digest = hashlib.sha256(_code())
    digest.update(repr(("photograph", len(bodies), pixels, turn)).encode())
    for mesh in (*bodies, *trim):
        plain = replace(mesh.material, texture=None, emissive_texture=None, occlusion=None)
        textures = (mesh.material.texture, mesh.material.emissive_texture)
        digest.update(repr((plain, [t and t.name for t in textures])).encode())
        for array in (mesh.positions, mesh.normals, mesh.triangles, mesh.uvs, mesh.colors):
            digest.update(b"none" if array is None else _bytes(array))
    return digest.hexdigest()


def _mesh(mesh: Mesh) -> bytes:
    material = mesh.material
    digest = hashlib.sha256()
    surface = (material.alpha, material.double_sided, material.unlit, round(radiance(material), 4))
    digest.update(repr(surface).encode())
    for array in (mesh.positions, mesh.normals, mesh.triangles, albedo_of(mesh)):
        digest.update(_bytes(array))
    return digest.digest()


def _bytes(array: NDArray[Any]) -> bytes:
    # Rounded to a hundredth of a millimetre: what differs less is the same.
    if array.dtype.kind == "f":
        array = np.round(array.astype(np.float64), 5) + 0.0
    return repr(array.shape).encode() + array.tobytes()


@cache
def _code() -> bytes:
    """A hash of this package's own text: other code, other light."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(path.read_bytes())
    return digest.digest()


def _sources() -> Iterator[Path]:
    yield from sorted(Path(__file__).parent.glob("*.py"))
