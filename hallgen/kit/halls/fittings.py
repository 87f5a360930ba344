"""Parts of walls and floors, each made once; those of walls have their back at z 0, look to +Z."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import (
    BLACK,
    CLADDING,
    DADO,
    DARK_GREY,
    GLASS,
    GUARD,
    PAINT,
    PANEL,
    PIPE,
    TRUSS,
)
from hallgen.kit.parts.furniture import at
from hallgen.kit.shapes import box, cylinder, lathe, sheet, tube

_LEAF = DADO.tinted("#c3c8cb")
_STEEL = DADO.tinted("#c4c7ca")


@cache
def pilaster(height: float) -> Part:
    """An I-column of the wall that carries a roof, its flanges along the wall, with a guard."""
    web = at(box(TRUSS, 0.03, height, 0.36), 0, 0, 0.18)
    flanges = [at(box(TRUSS, 0.32, height, 0.03), 0, 0, z) for z in (0.015, 0.36)]
    guard = at(box(GUARD, 0.42, 1.15, 0.44), 0, 0.02, 0.21)
    stripes = [at(box(BLACK, 0.425, 0.12, 0.445), 0, h, 0.21) for h in (0.42, 0.82)]
    return part(f"pilaster {height:.2f}", web, *flanges, guard, *stripes)


@cache
def roller_door(size: float) -> Part:
    """A roller door, the slats between guides, a lamp and a control beside it."""
    slats = at(box(CLADDING.tinted("#b9bfc3"), size, size, 0.06), 0, 0, 0.03)
    lintel = at(box(DADO, size + 0.5, 0.55, 0.34), 0, size, 0.17)
    guides = [at(box(DADO, 0.22, size, 0.16), s * (size / 2 + 0.1), 0, 0.08) for s in (-1, 1)]
    foot = at(box(BLACK, size, 0.09, 0.10), 0, 0, 0.05)
    width = size / 12
    stripes = [
        sheet(GUARD, (k * width - size / 2, 0.12, 0.062), (width, 0, 0), (0, 0.14, 0))
        for k in range(0, 12, 2)
    ]
    windows = [
        sheet(BLACK, (x * size - 0.35, 1.62, 0.062), (0.7, 0, 0), (0, 0.26, 0))
        for x in (-0.25, 0.0, 0.25)
    ]
    control = at(box(GUARD, 0.14, 0.24, 0.09), size / 2 + 0.45, 1.25, 0.045)
    bollards = [
        at(lathe(GUARD, [(0.09, 0), (0.09, 0.96), (0.0, 1.0)], 10), s * (size / 2 + 0.45), 0, 0.42)
        for s in (-1, 1)
    ]
    return part(
        f"roller door {size:.2f}",
        slats,
        lintel,
        *guides,
        foot,
        *stripes,
        *windows,
        control,
        *bollards,
    )


@cache
def exit_door() -> Part:
    """A pair of emergency doors of 2 x 2.2 m with push bars, closers and kick plates."""
    frame = at(box(DARK_GREY, 2.16, 2.28, 0.10), 0, 0, 0.05)
    leaves = [at(box(_LEAF, 0.97, 2.14, 0.05), s * 0.495, 0.02, 0.10) for s in (-1, 1)]
    bars = [
        at(box(DARK_GREY.tinted("#c02a22"), 0.78, 0.07, 0.06), s * 0.495, 1.0, 0.15)
        for s in (-1, 1)
    ]
    kicks = [at(box(_STEEL, 0.90, 0.22, 0.006), s * 0.495, 0.04, 0.127) for s in (-1, 1)]
    closers = [at(box(_STEEL, 0.28, 0.06, 0.06), s * 0.42, 2.02, 0.15) for s in (-1, 1)]
    panes = [at(box(BLACK, 0.16, 0.62, 0.008), s * 0.40, 1.28, 0.125) for s in (-1, 1)]
    return part("exit door", frame, *leaves, *bars, *kicks, *closers, *panes)


@cache
def access_door() -> Part:
    """A single steel door of 1 x 2.1 m for staff."""
    frame = at(box(DARK_GREY, 1.10, 2.16, 0.08), 0, 0, 0.04)
    leaf = at(box(_LEAF, 0.98, 2.08, 0.05), 0, 0.02, 0.07)
    lever = at(box(_STEEL, 0.13, 0.025, 0.05), 0.36, 1.02, 0.12)
    plate = at(box(PAINT.tinted("#2a5ca8"), 0.30, 0.12, 0.006), 0, 1.58, 0.097)
    return part("access door", frame, leaf, lever, plate)


@cache
def sign_box() -> Part:
    """The housing of a lit sign of 1.2 x 0.4 m."""
    return part("sign box", at(box(BLACK, 1.26, 0.46, 0.08), 0, 0, 0.04))


@cache
def mullion() -> Part:
    """A metre of a window's post, standing."""
    return part("mullion", at(box(DARK_GREY, 0.09, 1.0, 0.10), 0, 0, 0.05))


