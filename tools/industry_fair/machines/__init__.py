"""The sample's product models: invented machines, made by code, as exhibitors would send them.

`models()` gives every file by its name in media/models. `KINDS` says which products they show.
Lengths are metres, Y up and the front to +Z, but for CAD's files: those are in millimetres, Z up.
"""

from tools.industry_fair.machines.models import KINDS, models

__all__ = ["KINDS", "models"]
