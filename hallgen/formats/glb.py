"""A scene as the bytes of a GLB."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from pygltflib import GLTF2, Asset, Attributes, Primitive, delete_empty_keys, gltf_asdict
from pygltflib import Mesh as GltfMesh
from pygltflib import Node as GltfNode
from pygltflib import Scene as GltfScene

from hallgen import __version__
from hallgen.formats.arrays import Arrays
from hallgen.formats.columns import Use
from hallgen.formats.container import pack_glb
from hallgen.formats.features import (
    ATTRIBUTE,
    INSTANCE_FEATURES,
    MESH_FEATURES,
    STRUCTURAL_METADATA,
    feature_ids,
    property_table,
)
from hallgen.formats.light import INSTANCE_LIGHT, IRRADIANCE, LIGHT, light_extension
from hallgen.formats.meshopt import encoder
from hallgen.formats.placements import Placements, decompose
from hallgen.formats.policies import Images, Instancing, Packing
from hallgen.formats.shape import Shape
from hallgen.formats.streams import PackedArrays
from hallgen.formats.surfaces import WEBP, Surfaces, light_texcoord, shows_picture
from hallgen.scene import Floats, Indices, Mesh, Node, Scene

INSTANCING = "EXT_mesh_gpu_instancing"

#: Without these a reader would show something else than what is meant.
_REQUIRED = frozenset({INSTANCING, WEBP})


@dataclass(frozen=True, eq=False, slots=True)
class GlbFile:
    """A GLB's bytes, and the pictures beside it by the names their content gave them."""

    data: bytes
    files: dict[str, bytes] = field(default_factory=dict)


def write_glb(
    scene: Scene,
    images: Images = Images.EMBEDDED,
    instancing: Instancing = Instancing.GPU,
    packing: Packing = Packing.PLAIN,
) -> GlbFile:
    """A GLB of the scene: glTF 2.0, the same bytes for the same scene.

    What a mesh has and its material does not need (texture coordinates) is left out, as are
    nodes without triangles. Raises ValueError for what glTF cannot say: a sheared placement,
    a texture without coordinates, a feature that is not in the scene's table.
    """
    arrays = Arrays() if packing is Packing.PLAIN else PackedArrays(scene, encoder())
    surfaces = Surfaces(scene, arrays, images)
    shapes = _Shapes(arrays, surfaces, len(scene.features))
    nodes = [
        gltf_node
        for node in scene.nodes
        if len(node.mesh.triangles) and len(node.placements)
        for gltf_node in _nodes(node, shapes, instancing)
    ]
    extensions = (
        {STRUCTURAL_METADATA: property_table(scene.features, arrays)} if scene.features else {}
    )
    data, buffers = arrays.finish()
    document = GLTF2(
        asset=Asset(generator=f"hallgen {__version__}"),
        scene=0,
        scenes=[
            GltfScene(name=scene.name, nodes=list(range(len(nodes))), extras=dict(scene.extras))
        ],
        nodes=nodes,
        meshes=shapes.meshes,
        materials=surfaces.materials,
        textures=surfaces.textures,
        samplers=surfaces.samplers,
        images=surfaces.images,
        accessors=arrays.accessors,
        bufferViews=arrays.views,
        buffers=buffers,
        extensions=extensions,
    )
    return GlbFile(_container(document, data, arrays.extensions), surfaces.files)


