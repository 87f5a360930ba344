"""Materials, textures, samplers and images of a glTF document."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from pygltflib import (
    CLAMP_TO_EDGE,
    LINEAR,
    LINEAR_MIPMAP_LINEAR,
    REPEAT,
    Image,
    OcclusionTextureInfo,
    PbrMetallicRoughness,
    Sampler,
    TextureInfo,
)
from pygltflib import Material as GltfMaterial
from pygltflib import Texture as GltfTexture

from hallgen.formats.arrays import Arrays
from hallgen.formats.policies import Images
from hallgen.scene import Alpha, Material, Scene, Texture

WEBP = "EXT_texture_webp"
UNLIT = "KHR_materials_unlit"
EMISSIVE_STRENGTH = "KHR_materials_emissive_strength"

#: The colour of a material that says nothing of it.
_WHITE = (1.0, 1.0, 1.0, 1.0)

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


class Surfaces:
    """Writes each material and each texture object once; equal pictures are one image."""

    def __init__(self, scene: Scene, arrays: Arrays, images: Images) -> None:
        self.materials: list[GltfMaterial] = []
        self.textures: list[GltfTexture] = []
        self.samplers: list[Sampler] = []
        self.images: list[Image] = []
        self.files: dict[str, bytes] = {}
        self._arrays = arrays
        self._policy = images
        self._tiled = _tiled(scene)
        self._material_numbers: dict[Material, int] = {}
        self._texture_numbers: dict[Texture, int] = {}
        self._image_numbers: dict[str, int] = {}
        self._sampler_numbers: dict[tuple[int, int], int] = {}
        self._lightmap = scene.lightmap
        self._occlusions = {node.mesh.material.occlusion for node in scene.nodes}

    @property
    def lightmap(self) -> int | None:
        """The number of the scene's lightmap among the textures, if it has one."""
        return None if self._lightmap is None else self._texture(self._lightmap)

    def material(self, material: Material) -> int:
        """The number of a material in the document."""
        if material not in self._material_numbers:
            self._material_numbers[material] = len(self.materials)
            self.materials.append(self._gltf_material(material))
        return self._material_numbers[material]

    def _gltf_material(self, material: Material) -> GltfMaterial:
        glows = _glows(material)
        strength = max(1.0, *material.emissive) if glows else 1.0
        extensions: dict[str, Any] = {}
        if strength > 1:
            extensions[EMISSIVE_STRENGTH] = {"emissiveStrength": float(strength)}
        if material.unlit:
            extensions[UNLIT] = {}
        return GltfMaterial(
            name=material.name,
            pbrMetallicRoughness=PbrMetallicRoughness(
                baseColorFactor=(
                    [float(part) for part in material.color] if material.color != _WHITE else None
                ),
                metallicFactor=float(material.metallic),
                roughnessFactor=float(material.roughness),
                baseColorTexture=self._texture_info(material.texture),
            ),
            emissiveFactor=(
                [float(part / strength) for part in material.emissive] if glows else None
            ),
            emissiveTexture=self._texture_info(material.emissive_texture) if glows else None,
            occlusionTexture=(
                None
                if material.occlusion is None
                else OcclusionTextureInfo(
                    index=self._texture(material.occlusion), texCoord=light_texcoord(material)
                )
            ),
            alphaMode=None if material.alpha is Alpha.OPAQUE else material.alpha.value,
            alphaCutoff=None,
            doubleSided=material.double_sided or None,
            extensions=extensions,
        )

    def _texture_info(self, texture: Texture | None) -> TextureInfo | None:
        return None if texture is None else TextureInfo(index=self._texture(texture), texCoord=None)

    def _texture(self, texture: Texture) -> int:
        if texture not in self._texture_numbers:
            self._texture_numbers[texture] = len(self.textures)
            self.textures.append(self._gltf_texture(texture))
        return self._texture_numbers[texture]

    def _gltf_texture(self, texture: Texture) -> GltfTexture:
        image, sampler = self._image(texture), self._sampler(texture)
        if texture.mime == "image/webp":
            return GltfTexture(
                name=texture.name, sampler=sampler, extensions={WEBP: {"source": image}}
            )
        return GltfTexture(name=texture.name, sampler=sampler, source=image)

    def _sampler(self, texture: Texture) -> int:
        wrap = REPEAT if texture in self._tiled else CLAMP_TO_EDGE
        # Smaller copies of a lightmap would let neighbouring walls bleed into each other.
        light = texture is self._lightmap or texture in self._occlusions
        smaller = LINEAR if light else LINEAR_MIPMAP_LINEAR
        if (wrap, smaller) not in self._sampler_numbers:
            self._sampler_numbers[wrap, smaller] = len(self.samplers)
            self.samplers.append(
                Sampler(magFilter=LINEAR, minFilter=smaller, wrapS=wrap, wrapT=wrap)
            )
        return self._sampler_numbers[wrap, smaller]

    def _image(self, texture: Texture) -> int:
        name = picture_name(texture)
        if name not in self._image_numbers:
            self._image_numbers[name] = len(self.images)
            self.images.append(self._gltf_image(texture, name))
        return self._image_numbers[name]

    def _gltf_image(self, texture: Texture, name: str) -> Image:
        if self._policy.base is None:
            view = self._arrays.view(texture.data)
            return Image(name=texture.name, mimeType=texture.mime, bufferView=view)
        self.files[name] = texture.data
        return Image(name=texture.name, uri=self._policy.base + name)


def light_texcoord(material: Material) -> int:
    """Which set of texture coordinates leads to light: sets are numbered without a gap."""
    return 1 if shows_picture(material) else 0


def shows_picture(material: Material) -> bool:
    """Whether its meshes need texture coordinates."""
    return material.texture is not None or (
        material.emissive_texture is not None and _glows(material)
    )


def _glows(material: Material) -> bool:
    """An unlit material emits nothing: the two extensions exclude each other."""
    return not material.unlit and max(material.emissive) > 0


def picture_name(texture: Texture) -> str:
    """The name of a texture's file: the start of its SHA-256 and the suffix of its type.

    Raises ValueError for a type that glTF has no room for.
    """
    if texture.mime not in _SUFFIXES:
        raise ValueError(f"Texture {texture.name!r} is {texture.mime}, which glTF cannot hold.")
    return name_of_content(texture.data, texture.mime)


def name_of_content(data: bytes, mime: str) -> str:
    """The name of the file of a picture's bytes."""
    return hashlib.sha256(data).hexdigest()[:20] + _SUFFIXES[mime]


def _tiled(scene: Scene) -> set[Texture]:
    """The textures that some mesh repeats: those with coordinates outside of 0 to 1.

    The others are clamped, so that no edge of a picture bleeds into the opposite one.
    """
    tiled: set[Texture] = set()
    for mesh in {node.mesh: None for node in scene.nodes}:
        used = {mesh.material.texture, mesh.material.emissive_texture} - {None}
        if used and mesh.uvs is not None and np.abs(mesh.uvs - 0.5).max(initial=0) > 0.5001:
            tiled |= used  # type: ignore[arg-type]
    return tiled
