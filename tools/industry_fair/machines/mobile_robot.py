"""An under-ride mobile robot: it drives beneath a trolley and lifts it."""

from __future__ import annotations

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.finishes import (
    BLACK,
    BRIGHT,
    DARK,
    GREY,
    LAMP_BLUE,
    LAMP_GREEN,
    OXIDE,
    RED,
    RUBBER,
    SMOKED,
    STEEL,
    YELLOW,
    painted,
)
from tools.industry_fair.machines.fittings import cap_screw, corners_of, louvres, ring_of
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Ring,
    box,
    bushing,
    drum,
    extruded,
    rounded,
    swept,
    turned,
)

BODY = painted("#e9ebec", 0.3)
ACCENT = painted("#00857a", 0.35)


def mobile_robot() -> Machine:
    """0.98 m long, 0.70 m wide, 0.26 m high; it drives to +Z."""
    made = Machine("mobile robot")
    w, d = 0.70, 0.98
    made.add(DARK, extruded(_plan(w - 0.02, d - 0.02), 0.06, 0.006, axis="y").moved(y=0.075))
    made.add(BODY, extruded(_plan(w, d), 0.105, 0.018, axis="y").moved(y=0.176))
    made.add(RUBBER, extruded(_plan(w + 0.016, d + 0.016), 0.034, 0.008, axis="y").moved(y=0.062))
    made.add(LAMP_GREEN, extruded(_plan(w + 0.003, d + 0.003), 0.009, 0.0, axis="y").moved(y=0.118))
    made.add(ACCENT, extruded(_plan(w - 0.10, d - 0.10), 0.006, 0.002, axis="y").moved(y=0.229))
    # The lift: a turntable with a gear ring on a low drum.
    made.add(OXIDE, drum(0.245, 0.012, "y", 0.002, 72).moved(y=0.236))
    tooth = box((0.010, 0.008, 0.010))
    made.add(STEEL, ring_of(tooth, 96, 0.249).moved(y=0.236))
    made.add(
        GREY,
        turned(
            [
                (0, 0),
                (0.228, 0),
                (0.232, 0.004),
                (0.232, 0.014),
                (0.226, 0.018),
                (0.09, 0.018),
                (0.086, 0.014),
                (0, 0.014),
            ],
            72,
        ).moved(y=0.243),
    )
    pads = extruded(rounded(0.10, 0.05, 0.012), 0.005, 0.0015, axis="y")
    made.add(RUBBER, ring_of(pads.turned("y", 90), 6, 0.165, "y").moved(y=0.2625))
    made.add(BRIGHT, ring_of(cap_screw(0.008), 12, 0.212, "y", 15).moved(y=0.259))
    made.add(BLACK, drum(0.04, 0.006, "y", 0.001).moved(y=0.259))
    made.add(SMOKED, drum(0.03, 0.002, "y").moved(y=0.263))
    _wheels(made)
    for end in (1, -1):
        _end(made, end)
    for side in (-1, 1):
        made.label(
            labels.name("AM600", "#ffffff", "#00857a", 64),
            (side * 0.3522, 0.180, 0.12),
            0.20,
            (0, 0, -side),
        )
        made.add(ACCENT, box((0.004, 0.066, 0.30), (side * 0.3498, 0.180, 0.12), 0.001))
        made.add(
            BLACK,
            louvres(0.20, 0.05, 6, 0.004).turned("y", side * 90).moved(side * 0.3495, 0.178, -0.20),
        )
        made.label(labels.warning("hand"), (side * 0.3505, 0.18, 0.335), 0.06, (0, 0, -side))
    plate = labels.plate(
        "AM600", ["LOAD   600 kg   LIFT  60 mm", "48 V  40 Ah  LiFePO4", "MASS   178 kg"]
    )
    made.label(plate, (0.0, 0.2322, 0.355), 0.15, (1, 0, 0), (0, 0, -1))
    made.label(labels.stripes(320, 20), (0.0, 0.2322, -0.385), 0.36, (1, 0, 0), (0, 0, -1))
    return made


