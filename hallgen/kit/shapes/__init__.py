"""Builders of meshes from numbers: boxes, prisms, sheets, turned bodies, tubes.

Everything is in a scene's axes (metres, Y up); what stands on a floor is built at y 0 around
the Y axis, its front to +Z. Rings and placements are in ground coordinates (x, y of a plan).
"""

from hallgen.kit.shapes.arrays import dyed, grounded, merged, moved, placement, shaded, solid
from hallgen.kit.shapes.boxes import box, floor, prism, sheet, triangulated
from hallgen.kit.shapes.holes import pitted
from hallgen.kit.shapes.rounds import Ends, cylinder, lathe, tube

__all__ = [
    "Ends",
    "box",
    "cylinder",
    "dyed",
    "floor",
    "grounded",
    "lathe",
    "merged",
    "moved",
    "pitted",
    "placement",
    "prism",
    "shaded",
    "sheet",
    "solid",
    "triangulated",
    "tube",
]