class _Shapes:
    """Writes each mesh once, or once for each feature that a plain node gives it."""

    def __init__(self, arrays: Arrays, surfaces: Surfaces, features: int) -> None:
        self.meshes: list[GltfMesh] = []
        self.arrays = arrays
        self.features = features
        self._surfaces = surfaces
        self._numbers: dict[tuple[Mesh, int | None, bool, bool], int] = {}
        self._constant: dict[tuple[int, int], Indices] = {}

    def mesh(self, mesh: Mesh, *, lit: bool = False) -> int:
        """The mesh with its own features; `lit` where its placements bring baked light."""
        return self._mesh(mesh, None, self.arrays.shape(mesh).mesh.features, lit=lit)

    def of_feature(self, mesh: Mesh, row: int) -> int:
        """The mesh with one feature for all its vertices."""
        count = len(self.arrays.shape(mesh).positions)
        rows = self._constant.setdefault((row, count), np.full(count, row, np.uint32))
        return self._mesh(mesh, row, rows)

    def without_features(self, mesh: Mesh, *, lit: bool = False) -> int:
        return self._mesh(mesh, None, None, lit=lit)

    def _mesh(self, mesh: Mesh, row: int | None, rows: Indices | None, *, lit: bool = False) -> int:
        key = (mesh, row, rows is None, lit)
        if key not in self._numbers:
            self._numbers[key] = len(self.meshes)
            primitive = self._primitive(self.arrays.shape(mesh), rows, lit=lit)
            self.meshes.append(GltfMesh(name=mesh.name, primitives=[primitive]))
        return self._numbers[key]

    def _light(self, mesh: Mesh, attributes: dict[str, int]) -> dict[str, Any]:
        """Add a mesh's baked light to its attributes; returns what its extension says."""
        if mesh.irradiance is not None:
            attributes[IRRADIANCE] = self.arrays.accessor(mesh.irradiance, Use.IRRADIANCE)
        if mesh.light_uvs is None or self._surfaces.lightmap is None:
            return light_extension(None)
        texcoord = self._light_uvs(mesh, mesh.light_uvs, attributes)
        return light_extension({"index": self._surfaces.lightmap, "texCoord": texcoord})

    def _light_uvs(self, mesh: Mesh, uvs: Floats, attributes: dict[str, int]) -> int:
        texcoord = light_texcoord(mesh.material)
        attributes[f"TEXCOORD_{texcoord}"] = self.arrays.accessor(uvs, Use.COORDINATES)
        return texcoord

    def _primitive(self, shape: Shape, rows: Indices | None, *, lit: bool) -> Primitive:
        add, mesh = self.arrays.accessor, shape.mesh
        attributes = {
            "POSITION": add(shape.positions, Use.POSITION),
            "NORMAL": add(mesh.normals, Use.NORMAL),
        }
        if shows_picture(mesh.material):
            if mesh.uvs is None:
                raise ValueError(f"Mesh {mesh.name!r} has a texture and no coordinates for it.")
            attributes["TEXCOORD_0"] = add(mesh.uvs, Use.COORDINATES)
        extensions: dict[str, Any] = {}
        if mesh.material.occlusion is not None and mesh.light_uvs is not None:
            self._light_uvs(mesh, mesh.light_uvs, attributes)
        elif lit or mesh.irradiance is not None or mesh.light_uvs is not None:
            extensions[LIGHT] = self._light(mesh, attributes)
        if mesh.colors is not None:
            attributes["COLOR_0"] = add(mesh.colors, Use.COLOR)
        if rows is not None:
            attributes[ATTRIBUTE] = add(rows, Use.FEATURE)
            extensions[MESH_FEATURES] = feature_ids(rows, self.features)
        return Primitive(
            attributes=Attributes(**attributes),
            indices=add(mesh.triangles, Use.INDEX),
            material=self._surfaces.material(mesh.material),
            mode=None,
            extensions=extensions,
        )


def _nodes(node: Node, shapes: _Shapes, instancing: Instancing) -> Iterator[GltfNode]:
    placements = decompose(node.placements @ shapes.arrays.shape(node.mesh).frame)
    name = node.name or node.mesh.name
    # Engines draw a mirrored instance inside out: the winding is chosen once for all of them.
    if instancing is Instancing.GPU and len(node.placements) > 1 and not placements.mirrored:
        yield _instances(node, name, placements, shapes)
        return
    for at in range(len(node.placements)):
        mesh = (
            shapes.mesh(node.mesh)
            if node.features is None
            else shapes.of_feature(node.mesh, int(node.features[at]))
        )
        yield _plain(name, mesh, placements, at)


def _plain(name: str, mesh: int, placements: Placements, at: int) -> GltfNode:
    translation, rotation, scale = (
        part[at].tolist()
        for part in (placements.translations, placements.rotations, placements.scales)
    )
    return GltfNode(
        name=name,
        mesh=mesh,
        translation=translation if any(translation) else None,
        rotation=rotation if rotation != [0, 0, 0, 1] else None,
        scale=scale if scale != [1, 1, 1] else None,
    )


def _instances(node: Node, name: str, placements: Placements, shapes: _Shapes) -> GltfNode:
    add = shapes.arrays.accessor
    attributes = {"TRANSLATION": add(placements.translations, Use.MOVE)}
    if placements.rotated:
        attributes["ROTATION"] = add(placements.rotations, Use.INSTANCE)
    if placements.scaled:
        attributes["SCALE"] = add(placements.scales, Use.INSTANCE)
    extensions: dict[str, Any] = {INSTANCING: {"attributes": attributes}}
    if node.light is not None:
        attributes[INSTANCE_LIGHT] = add(node.light, Use.LIGHT)
    lit = node.light is not None
    if node.features is None:
        mesh = shapes.mesh(node.mesh, lit=lit)
    else:
        mesh = shapes.without_features(node.mesh, lit=lit)
        attributes[ATTRIBUTE] = add(node.features, Use.INSTANCE)
        extensions[INSTANCE_FEATURES] = feature_ids(node.features, shapes.features)
    return GltfNode(name=name, mesh=mesh, extensions=extensions)


def _container(document: GLTF2, data: bytes, needed: frozenset[str]) -> bytes:
    """A GLB of the document and its binary chunk, which begins at a multiple of 8."""
    used = sorted(_extensions(document) | needed)
    document.extensionsUsed = used
    document.extensionsRequired = [name for name in used if name in _REQUIRED | needed]
    content = delete_empty_keys(gltf_asdict(document))
    return pack_glb(content, data)


def _extensions(document: GLTF2) -> set[str]:
    holders = [
        document,
        *document.nodes,
        *document.materials,
        *document.textures,
        *(primitive for mesh in document.meshes for primitive in mesh.primitives),
    ]
    return {name for holder in holders for name in holder.extensions}
