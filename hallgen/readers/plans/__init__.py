"""Floor plans: SVG, DXF, GeoJSON, and tables of rectangles or polygons.

A frontend for each format makes one neutral `Drawing`; one pipeline makes a plan of it.
"""

from hallgen.readers.plans.guess import GuessedHall, PlanGuess, guess_plan
from hallgen.readers.plans.reading import Understood, read_plan, understand
from hallgen.readers.plans.scale import propose

__all__ = [
    "GuessedHall",
    "PlanGuess",
    "Understood",
    "guess_plan",
    "propose",
    "read_plan",
    "understand",
]
