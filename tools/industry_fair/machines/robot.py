"""A six-axis robot with a gripper, 1.4 m of reach, that picks and places."""

from __future__ import annotations

import numpy as np

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.animated import Link, Motion
from tools.industry_fair.machines.finishes import (
    ALU,
    BLACK,
    BRIGHT,
    CAST,
    DARK,
    GREY,
    OXIDE,
    RUBBER,
    STEEL,
    painted,
)
from tools.industry_fair.machines.fittings import (
    cap_screw,
    conduit,
    corners_of,
    fins,
    hex_bolt,
    plug,
    ring_of,
)
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Points,
    Shape,
    box,
    bushing,
    drum,
    extruded,
    joined,
    lofted,
    rounded,
)

SHELL = painted("#ef7a12", 0.34)
#: Joint angles in degrees: waist, shoulder, elbow, roll, wrist, flange; and the fingers' travel.
_POSES = {
    "home": (0, -12, 8, 0, 62, 0, 0.0),
    "above the part": (-48, 32, 14, 0, 44, -48, 0.0),
    "at the part": (-48, 47, 19, 0, 24, -48, 0.0),
    "held": (-48, 47, 19, 0, 24, -48, 0.019),
    "lifted": (-48, 22, 2, 0, 66, -48, 0.019),
    "carried": (52, 16, 6, 35, 60, 52, 0.019),
    "turned": (52, 30, 14, 0, 46, 142, 0.019),
    "set down": (52, 44, 20, 0, 26, 142, 0.019),
    "let go": (52, 44, 20, 0, 26, 142, 0.0),
    "away": (52, 20, 4, 0, 66, 142, 0.0),
}
#: When each pose is reached, in seconds; it is the same at the end as at the start.
_TIMES = (
    (0.0, "home"), (1.2, "above the part"), (1.8, "at the part"), (2.15, "held"),
    (2.8, "lifted"), (4.0, "carried"), (4.8, "turned"), (5.4, "set down"), (5.75, "let go"),
    (6.4, "away"), (7.6, "home"), (8.0, "home"),
)  # fmt: skip


def robot() -> Link:
    """The arm as links, each in the frame of its joint; reaching to +Z where all angles are 0."""
    fingers = [
        Link(f"finger {side}", (side * 0.042, 0, 0.075), _finger(side), motion=_slide(side))
        for side in (-1, 1)
    ]
    flange = Link("flange", (0, 0, 0.098), _hand(), fingers, _turn(5, "z"))
    wrist = Link("wrist", (0, 0, 0.30), _wrist(), [flange], _turn(4, "x"))
    roll = Link("forearm", (0, 0.06, 0.335), _forearm(), [wrist], _turn(3, "z"))
    elbow = Link("elbow", (0, 0.59, 0), _elbow(), [roll], _turn(2, "x"))
    arm = Link("upper arm", (0, 0.27, 0.11), _upper_arm(), [elbow], _turn(1, "x"))
    waist = Link("waist", (0, 0.19, 0), _waist(), [arm], _turn(0, "y"))
    return Link("robot arm", (0, 0, 0), _base(), [waist])


def _turn(joint: int, axis: str) -> Motion:
    return Motion(axis, [(at, float(_POSES[pose][joint])) for at, pose in _TIMES])


def _slide(side: int) -> Motion:
    return Motion(f"slide {side}", [(at, -side * _POSES[pose][6]) for at, pose in _TIMES])


def _ring(
    width: float, depth: float, round_: float, y: float, x: float = 0, z: float = 0
) -> Points:
    """A rounded rectangle lying flat at a height."""
    return np.array([(x + a, y, z - b) for a, b in rounded(width, depth, round_, 7)])


def _along(width: float, height: float, round_: float, z: float, y: float = 0) -> Points:
    """A rounded rectangle across the Z axis."""
    return np.array([(a, y + b, z) for a, b in rounded(width, height, round_, 7)])


def _cover(radius: float, depth: float, side: int, at: tuple[float, float, float]) -> Shape:
    """A joint's cap with its screws, looking to +X or -X."""
    cap = drum(radius, depth, "x", 0.006, 40)
    bolts = ring_of(cap_screw(0.006, "x"), 8, radius * 0.8, "x", 22.5).moved(x=depth / 2)
    both = joined(cap, bolts)
    return (both if side > 0 else both.mirrored("x")).moved(*at)


def _motor(radius: float, length: float) -> Shape:
    """A servo motor along +X: ribbed, with a cap and a plug."""
    body = drum(radius * 0.9, length, "x", 0.004, 28).moved(x=length / 2)
    ribs = [
        bushing(radius, radius * 0.7, 0.005, "x", segments=28).moved(x=length * (0.2 + 0.09 * i))
        for i in range(7)
    ]
    cap = drum(radius * 0.98, length * 0.12, "x", 0.004, 28).moved(x=length)
    return joined(body, *ribs, cap, plug(0.012, 0.04).moved(x=length * 0.8, y=radius * 0.9))


