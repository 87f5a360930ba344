"""A high-pressure hydrogen valve with its pneumatic drive."""

from __future__ import annotations

from tools.industry_fair.machines.finishes import BLACK, BRIGHT, OXIDE, RED, STEEL, metal, plastic
from tools.industry_fair.machines.fittings import cap_screw, corners_of, hex_bolt
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    box,
    bushing,
    circle,
    drum,
    extruded,
    hexagon,
    joined,
    rounded,
    turned,
)

ANODISED = metal("#1f63b5", 0.36)
YELLOW = plastic("#f1c40f", 0.4)


def valve() -> Machine:
    """150 mm from end to end and 215 mm high."""
    made = Machine("hydrogen valve")
    made.add(STEEL, extruded(rounded(0.052, 0.052, 0.006), 0.060, 0.002, axis="y").moved(y=0.034))
    made.add(
        OXIDE,
        extruded(
            rounded(0.076, 0.046, 0.005),
            0.008,
            0.001,
            [circle(0.0035, 16, sx * 0.031, sy * 0.015) for sx in (-1, 1) for sy in (-1, 1)],
            "y",
        ).moved(y=0.004),
    )
    for side in (1, -1):
        made.add(STEEL, _fitting() if side > 0 else _fitting().mirrored("x"))
        nut = hexagon(0.0165, 0.024, "x", 0.0012).moved(0.058, 0.036)
        made.add(BRIGHT, nut if side > 0 else nut.mirrored("x"))
    made.add(BRIGHT, hexagon(0.0215, 0.018, "y", 0.0012).moved(y=0.074))
    made.add(
        STEEL,
        turned(
            [
                (0, 0.083),
                (0.015, 0.083),
                (0.015, 0.094),
                (0.011, 0.096),
                (0.011, 0.108),
                (0, 0.108),
            ],
            32,
        ),
    )
    # The yoke, open so that the stem is seen.
    for z in (-0.018, 0.018):
        made.add(STEEL, drum(0.0045, 0.040, "y", 0.0005, 16).moved(0, 0.102, z))
        made.add(OXIDE, cap_screw(0.006).moved(0, 0.121, z))
    made.add(BRIGHT, drum(0.004, 0.036, "y", 0.0004, 20).moved(y=0.112))
    made.add(YELLOW, drum(0.0085, 0.004, "y", 0.0006, 24).moved(y=0.114))
    # The drive: a cylinder with cooling grooves, its caps held by four screws.
    grooves: list[tuple[float, float]] = [(0, 0.124), (0.034, 0.124), (0.036, 0.126)]
    for k in range(6):
        y = 0.134 + 0.0085 * k
        grooves += [(0.036, y), (0.0335, y + 0.001), (0.0335, y + 0.003), (0.036, y + 0.004)]
    grooves += [(0.036, 0.192), (0.034, 0.194), (0, 0.194)]
    made.add(ANODISED, turned(grooves, 48))
    made.add(
        OXIDE,
        extruded(rounded(0.070, 0.070, 0.012), 0.010, 0.0012, axis="y").moved(y=0.127),
        extruded(rounded(0.070, 0.070, 0.012), 0.010, 0.0012, axis="y").moved(y=0.197),
    )
    made.add(BRIGHT, corners_of(hex_bolt(0.006), 0.054, 0.054, "y").moved(y=0.202))
    made.add(
        BLACK, turned([(0, 0.202), (0.013, 0.202), (0.013, 0.211), (0.010, 0.215), (0, 0.215)], 32)
    )
    made.add(RED, drum(0.0085, 0.001, "y", segments=24).moved(y=0.2152))
    made.add(
        BRIGHT,
        joined(
            hexagon(0.008, 0.008, "x", 0.0006).moved(0.041),
            drum(0.0055, 0.016, "x", 0.0006, 20).moved(0.048),
        ).moved(y=0.150),
    )
    made.add(BLACK, drum(0.0042, 0.010, "x", 0.0004, 18).moved(0.058, 0.150))
    made.add(YELLOW, box((0.030, 0.018, 0.001), (0, 0.040, 0.0262), 0.0003))
    made.add(
        BLACK,
        *(
            box((0.022 - 0.004 * k, 0.0016, 0.0004), (-0.002 * k, 0.0445 - 0.0042 * k, 0.0268))
            for k in range(3)
        ),
    )
    made.add(
        OXIDE,
        *(
            cap_screw(0.005, "z").moved(x, y, 0.0258)
            for x in (-0.019, 0.019)
            for y in (0.012, 0.057)
        ),
    )
    return made


def _fitting() -> Shape:
    """A cone-and-thread connection with its tube, to +X."""
    y = 0.036
    thread = [(0, 0.024), (0.0145, 0.024), (0.0145, 0.034)]
    for k in range(6):
        thread += [(0.0128, 0.0345 + 0.002 * k), (0.0142, 0.0355 + 0.002 * k)]
    body = turned([*thread, (0.0128, 0.0465), (0, 0.0465)], 28, "x")
    tube = bushing(0.0075, 0.0035, 0.028, "x", 0.0005, 28).moved(0.078)
    return joined(body, tube).moved(y=y)
