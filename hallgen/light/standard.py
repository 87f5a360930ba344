"""Baked light in the slots that every glTF viewer knows, for a booth that travels alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from hallgen.light.sheets import Sheet, decoded, grey_texture
from hallgen.scene import Floats, Material, Mesh, Node, Scene, Texture, bake

#: Irradiance over pi that loses its last third: more of it changes less and less, so that pools
#: of light keep their shape beside the dim light of a hall.
_BRIGHT = 0.5
#: Nothing gets darker than this: other viewers' light has no bounces to fill it.
_DARK = 0.2


def in_standard_slots(scene: Scene, sheet: Sheet) -> Scene:
    """The scene with its light as occlusion: a texture at TEXCOORD_1, and in vertices' colours.

    Occlusion darkens light from all around, which is what model-viewer and Blender light a
    thing with. Placements that were lit as a whole become nodes with colours of their own.
    """
    texture = _occlusion(sheet)
    occluded: dict[Material, Material] = {}
    nodes = tuple(shown for node in scene.nodes for shown in _standard(node, texture, occluded))
    return replace(scene, nodes=nodes, lightmap=None, spots=())


def _standard(node: Node, texture: Texture, occluded: dict[Material, Material]) -> Iterator[Node]:
    mesh = node.mesh
    if node.light is not None:
        yield from _each_placement(node, node.light)
    elif mesh.irradiance is None:
        yield node
    else:
        material = mesh.material
        if mesh.light_uvs is not None:
            material = occluded.setdefault(material, replace(material, occlusion=texture))
        share = _share(mesh.irradiance)
        if mesh.light_uvs is not None:
            # What lies in a chart has its light from the texture.
            share = np.where(mesh.light_uvs.any(axis=1, keepdims=True), 1.0, share)
        shown = replace(mesh, material=material, colors=_colors(mesh, share), irradiance=None)
        yield replace(node, mesh=shown)


def _each_placement(node: Node, light: Floats) -> Iterator[Node]:
    """The placements as nodes, each mesh with its own colours and all else shared."""
    for at, row in enumerate(light):
        placement = node.placements[at : at + 1]
        normals = bake(Node(node.mesh, placement)).normals
        share = _share(np.maximum(0, normals @ row[:3] + row[3])[:, None])
        yield replace(
            node,
            mesh=replace(node.mesh, colors=_colors(node.mesh, share)),
            placements=placement,
            features=None if node.features is None else node.features[at : at + 1],
            light=None,
        )


def _colors(mesh: Mesh, share: Floats) -> Floats:
    """The vertices' colours in their light."""
    own = np.ones((len(mesh.positions), 4), np.float32) if mesh.colors is None else mesh.colors
    return np.hstack([own[:, :3] * share, own[:, 3:]]).astype(np.float32)


def _share(light: Floats) -> Floats:
    """How much of other viewers' own light is shown where there is so much of ours."""
    share: Floats = np.clip(1 - np.exp(-light / _BRIGHT), _DARK, 1.0)
    return share


def _occlusion(sheet: Sheet) -> Texture:
    share = _share(decoded(sheet))
    share[:2, :2] = 1.0  # where vertices without texels look
    return grey_texture("occlusion", np.round(share * 255).astype(np.uint8), quality=85)
