"""What a material of a GLB looks like, in the terms that many can share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hallgen.formats.editable import EditableGlb

_UNLIT = "KHR_materials_unlit"
#: What lets light through without being mixed shows so much of what lies behind it.
_THROUGH = 0.85


class Kind(StrEnum):
    """What has to be drawn apart."""

    SOLID = "solid"
    CLEAR = "clear"  #: one looks through it
    UNLIT = "unlit"
    UNLIT_CLEAR = "unlit and clear"

    @property
    def clear(self) -> bool:
        return self in (Kind.CLEAR, Kind.UNLIT_CLEAR)

    @property
    def unlit(self) -> bool:
        return self in (Kind.UNLIT, Kind.UNLIT_CLEAR)


@dataclass(frozen=True, slots=True)
class Look:
    """A material. `color` is linear RGBA, `emissive` linear radiance.

    The textures are references as a GLB has them (texture, coordinates, transform), or None.
    `cutoff` is the alpha from which a cut-out is there; None where it is no cut-out.
    """

    kind: Kind
    color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    metallic: float = 1.0
    roughness: float = 1.0
    emissive: tuple[float, float, float] = (0.0, 0.0, 0.0)
    cutoff: float | None = None
    double_sided: bool = False
    base: dict[str, Any] | None = None
    finish: dict[str, Any] | None = None
    glow: dict[str, Any] | None = None

    @property
    def textured(self) -> bool:
        """Whether it shows a picture."""
        return not (self.base is None and self.finish is None and self.glow is None)


def look_of(glb: EditableGlb, primitive: dict[str, Any]) -> Look:
    """The look of a primitive. Extensions of surfaces but for glow and clearness have no part."""
    number = primitive.get("material")
    material = {} if number is None else glb.content["materials"][number]
    surface = material.get("pbrMetallicRoughness", {})
    extensions = material.get("extensions", {})
    red, green, blue, alpha = surface.get("baseColorFactor", (1.0, 1.0, 1.0, 1.0))
    through = extensions.get("KHR_materials_transmission", {}).get("transmissionFactor", 0.0)
    mode = material.get("alphaMode", "OPAQUE")
    clear, unlit = mode == "BLEND" or through > 0, _UNLIT in extensions
    strength = extensions.get("KHR_materials_emissive_strength", {}).get("emissiveStrength", 1.0)
    emissive = [strength * part for part in material.get("emissiveFactor", (0.0, 0.0, 0.0))]
    return Look(
        kind=_kind(clear=clear, unlit=unlit),
        color=(red, green, blue, (alpha if mode != "OPAQUE" else 1.0) * (1 - _THROUGH * through)),
        metallic=surface.get("metallicFactor", 1.0),
        roughness=surface.get("roughnessFactor", 1.0),
        emissive=(emissive[0], emissive[1], emissive[2]),
        cutoff=material.get("alphaCutoff", 0.5) if mode == "MASK" else None,
        double_sided=material.get("doubleSided", False),
        base=surface.get("baseColorTexture"),
        finish=surface.get("metallicRoughnessTexture"),
        glow=material.get("emissiveTexture") if any(emissive) else None,
    )


def _kind(*, clear: bool, unlit: bool) -> Kind:
    if unlit:
        return Kind.UNLIT_CLEAR if clear else Kind.UNLIT
    return Kind.CLEAR if clear else Kind.SOLID
