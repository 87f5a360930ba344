"""Machine tools as models, a quarter of their size: their front looks to +Z.

Each fits a plinth of 0.64 m at 0.6 of its size, and a turntable of 3.6 m at 3.4 times it.
"""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import (
    BLACK,
    CHROME,
    DARK_GREY,
    GLOSS,
    PAINT,
    STEEL,
)
from hallgen.kit.parts.cabins import cabin, door, milling_space, turning_space
from hallgen.kit.parts.consoles import console, display
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import (
    BACK,
    FRONT,
    LEFT,
    RIGHT,
    across,
    beacon,
    feet,
    flap,
    hazard,
    leaning,
    plate,
    profile,
    seam,
    vent,
)
from hallgen.kit.shapes import box, cylinder

_LIGHT = GLOSS.tinted("#d5d8da")
_SKIRT = DARK_GREY.tinted("#858b91")


@cache
def machining_center() -> Part:
    """A machining centre in its housing, 2.7 x 2.0 m and 2.1 m high in full."""
    space = cabin((0.40, 0.25, 0.30), -0.12, 0.17, 0.27)
    body = space.opened(at(box(GLOSS, 0.80, 0.48, 0.54, 0.012), 0, 0.05, 0))
    roof = at(box(_LIGHT, 0.70, 0.05, 0.44), 0, 0.52, -0.02)
    skirt = at(box(_SKIRT, 0.804, 0.07, 0.544), 0, 0.05, 0)
    front = [
        hazard(0.46, -0.12, 0.122, 0.27),
        seam(FRONT, 0.33, 0.185, 0.125, 0.27),
        vent(FRONT, 0.29, 0.135, 0.27, 0.14),
    ]
    sides = [
        piece
        for turn in (LEFT, RIGHT)
        for piece in (
            flap(turn, (0.24, 0.26), -0.10 if turn == LEFT else 0.10, 0.13, 0.40),
            vent(turn, 0.14 if turn == LEFT else -0.14, 0.14, 0.40),
        )
    ]
    back = [
        flap(BACK, (0.26, 0.31), -0.20, 0.13, 0.27),
        seam(BACK, 0.33, 0.0, 0.125, 0.27),
        vent(BACK, 0.22, 0.14, 0.27, 0.22),
    ]
    return part(
        "machining centre",
        feet(0.80, 0.54), body, skirt, roof, *front, *sides, *back, *beacon(0.33, 0.57, -0.12),
        *door(space), *milling_space(space), *console(0.29, 0.18, 0.27),
        trim=(at(box(PAINT, 0.806, 0.05, 0.546), 0, 0.462, 0),),
        plates=(
            plate(LEFT, 0.22, 0.12, 0.26, 0.40),
            plate(RIGHT, 0.22, -0.12, 0.26, 0.40),
            plate(BACK, 0.26, 0.21, 0.25, 0.27),
        ),
        displays=(display(0.29, 0.18, 0.27),),
    )  # fmt: skip


@cache
def turning_machine() -> Part:
    """A lathe: a long body with a sloping front and a door that slides, its chips led out."""
    outline = ((-0.20, 0.05), (0.20, 0.05), (0.20, 0.24), (0.09, 0.45), (-0.20, 0.47))
    slope = -27.646  # of the front, which runs from (0.20, 0.24) to (0.09, 0.45)
    space = cabin((0.34, 0.17, 0.20), -0.10, 0.2692, 0.1847, slope)
    body = space.opened(at(profile(GLOSS, outline, 0.76), -0.04, 0, 0))
    skirt = at(box(_SKIRT, 0.764, 0.07, 0.404), -0.04, 0.05, 0)
    head = at(box(DARK_GREY, 0.02, 0.36, 0.36), -0.425, 0.07, -0.01)
    chute = leaning(box(DARK_GREY, 0.07, 0.34, 0.10), 0, 0.385, 0.05, -0.08)
    spout = at(box(DARK_GREY, 0.09, 0.07, 0.20), 0.395, 0.36, -0.02)
    bin_ = at(box(STEEL, 0.09, 0.14, 0.16), 0.395, 0.0, 0.06)
    front = [
        hazard(0.30, -0.10, 0.214, 0.20),
        flap(FRONT, (0.16, 0.046), 0.02, 0.127, 0.20),
        vent(FRONT, -0.12, 0.130, 0.20, 0.08, 2),
        seam(FRONT, 0.056, -0.175, 0.122, 0.20),
        seam(FRONT, 0.056, 0.125, 0.122, 0.20),
    ]
    back = [
        flap(BACK, (0.22, 0.28), -0.16, 0.13, 0.20),
        flap(BACK, (0.22, 0.28), 0.08, 0.13, 0.20),
        vent(BACK, 0.30, 0.14, 0.20, 0.14),
    ]
    return part(
        "turning machine",
        at(feet(0.76, 0.40), -0.04, 0, 0), body, skirt, head, chute, spout, bin_,
        *front, *back, *beacon(-0.34, 0.465, -0.12), *console(0.25, 0.17, 0.19),
        *door(space), *turning_space(space),
        trim=(
            at(box(PAINT, 0.766, 0.030, 0.406), -0.04, 0.18, 0),
            at(box(PAINT, 0.10, 0.012, 0.26), -0.30, 0.467, -0.06),
        ),
        plates=(
            plate(FRONT, 0.20, -0.295, 0.075, 0.203),
            plate(BACK, 0.22, -0.30, 0.26, 0.20),
        ),
        displays=(display(0.25, 0.17, 0.19),),
    )  # fmt: skip


