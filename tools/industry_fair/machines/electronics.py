"""A servo drive and a smart camera: small things, seen close."""

from __future__ import annotations

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.finishes import (
    ALU,
    BLACK,
    BRASS,
    BRIGHT,
    GOLD,
    GREEN,
    LAMP_BLUE,
    LAMP_GREEN,
    LAMP_WHITE,
    OXIDE,
    SMOKED,
    STEEL,
    metal,
    plastic,
)
from tools.industry_fair.machines.fittings import (
    cap_screw,
    corners_of,
    fins,
    hose,
    plug,
    ring_of,
)
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    box,
    bushing,
    circle,
    drum,
    extruded,
    joined,
    repeated,
    rounded,
    turned,
)

SHELL = plastic("#e4e6e7", 0.42)
FRONT = plastic("#2a2f36", 0.5)
ORANGE = plastic("#e8740c", 0.45)
ANODISED = metal("#24272c", 0.42)
LENS = metal("#16324a", 0.08)


def servo_drive() -> Machine:
    """A drive for a cabinet: 75 mm wide, 220 mm high, 190 mm deep, its heat sink behind."""
    made = Machine("servo drive")
    w, h, y = 0.075, 0.220, 0.135
    made.add(SHELL, box((w, h, 0.105), (0, y, 0.010), 0.004))
    made.add(FRONT, box((w - 0.006, h - 0.008, 0.022), (0, y, 0.068), 0.005))
    made.add(SHELL, box((w - 0.010, 0.052, 0.010), (0, y + 0.072, 0.082), 0.004))
    # Heat sink, and the plate that it is screwed to the wall with.
    made.add(ALU, box((w, h, 0.008), (0, y, -0.046), 0.001))
    made.add(ALU, fins((w, h - 0.01, 0.052), 15, 0.0018).moved(y=y, z=-0.075))
    tab = extruded(rounded(0.05, 0.036, 0.006), 0.003, 0.0005, [circle(0.0032, 16)])
    for side in (-1, 1):
        made.add(STEEL, tab.moved(0, y + side * 0.117, -0.102))
    made.add(STEEL, box((w, h + 0.01, 0.003), (0, y, -0.1025), 0.0005))
    # Slots on top and at the sides let the air through.
    made.add(
        OXIDE, *(box((0.05, 0.001, 0.004), (0, y + h / 2, z), 0) for z in _steps(-0.03, 0.05, 9))
    )
    for side in (-1, 1):
        made.add(OXIDE, *(box((0.001, 0.070, 0.0035), (side * w / 2, y + 0.045, z), 0)
                          for z in _steps(-0.03, 0.045, 9)))  # fmt: skip
    _display(made, y)
    _terminals(made, y)
    plate = labels.plate("SD7", ["IN    3x 400 V   50/60 Hz", "OUT  0.75 kW   2.6 A", "SIL 3  PL e",
                                 "S/N 26-SD7-00318"])  # fmt: skip
    made.label(plate, (w / 2 + 0.0002, y - 0.045, 0.0), 0.075, (0, 0, -1))
    made.label(labels.warning("bolt"), (-0.022, y - 0.018, 0.0795), 0.016)
    made.label(labels.name("SD7", "#2a2f36", "#e4e6e7", 48), (-0.012, y + 0.091, 0.0872), 0.032)
    return made


def _steps(start: float, end: float, count: int) -> list[float]:
    return [start + (end - start) * i / (count - 1) for i in range(count)]


def _display(made: Machine, y: float) -> None:
    picture = labels.digits("P 0.75", "#ff4a2a")
    made.add(BLACK, box((0.044, 0.020, 0.003), (-0.006, y + 0.066, 0.087), 0.001))
    made.label(picture, (-0.006, y + 0.066, 0.0886), 0.040)
    for i in range(4):
        x = -0.024 + i * 0.0125
        made.add(FRONT, drum(0.0036, 0.004, "z", 0.0008, 20).moved(x, y + 0.049, 0.088))
    for i, lamp in enumerate((LAMP_GREEN, LAMP_GREEN, LAMP_BLUE)):
        made.add(
            lamp, drum(0.0016, 0.002, "z", segments=12).moved(0.026, y + 0.074 - i * 0.008, 0.0875)
        )