def _base() -> Machine:
    made = Machine("base")
    made.add(DARK, extruded(rounded(0.40, 0.40, 0.03), 0.024, 0.003, axis="y").moved(y=0.012))
    made.add(OXIDE, corners_of(hex_bolt(0.016), 0.33, 0.33, "y").moved(y=0.024))
    made.add(
        GREY,
        lofted([
            _ring(0.30, 0.30, 0.05, 0.024), _ring(0.30, 0.30, 0.05, 0.06),
            _ring(0.272, 0.272, 0.10, 0.10), _ring(0.268, 0.268, 0.1339, 0.155),
            _ring(0.268, 0.268, 0.1339, 0.178), _ring(0.256, 0.256, 0.1279, 0.184),
        ]),
        box((0.19, 0.11, 0.09), (0, 0.085, -0.165), 0.01),
    )  # fmt: skip
    made.add(BLACK, box((0.165, 0.085, 0.008), (0, 0.085, -0.212), 0.003))
    for x in (-0.052, 0, 0.052):
        made.add(OXIDE, plug(0.018, 0.055, "z").mirrored("z").moved(x, 0.09, -0.215))
    made.add(
        RUBBER,
        *(conduit([(x, 0.09, -0.262), (x, 0.084, -0.30), (x, 0.045, -0.345),
                   (x, 0.013, -0.39), (x, 0.0115, -0.46)], 0.011, 34) for x in (-0.052, 0, 0.052)),
    )  # fmt: skip
    made.label(labels.warning("hand"), (0.0, 0.06, 0.1505), 0.05)
    plate = labels.plate("RB12", ["PAYLOAD     12 kg", "REACH     1440 mm", "MASS       165 kg"])
    made.label(plate, (0.1505, 0.055, 0.02), 0.085, (0, 0, -1))
    return made


def _waist() -> Machine:
    made = Machine("waist")
    made.add(BLACK, drum(0.126, 0.012, "y", 0, 48))
    made.add(
        SHELL,
        lofted([
            _ring(0.268, 0.268, 0.1339, 0.004), _ring(0.274, 0.274, 0.1369, 0.012),
            _ring(0.274, 0.274, 0.1369, 0.05), _ring(0.25, 0.27, 0.10, 0.10, -0.008, 0.02),
            _ring(0.20, 0.25, 0.07, 0.17, -0.022, 0.06), _ring(0.17, 0.23, 0.06, 0.23, -0.03, 0.09),
            _ring(0.16, 0.20, 0.06, 0.27, -0.03, 0.105),
        ]),
        drum(0.118, 0.17, "x", 0.012, 48).moved(-0.03, 0.27, 0.11),
    )  # fmt: skip
    made.add(OXIDE, drum(0.104, 0.014, "x", 0, 48).moved(0.058, 0.27, 0.11))
    made.add(BLACK, _motor(0.056, 0.13).mirrored("x").moved(-0.112, 0.27, 0.11))
    made.add(BLACK, _motor(0.05, 0.12).turned("z", 90).moved(-0.062, 0.10, -0.085))
    made.add(DARK, _cover(0.082, 0.012, -1, (-0.116, 0.27, 0.11)))
    made.add(
        RUBBER,
        conduit([(0.055, 0.06, -0.12), (0.07, 0.15, -0.13), (0.125, 0.24, -0.07),
                 (0.178, 0.27, 0.03), (0.178, 0.30, 0.085)], 0.014, 50),
    )  # fmt: skip
    made.add(BLACK, box((0.05, 0.03, 0.04), (0.055, 0.055, -0.125), 0.006))
    return made


def _upper_arm() -> Machine:
    made = Machine("upper arm")
    x = 0.108
    made.add(
        SHELL,
        drum(0.112, 0.088, "x", 0.010, 48).moved(x=x),
        lofted([
            _ring(0.078, 0.20, 0.03, 0.0, x), _ring(0.084, 0.185, 0.035, 0.09, x),
            _ring(0.082, 0.142, 0.035, 0.20, x), _ring(0.080, 0.125, 0.034, 0.34, x),
            _ring(0.080, 0.132, 0.034, 0.46, x), _ring(0.078, 0.158, 0.03, 0.59, x),
        ]),
        drum(0.090, 0.088, "x", 0.010, 48).moved(x=x, y=0.59),
    )  # fmt: skip
    made.add(DARK, _cover(0.088, 0.014, 1, (x + 0.048, 0, 0)))
    made.add(DARK, _cover(0.068, 0.014, 1, (x + 0.048, 0.59, 0)))
    clips = [box((0.03, 0.024, 0.048), (x + 0.062, y, -0.012), 0.005) for y in (0.20, 0.40)]
    made.add(BLACK, *clips)
    made.add(
        RUBBER,
        conduit([(0.178, 0.03, -0.025), (0.186, 0.10, -0.02), (0.176, 0.20, -0.012),
                 (0.172, 0.30, -0.012), (0.176, 0.40, -0.012), (0.195, 0.50, -0.03),
                 (0.17, 0.60, -0.085), (0.09, 0.645, -0.125), (0.03, 0.65, -0.11)], 0.014, 96),
    )  # fmt: skip
    made.label(
        labels.name("RB12", "#ffffff", "#ef7a12", 72), (x + 0.0418, 0.305, 0.0), 0.15, (0, -1, 0),
        (0, 0, -1),
    )  # fmt: skip
    return made


