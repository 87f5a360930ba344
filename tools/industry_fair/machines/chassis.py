"""The chassis of an electric car, as it stands on a turntable: battery, two drives, four wheels."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hallgen.scene import Material
from tools.industry_fair.machines import labels
from tools.industry_fair.machines.finishes import (
    ALU,
    BLACK,
    BRIGHT,
    CAST,
    DARK,
    OXIDE,
    RED,
    RUBBER,
    STEEL,
    painted,
    plastic,
)
from tools.industry_fair.machines.fittings import cap_screw, fins, hex_bolt, hose, plug, ring_of
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    around,
    box,
    bushing,
    curve,
    drum,
    extruded,
    joined,
    lofted,
    repeated,
    rounded,
    swept,
    turned,
)

#: High voltage is orange everywhere.
VOLTAGE = plastic("#f26a0a", 0.5)
FRAME = painted("#3d434a", 0.4)
LID = painted("#8d959c", 0.35)
#: Half the wheelbase and half the track, and the wheels' radius, in metres.
_BASE, _TRACK, _WHEEL = 1.45, 0.80, 0.345


def chassis() -> Machine:
    """4.3 m long, 1.85 m wide; its front to +Z."""
    made = Machine("electric chassis")
    _frame(made)
    _battery(made)
    for end in (1, -1):
        _drive(made, end)
        for side in (1, -1):
            _corner(made, side, end)
    _cables(made)
    _steering(made)
    return made


def _frame(made: Machine) -> None:
    for side in (-1, 1):
        rail = [(side * 0.42, 0.50, -2.05), (side * 0.42, 0.52, -1.5), (side * 0.50, 0.47, -1.12),
                (side * 0.72, 0.31, -0.92)]  # fmt: skip
        made.add(
            FRAME,
            _beam(rail, 0.085, 0.11),
            _beam([(x, y, -z) for x, y, z in rail][::-1], 0.085, 0.11),
        )
        sill = extruded(rounded(0.12, 0.15, 0.025), 2.0, 0.004)
        made.add(FRAME, sill.moved(side * 0.76, 0.30, 0))
        made.add(ALU, box((0.004, 0.05, 1.7), (side * 0.822, 0.30, 0), 0.001))
    for end in (-1, 1):
        z = end * 2.06
        bumper = [(-0.62, 0.50, z - end * 0.10), (-0.42, 0.50, z), (0.0, 0.50, z + end * 0.035),
                  (0.42, 0.50, z), (0.62, 0.50, z - end * 0.10)]  # fmt: skip
        made.add(ALU, _beam(curve(bumper, 5).tolist(), 0.06, 0.12))
        made.add(FRAME, box((0.92, 0.07, 0.08), (0, 0.50, end * 1.12), 0.01))
        for side in (-1, 1):
            tower = [(0.50, 0.50), (0.62, 0.52), (0.64, 0.80), (0.50, 0.82)]
            made.add(
                CAST, extruded([(side * x, y) for x, y in tower], 0.20, 0.012).moved(z=end * _BASE)
            )


def _beam(path: Sequence[Sequence[float]], width: float, height: float) -> Shape:
    """A box section along a way that runs along Z or X, its height upright."""
    rings = []
    for i, point in enumerate(path):
        before, after = path[max(i - 1, 0)], path[min(i + 1, len(path) - 1)]
        dx, dz = after[0] - before[0], after[2] - before[2]
        length = math.hypot(dx, dz)
        right = (dz / length, -dx / length)
        rings.append([
            (point[0] - right[0] * a, point[1] + b, point[2] - right[1] * a)
            for a, b in rounded(width, height, 0.018, 2)
        ])  # fmt: skip
    shape = lofted(rings)
    return shape if shape.volume > 0 else lofted(rings[::-1])


def _battery(made: Machine) -> None:
    made.add(ALU, extruded(rounded(1.36, 1.98, 0.05), 0.13, 0.006, axis="y").moved(y=0.265))
    made.add(DARK, extruded(rounded(1.40, 2.02, 0.06), 0.012, 0.002, axis="y").moved(y=0.336))
    made.add(LID, extruded(rounded(1.34, 1.96, 0.05), 0.03, 0.010, axis="y").moved(y=0.355))
    # Stamped fields on the lid, one above each module.
    field = extruded(rounded(0.56, 0.20, 0.03), 0.014, 0.005, axis="y")
    fields = [(x, 0.374, -0.78 + 0.26 * k) for x in (-0.32, 0.32) for k in range(7)]
    made.add(LID, repeated(field, fields))
    bolts = [(x, 0.342, -0.9 + 0.2 * k) for x in (-0.685, 0.685) for k in range(10)]
    bolts += [(-0.6 + 0.2 * k, 0.342, z) for z in (-0.995, 0.995) for k in range(7)]
    made.add(OXIDE, repeated(hex_bolt(0.008), bolts))
    made.add(
        BLACK, extruded(rounded(0.36, 0.22, 0.03), 0.05, 0.008, axis="y").moved(0, 0.385, 0.84)
    )
    made.add(VOLTAGE, box((0.10, 0.035, 0.07), (0.09, 0.425, 0.84), 0.008),
             box((0.10, 0.035, 0.07), (-0.09, 0.425, 0.84), 0.008))  # fmt: skip
    up = {"right": (1.0, 0.0, 0.0), "up": (0.0, 0.0, -1.0)}
    made.label(
        labels.name("EV58  800 V", "#f4f5f6", "#8d959c", 80), (0.32, 0.3812, 0.26), 0.46, **up
    )
    made.label(labels.warning("bolt"), (-0.32, 0.3812, 0.26), 0.13, **up)
    made.label(
        labels.plate(
            "EV58", ["58 kWh   800 V   250 kW", "COOLING   50/50 GLYCOL", "MASS   412 kg"]
        ),
        (-0.32, 0.3812, 0.0),
        0.26,
        **up,
    )


def _drive(made: Machine, end: int) -> None:
    z = end * _BASE
    made.add(CAST, drum(0.135, 0.34, "x", 0.012, 48).moved(-0.06, 0.36, z - end * 0.12))
    ribs = bushing(0.142, 0.12, 0.010, "x", 0.002, 48)
    made.add(CAST, repeated(ribs, [(-0.19 + 0.045 * k, 0.36, z - end * 0.12) for k in range(7)]))
    case = [(-0.20, -0.115), (0.06, -0.10), (0.10, -0.02), (0.10, 0.04), (0.04, 0.10),
            (-0.18, 0.155), (-0.28, 0.08), (-0.28, -0.05)]  # fmt: skip
    body = extruded(case, 0.13, 0.016).turned("y", -90)
    made.add(CAST, (body if end > 0 else body.mirrored("z")).moved(0.175, 0.355, z))
    made.add(
        OXIDE,
        *(
            cap_screw(0.008, "x").moved(0.241, 0.355 + y * 0.88, z + end * a * 0.88)
            for a, y in case
        ),
    )
    made.add(
        BLACK,
        extruded(rounded(0.36, 0.26, 0.03), 0.10, 0.012, axis="y").moved(
            -0.03, 0.565, z - end * 0.08
        ),
    )
    made.add(BLACK, fins((0.30, 0.012, 0.20), 12, 0.006).moved(-0.03, 0.619, z - end * 0.08))
    made.add(VOLTAGE, *(plug(0.020, 0.07, "z").mirrored("z" if end > 0 else "y")
                        .moved(x, 0.565, z - end * 0.205) for x in (-0.13, -0.06)))  # fmt: skip
    made.label(labels.name("250 kW" if end < 0 else "150 kW", "#ffffff", "#17181b", 48),
               (-0.03, 0.6262, z - end * 0.08), 0.18, (1, 0, 0), (0, 0, -1))  # fmt: skip
    frame = [(-0.46, 0.22, z - end * 0.26), (0.46, 0.22, z - end * 0.26)]
    made.add(
        FRAME,
        swept(frame, 0.03, 14),
        swept([(x, y, z + end * 0.24) for x, y, _ in frame], 0.03, 14),
    )
    for side in (-1, 1):
        made.add(
            FRAME,
            swept(
                [(side * 0.42, 0.22, z - end * 0.30), (side * 0.42, 0.22, z + end * 0.28)],
                0.032,
                14,
            ),
        )
        made.add(FRAME, swept([(side * 0.42, 0.22, z), (side * 0.42, 0.49, z)], 0.026, 12))
        # Half shaft with its boots.
        made.add(STEEL, swept([(side * 0.18, 0.345, z), (side * 0.74, _WHEEL, z)], 0.016, 14))
        for x0, x1 in ((0.25, 0.36), (0.60, 0.70)):
            way = [(side * (x0 + (x1 - x0) * i / 10), 0.345, z) for i in range(11)]
            wide = [0.052 - 0.003 * i if i % 2 else 0.042 - 0.0025 * i for i in range(11)]
            made.add(RUBBER, swept(way, wide if x0 < 0.5 else wide[::-1], 20).creased(75))


def _corner(made: Machine, side: int, end: int) -> None:
    """Wheel, brake, wishbones, spring and damper of one corner."""
    z, x = end * _BASE, side * _TRACK
    for material, shape in _wheel():
        made.add(material, (shape if side > 0 else shape.mirrored("x")).moved(x, _WHEEL, z))
    made.add(
        STEEL,
        bushing(0.165, 0.08, 0.012, "x", 0.001, 56).moved(x - side * 0.075, _WHEEL, z),
        bushing(0.165, 0.08, 0.008, "x", 0.001, 56).moved(x - side * 0.090, _WHEEL, z),
    )
    caliper = joined(
        box((0.085, 0.19, 0.075), (0, 0, 0), 0.016),
        drum(0.026, 0.10, "x", 0.004, 24).moved(0, 0.04),
        drum(0.026, 0.10, "x", 0.004, 24).moved(0, -0.04),
    )
    made.add(RED, caliper.turned("x", 20).moved(x - side * 0.085, _WHEEL + 0.04, z - end * 0.155))
    made.add(CAST, box((0.05, 0.30, 0.07), (x - side * 0.115, _WHEEL, z), 0.014),
             drum(0.06, 0.07, "x", 0.004, 32).moved(x - side * 0.105, _WHEEL, z))  # fmt: skip
    inner, outer = side * 0.43, x - side * 0.125
    for y, reach, thick in ((0.225, 0.22, 0.019), (0.50, 0.15, 0.015)):
        for dz in (-reach, reach):
            made.add(FRAME, swept([(inner, y, z + dz), (outer, y - 0.01, z)], thick, 12))
            made.add(RUBBER, drum(0.028, 0.07, "z", 0.004, 20).moved(inner, y, z + dz))
        made.add(
            STEEL,
            turned([(0, -0.03), (0.026, -0.02), (0.026, 0.02), (0.014, 0.04), (0, 0.04)], 20).moved(
                outer, y, z
            ),
        )
    low, high = (side * 0.585, 0.245), (side * 0.545, 0.80)
    off = end * 0.085 * -1
    made.add(BRIGHT, swept([(*low, z + off), (*high, z + off)], 0.013, 14))
    middle = (low[0] + (high[0] - low[0]) * 0.5, 0.53)
    made.add(BLACK, swept([(*low, z + off), (*middle, z + off)], 0.026, 18))
    path = []
    for i in range(7 * 12 + 1):
        share = i / (7 * 12)
        cx, cy = middle[0] + (high[0] - middle[0]) * share, 0.50 + 0.28 * share
        angle = 2 * math.pi * i / 12
        path.append((cx + 0.052 * math.cos(angle), cy, z + off + 0.052 * math.sin(angle)))
    made.add(SPRING, swept(path, 0.0075, 7))
    for share in (-0.06, 1.0):
        made.add(
            OXIDE,
            drum(0.066, 0.014, "y", 0.003, 28).moved(
                middle[0] + (high[0] - middle[0]) * share, 0.505 + 0.275 * share, z + off
            ),
        )


SPRING = painted("#1c4fb8", 0.35)


def _wheel() -> list[tuple[Material, Shape]]:
    """Tyre and rim around the X axis, the outside to +X."""
    w, r = 0.118, _WHEEL
    tread = [(0.228, -w), (0.27, -w - 0.004), (0.322, -w + 0.002), (0.339, -w + 0.022)]
    grooves = []
    for g in (-0.055, -0.018, 0.018, 0.055):
        grooves += [(r, g - 0.005), (r - 0.008, g - 0.004), (r - 0.008, g + 0.004), (r, g + 0.005)]
    profile = [*tread, (r - 0.001, -0.085), *grooves, (r - 0.001, 0.085)]
    profile += [(a, -b) for a, b in tread[::-1]] + [(0.222, 0.10), (0.222, -0.10), (0.228, -w)]
    tyre = turned(profile, 52, "x")
    rim = turned(
        [(0.205, -0.115), (0.232, -0.117), (0.232, -0.108), (0.215, -0.10), (0.205, 0.0),
         (0.215, 0.100), (0.232, 0.108), (0.232, 0.117), (0.218, 0.117), (0.205, 0.10),
         (0.196, 0.0), (0.198, -0.10), (0.205, -0.115)], 52, "x",
    )  # fmt: skip
    spoke = lofted(
        [
            [
                (0.100, 0.205, -0.026),
                (0.100, 0.205, 0.026),
                (0.078, 0.205, 0.022),
                (0.078, 0.205, -0.022),
            ],
            [
                (0.088, 0.11, -0.018),
                (0.088, 0.11, 0.018),
                (0.060, 0.11, 0.014),
                (0.060, 0.11, -0.014),
            ],
            [
                (0.070, 0.045, -0.034),
                (0.070, 0.045, 0.034),
                (0.030, 0.045, 0.028),
                (0.030, 0.045, -0.028),
            ],
        ]
    )
    hub = turned(
        [(0, 0.02), (0.062, 0.02), (0.066, 0.06), (0.060, 0.072), (0.030, 0.076), (0, 0.076)],
        40,
        "x",
    )
    return [
        (RUBBER, tyre),
        (ALU, rim),
        (ALU, around(spoke, 10, "x")),
        (ALU, hub),
        (OXIDE, ring_of(hex_bolt(0.012, "x"), 5, 0.046, "x").moved(x=0.070)),
        (BLACK, drum(0.024, 0.006, "x", 0.002, 28).moved(x=0.078)),
    ]


def _cables(made: Machine) -> None:
    for x, target in ((0.09, 1), (-0.09, -1)):
        for dx in (-0.022, 0.022):
            if target > 0:
                way = [
                    (x + dx, 0.425, 0.875),
                    (x + dx, 0.45, 0.99),
                    (-0.095 + dx * 1.6, 0.555, 1.08),
                    (-0.095 + dx * 1.6, 0.565, 1.19),
                ]
            else:
                way = [
                    (x + dx, 0.425, 0.805),
                    (x + dx, 0.43, 0.72),
                    (dx, 0.405, 0.55),
                    (dx, 0.398, 0.0),
                    (dx, 0.40, -0.80),
                    (-0.095 + dx * 1.6, 0.50, -1.02),
                    (-0.095 + dx * 1.6, 0.565, -1.19),
                ]
            made.add(VOLTAGE, hose(way, 0.0125, 10, 12))
    for side in (-1, 1):
        coolant = [
            (side * 0.50, 0.36, 0.98),
            (side * 0.47, 0.42, 1.10),
            (side * 0.30, 0.46, 1.18),
            (side * 0.20, 0.42, 1.25),
        ]
        made.add(RUBBER, hose(coolant, 0.016, 8, 12))
    clip = box((0.085, 0.016, 0.03), bevel=0.004)
    made.add(BLACK, repeated(clip, [(0, 0.402, z) for z in (0.4, 0.1, -0.2, -0.5, -0.75)]))
    made.add(BLACK, box((0.56, 0.36, 0.04), (0, 0.47, 1.88), 0.01))
    made.add(OXIDE, fins((0.50, 0.30, 0.008), 40, 0.003).moved(0, 0.47, 1.903))


def _steering(made: Machine) -> None:
    z = _BASE + 0.19
    made.add(CAST, drum(0.032, 0.66, "x", 0.004, 24).moved(0, 0.40, z))
    made.add(BLACK, drum(0.05, 0.13, "x", 0.006, 28).moved(0.16, 0.43, z + 0.03))
    for side in (-1, 1):
        made.add(STEEL, swept([(side * 0.32, 0.40, z), (side * 0.665, 0.37, z - 0.07)], 0.010, 12))
        way = [(side * (0.33 + 0.012 * i), 0.40 - 0.001 * i, z - 0.0025 * i) for i in range(11)]
        made.add(RUBBER, swept(way, [0.028 if i % 2 else 0.020 for i in range(11)], 16).creased(75))
    column = [(-0.22, 0.44, z), (-0.30, 0.62, 1.40), (-0.36, 0.86, 0.95), (-0.36, 1.0, 0.66)]
    made.add(STEEL, swept(column, 0.014, 12))
    made.add(BLACK, swept(column[-2:], 0.036, 16))
    angle = math.degrees(math.atan2(0.14, 0.29))
    rim = [
        (0.182 * math.cos(t), 0.182 * math.sin(t), 0.0)
        for t in (2 * math.pi * i / 48 for i in range(49))
    ]
    wheel = [swept(rim, 0.015, 14), drum(0.055, 0.05, "z", 0.012, 32)]
    wheel += [
        box((0.13, 0.03, 0.014), (0.10, 0, 0), 0.006),
        box((0.13, 0.03, 0.014), (-0.10, 0, 0), 0.006),
        box((0.03, 0.13, 0.014), (0, -0.10, 0), 0.006),
    ]
    made.add(BLACK, *(part.turned("x", angle).moved(*column[-1]) for part in wheel))
