"""A slant-bed lathe, its door open on chuck, turret and a workpiece."""

from __future__ import annotations

import math

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.controls import emergency_stop, signal_tower
from tools.industry_fair.machines.finishes import (
    BLACK,
    BRIGHT,
    CAST,
    DARK,
    GLASS,
    GREEN,
    GREY,
    LAMP_WHITE,
    OXIDE,
    RED,
    STEEL,
    YELLOW,
    painted,
)
from tools.industry_fair.machines.fittings import (
    cap_screw,
    corners_of,
    fins,
    foot,
    handle,
    hose,
    louvres,
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
    turned,
)

SHELL = painted("#d9dbdc", 0.4)
ANTHRACITE = painted("#33383e", 0.42)
ACCENT = painted("#c8102e", 0.36)
#: The spindle's axis.
_Y, _Z = 1.12, 0.12


def lathe() -> Machine:
    """2.7 m wide with its chip conveyor, 1.95 m high, 1.6 m deep."""
    made = Machine("slant-bed lathe")
    _housing(made)
    _front(made)
    _work_area(made)
    _panel(made)
    _conveyor(made)
    return made


def _housing(made: Machine) -> None:
    made.add(
        OXIDE,
        repeated(foot(0.10, 0.065), [(x, 0, z) for x in (-0.95, 0, 0.85) for z in (-0.6, 0.5)]),
    )
    made.add(ANTHRACITE, box((2.04, 0.46, 1.40), (-0.05, 0.33, -0.05), 0.02))
    # Head end, with the spindle drive behind doors.
    profile = [(0.68, 0.56), (0.68, 0.86), (0.50, 1.72), (0.42, 1.80), (-0.75, 1.80), (-0.75, 0.56)]
    made.add(SHELL, extruded(profile, 0.56, 0.022).turned("y", -90).moved(-0.79))
    made.add(SHELL, extruded(profile, 0.30, 0.022).turned("y", -90).moved(0.82))
    back = [(-0.45, 0.56), (-0.35, 1.70), (0.34, 1.70), (0.34, 1.80), (-0.75, 1.80), (-0.75, 0.56)]
    made.add(SHELL, extruded(back, 1.18, 0.004).turned("y", -90).moved(0.08))
    made.add(ACCENT, _band(0.44).moved(-0.79), _band(0.24).moved(0.82))
    made.label(labels.name("SL200", "#ffffff", "#33383e", 80), (-0.79, 0.42, 0.6505), 0.34)
    made.label(labels.warning("hand"), (-0.60, 0.70, 0.6805), 0.08)
    made.label(labels.warning("bolt"), (-0.98, 0.70, 0.6805), 0.08)
    made.add(BLACK, louvres(0.36, 0.20, 7).moved(0.55, 0.34, 0.652))
    made.add(BLACK, louvres(0.50, 0.34, 10).turned("y", -90).moved(-1.072, 1.25, -0.25))
    made.label(labels.stripes(), (0.04, 0.535, 0.6505), 0.9)
    made.add(GREY, box((0.60, 0.26, 0.5), (-0.70, 1.92, -0.36), 0.02))
    made.add(BLACK, fins((0.5, 0.18, 0.012), 9, 0.008, "y").moved(-0.70, 1.92, -0.108))
    signal_tower(made, 0.86, 1.80, 0.10)


def _band(width: float) -> Shape:
    """A coloured band on the sloping front."""
    slope = math.degrees(math.atan2(0.18, 0.86))
    return box((width, 0.05, 0.012), bevel=0.004).turned("x", -slope).moved(0, 1.52, 0.5435)


def _front(made: Machine) -> None:
    """The door, slid to the right; its rails above and below."""
    slope = math.degrees(math.atan2(0.18, 0.86))
    made.add(ANTHRACITE, box((1.20, 0.34, 0.05), (0.08, 0.70, 0.655), 0.012))
    made.add(STEEL, box((1.20, 0.025, 0.06), (0.08, 0.865, 0.672), 0.005))
    made.add(SHELL, box((1.24, 0.10, 0.10), (0.08, 1.755, 0.40), 0.02))
    made.add(STEEL, box((1.20, 0.02, 0.03), (0.08, 1.70, 0.47), 0.004))
    wide, tall = 0.74, 0.87
    frame = extruded(
        rounded(wide, tall, 0.03), 0.045, 0.008, [rounded(wide - 0.20, tall - 0.30, 0.06)]
    )
    inner = extruded(rounded(wide - 0.17, tall - 0.27, 0.07), 0.052, 0.003,
                     [rounded(wide - 0.23, tall - 0.33, 0.05)])  # fmt: skip
    pane = extruded(rounded(wide - 0.22, tall - 0.32, 0.05), 0.012)
    grip = handle(0.40, 0.055, 0.030).moved(-wide / 2 + 0.055, 0, 0.075)
    for material, shape in ((SHELL, frame), (BLACK, inner), (GLASS, pane), (STEEL, grip)):
        made.add(material, shape.turned("x", -slope).moved(0.64, 1.29, 0.625))
    made.label(labels.warning("hand"), (0.88, 0.98, 0.7142), 0.06, up=(0, 0.9788, -0.2049))