def _terminals(made: Machine, y: float) -> None:
    # Network sockets, encoder, safety, and power: each framed and open to the front.
    for i in range(2):
        at = (-0.018 + i * 0.021, y + 0.020, 0.079)
        made.add(STEEL, _socket(0.0165, 0.0145, 0.012, 0.0012).moved(*at))
        made.add(
            GOLD,
            *(
                box((0.0007, 0.004, 0.001), (at[0] - 0.004 + k * 0.00115, at[1] + 0.003, 0.076))
                for k in range(8)
            ),
        )
        made.add(LAMP_GREEN, box((0.003, 0.0015, 0.001), (at[0] - 0.005, at[1] + 0.0085, 0.0795)))
        made.add(GREEN, box((0.003, 0.0015, 0.001), (at[0] + 0.005, at[1] + 0.0085, 0.0795)))
    made.add(BLACK, _socket(0.014, 0.036, 0.010, 0.0014).moved(0.027, y + 0.010, 0.079))
    made.add(
        GOLD,
        *(
            drum(0.0007, 0.006, "z", segments=8).moved(
                0.0245 + 0.005 * a, y - 0.004 + 0.0032 * b, 0.079
            )
            for a in range(2)
            for b in range(9)
        ),
    )
    block = _block(5)
    made.add(ORANGE, block.moved(-0.0045, y - 0.055, 0.084))
    made.add(GREEN_BLOCK, _block(6).moved(-0.0006, y - 0.085, 0.084))
    for row, count, start in ((-0.055, 5, -0.0205), (-0.085, 6, -0.0206)):
        for k in range(count):
            x = start + k * 0.008
            made.add(BRASS, drum(0.0022, 0.002, "z", segments=14).moved(x, y + row + 0.005, 0.0885))
            made.add(BLACK, box((0.0042, 0.005, 0.001), (x, y + row - 0.005, 0.0912)))
    # The motor's cable leaves from below, its shield under a clamp.
    made.add(
        BLACK,
        hose(
            [
                (0.0, 0.034, 0.05),
                (0.0, 0.018, 0.055),
                (0.0, 0.0085, 0.075),
                (0.004, 0.0065, 0.105),
                (0.03, 0.0065, 0.150),
            ],
            0.0062,
            10,
            14,
        ),
    )
    made.add(STEEL, box((0.030, 0.012, 0.004), (0.0, 0.028, 0.060), 0.001),
             box((0.036, 0.030, 0.002), (0.0, 0.020, 0.040), 0.0005))  # fmt: skip
    made.add(BRIGHT, *(cap_screw(0.003, "z").moved(x, 0.028, 0.062) for x in (-0.011, 0.011)))
    made.add(ALU, box((0.075, 0.006, 0.11), (0, 0.003, -0.05), 0.001))
    made.add(ALU, box((0.075, 0.03, 0.004), (0, 0.015, -0.100), 0.001))


GREEN_BLOCK = plastic("#2c9a55", 0.45)


def _socket(width: float, height: float, depth: float, wall: float) -> Shape:
    ring = rounded(width, height, wall * 0.8, 2)
    hole = rounded(width - 2 * wall, height - 2 * wall, wall * 0.4, 2)
    return extruded(ring, depth, 0.0002, [hole])


def _block(count: int) -> Shape:
    """Push-in terminals side by side, 8 mm each."""
    one = box((0.0076, 0.021, 0.014), bevel=0.0008)
    step = box((0.0076, 0.009, 0.006), (0, 0.006, 0.0), 0.0006)
    return repeated(
        joined(one, step), [((k - (count - 1) / 2) * 0.008, 0, 0) for k in range(count)]
    )


