"""The kit: parametric halls and booths, their signs and graphics.

build_booth(booth, layout, index, media) -> BuiltBooth    in the booth's own frame
build_hall(hall, layout, index) -> BuiltHall              in the hall's frame
block_of(booth, layout, index) -> BuiltBooth              the booth as a plain block
"""

from hallgen.kit.booth import build_booth
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.kit.designs.installed import BoothDesign
from hallgen.kit.designs.stand import Stand
from hallgen.kit.halls.hall import build_hall
from hallgen.kit.halls.shell import STEEL_ROOF
from hallgen.kit.massing import block_of

__all__ = [
    "STEEL_ROOF",
    "BoothDesign",
    "BuiltBooth",
    "BuiltHall",
    "Stand",
    "block_of",
    "build_booth",
    "build_hall",
]