@cache
def vertical_center() -> Part:
    """A vertical machining centre: its column rises behind the cabin, the tools in a drum."""
    space = cabin((0.31, 0.23, 0.26), -0.07, 0.17, 0.27)
    housing = at(box(GLOSS, 0.66, 0.40, 0.42, 0.012), 0.02, 0.05, 0.06)
    skirt = at(box(_SKIRT, 0.664, 0.07, 0.424), 0.02, 0.05, 0.06)
    column = at(box(_LIGHT, 0.36, 0.66, 0.22, 0.012), 0.02, 0.05, -0.17)
    head = at(box(DARK_GREY, 0.22, 0.20, 0.16), 0.02, 0.44, 0.0)
    motor = at(cylinder(BLACK, 0.055, 0.10, 7), 0.02, 0.64, 0.02)
    drum = across(DARK_GREY, 0.13, 0.09, -0.30, 0.55, -0.06, 10)
    hub = across(STEEL, 0.05, 0.11, -0.30, 0.55, -0.06, 6)
    cabinet = at(box(_LIGHT, 0.24, 0.36, 0.10), 0.24, 0.07, -0.19)
    sides = [
        flap(LEFT, (0.20, 0.24), 0.06, 0.13, 0.31),
        vent(RIGHT, -0.12, 0.14, 0.35, 0.14, 4),
        flap(BACK, (0.26, 0.40), -0.02, 0.13, 0.28),
        vent(BACK, -0.24, 0.14, 0.24, 0.16, 4),
        hazard(0.36, -0.07, 0.122, 0.27),
        seam(FRONT, 0.32, 0.165, 0.122, 0.27),
    ]
    arm = at(box(DARK_GREY, 0.03, 0.03, 0.08), 0.31, 0.40, 0.29)
    return part(
        "vertical machining centre",
        at(feet(0.66, 0.42), 0.02, 0, 0.06), space.opened(housing), skirt, column, head, motor,
        drum, hub, cabinet, *sides, arm, *beacon(0.14, 0.71, -0.20),
        *door(space), *milling_space(space), *console(0.26, 0.17, 0.28),
        trim=(
            at(box(PAINT, 0.666, 0.026, 0.426), 0.02, 0.418, 0.06),
            at(box(PAINT, 0.366, 0.03, 0.226), 0.02, 0.64, -0.17),
        ),
        plates=(
            plate(BACK, 0.24, -0.02, 0.555, 0.28),
            plate(RIGHT, 0.22, -0.06, 0.23, 0.35),
            plate(LEFT, 0.12, -0.19, 0.60, 0.16),
        ),
        displays=(display(0.26, 0.17, 0.28),),
    )  # fmt: skip


@cache
def gantry_mill() -> Part:
    """A portal milling machine, open: bed, two columns, a beam with its head, a cabinet behind."""
    bed = at(box(DARK_GREY, 0.66, 0.13, 0.50), 0, 0.03, 0.02)
    table = at(box(STEEL, 0.44, 0.03, 0.46), 0, 0.16, 0.03)
    slots = [
        at(box(BLACK, 0.012, 0.003, 0.44), x, 0.189, 0.03) for x in (-0.16, -0.08, 0.0, 0.08, 0.16)
    ]
    work = [
        at(box(STEEL.tinted("#c3c8cc"), 0.20, 0.06, 0.16), 0.0, 0.19, 0.08),
        at(cylinder(CHROME, 0.045, 0.04, 14), 0.0, 0.25, 0.08),
    ]
    columns = [at(box(GLOSS, 0.11, 0.50, 0.20, 0.012), s * 0.365, 0.0, -0.04) for s in (-1, 1)]
    beam = at(box(GLOSS, 0.84, 0.14, 0.15, 0.012), 0, 0.46, -0.02)
    rails = [at(box(CHROME, 0.62, 0.014, 0.016), 0, h, 0.063) for h in (0.485, 0.56)]
    saddle = at(box(_LIGHT, 0.18, 0.18, 0.06), 0.04, 0.44, 0.09)
    ram = at(box(GLOSS, 0.12, 0.34, 0.10, 0.008), 0.04, 0.34, 0.16)
    spindle = [
        at(cylinder(DARK_GREY, 0.042, 0.05, 12), 0.04, 0.295, 0.16),
        at(cylinder(CHROME, 0.014, 0.05, 8), 0.04, 0.255, 0.16),
    ]
    cabinet = at(box(_LIGHT, 0.50, 0.40, 0.09), 0, 0.03, -0.22)
    back = [
        flap(BACK, (0.20, 0.32), -0.12, 0.07, 0.265),
        flap(BACK, (0.20, 0.32), 0.12, 0.07, 0.265),
        vent(BACK, -0.12, 0.10, 0.271, 0.12),
    ]
    post = at(box(DARK_GREY, 0.03, 0.22, 0.03), 0.40, 0.0, 0.19)
    return part(
        "portal milling machine",
        bed, table, *slots, *work, *columns, beam, *rails, saddle, ram, *spindle, cabinet, *back,
        post, *console(0.375, 0.18, 0.19), *beacon(-0.365, 0.60, -0.02),
        trim=(
            *(at(box(PAINT, 0.116, 0.05, 0.206), s * 0.365, 0.38, -0.04) for s in (-1, 1)),
            at(box(PAINT, 0.126, 0.05, 0.106), 0.04, 0.60, 0.16),
            at(box(PAINT, 0.666, 0.025, 0.506), 0, 0.10, 0.02),
        ),
        plates=(
            plate(FRONT, 0.24, -0.22, 0.472, 0.06),
            plate(BACK, 0.26, 0.0, 0.466, 0.095),
            plate(LEFT, 0.17, -0.04, 0.25, 0.42),
            plate(RIGHT, 0.17, 0.04, 0.25, 0.42),
        ),
        displays=(display(0.375, 0.18, 0.19),),
    )  # fmt: skip


__all__ = ["gantry_mill", "machining_center", "turning_machine", "vertical_center"]
