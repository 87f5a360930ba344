"""Materials that many parts can share: some finishes, or one with an atlas of pictures."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.editable import EditableGlb
from hallgen.media.models.atlas import Region, Tile, arranged, fill, native_size, paint, repeats
from hallgen.media.models.looks import Look
from hallgen.media.models.texels import linear, mean_color, placed_uvs, srgb, texcoord
from hallgen.scene import Floats

#: A picture that repeats more often than this is shown by its mean colour.
_REPEATS = 4.0
#: Glow counts so much more than metal and roughness where finishes are told apart.
_GLOW = 3.0
#: Finishes this near to each other are the same.
_SAME = 0.02
_UNLIT = "KHR_materials_unlit"
_STRENGTH = "KHR_materials_emissive_strength"
_PLAIN_TILE = (2, 2)


@dataclass(frozen=True, eq=False, slots=True)
class Coated:
    """A part's surface: its look, linear colours (n, 4), coordinates, and area.

    `material` is the shared material that it got, and `placed` its coordinates there.
    """

    look: Look
    colors: Floats
    uvs: dict[int, Floats]
    area: float
    material: int = -1
    placed: Floats | None = None

    @property
    def finish(self) -> NDArray[np.float64]:
        """(5,) metal, roughness and glow, for comparison."""
        look = self.look
        if look.kind.unlit:
            return np.zeros(5)
        return np.array([look.metallic, look.roughness, *(np.array(look.emissive) * _GLOW)])


def plain_finishes(glb: EditableGlb, parts: Sequence[Coated], most: int) -> list[Coated]:
    """Parts of one kind without pictures, with at most so many materials in all.

    Those that are nearest to each other become one, in the mean of both by area.
    """
    alike: dict[bytes, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        alike[np.round(part.finish / _SAME).tobytes()].append(number)
    groups = list(alike.values())
    areas = np.array([sum(max(parts[n].area, 1e-12) for n in group) for group in groups])
    values = np.array([parts[group[0]].finish for group in groups])
    while len(groups) > most:
        # What is lost is most where both are large (Ward's criterion).
        apart = ((values[:, None] - values[None]) ** 2).sum(axis=2)
        loss = apart * areas[:, None] * areas[None] / (areas[:, None] + areas[None])
        loss[np.tril_indices(len(loss))] = np.inf
        one, other = np.unravel_index(np.argmin(loss), loss.shape)
        shares = areas[[one, other]] / (areas[one] + areas[other])
        values[one] = shares @ values[[one, other]]
        areas[one] += areas[other]
        groups[one] = groups[one] + groups[other]
        values, areas = np.delete(values, other, axis=0), np.delete(areas, other)
        del groups[other]
    found = list(parts)
    for group, value in zip(groups, values, strict=True):
        material = _material(glb, [parts[number] for number in group], value)
        for number in group:
            found[number] = replace(parts[number], material=material)
    return found


def _material(glb: EditableGlb, parts: Sequence[Coated], finish: NDArray[np.float64]) -> int:
    """The number of a new material for these parts, of this metal, roughness and glow."""
    look = parts[0].look
    material: dict[str, Any] = {
        "pbrMetallicRoughness": {
            "metallicFactor": float(finish[0]),
            "roughnessFactor": float(finish[1]),
        },
        "doubleSided": any(part.look.double_sided for part in parts),
    }
    if look.kind.clear:
        material["alphaMode"] = "BLEND"
    elif any(part.look.cutoff is not None for part in parts):
        material["alphaMode"] = "MASK"
    if look.kind.unlit:
        material["extensions"] = {_UNLIT: {}}
    _glow(material, [float(part) for part in finish[2:] / _GLOW])
    return _added(glb, "materials", material)


def _glow(material: dict[str, Any], emissive: Sequence[float]) -> None:
    strength = max(1.0, *emissive)
    if any(emissive):
        material["emissiveFactor"] = [part / strength for part in emissive]
    if strength > 1:
        material.setdefault("extensions", {})[_STRENGTH] = {"emissiveStrength": strength}


def _added(glb: EditableGlb, kind: str, thing: dict[str, Any]) -> int:
    things = glb.content.setdefault(kind, [])
    things.append(thing)
    return len(things) - 1


@dataclass(frozen=True, eq=False, slots=True)
class _Laid:
    """A part with coordinates in the plane of its textures, and what it shares a tile by."""

    part: Coated
    uvs: Floats
    key: tuple[Any, ...]
    region: Region


def atlased(glb: EditableGlb, parts: Sequence[Coated], pixels: int) -> list[Coated]:
    """Parts of one kind with one material, and all their pictures in one of at most `pixels`.

    Coordinates that leave the picture show it as often as they did, up to _REPEATS times; beyond
    that its mean colour is shown.
    """
    laid = [_laid(glb, part) for part in parts]
    regions: dict[tuple[Any, ...], Region] = {}
    of_key: dict[tuple[Any, ...], Look] = {}
    for one in laid:
        known = regions.get(one.key, one.region)
        regions[one.key] = _around(known, one.region)
        of_key.setdefault(one.key, one.part.look)
    wanted = [(region, _texels(glb, of_key[key], region)) for key, region in regions.items()]
    tiles, side = arranged(wanted, pixels)
    by_key = dict(zip(regions, tiles, strict=True))
    material = _pictured(glb, [one.part for one in laid], by_key, of_key, side)
    return [
        replace(one.part, material=material, placed=by_key[one.key].placed(one.uvs, side))
        for one in laid
    ]


def _laid(glb: EditableGlb, part: Coated) -> _Laid:
    look = part.look
    count = len(part.colors)
    leading = look.base or look.finish or look.glow
    if leading is None or texcoord(leading) not in part.uvs:
        return _without_picture(part)
    uvs = placed_uvs(leading, part.uvs[texcoord(leading)])
    low, high = uvs.min(axis=0), uvs.max(axis=0)
    if (high - low).max() > _REPEATS:
        if look.base is not None:
            mean = np.broadcast_to(mean_color(glb, look.base), (count, 3))
            part = replace(part, colors=np.c_[part.colors[:, :3] * mean, part.colors[:, 3:]])
        return _without_picture(part)
    moved = np.floor(low + 1e-4)
    # Only a picture that repeats looks the same a whole picture further.
    if not repeats(glb, leading):
        moved[:] = 0
    uvs = (uvs - moved).astype(np.float32)
    base, finish, glow = (_like(leading, info) for info in (look.base, look.finish, look.glow))
    look = replace(look, base=base, finish=finish, glow=glow)
    low, high = low - moved, np.maximum(high - moved, low - moved + 1e-3)
    region = Region(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    return _Laid(replace(part, look=look), uvs, _key(look), region)


def _without_picture(part: Coated) -> _Laid:
    look = replace(part.look, base=None, finish=None, glow=None)
    middle = np.full((len(part.colors), 2), 0.5, np.float32)
    return _Laid(replace(part, look=look), middle, _key(look), Region(0, 0, 1, 1))


def _like(leading: dict[str, Any], info: dict[str, Any] | None) -> dict[str, Any] | None:
    """A texture that lies as the leading one does; another has no place in the atlas."""
    if info is None or texcoord(info) != texcoord(leading):
        return None
    same = info.get("extensions") == leading.get("extensions")
    return info if same else None


def _key(look: Look) -> tuple[Any, ...]:
    places = [
        None if i is None else (i["index"], str(i)) for i in (look.base, look.finish, look.glow)
    ]
    finish = (round(look.metallic, 2), round(look.roughness, 2), look.emissive)
    return (*places, finish, look.cutoff)


def _around(one: Region, other: Region) -> Region:
    return Region(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _texels(glb: EditableGlb, look: Look, region: Region) -> tuple[int, int]:
    leading = look.base or look.finish or look.glow
    return _PLAIN_TILE if leading is None else native_size(glb, leading, region)


def _pictured(
    glb: EditableGlb,
    parts: Sequence[Coated],
    tiles: dict[tuple[Any, ...], Tile],
    looks: dict[tuple[Any, ...], Look],
    side: tuple[int, int],
) -> int:
    """A material with the pictures of an atlas: colours, and finish and glow where they differ."""
    pairs = [(tiles[key], looks[key]) for key in tiles]
    finishes = np.array([(look.metallic, look.roughness) for _, look in pairs])
    glows = np.array([look.emissive for _, look in pairs])
    lit = not parts[0].look.kind.unlit
    finished = lit and (
        bool((np.ptp(finishes, axis=0) > _SAME).any()) or any(look.finish for _, look in pairs)
    )
    glowing = lit and bool((np.ptp(glows, axis=0) > 0).any() or any(look.glow for _, look in pairs))
    strongest = float(glows.max(initial=0.0))
    means = np.zeros(5) if finished else np.array([*finishes.mean(axis=0), 0, 0, 0])
    if not glowing:
        means[2:] = glows.mean(axis=0) * _GLOW
    number = _material(glb, parts, means)
    material = glb.content["materials"][number]
    surface = material["pbrMetallicRoughness"]
    sheet = np.zeros((side[1], side[0], 4), np.uint8)
    for tile, look in pairs:
        _color(sheet, tile, glb, look)
    surface["baseColorTexture"] = _picture(glb, sheet, alpha=bool((sheet[..., 3] < 255).any()))
    if finished:
        surface["metallicFactor"] = surface["roughnessFactor"] = 1.0
        surface["metallicRoughnessTexture"] = _picture(glb, _finish_sheet(glb, pairs, side))
    if glowing:
        _glow(material, [strongest] * 3)
        material["emissiveTexture"] = _picture(glb, _glow_sheet(glb, pairs, side, strongest))
    return number


def _color(sheet: NDArray[np.uint8], tile: Tile, glb: EditableGlb, look: Look) -> None:
    if look.base is None:
        fill(sheet, tile, (1, 1, 1, 1))
        return
    paint(sheet, tile, glb, look.base)
    alpha = sheet[tile.whole][..., 3]
    if look.cutoff is not None:
        # The shared material cuts at a half.
        alpha[:] = np.clip(alpha * (0.5 / max(look.cutoff, 1e-3)), 0, 255).astype(np.uint8)
    elif not look.kind.clear:
        alpha[:] = 255


def _finish_sheet(
    glb: EditableGlb, pairs: Sequence[tuple[Tile, Look]], side: tuple[int, int]
) -> NDArray[np.uint8]:
    """Roughness in green, metal in blue."""
    sheet = np.zeros((side[1], side[0], 4), np.uint8)
    for tile, look in pairs:
        factors = (1, look.roughness, look.metallic, 1)
        if look.finish is None:
            fill(sheet, tile, factors)
        else:
            paint(sheet, tile, glb, look.finish)
            texels = sheet[tile.whole]
            texels[:] = np.round(texels * np.array(factors, np.float32)).astype(np.uint8)
    return sheet


def _glow_sheet(
    glb: EditableGlb, pairs: Sequence[tuple[Tile, Look]], side: tuple[int, int], strongest: float
) -> NDArray[np.uint8]:
    sheet = np.zeros((side[1], side[0], 4), np.uint8)
    for tile, look in pairs:
        share = np.array(look.emissive) / max(strongest, 1e-6)
        if look.glow is None:
            fill(sheet, tile, (*srgb(share), 1))
        else:
            paint(sheet, tile, glb, look.glow)
            texels = sheet[tile.whole]
            texels[..., :3] = np.round(srgb(linear(texels[..., :3] / 255) * share) * 255)
    return sheet


def _picture(glb: EditableGlb, sheet: NDArray[np.uint8], *, alpha: bool = False) -> dict[str, Any]:
    """A reference to a new texture that shows a sheet."""
    file = io.BytesIO()
    Image.fromarray(sheet if alpha else sheet[..., :3].copy()).save(file, "PNG", compress_level=1)
    image = {"bufferView": glb.add_view(file.getvalue()), "mimeType": "image/png"}
    texture: dict[str, Any] = {"source": _added(glb, "images", image)}
    texture["sampler"] = _added(glb, "samplers", {"wrapS": 33071, "wrapT": 33071})
    return {"index": _added(glb, "textures", texture)}
