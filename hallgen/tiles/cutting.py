"""The tiles and pictures of a hall while it is cut, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hallgen.formats import Images, Packing, Tile, write_glb
from hallgen.scene import Scene


@dataclass(frozen=True, eq=False, slots=True)
class Cut:
    """A piece of a tileset: its topmost tile, None where there is nothing to be seen, and its
    files: tiles by their names beside the tileset, pictures by their names in their own folder.
    """

    tile: Tile | None
    tiles: dict[str, bytes]
    pictures: dict[str, bytes]


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

    def cut(self, make: Callable[[Cutting], Tile | None]) -> Cut:
        """The piece that `make` writes, apart from all others."""
        apart = Cutting(self.media, self.packing)
        return Cut(make(apart), apart.tiles, apart.pictures)

    def take(self, cut: Cut) -> Tile | None:
        """Have the files of a piece among the others."""
        self.tiles |= cut.tiles
        self.pictures |= cut.pictures
        return cut.tile


#: Gives the piece of this name for these booths (ids), made now or before.
CutKeeper = Callable[[str, Sequence[str], Callable[[], Cut]], Cut]


def made_anew(_name: str, _booths: Sequence[str], make: Callable[[], Cut]) -> Cut:
    """Keeps nothing."""
    return make()
