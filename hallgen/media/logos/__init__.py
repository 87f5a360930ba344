"""Logos made fit for any sign: cut free of their ground, trimmed, and seen on every colour.

free_logo(picture) -> logo, RGBA, or RGB where the picture brings a ground of its own
as_seen(logo, ground) -> the logo, or its form in one ink, as it can be seen there, or None
on_ground(logo, ground) -> the logo as it is shown there, or None: it needs a plate
on_page(logo) -> the logo on the white that pages have
"""

from hallgen.media.logos.contrast import as_seen, on_ground, seen_share, stands_out
from hallgen.media.logos.freeing import free_logo
from hallgen.media.logos.plates import on_page, own_ground, plated, scaled

__all__ = [
    "as_seen",
    "free_logo",
    "on_ground",
    "on_page",
    "own_ground",
    "plated",
    "scaled",
    "seen_share",
    "stands_out",
]
