"""A magnetic-drive process pump on its base plate, with its motor."""

from __future__ import annotations

import math

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.finishes import BLACK, BRIGHT, CAST, DARK, OXIDE, STEEL, painted
from tools.industry_fair.machines.fittings import (
    cap_screw,
    conduit,
    corners_of,
    hex_bolt,
    plug,
    ring_of,
)
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    around,
    box,
    bushing,
    drum,
    extruded,
    joined,
    repeated,
    rounded,
    swept,
    turned,
)

BLUE = painted("#0f5fa6", 0.38)
MOTOR = painted("#5c676f", 0.45)
#: The shaft's height above the floor.
_AXIS = 0.26


def pump() -> Machine:
    """1.0 m long, its suction to +X, its discharge upwards."""
    made = Machine("process pump")
    _plate(made)
    _wet_end(made)
    _lantern(made)
    _motor(made)
    return made


def _plate(made: Machine) -> None:
    channel = [(-0.17, 0.0), (-0.155, 0.0), (-0.15, 0.068), (0.15, 0.068), (0.155, 0.0),
               (0.17, 0.0), (0.165, 0.08), (-0.165, 0.08)]  # fmt: skip
    made.add(DARK, extruded(channel, 1.0, 0.003).turned("y", 90).moved(x=-0.02))
    feet = [box((0.09, 0.012, 0.40), (x, 0.006, 0), 0.002) for x in (-0.45, 0.41)]
    made.add(DARK, *feet)
    bolts = [(x, 0.012, z) for x in (-0.45, 0.41) for z in (-0.185, 0.185)]
    made.add(OXIDE, repeated(hex_bolt(0.012), bolts))


def _wet_end(made: Machine) -> None:
    x = 0.30
    casing = [(0, -0.075), (0.10, -0.075), (0.125, -0.062), (0.138, -0.04), (0.138, 0.03),
              (0.120, 0.055), (0.085, 0.068), (0.062, 0.080), (0.056, 0.11), (0.056, 0.165),
              (0, 0.165)]  # fmt: skip
    made.add(BLUE, turned(casing, 56, "x").moved(x, _AXIS))
    # The volute grows around the casing and leaves it upwards.
    path, radii = [], []
    for i in range(49):
        angle = math.radians(100 - 320 * i / 48)
        r = 0.118 + 0.022 * i / 48
        path.append((0.0, _AXIS + r * math.sin(angle), -r * math.cos(angle)))
        radii.append(0.018 + 0.030 * i / 48)
    z = path[-1][2]
    made.add(BLUE, swept(path, radii, 18).moved(x - 0.008))
    neck = [(0, path[-1][1] - 0.02, z), (0, _AXIS + 0.12, z * 0.6), (0, _AXIS + 0.2, 0.012),
            (0, _AXIS + 0.245, 0)]  # fmt: skip
    made.add(BLUE, swept(neck, [0.048, 0.050, 0.042, 0.040], 24).moved(x - 0.008))
    made.add(BLUE, turned([(0, 0), (0.046, 0), (0.052, 0.03), (0.042, 0.06), (0, 0.06)], 32)
             .moved(x - 0.008, _AXIS + 0.17))  # fmt: skip
    made.add(BLUE, _flange_body(0.078, 0.036, "y").moved(x - 0.008, _AXIS + 0.25))
    made.add(BRIGHT, bushing(0.050, 0.036, 0.004, "y").moved(x - 0.008, _AXIS + 0.262))
    made.add(OXIDE, _bolts("y", 0.060, 4).moved(x - 0.008, _AXIS + 0.241))
    made.add(BLUE, _flange_body(0.092, 0.046, "x").moved(x + 0.175, _AXIS))
    made.add(BRIGHT, bushing(0.062, 0.046, 0.004, "x").moved(x + 0.188, _AXIS))
    made.add(OXIDE, _bolts("x", 0.073, 8).moved(x + 0.166, _AXIS))
    made.add(OXIDE, ring_of(hex_bolt(0.009, "x"), 12, 0.126, "x", 15).moved(x + 0.035, _AXIS))
    foot = [(-0.10, 0.08), (0.10, 0.08), (0.10, 0.096), (0.055, 0.11), (0.045, 0.20),
            (-0.045, 0.20), (-0.055, 0.11), (-0.10, 0.096)]  # fmt: skip
    made.add(BLUE, extruded(foot, 0.07, 0.004).turned("y", 90).moved(x - 0.01))
    made.add(OXIDE, repeated(hex_bolt(0.010), [(x - 0.01, 0.096, s * 0.08) for s in (-1, 1)]))
    made.add(STEEL, plug(0.012, 0.03, "x").turned("z", -90).moved(x, _AXIS - 0.15))
    plate = labels.plate("MP50", ["Q   50 m3/h    H   32 m", "PN 16   SEALLESS", "No. 2026-0417"])
    made.label(plate, (0.118, _AXIS + 0.0, 0.1005), 0.075)
    made.label(labels.name("MP50", "#ffffff", "#0f5fa6", 56), (-0.30, 0.044, 0.1675), 0.11,
               up=(0, 0.9973, -0.0725))  # fmt: skip


def _flange_body(radius: float, bore: float, axis: str) -> Shape:
    return bushing(radius, bore, 0.022, axis, 0.002, 48)


