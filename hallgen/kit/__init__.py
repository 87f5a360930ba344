"""The kit: parametric halls and booths, their signs and graphics.

build_booth(booth, layout, index, media) -> BuiltBooth    in the booth's own frame
build_hall(hall, layout, index) -> BuiltHall              in the hall's frame
"""

from hallgen.kit.booth import build_booth
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.kit.halls.hall import build_hall
from hallgen.kit.halls.shell import STEEL_ROOF

__all__ = ["STEEL_ROOF", "BuiltBooth", "BuiltHall", "build_booth", "build_hall"]