@cache
def conduit() -> Part:
    """A metre of conduit, standing at z 0.05."""
    return part("conduit", at(lathe(DADO, [(0.022, 0), (0.022, 1.0)], 5), 0, 0, 0.05))


@cache
def downpipe() -> Part:
    """A metre of rainwater pipe, standing at z 0.11."""
    return part(
        "downpipe", at(lathe(DADO.tinted("#8d9499"), [(0.08, 0), (0.08, 1.0)], 8), 0, 0, 0.11)
    )


@cache
def wall_rail() -> Part:
    """A metre of cable duct along a wall, from the origin along +X."""
    return part("wall rail", at(box(DADO.tinted("#b9bec2"), 1.0, 0.14, 0.07), 0.5, 0, 0.035))


@cache
def switchboard() -> Part:
    """A distribution board of 0.9 x 1.8 m with its sockets below."""
    case = at(box(DADO.tinted("#cfd3d5"), 0.9, 1.5, 0.26, 0.01), 0, 0.5, 0.13)
    seam = at(box(DARK_GREY, 0.006, 1.46, 0.004), 0, 0.52, 0.261)
    mark = at(box(GUARD, 0.14, 0.12, 0.004), 0.22, 1.62, 0.262)
    sockets = [
        at(box(PAINT.tinted(c), 0.11, 0.15, 0.09), -0.3 + 0.2 * k, 0.30, 0.09)
        for k, c in enumerate(("#b3202a", "#b3202a", "#2a5ca8", "#2a5ca8"))
    ]
    return part("switchboard", case, seam, mark, *sockets)


@cache
def fire_point() -> Part:
    """A hydrant's cabinet, two extinguishers, a call point, and the signs over them."""
    cabinet = at(box(PIPE, 0.75, 1.05, 0.24), 0, 0.35, 0.12)
    glass = sheet(DARK_GREY.tinted("#d8dde0"), (-0.29, 0.8, 0.243), (0.58, 0, 0), (0, 0.5, 0))
    bottle = [(0.078, 0.0), (0.078, 0.44), (0.02, 0.55)]
    bottles = [at(lathe(PIPE, bottle, 8), x, 0.12, 0.12) for x in (0.56, 0.78)]
    heads = [at(box(BLACK, 0.05, 0.05, 0.12), x, 0.66, 0.13) for x in (0.56, 0.78)]
    hoses = [
        tube(BLACK, [(x, 0.68, 0.18), (x + 0.07, 0.6, 0.21), (x + 0.08, 0.28, 0.20)], 0.012, 3)
        for x in (0.56, 0.78)
    ]
    call = at(box(PIPE, 0.11, 0.11, 0.05), -0.58, 1.32, 0.025)
    button = at(box(PANEL, 0.06, 0.06, 0.01), -0.58, 1.345, 0.052)
    signs = [
        sheet(finish, (x - w / 2, 2.13 - w / 2, z), (w, 0, 0), (0, w, 0))
        for x in (0.0, 0.67)
        for finish, w, z in ((PIPE, 0.26, 0.008), (PANEL, 0.14, 0.012))
    ]
    return part("fire point", cabinet, glass, *bottles, *heads, *hoses, call, button, *signs)


@cache
def power_box() -> Part:
    """A flush steel lid of 0.5 x 0.34 m in the floor, in its rim."""
    rim = at(box(DARK_GREY, 0.56, 0.004, 0.40), 0, 0, 0)
    lid = at(box(DADO.tinted("#7f8589"), 0.50, 0.004, 0.34), 0, 0.002, 0)
    return part("power box", rim, lid)


@cache
def glass_leaf() -> Part:
    """A glass door or pane of 1 x 1 m in a dark frame, with a frosted band, in its plane z 0."""
    pane = at(box(GLASS, 0.96, 0.96, 0.004), 0, 0.02, 0)
    frame = [at(box(DARK_GREY, 1.0, 0.022, 0.05), 0, h, 0) for h in (0.0, 0.978)]
    posts = [at(box(DARK_GREY, 0.04, 1.0, 0.05), x, 0, 0) for x in (-0.48, 0.48)]
    return part("glass leaf", pane, *frame, *posts)


@cache
def door_grip() -> Part:
    """A long vertical grip on both faces of a glass door, 1.2 m, from the floor at y 0."""
    bars = [at(cylinder(_STEEL, 0.016, 1.2, 6), 0, 0.45, z) for z in (-0.07, 0.07)]
    return part("door grip", *bars)


@cache
def bench() -> Part:
    """A bench of 1.7 m along X."""
    seat = at(box(PAINT.tinted("#c9a173"), 1.7, 0.06, 0.42), 0, 0.40, 0)
    legs = [at(box(DARK_GREY, 0.06, 0.40, 0.36), x, 0, 0) for x in (-0.7, 0.7)]
    return part("bench", seat, *legs, footprint=footprint(1.72, 0.44))


@cache
def letter_plate() -> Part:
    """The back plate of an axis letter, 0.7 m square."""
    return part("letter plate", at(box(DARK_GREY, 0.74, 0.74, 0.03), 0, 0, 0.015))
