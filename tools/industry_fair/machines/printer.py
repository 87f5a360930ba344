"""A laser powder-bed printer: a process chamber behind a window, its controls and its filter."""

from __future__ import annotations

import math

from hallgen.scene import Alpha, Material
from tools.industry_fair.machines import labels
from tools.industry_fair.machines.controls import emergency_stop, signal_tower
from tools.industry_fair.machines.finishes import (
    ALU,
    BLACK,
    BRIGHT,
    CAST,
    DARK,
    LAMP_BLUE,
    LAMP_GREEN,
    LAMP_WHITE,
    OXIDE,
    RED,
    STEEL,
    WHITE,
    YELLOW,
    metal,
    painted,
)
from tools.industry_fair.machines.fittings import (
    cap_screw,
    corners_of,
    foot,
    handle,
    hose,
    louvres,
    ring_of,
)
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    box,
    bushing,
    drum,
    extruded,
    joined,
    lofted,
    repeated,
    rounded,
    turned,
)

ACCENT = painted("#1fa187", 0.36)
TITANIUM = metal("#a9a39a", 0.48)
#: Windows of laser machines keep the beam's colour in.
FILTER = Material(
    "laser glass", (0.22, 0.60, 0.30, 0.26), 0.0, 0.05, alpha=Alpha.BLEND, double_sided=True
)


def printer() -> Machine:
    """2.0 m wide, 2.1 m high, 1.05 m deep."""
    made = Machine("powder-bed printer")
    made.add(
        OXIDE,
        repeated(foot(0.08, 0.05), [(x, 0, z) for x in (-0.85, 0.0, 0.85) for z in (-0.4, 0.38)]),
    )
    made.add(DARK, box((1.90, 0.12, 0.96), (0, 0.13, 0), 0.012))
    _chamber(made)
    _cabinet(made)
    _filter(made)
    return made


def _chamber(made: Machine) -> None:
    x = -0.30
    window = rounded(0.44, 0.40, 0.04)
    opening = [(a, b + 0.215) for a, b in rounded(0.60, 0.56, 0.05)]
    made.add(
        WHITE, extruded(rounded(0.98, 1.82, 0.03), 0.045, 0.010, [opening]).moved(x, 1.10, 0.46)
    )
    for side in (-1, 1):
        made.add(WHITE, box((0.03, 1.82, 0.90), (x + side * 0.475, 1.10, 0), 0.008))
    made.add(
        WHITE,
        box((0.98, 0.03, 0.92), (x, 2.0, 0.0), 0.008),
        box((0.98, 1.8, 0.03), (x, 1.10, -0.46), 0.008),
    )
    made.add(ACCENT, box((0.98, 0.035, 0.012), (x, 0.84, 0.483), 0.003))
    # The door stands off a little, on three hinges; a filter window in it.
    door = extruded(rounded(0.68, 0.64, 0.06), 0.05, 0.012, [window]).moved(x, 1.315, 0.515)
    made.add(DARK, door)
    made.add(
        BLACK,
        extruded(rounded(0.47, 0.43, 0.05), 0.058, 0.004, [rounded(0.42, 0.38, 0.035)]).moved(
            x, 1.315, 0.515
        ),
    )
    made.add(FILTER, extruded(rounded(0.43, 0.39, 0.04), 0.012).moved(x, 1.315, 0.515))
    made.add(
        STEEL,
        *(
            drum(0.016, 0.09, "y", 0.002, 20).moved(x - 0.352, 1.315 + y, 0.515)
            for y in (-0.22, 0, 0.22)
        ),
    )
    made.add(STEEL, handle(0.30, 0.045, 0.024).moved(x + 0.29, 1.315, 0.595))
    made.add(BRIGHT, *(cap_screw(0.008, "z").moved(x + a, 1.315 + b, 0.540)
                       for a in (-0.30, 0.0, 0.30) for b in (-0.285, 0.285)))  # fmt: skip
    # Inside: plate, part half grown, recoater, light.
    made.add(
        ALU,
        box((0.84, 0.02, 0.66), (x, 1.06, 0.02), 0.003),
        box((0.84, 0.72, 0.02), (x, 1.40, -0.30), 0.003),
    )
    made.add(TITANIUM, box((0.28, 0.012, 0.28), (x, 1.072, 0.06), 0.002))
    made.add(STEEL, box((0.06, 0.05, 0.40), (x - 0.26, 1.10, 0.06), 0.006))
    made.add(BRIGHT, *(box((0.80, 0.014, 0.014), (x, 1.082, z), 0.002) for z in (-0.17, 0.29)))
    made.add(LAMP_WHITE, box((0.60, 0.015, 0.03), (x, 1.70, 0.20), 0.004))
    made.add(
        TITANIUM, _impeller().moved(x - 0.05, 1.078, 0.09), _lattice().moved(x + 0.09, 1.078, 0.04)
    )
    made.add(
        OXIDE,
        turned([(0, 1.74), (0.05, 1.72), (0.06, 1.70), (0.06, 1.76), (0, 1.76)], 40).moved(
            x, 0.0, 0.0
        ),
    )
    made.label(labels.name("LP280", "#20252a", "#dcdedb", 80), (x - 0.22, 1.84, 0.4828), 0.34)
    made.label(labels.warning("beam"), (x + 0.30, 1.84, 0.4828), 0.085)
    made.label(labels.warning("bolt"), (x + 0.40, 1.84, 0.4828), 0.085)
    # Below: the build cylinder's door.
    made.add(WHITE, extruded(rounded(0.86, 0.56, 0.03), 0.016, 0.005).moved(x, 0.52, 0.487))
    made.add(BLACK, box((0.14, 0.028, 0.012), (x + 0.30, 0.70, 0.497), 0.004))
    made.label(
        labels.plate(
            "LP280",
            ["2 x 500 W   1070 nm   CLASS 1", "ARGON   O2 < 0.1 %", "BUILD 280 x 280 x 350"],
        ),
        (x - 0.30, 0.36, 0.4955),
        0.16,
    )
    made.add(LAMP_GREEN, box((0.86, 0.014, 0.006), (x, 0.905, 0.484), 0.002))


