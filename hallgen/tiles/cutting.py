"""The tiles and pictures of a hall while it is cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from hallgen.formats import Images, Packing, write_glb
from hallgen.scene import Scene


@dataclass(eq=False, slots=True)
class Cutting:
    """What was written so far. `media` leads from the tileset's folder to that of pictures."""

    media: str
    packing: Packing
    tiles: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: str, scene: Scene) -> str:
        glb = write_glb(scene, Images.external(self.media), packing=self.packing)
        self.tiles[name] = glb.data
        self.pictures |= glb.files
        return name
