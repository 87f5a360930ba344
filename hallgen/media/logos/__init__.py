"""Logos made fit for any sign: cut free of their ground, trimmed, and seen on every colour.

free_logo(picture) -> logo, RGBA, or RGB where the picture brings a ground of its own
on_ground(logo, ground) -> the logo as it can be seen there, or None: it needs a plate
on_page(logo) -> the logo on the white that pages have
"""

from hallgen.media.logos.contrast import on_ground, seen_share, stands_out
from hallgen.media.logos.freeing import free_logo
from hallgen.media.logos.plates import on_page, own_ground, plated, scaled

__all__ = [
    "free_logo",
    "on_ground",
    "on_page",
    "own_ground",
    "plated",
    "scaled",
    "seen_share",
    "stands_out",
]