def _work_area(made: Machine) -> None:
    made.add(LAMP_WHITE, box((0.7, 0.03, 0.05), (0.0, 1.68, 0.22), 0.008))
    made.add(
        STEEL,
        extruded(
            [(0.62, 0.56), (0.62, 0.60), (0.15, 0.72), (-0.40, 0.80), (-0.40, 0.56)], 1.16, 0.003
        )
        .turned("y", -90)
        .moved(0.08),
    )
    # The bed leans back by 45 degrees, with two ways.
    bed = box((1.10, 0.72, 0.16), bevel=0.01).turned("x", -45).moved(0.08, 1.10, -0.30)
    made.add(CAST, bed)
    for off in (-0.22, 0.22):
        made.add(
            BRIGHT,
            box((1.08, 0.05, 0.05), (0, off, 0.10), 0.004)
            .turned("x", -45)
            .moved(0.08, 1.10, -0.30),
        )
    # Spindle nose and three-jaw chuck.
    made.add(CAST, drum(0.17, 0.10, "x", 0.01, 56).moved(-0.48, _Y, _Z))
    chuck = turned(
        [
            (0, -0.05),
            (0.100, -0.05),
            (0.105, -0.045),
            (0.105, 0.035),
            (0.097, 0.045),
            (0.03, 0.045),
            (0.03, 0.02),
            (0, 0.02),
        ],
        64,
        "x",
    )
    made.add(STEEL, chuck.moved(-0.38, _Y, _Z))
    jaw = joined(
        box((0.035, 0.058, 0.032), (0.06, 0.066, 0), 0.003),
        box((0.03, 0.028, 0.032), (0.09, 0.053, 0), 0.003),
    )
    made.add(OXIDE, around(jaw, 3, "x", 30).moved(-0.38, _Y, _Z))
    made.add(BRIGHT, ring_of(cap_screw(0.008, "x"), 6, 0.086, "x", 0).moved(-0.335, _Y, _Z))
    shaft = [
        (0, 0.0),
        (0.038, 0.0),
        (0.038, 0.10),
        (0.036, 0.102),
        (0.028, 0.104),
        (0.028, 0.17),
        (0.022, 0.174),
        (0.022, 0.24),
        (0.0205, 0.242),
        (0.0205, 0.246),
        (0.022, 0.248),
        (0.022, 0.262),
        (0.014, 0.270),
        (0.014, 0.315),
        (0.012, 0.318),
        (0, 0.318),
    ]
    made.add(BRIGHT, turned(shaft, 48, "x").moved(-0.36, _Y, _Z))
    # Turret with its twelve tools, on a slide.
    tx, ty, tz = 0.20, 1.32, -0.08
    made.add(
        CAST,
        box((0.30, 0.30, 0.26), bevel=0.015)
        .turned("x", -45)
        .moved(tx + 0.20, ty - 0.03, tz - 0.06),
    )
    ring = [
        (0.15 * math.cos(math.radians(a)), 0.15 * math.sin(math.radians(a)))
        for a in range(0, 360, 30)
    ]
    made.add(STEEL, extruded(ring, 0.075, 0.004, axis="x").moved(tx, ty, tz))
    made.add(OXIDE, drum(0.075, 0.02, "x", 0.004, 40).moved(tx - 0.045, ty, tz))
    holder = joined(
        box((0.055, 0.050, 0.055), (0, 0.165, 0), 0.005),
        box((0.018, 0.075, 0.018), (-0.012, 0.222, 0), 0.002),
    )
    bar = joined(
        drum(0.026, 0.06, "x", 0.003, 24).moved(-0.02, 0.172),
        drum(0.011, 0.12, "x", 0.002, 18).moved(-0.09, 0.172),
    )
    for i in range(12):
        made.add(
            OXIDE if i % 3 else STEEL,
            (bar if i % 3 == 0 else holder).turned("x", 15 + 30 * i).moved(tx, ty, tz),
        )
    made.add(
        YELLOW,
        *(
            box((0.012, 0.008, 0.012), (-0.012, 0.262, 0), 0.001)
            .turned("x", 15 + 30 * i)
            .moved(tx, ty, tz)
            for i in range(12)
            if i % 3
        ),
    )
    # Tailstock.
    made.add(CAST, box((0.22, 0.30, 0.24), (0.50, 1.06, 0.02), 0.02))
    made.add(CAST, drum(0.075, 0.26, "x", 0.006, 40).moved(0.46, _Y, _Z))
    made.add(
        BRIGHT,
        turned(
            [(0, -0.12), (0.004, -0.12), (0.024, -0.065), (0.03, -0.06), (0.03, 0.0), (0, 0.0)],
            36,
            "x",
        ).moved(0.33, _Y, _Z),
    )
    made.add(
        painted("#2f6fc4"),
        hose(
            [(0.10, 1.60, -0.02), (0.05, 1.50, 0.10), (0.0, 1.36, 0.15), (-0.02, 1.28, 0.14)],
            0.010,
            8,
            10,
        ),
    )


