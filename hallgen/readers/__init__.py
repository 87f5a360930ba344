"""Files into the model: `read_fair` is the door, everything else serves it."""

from hallgen.readers.fair import read_fair

__all__ = ["read_fair"]