def smart_camera() -> Machine:
    """A camera with lens and ring light on its bracket, looking to +Z: 70 mm wide."""
    made = Machine("smart camera")
    y = 0.075
    made.add(ANODISED, box((0.062, 0.062, 0.088), (0, y, -0.012), 0.004))
    made.add(ANODISED, fins((0.066, 0.066, 0.050), 11, 0.0022, "z").moved(y=y, z=-0.022))
    made.add(ORANGE, box((0.0635, 0.0635, 0.005), (0, y, 0.014), 0.0015))
    made.add(BRIGHT, corners_of(cap_screw(0.0025, "z"), 0.052, 0.052).moved(y=y, z=0.0318))
    # Lens: tube with knurled rings, front glass.
    tube = [(0, 0.030), (0.023, 0.030), (0.023, 0.036), (0.0205, 0.037), (0.0205, 0.062),
            (0.0225, 0.063), (0.0225, 0.074), (0.0205, 0.076), (0.018, 0.076), (0.0165, 0.068),
            (0.0, 0.064)]  # fmt: skip
    made.add(BLACK, turned(tube, 56, "z").moved(y=y))
    ribs = box((0.0012, 0.0012, 0.009))
    made.add(BLACK, ring_of(ribs, 48, 0.0228, "z").moved(y=y, z=0.0685),
             ring_of(ribs, 40, 0.0207, "z").moved(y=y, z=0.050))  # fmt: skip
    dome = [(0.0166, 0.0675), (0.012, 0.0712), (0.006, 0.0730), (0.0, 0.0735)]
    made.add(LENS, turned([(0.0, 0.066), (0.0166, 0.066), *dome], 48, "z").moved(y=y))
    made.add(ORANGE, bushing(0.0209, 0.0195, 0.0012, "z", segments=48).moved(y=y, z=0.0445))
    # Ring light.
    made.add(ANODISED, bushing(0.039, 0.0245, 0.012, "z", 0.0015, 64).moved(y=y, z=0.046))
    made.add(SMOKED, bushing(0.0375, 0.026, 0.001, "z", segments=56).moved(y=y, z=0.0526))
    lamp = drum(0.0022, 0.0015, "z", segments=12)
    made.add(LAMP_WHITE, ring_of(lamp, 20, 0.0318, "z").moved(y=y, z=0.0525))
    made.add(STEEL, *(drum(0.002, 0.02, "z", segments=10).moved(a * 0.024, y + b * 0.024, 0.036)
                      for a in (-1, 1) for b in (-1, 1)))  # fmt: skip
    # Sockets and cables at the back.
    for x, wide in ((-0.014, 0.0072), (0.014, 0.0072)):
        made.add(STEEL, plug(wide, 0.034, "z").mirrored("z").moved(x, y - 0.004, -0.056))
        made.add(
            BLACK,
            hose(
                [
                    (x, y - 0.004, -0.088),
                    (x, y - 0.008, -0.105),
                    (x * 1.2, y - 0.045, -0.118),
                    (x * 1.5, 0.010, -0.110),
                    (x * 2.0, 0.0062, -0.085),
                    (x * 2.6, 0.0034, -0.05),
                ],
                0.0032,
                10,
                12,
            ),
        )
    for k in range(3):
        lamp_at = (-0.012 + k * 0.012, y + 0.022, -0.0562)
        made.add(
            (LAMP_GREEN, LAMP_BLUE, LAMP_GREEN)[k],
            drum(0.0016, 0.001, "z", segments=12).moved(*lamp_at),
        )
    made.label(
        labels.name("SC5", "#ffffff", "#24272c", 64), (0.0313, y + 0.016, 0.0235), 0.014, (0, 0, -1)
    )
    plate = labels.plate("SC5", ["5 MP  60 fps", "GigE  PROFINET  24 V", "LED RISK GROUP 1"])
    made.label(plate, (0, y + 0.0332, -0.020), 0.040, (1, 0, 0), (0, 0, -1))
    _bracket(made)
    return made


def _bracket(made: Machine) -> None:
    slots = [rounded(0.026, 0.0055, 0.0027, 4)]
    plate = extruded(
        rounded(0.080, 0.090, 0.008),
        0.005,
        0.0006,
        [[(x + dx, y) for x, y in slots[0]] for dx in (-0.018, 0.018)],
        "y",
    )
    made.add(ALU, plate.moved(y=0.0025, z=-0.01))
    made.add(
        ALU, *(box((0.005, 0.066, 0.034), (s * 0.0365, 0.037, -0.012), 0.0008) for s in (-1, 1))
    )
    made.add(
        OXIDE,
        *(
            cap_screw(0.004, "x").mirrored("x" if s < 0 else "z").moved(s * 0.039, 0.058, z)
            for s in (-1, 1)
            for z in (-0.020, -0.004)
        ),
    )