def _plan(width: float, depth: float) -> Ring:
    """A rectangle whose corners are cut, with soft ends of the cuts."""
    w, d, c = width / 2, depth / 2, 0.11
    return [
        (w, -d + c),
        (w, d - c),
        (w - 0.02, d - c + 0.035),
        (w - c + 0.035, d - 0.012),
        (w - c, d),
        (-w + c, d),
        (-w + c - 0.035, d - 0.012),
        (-w + 0.02, d - c + 0.035),
        (-w, d - c),
        (-w, -d + c),
        (-w + 0.02, -d + c - 0.035),
        (-w + c - 0.035, -d + 0.012),
        (-w + c, -d),
        (w - c, -d),
        (w - c + 0.035, -d + 0.012),
        (w - 0.02, -d + c - 0.035),
    ]


def _wheels(made: Machine) -> None:
    for side in (-1, 1):
        made.add(RUBBER, drum(0.085, 0.045, "x", 0.010, 48).moved(side * 0.285, 0.085, 0))
        made.add(YELLOW, drum(0.060, 0.05, "x", 0.004, 40).moved(side * 0.285, 0.085, 0))
        for z in (-0.36, 0.36):
            made.add(RUBBER, drum(0.035, 0.03, "x", 0.006, 28).moved(side * 0.24, 0.035, z))
            made.add(STEEL, box((0.05, 0.03, 0.06), (side * 0.24, 0.055, z), 0.004))


def _end(made: Machine, end: int) -> None:
    z = end * 0.49
    # A laser scanner looks out of a slot across each end, cameras above it.
    made.add(
        BLACK, extruded(rounded(0.40, 0.036, 0.012), 0.02, 0.003).moved(0, 0.098, z - end * 0.004)
    )
    made.add(YELLOW, drum(0.045, 0.014, "y", 0.003, 40).moved(0, 0.089, z - end * 0.030))
    made.add(SMOKED, bushing(0.046, 0.030, 0.018, "y", 0.001, 40).moved(0, 0.104, z - end * 0.030))
    made.add(BLACK, extruded(rounded(0.13, 0.034, 0.016), 0.012, 0.002).moved(0, 0.190, z))
    for x in (-0.036, 0.036):
        made.add(SMOKED, drum(0.011, 0.006, "z", 0.001, 28).moved(x, 0.190, z + end * 0.005))
        made.add(
            BRIGHT,
            bushing(0.0125, 0.0108, 0.005, "z", segments=28).moved(x, 0.190, z + end * 0.005),
        )
    for x in (-0.19, 0.19):
        made.add(LAMP_BLUE, box((0.085, 0.008, 0.006), (x, 0.205, z), 0.002))
        button = turned([(0, 0), (0.016, 0), (0.016, 0.006), (0.013, 0.014), (0, 0.014)], 28, "z")
        ring = bushing(0.024, 0.015, 0.006, "z", 0.001, 28)
        if end < 0:
            button, ring = button.mirrored("z"), ring.mirrored("z")
        made.add(YELLOW, ring.moved(x, 0.172, z))
        made.add(RED, button.moved(x, 0.172, z))
    if end < 0:
        made.add(
            OXIDE,
            *(box((0.018, 0.030, 0.008), (x, 0.145, z - 0.002), 0.002) for x in (-0.022, 0.022)),
        )
        made.add(
            BRIGHT,
            *(box((0.010, 0.022, 0.003), (x, 0.145, z - 0.006), 0.001) for x in (-0.022, 0.022)),
        )
    made.add(OXIDE, corners_of(cap_screw(0.005, "z"), 0.36, 0.02).mirrored("z" if end < 0 else "x")
             .moved(0, 0.098, z + end * 0.005))  # fmt: skip
    bar = [(-0.22, 0.052, z + end * 0.012), (0.22, 0.052, z + end * 0.012)]
    made.add(YELLOW, swept(bar, 0.004, 8))