def _impeller() -> Shape:
    """A closed hub with nine swept blades, 110 mm wide."""
    hub = turned(
        [
            (0, 0),
            (0.055, 0),
            (0.055, 0.004),
            (0.030, 0.012),
            (0.014, 0.035),
            (0.011, 0.05),
            (0, 0.05),
        ],
        48,
    )
    blade = []
    for i in range(9):
        share = i / 8
        radius, turn = 0.013 + 0.041 * share, math.radians(55 * share)
        low, high = 0.045 - 0.041 * share**0.5, 0.052 - 0.030 * share
        across = (-math.sin(turn) * 0.0012, -math.cos(turn) * 0.0012)
        cx, cz = radius * math.cos(turn), -radius * math.sin(turn)
        blade.append(
            [
                (cx + across[0], low, cz - across[1]),
                (cx - across[0], low, cz + across[1]),
                (cx - across[0], high, cz + across[1]),
                (cx + across[0], high, cz - across[1]),
            ]
        )
    one = lofted(blade)
    one = one if one.volume > 0 else lofted(blade[::-1])
    return joined(hub, *(one.turned("y", 40 * k) for k in range(9)))


def _lattice() -> Shape:
    """A block of struts, as it comes off the plate."""
    cell, thick = 0.022, 0.0035
    long, half = cell * 3, cell * 1.5
    posts = [
        box((thick, long, thick), (i * cell, half, k * cell), 0.0006)
        for i in range(4)
        for k in range(4)
    ]
    beams = [
        beam
        for level in range(4)
        for i in range(4)
        for beam in (
            box((long, thick, thick), (half, level * cell, i * cell), 0.0006),
            box((thick, thick, long), (i * cell, level * cell, half), 0.0006),
        )
    ]
    return joined(*posts, *beams).moved(-half, thick / 2, -half)


def _cabinet(made: Machine) -> None:
    """At the right: electrics, and the operator's screen on an arm."""
    x = 0.56
    made.add(WHITE, box((0.70, 1.82, 0.90), (x, 1.10, -0.005), 0.02))
    made.add(DARK, box((0.56, 1.02, 0.012), (x + 0.02, 0.78, 0.448), 0.004))
    made.add(BLACK, louvres(0.40, 0.34, 12).moved(x + 0.02, 0.52, 0.456))
    made.add(STEEL, handle(0.16, 0.03, 0.016).moved(x - 0.20, 0.95, 0.485))
    made.add(BLACK, louvres(0.50, 0.30, 10).turned("y", 90).moved(x + 0.352, 1.60, 0.0))
    made.label(labels.warning("bolt"), (x + 0.20, 1.16, 0.4548), 0.09)
    made.add(DARK, box((0.10, 0.08, 0.14), (x, 1.52, 0.50), 0.012))
    made.add(
        DARK,
        extruded(rounded(0.58, 0.37, 0.02), 0.035, 0.008).turned("x", -8).moved(x, 1.55, 0.585),
    )
    up = (0.0, math.cos(math.radians(8)), -math.sin(math.radians(8)))
    made.label(
        labels.layers("LP280  LAYER 1842 / 5833", "#1fa187"), (x, 1.5525, 0.6026), 0.53, up=up
    )
    shelf = [(0.44, 1.28), (0.64, 1.26), (0.64, 1.275), (0.44, 1.31)]
    made.add(DARK, extruded(shelf, 0.54, 0.004).turned("y", -90).moved(x))
    made.label(
        labels.keypad(18, 5, "#1fa187"),
        (x - 0.03, 1.2895, 0.545),
        0.38,
        (1, 0, 0),
        (0, 0.174, -0.985),
    )
    collar, button = emergency_stop()
    made.add(YELLOW, collar.moved(x + 0.27, 1.36, 0.446))
    made.add(RED, button.moved(x + 0.27, 1.36, 0.452))
    signal_tower(made, x + 0.22, 2.01, 0.1, 0.08)
    made.add(LAMP_BLUE, box((0.20, 0.010, 0.006), (x - 0.18, 1.93, 0.447), 0.002))


def _filter(made: Machine) -> None:
    """On top: the gas filter and its ducts."""
    x = -0.46
    made.add(STEEL, drum(0.14, 0.30, "y", 0.02, 48).moved(x, 2.165, -0.20))
    made.add(BRIGHT, bushing(0.148, 0.12, 0.02, "y", 0.002, 48).moved(x, 2.22, -0.20))
    made.add(OXIDE, ring_of(cap_screw(0.010), 12, 0.132).moved(x, 2.316, -0.20))
    made.add(CAST, drum(0.05, 0.04, "y", 0.006).moved(x, 2.33, -0.20))
    made.add(
        ALU,
        hose(
            [
                (x + 0.13, 2.22, -0.20),
                (x + 0.24, 2.24, -0.19),
                (x + 0.38, 2.18, -0.14),
                (x + 0.42, 2.00, -0.12),
            ],
            0.042,
            10,
            20,
        ),
    )
    made.add(BLACK, drum(0.055, 0.03, "y", 0.004).moved(x + 0.42, 2.02, -0.12))
    made.add(OXIDE, corners_of(cap_screw(0.006), 0.86, 0.80, "y").moved(-0.30, 2.015, 0))
