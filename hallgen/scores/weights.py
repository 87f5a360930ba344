"""What counts how much in a plan's score, and where a term has all it can have."""

from __future__ import annotations

from functools import cache

import yaml
from pydantic import Field

from hallgen.model import Frozen
from hallgen.resources import assets

_Weight = Field(ge=0, le=1)


class Weights(Frozen):
    """Weights of the terms; a term that a plan does not have passes its weight to the others.

    `far` is from how far a booth's sign is read, in metres; `seen` is the floor in m2 from which a
    booth is seen that has all one can want; `passed` the share of all ways that pass such a booth.
    """

    used: float = _Weight
    visibility: float = _Weight
    passers: float = _Weight
    neighbours: float = _Weight
    escape: float = _Weight
    far: float = Field(gt=0)
    seen: float = Field(gt=0)
    passed: float = Field(gt=0, le=1)


@cache
def usual_weights() -> Weights:
    """assets/layout.yaml, which docs/layout.md explains."""
    text = (assets() / "layout.yaml").read_text(encoding="utf-8")
    return Weights.model_validate(yaml.safe_load(text)["weights"])
