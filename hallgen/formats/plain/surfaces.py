"""Materials, textures, samplers and pictures of a plain GLB."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final

from hallgen.formats.plain.store import Store
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.pictures import PictureError, SourcePicture, read_picture
from hallgen.scene import Material

WEBP: Final = "EXT_texture_webp"
TRANSFORM: Final = "KHR_texture_transform"
_GLOSS: Final = "KHR_materials_pbrSpecularGlossiness"
#: Where else than in `source` a texture has its picture.
_SOURCES: Final = (WEBP, "EXT_texture_avif", "KHR_texture_basisu", "MSFT_texture_dds")

_FACTORS: Final = {
    "KHR_materials_anisotropy": ("anisotropyStrength", "anisotropyRotation"),
    "KHR_materials_clearcoat": ("clearcoatFactor", "clearcoatRoughnessFactor"),
    "KHR_materials_dispersion": ("dispersion",),
    "KHR_materials_emissive_strength": ("emissiveStrength",),
    "KHR_materials_ior": ("ior",),
    "KHR_materials_iridescence": (
        "iridescenceFactor",
        "iridescenceIor",
        "iridescenceThicknessMinimum",
        "iridescenceThicknessMaximum",
    ),
    "KHR_materials_sheen": ("sheenColorFactor", "sheenRoughnessFactor"),
    "KHR_materials_specular": ("specularFactor", "specularColorFactor"),
    "KHR_materials_transmission": ("transmissionFactor",),
    "KHR_materials_unlit": (),
    "KHR_materials_volume": ("thicknessFactor", "attenuationDistance", "attenuationColor"),
}
_TEXTURES: Final = {
    "KHR_materials_anisotropy": ("anisotropyTexture",),
    "KHR_materials_clearcoat": (
        "clearcoatTexture",
        "clearcoatRoughnessTexture",
        "clearcoatNormalTexture",
    ),
    "KHR_materials_iridescence": ("iridescenceTexture", "iridescenceThicknessTexture"),
    "KHR_materials_sheen": ("sheenColorTexture", "sheenRoughnessTexture"),
    "KHR_materials_specular": ("specularTexture", "specularColorTexture"),
    "KHR_materials_transmission": ("transmissionTexture",),
    "KHR_materials_volume": ("thicknessTexture",),
}
#: How many numbers a factor has that is more than one, and the least and most of each.
_LENGTHS: Final = {
    "baseColorFactor": 4,
    "emissiveFactor": 3,
    "sheenColorFactor": 3,
    "specularColorFactor": 3,
    "attenuationColor": 3,
}
_UNBOUNDED: Final = frozenset(
    {"emissiveStrength", "ior", "iridescenceIor", "iridescenceThicknessMinimum", "dispersion"}
    | {"iridescenceThicknessMaximum", "thicknessFactor", "attenuationDistance"}
    | {"anisotropyRotation", "specularColorFactor", "alphaCutoff"}
)
MATERIAL_EXTENSIONS: Final = frozenset(_FACTORS)


class Surfaces:
    """Writes what materials need, each part once."""

    def __init__(self, document: Document, store: Store, usual: Material | None = None) -> None:
        self.usual = usual
        self.materials: list[Json] = []
        self.textures: list[Json] = []
        self.samplers: list[Json] = []
        self.images: list[Json] = []
        self.notes: dict[str, None] = {}
        self.extensions: set[str] = set()
        self._document = document
        self._store = store
        self._numbers: dict[tuple[str, Any], int | None] = {}

    def material(self, number: int, sets: frozenset[int]) -> tuple[int, frozenset[int]]:
        """A material for a mesh with these sets of texture coordinates, and the sets it uses."""
        writer = _Material(self, sets)
        content = writer.content(self._document.at("materials", number))
        return self._kept(self.materials, content), frozenset(writer.used)

    def bare(self) -> int | None:
        """The material of what has none; None leaves it to glTF's own."""
        if self.usual is None:
            return None
        shine = {"baseColorFactor": [float(part) for part in self.usual.color], **self.shine}
        return self._kept(self.materials, {"pbrMetallicRoughness": shine, "doubleSided": True})

    @property
    def shine(self) -> Json:
        """The metal and roughness of what says neither."""
        if self.usual is None:
            return {}
        return {"metallicFactor": self.usual.metallic, "roughnessFactor": self.usual.roughness}

    def _kept(self, parts: list[Json], content: Json) -> int:
        """The number of a part among those of its kind, which are all different."""
        key = (str(id(parts)), repr(content))
        number = self._numbers.setdefault(key, len(parts))
        if number == len(parts):
            parts.append(content)
        assert number is not None  # noqa: S101 - only pictures and textures may be missing
        return number

    def texture(self, number: object) -> int | None:
        """The number of a texture, or None where its picture cannot be shown."""
        at = self._document.number("textures", number)
        if ("texture", at) not in self._numbers:
            self._numbers["texture", at] = self._texture(self._document.at("textures", at))
        return self._numbers["texture", at]

    def _texture(self, texture: Json) -> int | None:
        extensions = texture.get("extensions", {})
        sources = [texture["source"]] if "source" in texture else []
        sources += [extensions[name]["source"] for name in _SOURCES if name in extensions]
        for source in sources:
            image = self._image(self._document.number("images", source))
            if image is not None:
                break
        else:
            return None
        content: Json = {}
        if "sampler" in texture:
            content["sampler"] = self._sampler(texture["sampler"])
        if self.images[image]["mimeType"] == "image/webp":
            self.extensions.add(WEBP)
            content["extensions"] = {WEBP: {"source": image}}
        else:
            content["source"] = image
        self.textures.append(content)
        return len(self.textures) - 1

    def _image(self, number: int) -> int | None:
        if ("image", number) not in self._numbers:
            try:
                picture = read_picture(self._document, number)
            except PictureError as error:
                self.notes[f"A texture is left out: {error}."] = None
                self._numbers["image", number] = None
            else:
                self._numbers["image", number] = self._written(picture)
        return self._numbers["image", number]

    def _written(self, picture: SourcePicture) -> int:
        key = ("picture", picture.data)
        if key not in self._numbers:
            self._numbers[key] = len(self.images)
            view = self._store.view(picture.data)
            self.images.append({"mimeType": picture.mime, "bufferView": view})
        found = self._numbers[key]
        assert found is not None  # noqa: S101 - it was just written
        return found

    def _sampler(self, number: object) -> int:
        sampler = self._document.at("samplers", number)
        allowed = {
            "magFilter": (9728, 9729),
            "minFilter": (9728, 9729, 9984, 9985, 9986, 9987),
            "wrapS": (33071, 33648, 10497),
            "wrapT": (33071, 33648, 10497),
        }
        content = {
            key: sampler[key] for key, values in allowed.items() if sampler.get(key) in values
        }
        return self._kept(self.samplers, content)


