"""Plan geometry: open sides, booth types, aisles, gates and the floor one can walk on."""

from hallgen.layout.hall import lay_out
from hallgen.layout.shapes import to_polygon, to_shape

__all__ = ["lay_out", "to_polygon", "to_shape"]
