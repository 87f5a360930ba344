"""Baked light in the slots that every glTF viewer knows, for a booth that travels alone."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import numpy as np
from PIL import Image

from hallgen.light.sheets import Sheet, decoded
from hallgen.scene import Floats, Material, Mesh, Node, Scene, Texture

#: Irradiance over pi that is shown as it is: other viewers bring about this much themselves.
_BRIGHT = 0.9
#: Nothing gets darker than this: their light has no bounces to fill it.
_DARK = 0.15


def in_standard_slots(scene: Scene, sheet: Sheet) -> Scene:
    """The scene with its light as occlusion: a texture at TEXCOORD_1, and in vertices' colours.

    Occlusion darkens light from all around, which is what model-viewer and Blender light a
    thing with. Parts that were lit as a whole keep their own colours.
    """
    texture = _occlusion(sheet)
    occluded: dict[Material, Material] = {}
    nodes = tuple(_standard(node, texture, occluded) for node in scene.nodes)
    return replace(scene, nodes=nodes, lightmap=None, spots=())


def _standard(node: Node, texture: Texture, occluded: dict[Material, Material]) -> Node:
    mesh = node.mesh
    if mesh.irradiance is None:
        return replace(node, light=None)
    material = mesh.material
    if mesh.light_uvs is not None:
        material = occluded.setdefault(material, replace(material, occlusion=texture))
    shown = replace(mesh, material=material, colors=_colors(mesh), irradiance=None)
    return replace(node, mesh=shown, light=None)


def _colors(mesh: Mesh) -> Floats:
    """The vertices' colours in their light; those in a chart have it from the texture."""
    own = np.ones((len(mesh.positions), 4), np.float32) if mesh.colors is None else mesh.colors
    if mesh.irradiance is None:
        return own
    share = np.clip(mesh.irradiance / _BRIGHT, _DARK, 1.0)
    if mesh.light_uvs is not None:
        share = np.where(mesh.light_uvs.any(axis=1, keepdims=True), 1.0, share)
    return np.hstack([own[:, :3] * share, own[:, 3:]]).astype(np.float32)


def _occlusion(sheet: Sheet) -> Texture:
    share = np.clip(decoded(sheet) / _BRIGHT, _DARK, 1.0)
    share[:2, :2] = 1.0  # where vertices without texels look
    buffer = io.BytesIO()
    picture = Image.fromarray(np.round(share * 255).astype(np.uint8)).convert("RGB")
    picture.save(buffer, "WEBP", quality=85, method=4)
    data = buffer.getvalue()
    name = f"occlusion {hashlib.sha256(data).hexdigest()[:12]}"
    return Texture(name, data, "image/webp", sheet.shape[1], sheet.shape[0])
