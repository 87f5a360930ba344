"""Materials of a glTF as the scene has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.pictures import PictureError, read_picture
from hallgen.scene import Alpha, Floats, Material, Texture

_SOURCES = ("EXT_texture_webp", "EXT_texture_avif", "KHR_texture_basisu")
_GLOSS = "KHR_materials_pbrSpecularGlossiness"
#: How opaque glass is where a renderer has no refraction.
_GLASS = 0.35


@dataclass(frozen=True, eq=False, slots=True)
class Look:
    """A material, and where on its texture a vertex is: the set of coordinates, moved (2, 3)."""

    material: Material
    texcoord: int = 0
    moved: NDArray[np.float64] | None = None

    def uvs(self, attributes: Mapping[str, NDArray[Any]]) -> Floats | None:
        """Coordinates (n, 2) for the material's textures; None where it has none."""
        if self.material.texture is None and self.material.emissive_texture is None:
            return None
        given = attributes.get(f"TEXCOORD_{self.texcoord}")
        if given is None or given.shape[1] != 2:
            return np.zeros((len(attributes["POSITION"]), 2), np.float32)
        uvs = np.nan_to_num(given.astype(np.float32))
        if self.moved is None:
            return uvs
        return (uvs @ self.moved[:, :2].T + self.moved[:, 2]).astype(np.float32)


class Looks:
    """Reads each material and each texture once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._looks: dict[int | None, Look] = {None: Look(Material("", metallic=0, roughness=0.8))}
        self._textures: dict[int, Texture | None] = {}
        self._means: dict[int, tuple[float, float]] = {}

    def look(self, number: int | None) -> Look:
        """A material by its number; a plain white one without."""
        if number not in self._looks:
            self._looks[number] = self._look(self._document.at("materials", number))
        return self._looks[number]

    def _look(self, material: Json) -> Look:
        extensions = material.get("extensions", {})
        gloss = extensions.get(_GLOSS)
        shine = material.get("pbrMetallicRoughness", {})
        base = shine.get("baseColorTexture") if gloss is None else gloss.get("diffuseTexture")
        color = (
            shine.get("baseColorFactor", (1, 1, 1, 1))
            if gloss is None
            else gloss.get("diffuseFactor", (1, 1, 1, 1))
        )
        glow = material.get("emissiveTexture")
        texture, glowing = self._texture(base), self._texture(glow)
        info = base if texture is not None else glow
        if texture is not None and glowing is not None and _place(base) != _place(glow):
            glowing = None
        red, green, blue, opaque = (float(part) for part in color)
        strong = extensions.get("KHR_materials_emissive_strength", {})
        strength = float(strong.get("emissiveStrength", 1))
        glow_red, glow_green, glow_blue = material.get("emissiveFactor", (0, 0, 0))
        alpha = Alpha(material.get("alphaMode", "OPAQUE"))
        through = extensions.get("KHR_materials_transmission", {}).get("transmissionFactor", 0)
        if through and alpha is Alpha.OPAQUE:
            alpha, opaque = Alpha.BLEND, 1 - float(through) * (1 - _GLASS)
        metallic, roughness = self._shine(shine, gloss)
        texcoord, moved = _place(info)
        return Look(
            Material(
                name=str(material.get("name", "")),
                color=(red, green, blue, opaque),
                metallic=metallic,
                roughness=roughness,
                emissive=(
                    float(glow_red) * strength,
                    float(glow_green) * strength,
                    float(glow_blue) * strength,
                ),
                texture=texture,
                emissive_texture=glowing,
                alpha=alpha,
                double_sided=material.get("doubleSided") is True,
                unlit="KHR_materials_unlit" in extensions,
            ),
            texcoord,
            None if moved is None else np.array(moved).reshape(2, 3),
        )

    def _shine(self, shine: Json, gloss: Json | None) -> tuple[float, float]:
        """Metallic and roughness; of a texture the mean of both."""
        if gloss is not None:
            return 0.0, 1 - 0.7 * float(gloss.get("glossinessFactor", 1))
        metallic = float(shine.get("metallicFactor", 1))
        roughness = float(shine.get("roughnessFactor", 1))
        texture = self._texture(shine.get("metallicRoughnessTexture"))
        if texture is None:
            return metallic, roughness
        at = self._document.number("textures", shine["metallicRoughnessTexture"]["index"])
        if at not in self._means:
            self._means[at] = _mean(texture)
        rough, metal = self._means[at]
        return metallic * metal, roughness * rough

    def _texture(self, info: Json | None) -> Texture | None:
        if info is None:
            return None
        at = self._document.number("textures", info["index"])
        if at not in self._textures:
            self._textures[at] = self._read(self._document.at("textures", at))
        return self._textures[at]

    def _read(self, texture: Json) -> Texture | None:
        extensions = texture.get("extensions", {})
        sources = [extensions[name]["source"] for name in _SOURCES if name in extensions]
        for source in [texture["source"], *sources] if "source" in texture else sources:
            try:
                picture = read_picture(self._document, source)
            except PictureError:
                continue  # whoever made the GLB plain has said so
            name = str(self._document.at("images", source).get("name", ""))
            return Texture(name, picture.data, picture.mime, picture.width, picture.height)
        return None


def _place(info: Json | None) -> tuple[int, tuple[float, ...] | None]:
    """The set of coordinates of a texture, and what moves them (6 numbers, row by row)."""
    if info is None:
        return 0, None
    moved = info.get("extensions", {}).get("KHR_texture_transform")
    texcoord = int(info.get("texCoord", 0))
    if moved is None:
        return texcoord, None
    (x, y), (wide, high) = moved.get("offset", (0, 0)), moved.get("scale", (1, 1))
    sine, cosine = np.sin(float(moved.get("rotation", 0))), np.cos(float(moved.get("rotation", 0)))
    matrix = (cosine * wide, sine * high, x, -sine * wide, cosine * high, y)
    return int(moved.get("texCoord", texcoord)), tuple(float(part) for part in matrix)


def _mean(texture: Texture) -> tuple[float, float]:
    """The mean green and blue of a texture, 0 to 1; white where it is damaged."""
    try:
        with Image.open(BytesIO(texture.data)) as image:
            image.draft("RGB", (64, 64))
            small = image.convert("RGB").resize((16, 16), Image.Resampling.BOX)
    except (OSError, ValueError, SyntaxError):
        return 1.0, 1.0
    _, green, blue = np.asarray(small, np.float64).reshape(-1, 3).mean(axis=0) / 255
    return float(green), float(blue)
