"""Plan geometry: open sides, booth types, aisles, gates, carpets and the floor one can walk on."""

from hallgen.layout.carpets import Carpet, carpets_of, pieces
from hallgen.layout.hall import lay_out
from hallgen.layout.shapes import to_polygon, to_shape

__all__ = ["Carpet", "carpets_of", "lay_out", "pieces", "to_polygon", "to_shape"]
