"""Cuts halls into tiles and levels of detail."""

from hallgen.tiles.hall import cut_hall, frame_matrix
from hallgen.tiles.tiled import TiledHall

__all__ = ["TiledHall", "cut_hall", "frame_matrix"]