def _elbow() -> Machine:
    made = Machine("elbow")
    made.add(OXIDE, drum(0.078, 0.012, "x", 0, 40).moved(x=0.062))
    made.add(
        SHELL,
        drum(0.092, 0.112, "x", 0.010, 44),
        lofted([
            _along(0.112, 0.13, 0.035, -0.115, 0.05), _along(0.122, 0.148, 0.04, -0.09, 0.052),
            _along(0.122, 0.150, 0.045, 0.03, 0.055), _along(0.118, 0.132, 0.055, 0.12, 0.06),
            _along(0.110, 0.112, 0.0549, 0.22, 0.06), _along(0.108, 0.108, 0.0539, 0.325, 0.06),
        ]),
    )  # fmt: skip
    made.add(BLACK, _motor(0.042, 0.10).turned("y", 90).moved(-0.028, 0.085, -0.115))
    made.add(BLACK, _motor(0.038, 0.085).turned("y", 90).moved(0.03, 0.03, -0.115))
    made.add(DARK, _cover(0.068, 0.012, -1, (-0.06, 0, 0)))
    made.add(BLACK, bushing(0.0555, 0.03, 0.012, "z", segments=40).moved(y=0.06, z=0.330))
    made.add(BLACK, box((0.04, 0.03, 0.05), (0.02, 0.132, -0.06), 0.006))
    return made


def _forearm() -> Machine:
    made = Machine("forearm")
    rings = [(0.104, 0.002), (0.104, 0.03), (0.090, 0.06), (0.084, 0.16), (0.086, 0.205)]
    made.add(SHELL, lofted([_along(w, w, w / 2 - 1e-4, z) for w, z in rings]))
    for side in (-1, 1):
        cheek = [(0.0, -0.03), (0.10, -0.045), (0.145, -0.030), (0.152, 0), (0.145, 0.030),
                 (0.10, 0.045), (0.0, 0.03)]  # fmt: skip
        plate = extruded([(z, y) for z, y in cheek], 0.022, 0.005)
        made.add(SHELL, plate.turned("y", -90).moved(x=side * 0.042, z=0.185))
        made.add(DARK, _cover(0.036, 0.012, side, (side * 0.058, 0, 0.30)))
    made.add(
        RUBBER,
        conduit(
            [
                (0.02, 0.075, -0.38),
                (0.02, 0.095, -0.25),
                (0.012, 0.078, -0.1),
                (0.0, 0.075, 0.06),
                (0.0, 0.066, 0.15),
                (0.0, 0.062, 0.21),
                (0.0, 0.03, 0.235),
            ],
            0.010,
            80,
        ),
    )
    made.add(BLACK, *(box((0.036, 0.022, 0.02), (0, y, z), 0.004)
                      for y, z in ((0.068, 0.03), (0.058, 0.15))))  # fmt: skip
    return made


def _wrist() -> Machine:
    made = Machine("wrist")
    made.add(GREY, drum(0.034, 0.062, "x", 0.004, 32))
    made.add(
        GREY,
        lofted(
            [
                _along(0.060, 0.062, 0.02, -0.02),
                _along(0.060, 0.064, 0.025, 0.03),
                _along(0.062, 0.062, 0.0309, 0.06),
                _along(0.062, 0.062, 0.0309, 0.09),
            ]
        ),
    )
    made.add(BRIGHT, drum(0.030, 0.012, "z", 0.001, 32).moved(z=0.094))
    return made


def _hand() -> Machine:
    made = Machine("gripper")
    made.add(STEEL, drum(0.036, 0.014, "z", 0.001, 36).moved(z=0.008))
    made.add(BRIGHT, ring_of(cap_screw(0.005, "z"), 6, 0.028, "z").moved(z=0.014))
    made.add(DARK, box((0.118, 0.066, 0.046), (0, 0, 0.040), 0.006))
    made.add(ALU, box((0.124, 0.040, 0.014), (0, 0, 0.066), 0.002))
    made.add(OXIDE, fins((0.07, 0.07, 0.03), 8, 0.003).moved(z=0.036))
    made.add(STEEL, plug(0.008, 0.03).moved(0.035, 0.033, 0.04))
    return made


def _finger(side: int) -> Machine:
    made = Machine("finger")
    made.add(ALU, box((0.026, 0.034, 0.018), (0, 0, 0.006), 0.003))
    profile = [(0.010, 0.0), (0.010, 0.072), (-0.006, 0.072), (-0.006, 0.05), (-0.012, 0.02),
               (-0.012, 0.0)]  # fmt: skip
    jaw = extruded([(a * -1, b) for a, b in profile], 0.026, 0.002).turned("x", 90)
    made.add(CAST, (jaw if side > 0 else jaw.mirrored("x")).moved(z=0.012))
    made.add(RUBBER, box((0.004, 0.024, 0.022), (-side * 0.011, 0, 0.07), 0.001))
    made.add(BRIGHT, cap_screw(0.005, "y").moved(0, 0.017, 0.006))
    return made
