"""How a scene is written: where pictures go, repeated meshes, and how arrays are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Images:
    """Where a GLB's pictures go: EMBEDDED in it, or `external` files that many GLBs share."""

    base: str | None

    EMBEDDED: ClassVar[Images]

    @classmethod
    def external(cls, base: str) -> Images:
        """Files named by their content; `base` leads there from the GLB ("../../media/")."""
        return cls(base)


Images.EMBEDDED = Images(None)


class Instancing(StrEnum):
    """How a mesh with many placements is written.

    GPU makes it one draw by EXT_mesh_gpu_instancing, for engines. EXPANDED makes it plain
    nodes that share the mesh, for tools that do not know that extension (Blender).
    """

    GPU = "gpu"
    EXPANDED = "expanded"


class Packing(StrEnum):
    """How arrays are kept.

    PLAIN is stock glTF, for any tool. MESHOPT is a quarter of it and needs a reader that knows
    EXT_meshopt_compression and KHR_mesh_quantization, as engines of the web do.
    """

    PLAIN = "plain"
    MESHOPT = "meshopt"
