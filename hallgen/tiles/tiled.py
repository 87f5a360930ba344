"""A hall cut into tiles, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hallgen.formats import Tileset, write_tileset


@dataclass(frozen=True, eq=False, slots=True)
class TiledHall:
    """A hall's tileset, its tiles by their names beside it, and the pictures they share.

    Pictures are named by their content; the tiles look for them in the folder that
    `cut_hall` was given.
    """

    hall: str
    tileset: Tileset
    tiles: Mapping[str, bytes]
    pictures: Mapping[str, bytes]

    @property
    def files(self) -> dict[str, bytes]:
        """All that belongs in the tileset's own folder, by name."""
        return {"tileset.json": write_tileset(self.tileset), **self.tiles}
