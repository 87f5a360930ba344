"""Baked light: per design once, per hall last.

bake_light(scene, around, recipe, quality) -> BakedLight    at texels and vertices
lit(scene, light) -> Scene                                  the scene with it
bake_key(...) -> str                                        one for scenes of one shape
"""

from hallgen.light.applied import lit, moved_light
from hallgen.light.baked import BakedLight, from_bytes, to_bytes
from hallgen.light.baker import BOOTH, HALL, HallSight, Recipe, bake_light
from hallgen.light.environment import RANGE as ENVIRONMENT_RANGE
from hallgen.light.environment import environment_texture
from hallgen.light.keys import bake_key
from hallgen.light.known import joined as known_together
from hallgen.light.known import known_of, shiners_of
from hallgen.light.lamps import Shiners
from hallgen.light.quality import LightQuality
from hallgen.light.sheets import Sheet, as_texture
from hallgen.light.sheets import decoded as decoded_light
from hallgen.light.sheets import joined as sheets_together
from hallgen.light.standard import in_standard_slots
from hallgen.light.surroundings import LAMP_RADIANCE, Surroundings, closed, in_a_hall

__all__ = [
    "BOOTH",
    "ENVIRONMENT_RANGE",
    "HALL",
    "LAMP_RADIANCE",
    "BakedLight",
    "HallSight",
    "LightQuality",
    "Recipe",
    "Sheet",
    "Shiners",
    "Surroundings",
    "as_texture",
    "bake_key",
    "bake_light",
    "closed",
    "decoded_light",
    "environment_texture",
    "from_bytes",
    "in_a_hall",
    "in_standard_slots",
    "known_of",
    "known_together",
    "lit",
    "moved_light",
    "sheets_together",
    "shiners_of",
    "to_bytes",
]
