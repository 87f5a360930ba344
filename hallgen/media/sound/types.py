"""What pages and halls need to know of a recording."""

from __future__ import annotations

from hallgen.model import Frozen


class Sound(Frozen):
    """A recording of the site: its address, its media type, and its seconds (0: not known)."""

    address: str
    mime: str
    seconds: float
