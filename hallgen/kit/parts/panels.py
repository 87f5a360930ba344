"""The panel system: posts and rails of aluminium. Rails are a metre long and scaled to length."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import ALU
from hallgen.kit.shapes import box, prism

#: How far a post reaches into a booth. Two neighbours' posts stand back to back as one.
POST_DEPTH = 0.024
POST_HALF = 0.023


@cache
def post(height: float) -> Part:
    """A post against a side: its back at the origin, the booth to -y (+Z)."""
    d, w, c = POST_DEPTH, POST_HALF, 0.010
    ring = ((w, 0.0), (-w, 0.0), (-w, -(d - c)), (-(w - c), -d), (w - c, -d), (w, -(d - c)))
    return part(f"post {height:g}", prism(ALU, ring, 0.0, height))


@cache
def free_post(height: float) -> Part:
    """A post of eight faces that stands free around the origin."""
    r, c = POST_HALF, 0.0095
    ring = ((r, -c), (r, c), (c, r), (-c, r), (-r, c), (-r, -c), (-c, -r), (c, -r))
    return part(f"free post {height:g}", prism(ALU, ring, 0.0, height))


@cache
def rail() -> Part:
    """A metre of rail, 50 mm high, around the Y axis from y 0."""
    return part("rail", box(ALU, 1.0, 0.05, 0.022))


@cache
def beam_rail() -> Part:
    """A metre of the rails a fascia slides into, 35 mm."""
    return part("fascia rail", box(ALU, 1.0, 0.035, 0.036))
