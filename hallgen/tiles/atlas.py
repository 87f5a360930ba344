"""The pictures of a tile's booths in one, as small as the tile's level needs them."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from PIL import Image

from hallgen.kit.graphics.atlas import UV, pack
from hallgen.scene import Floats, Material, Mesh, Node, Scene, Texture

#: Coordinates this far beyond a picture's edges are noise of rounding, not a repetition.
_EDGE = 1e-3
#: WebP quality: these are seen from a distance, whole pictures from near by.
_QUALITY = 75


def with_one_picture(scene: Scene, share: float, quality: int = _QUALITY) -> Scene:
    """The scene with the pictures that its meshes show once in a single one.

    Each is `share` of its size along an edge, all at a quality of WebP. Patterns, which repeat,
    and pictures with alpha stay as they are.
    """
    shown = {m.material.texture or m.material.emissive_texture for m in _shown_once(scene)}
    repeated = {_picture(node.mesh) for node in scene.nodes} - shown
    opened = {t: Image.open(io.BytesIO(t.data)) for t in shown - repeated if t is not None}
    images = {t.name: _smaller(i, share) for t, i in opened.items() if i.mode == "RGB"}
    if not images:
        return scene
    atlas = pack(images, qualities=(quality,))
    moved: dict[Mesh, Mesh] = {}
    surfaces: dict[Material, Material] = {}

    def in_atlas(mesh: Mesh) -> Mesh:
        picture = _picture(mesh)
        if picture is None or picture.name not in atlas.uv or not is_shown_once(mesh):
            return mesh
        if mesh not in moved:
            material = mesh.material
            if material not in surfaces:
                surfaces[material] = _showing(material, atlas.texture)
            uvs = _moved(mesh.uvs, atlas.uv[picture.name])
            moved[mesh] = replace(mesh, material=surfaces[material], uvs=uvs)
        return moved[mesh]

    nodes = (replace(node, mesh=in_atlas(node.mesh)) for node in scene.nodes)
    return replace(scene, nodes=tuple(nodes))


def is_shown_once(mesh: Mesh) -> bool:
    """Whether a mesh shows a picture, or part of one, and no pattern that goes on and on."""
    if _picture(mesh) is None or mesh.uvs is None:
        return False
    return bool((np.abs(mesh.uvs - 0.5) < 0.5 + _EDGE).all())


def _shown_once(scene: Scene) -> list[Mesh]:
    return [node.mesh for node in scene.nodes if is_shown_once(node.mesh)]


def _picture(mesh: Mesh) -> Texture | None:
    return mesh.material.texture or mesh.material.emissive_texture


def _showing(material: Material, picture: Texture) -> Material:
    return replace(
        material,
        texture=material.texture and picture,
        emissive_texture=material.emissive_texture and picture,
    )


def _moved(uvs: Floats | None, place: UV) -> Floats | None:
    if uvs is None:
        return None
    left, top, right, bottom = place
    whole = np.array([left, top]) + np.clip(uvs, 0, 1) * np.array([right - left, bottom - top])
    return np.asarray(whole, np.float32)


def _smaller(image: Image.Image, share: float) -> Image.Image:
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return image.resize(size, Image.Resampling.BOX)


def pictures_only(scene: Scene, before: float) -> Scene:
    """The parts of a scene that show a picture once, each `before` metres out of its surface."""
    shown: dict[Mesh, Mesh] = {}
    nodes: list[Node] = []
    for node in scene.nodes:
        mesh = node.mesh
        if not is_shown_once(mesh):
            continue
        if mesh not in shown:
            shown[mesh] = replace(
                mesh, positions=mesh.positions + np.float32(before) * mesh.normals
            )
        nodes.append(replace(node, mesh=shown[mesh]))
    return replace(scene, nodes=tuple(nodes), spots=())
