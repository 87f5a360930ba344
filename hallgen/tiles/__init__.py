"""Cuts halls into tiles and levels of detail."""

from hallgen.tiles.alone import cut_booth
from hallgen.tiles.cutting import Cut, CutKeeper
from hallgen.tiles.frames import frame_matrix
from hallgen.tiles.hall import DISTRICT_NAME, PEOPLE, cut_hall
from hallgen.tiles.tiled import TiledHall

__all__ = [
    "DISTRICT_NAME",
    "PEOPLE",
    "Cut",
    "CutKeeper",
    "TiledHall",
    "cut_booth",
    "cut_hall",
    "frame_matrix",
]