def _panel(made: Machine) -> None:
    """The control, in the right-hand front."""
    slope = math.degrees(math.atan2(0.18, 0.86))
    x, y, z = 1.08, 1.30, 0.60

    def lean(shape: Shape) -> Shape:
        return shape.turned("y", -12).turned("x", -slope * 0.5).moved(x, y, z)

    made.add(ANTHRACITE, lean(extruded(rounded(0.42, 0.86, 0.03), 0.10, 0.014)))
    made.add(SHELL, lean(extruded(rounded(0.38, 0.82, 0.02), 0.012, 0.003).moved(z=0.05)))
    made.add(BLACK, lean(extruded(rounded(0.35, 0.28, 0.012), 0.012, 0.003).moved(0, 0.235, 0.056)))
    made.add(GREY, box((0.14, 0.10, 0.16), (0.97, 1.34, 0.50), 0.02))
    right, up = _turned((1, 0, 0), slope), _turned((0, 1, 0), slope)

    def at(a: float, b: float, c: float) -> tuple[float, float, float]:
        px, py, pz = _turned((a, b, c), slope)
        return px + x, py + y, pz + z

    made.label(
        labels.screen("SL200  MDI  N0040", "#c8102e"), at(0, 0.235, 0.0622), 0.325, right, up
    )
    made.label(labels.keypad(11, 8, "#c8102e"), at(0, -0.04, 0.0562), 0.33, right, up)
    for dx, color in ((-0.13, GREEN), (-0.075, RED), (-0.02, BLACK)):
        made.add(BRIGHT, lean(drum(0.018, 0.012, "z").moved(dx, -0.27, 0.060)))
        made.add(color, lean(drum(0.013, 0.012, "z", 0.002).moved(dx, -0.27, 0.066)))
    collar, button = emergency_stop()
    made.add(YELLOW, lean(collar.moved(0.11, -0.26, 0.055)))
    made.add(RED, lean(button.moved(0.11, -0.26, 0.060)))
    made.add(OXIDE, lean(bushing(0.036, 0.01, 0.022, "z", 0.004).moved(0.04, -0.35, 0.064)))
    made.add(BRIGHT, lean(corners_of(cap_screw(0.005, "z"), 0.36, 0.79).moved(z=0.055)))


def _turned(vector: tuple[float, float, float], slope: float) -> tuple[float, float, float]:
    """A direction on the panel: turned by -12 degrees about Y, then leaning back."""
    a, b = math.radians(-12), math.radians(-slope * 0.5)
    x, y, z = vector
    x, z = x * math.cos(a) + z * math.sin(a), -x * math.sin(a) + z * math.cos(a)
    y, z = y * math.cos(b) - z * math.sin(b), y * math.sin(b) + z * math.cos(b)
    return x, y, z


def _conveyor(made: Machine) -> None:
    way = [
        (0.90, 0.22),
        (1.10, 0.22),
        (1.48, 0.90),
        (1.66, 0.90),
        (1.66, 1.10),
        (1.37, 1.10),
        (1.00, 0.42),
        (0.90, 0.42),
    ]
    made.add(GREY, extruded(way, 0.40, 0.012).moved(z=-0.10))
    made.add(DARK, box((0.17, 0.20, 0.30), (1.57, 0.81, -0.10), 0.01))
    made.add(BLACK, drum(0.05, 0.14, "z", 0.006).moved(1.42, 1.02, 0.16))
    made.add(OXIDE, foot(0.80, 0.04).moved(1.45, 0, -0.25), foot(0.80, 0.04).moved(1.45, 0, 0.05))