def _bolts(axis: str, radius: float, count: int) -> Shape:
    """Bolts with a nut on both sides of a flange."""
    one = joined(hex_bolt(0.011, axis), drum(0.0055, 0.05, axis, segments=10))
    return ring_of(one, count, radius, axis, 180 / count)


def _lantern(made: Machine) -> None:
    """The cast bracket between pump and motor, with openings over the magnets."""
    ring = bushing(0.125, 0.085, 0.022, "x", 0.002, 48)
    made.add(CAST, ring.moved(0.222, _AXIS), ring.moved(0.015, _AXIS))
    web = extruded(rounded(0.19, 0.05, 0.012), 0.022, 0.004, [rounded(0.10, 0.02, 0.0099)])
    made.add(CAST, around(web.moved(z=0.105), 8, "x", 22.5).moved(0.118, _AXIS))
    made.add(STEEL, drum(0.080, 0.15, "x", 0.006, 48).moved(0.13, _AXIS))
    made.add(BRIGHT, bushing(0.083, 0.07, 0.02, "x", 0.002, 48).moved(0.10, _AXIS))
    made.add(OXIDE, ring_of(cap_screw(0.008, "x"), 8, 0.112, "x").mirrored("x").moved(0.004, _AXIS))
    box_ = box((0.09, 0.05, 0.004), (0.118, _AXIS, 0.098), 0.001)
    made.add(CAST, box_)


def _motor(made: Machine) -> None:
    x = -0.24
    made.add(MOTOR, drum(0.118, 0.34, "x", 0.004, 48).moved(x, _AXIS))
    fin = box((0.30, 0.020, 0.004), (0, 0.122, 0), 0.0012)
    keep = [angle for angle in range(0, 360, 8) if not 160 <= angle <= 200]
    made.add(MOTOR, joined(*(fin.turned("x", angle) for angle in keep)).moved(x, _AXIS))
    flange = extruded(rounded(0.26, 0.26, 0.06, 6), 0.018, 0.003, axis="x")
    made.add(
        MOTOR, flange.moved(-0.06, _AXIS), drum(0.128, 0.03, "x", 0.008, 48).moved(-0.075, _AXIS)
    )
    made.add(OXIDE, corners_of(hex_bolt(0.009, "x"), 0.20, 0.20, "x").moved(-0.052, _AXIS))
    made.add(MOTOR, drum(0.128, 0.03, "x", 0.008, 48).moved(x - 0.17, _AXIS))
    cowl = [(0, -0.085), (0.085, -0.085), (0.122, -0.07), (0.130, -0.05), (0.130, 0.0), (0, 0.0)]
    made.add(BLACK, turned(cowl, 48, "x").moved(x - 0.18, _AXIS))
    slots = [bushing(r + 0.004, r, 0.004, "x", segments=40) for r in (0.025, 0.042, 0.059, 0.076)]
    made.add(DARK, joined(*slots).moved(x - 0.266, _AXIS))
    made.add(DARK, *(box((0.006, 0.006, 0.16), bevel=0.001).turned("x", a).moved(x - 0.266, _AXIS)
                     for a in (0, 60, 120)))  # fmt: skip
    made.add(MOTOR, box((0.14, 0.075, 0.12), (x + 0.05, _AXIS + 0.145, 0.0), 0.01),
             box((0.146, 0.018, 0.126), (x + 0.05, _AXIS + 0.188, 0.0), 0.004))  # fmt: skip
    screws = corners_of(cap_screw(0.006), 0.12, 0.10, "y").moved(x + 0.05, _AXIS + 0.197)
    made.add(BRIGHT, screws)
    made.add(BLACK, plug(0.016, 0.05, "z").moved(x + 0.05, _AXIS + 0.145, 0.058))
    made.add(
        BLACK,
        conduit(
            [
                (x + 0.05, _AXIS + 0.145, 0.10),
                (x + 0.05, _AXIS + 0.13, 0.16),
                (x + 0.04, _AXIS - 0.02, 0.19),
                (x + 0.02, 0.11, 0.175),
                (x - 0.10, 0.095, 0.145),
                (x - 0.22, 0.093, 0.14),
            ],
            0.012,
            56,
        ),
    )
    made.add(STEEL, bushing(0.022, 0.014, 0.008, "z").moved(x - 0.08, _AXIS + 0.155, 0.0),
             box((0.018, 0.03, 0.012), (x - 0.08, _AXIS + 0.13, 0), 0.002))  # fmt: skip
    leg = [(-0.13, 0.08), (0.13, 0.08), (0.13, 0.094), (0.09, 0.098), (0.075, 0.17),
           (-0.075, 0.17), (-0.09, 0.098), (-0.13, 0.094)]  # fmt: skip
    for dx in (-0.11, 0.11):
        made.add(MOTOR, extruded(leg, 0.05, 0.004).turned("y", 90).moved(x + dx))
        made.add(OXIDE, repeated(hex_bolt(0.010), [(x + dx, 0.094, s * 0.112) for s in (-1, 1)]))
    plate = labels.plate("3~ MOTOR", ["7.5 kW   400 V   50 Hz", "2920 r/min   IE4   IP55"])
    made.add(MOTOR, box((0.10, 0.045, 0.02), (x - 0.06, _AXIS + 0.045, 0.118), 0.003))
    made.label(plate, (x - 0.06, _AXIS + 0.045, 0.128), 0.09)
