"""Plans looked at and corrected by a person: what was understood of a drawing, on the drawing.

read_hall(folder, "4.1", diagnostics) -> ReadHall    a hall's plan, and the drawing it is from
overlay(understood, file, caption) -> str            an SVG: the drawing, and the plan over it
"""

from hallgen.drafting.overlay import caption_of, overlay
from hallgen.drafting.reading import ReadHall, read_hall

__all__ = ["ReadHall", "caption_of", "overlay", "read_hall"]
