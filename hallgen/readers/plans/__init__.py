"""Floor plans: SVG, DXF, GeoJSON, and tables of rectangles or polygons.

A frontend for each format makes one neutral `Drawing`; one pipeline makes a plan of it.
"""

from hallgen.readers.plans.reading import read_plan

__all__ = ["read_plan"]
