"""The materials, textures and images of a GLB's JSON: which are used, for what, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

WEBP_TEXTURE = "EXT_texture_webp"


def picture_mime(data: bytes) -> str:
    """What an image file is, by its first bytes."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/png" if data[:4] == b"\x89PNG" else "image/jpeg"


def texture_image(texture: dict[str, Any]) -> int | None:
    """The number of the image that a texture shows: its WebP where it has one."""
    webp = texture.get("extensions", {}).get(WEBP_TEXTURE, {}).get("source")
    source: int | None = texture.get("source") if webp is None else webp
    return source


def texture_infos(material: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every reference of a material to a texture, with the name of its use."""
    places = [material, material.get("pbrMetallicRoughness", {})]
    places += [held for held in material.get("extensions", {}).values() if isinstance(held, dict)]
    for place in places:
        for name, info in place.items():
            if name.endswith("Texture") and isinstance(info, dict) and "index" in info:
                yield name, info


def share_pictures(document: dict[str, Any], views: Mapping[int, bytes]) -> None:
    """Have textures show the first of equal images, and drop images that none shows."""
    images, textures = document.get("images", []), document.get("textures", [])
    first: dict[bytes, int] = {}
    same = [
        first.setdefault(
            views[image["bufferView"]] if "bufferView" in image else repr(image).encode(), at
        )
        for at, image in enumerate(images)
    ]
    shown = [(texture, texture_image(texture)) for texture in textures]
    kept = sorted({same[image] for _, image in shown if image is not None})
    for texture, image in shown:
        if image is not None:
            target = same[image]
            point_at(texture, kept.index(target), images[target].get("mimeType", ""))
    _listed(document, "images", [images[old] for old in kept])


def point_at(texture: dict[str, Any], image: int, mime: str) -> None:
    """Have a texture show an image, the way its type needs."""
    others = {k: v for k, v in texture.get("extensions", {}).items() if k != WEBP_TEXTURE}
    texture.pop("source", None)
    texture.pop("extensions", None)
    if mime == "image/webp":
        texture["extensions"] = {**others, WEBP_TEXTURE: {"source": image}}
    else:
        texture["source"] = image
        if others:
            texture["extensions"] = others


def declare_webp(document: dict[str, Any]) -> None:
    """List EXT_texture_webp as needed where a texture has no other picture, else not."""
    webp = any(
        WEBP_TEXTURE in texture.get("extensions", {}) for texture in document.get("textures", ())
    )
    for name in ("extensionsUsed", "extensionsRequired"):
        listed = [e for e in document.get(name, ()) if e != WEBP_TEXTURE]
        listed += [WEBP_TEXTURE] * webp
        document[name] = listed
        if not listed:
            del document[name]


def drop_unused(document: dict[str, Any]) -> None:
    """Drop materials that no primitive has, textures that none shows, and their samplers."""
    materials, textures = document.get("materials", []), document.get("textures", [])
    named = [holder for mesh in document.get("meshes", ()) for holder in _with_material(mesh)]
    kept = sorted({holder["material"] for holder in named})
    for holder in named:
        holder["material"] = kept.index(holder["material"])
    _listed(document, "materials", [materials[old] for old in kept])
    infos = [info for old in kept for _, info in texture_infos(materials[old])]
    shown = sorted({info["index"] for info in infos})
    for info in infos:
        info["index"] = shown.index(info["index"])
    textures = [textures[old] for old in shown]
    _listed(document, "textures", textures)
    samplers = document.get("samplers", [])
    taken = sorted({texture["sampler"] for texture in textures if "sampler" in texture})
    for texture in textures:
        if "sampler" in texture:
            texture["sampler"] = taken.index(texture["sampler"])
    _listed(document, "samplers", [samplers[old] for old in taken])


def _with_material(mesh: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Primitives of a mesh, and what their variants say, where they name a material."""
    for primitive in mesh["primitives"]:
        variants = primitive.get("extensions", {}).get("KHR_materials_variants", {})
        yield from (
            holder for holder in (primitive, *variants.get("mappings", ())) if "material" in holder
        )


def _listed(document: dict[str, Any], kind: str, things: list[dict[str, Any]]) -> None:
    document[kind] = things
    if not things:
        del document[kind]