class _Material:
    """One material for a mesh with some sets of texture coordinates."""

    def __init__(self, surfaces: Surfaces, sets: frozenset[int]) -> None:
        self.used: set[int] = set()
        self._surfaces = surfaces
        self._sets = sets

    def content(self, material: Json) -> Json:
        extensions = material.get("extensions", {})
        if _GLOSS in extensions:
            material = {**material, "pbrMetallicRoughness": _from_gloss(extensions[_GLOSS])}
            self._surfaces.notes["Glossy materials are taken for rough ones without metal."] = None
        shine = material.get("pbrMetallicRoughness", {})
        content: Json = _texts(material, ("name",))
        plain = not any(key.startswith(("metallic", "roughness")) for key in shine)
        content["pbrMetallicRoughness"] = {
            **(self._surfaces.shine if plain else {}),
            **_numbers(shine, ("baseColorFactor", "metallicFactor", "roughnessFactor")),
            **self._infos(shine, ("baseColorTexture", "metallicRoughnessTexture")),
        }
        content |= self._infos(material, ("normalTexture", "occlusionTexture", "emissiveTexture"))
        content |= _numbers(material, ("emissiveFactor",))
        if material.get("alphaMode") in ("MASK", "BLEND"):
            content["alphaMode"] = material["alphaMode"]
            if material["alphaMode"] == "MASK":
                content |= _numbers(material, ("alphaCutoff",))
        if material.get("doubleSided") is True:
            content["doubleSided"] = True
        kept = {
            name: self._extension(name, extensions[name]) for name in extensions if name in _FACTORS
        }
        if kept:
            content["extensions"] = kept
            self._surfaces.extensions |= set(kept)
        return {key: value for key, value in content.items() if value != {}}

    def _extension(self, name: str, content: Json) -> Json:
        return _numbers(content, _FACTORS[name]) | self._infos(content, _TEXTURES.get(name, ()))

    def _infos(self, holder: Json, names: Iterable[str]) -> Json:
        found = {name: self._info(holder[name]) for name in names if name in holder}
        return {name: info for name, info in found.items() if info is not None}

    def _info(self, info: Json) -> Json | None:
        moved = info.get("extensions", {}).get(TRANSFORM)
        texcoord = info.get("texCoord", 0)
        if moved is not None:
            texcoord = moved.get("texCoord", texcoord)
        texture = self._surfaces.texture(info["index"])
        if texture is None or texcoord not in self._sets:
            return None
        self.used.add(texcoord)
        content: Json = {"index": texture}
        if texcoord:
            content["texCoord"] = texcoord
        for key in ("scale", "strength"):
            if key in info:
                content[key] = _number(info[key], bounded=key == "strength")
        if moved is not None:
            self._surfaces.extensions.add(TRANSFORM)
            content["extensions"] = {TRANSFORM: _transform(moved)}
        return content


def _from_gloss(gloss: Json) -> Json:
    """Metallic-roughness of a specular-glossiness material: its colour, and no metal."""
    found: Json = {
        "baseColorFactor": gloss.get("diffuseFactor", [1, 1, 1, 1]),
        "metallicFactor": 0,
        "roughnessFactor": 1 - 0.7 * float(gloss.get("glossinessFactor", 1)),
    }
    if "diffuseTexture" in gloss:
        found["baseColorTexture"] = gloss["diffuseTexture"]
    return found


def _texts(holder: Json, keys: Iterable[str]) -> Json:
    return {key: holder[key][:200] for key in keys if isinstance(holder.get(key), str)}


def _numbers(holder: Json, keys: Iterable[str]) -> Json:
    found: Json = {}
    for key in keys:
        if key in holder:
            bounded = key not in _UNBOUNDED
            if key in _LENGTHS:
                found[key] = [_number(v, bounded=bounded) for v in holder[key]]
                if len(found[key]) != _LENGTHS[key]:
                    raise ValueError(f"{key} has {len(found[key])} numbers")
            else:
                found[key] = _number(holder[key], bounded=bounded)
    return found


def _number(value: Any, *, bounded: bool) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("a number of a material is infinite")
    return min(max(number, 0.0), 1.0) if bounded else number


def _transform(moved: Json) -> Json:
    found: Json = {}
    for key, count in (("offset", 2), ("scale", 2)):
        if key in moved:
            found[key] = [_number(part, bounded=False) for part in moved[key]][:count]
    if "rotation" in moved:
        found["rotation"] = _number(moved["rotation"], bounded=False)
    return found
