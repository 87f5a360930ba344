"""An adaptive two-finger gripper, its jaws on parallel linkages."""

from __future__ import annotations

import math

from hallgen.scene import Material
from tools.industry_fair.machines.finishes import (
    ALU,
    BLACK,
    BRIGHT,
    LAMP_BLUE,
    OXIDE,
    RUBBER,
    STEEL,
    metal,
    plastic,
)
from tools.industry_fair.machines.fittings import cap_screw, corners_of, hose, plug, ring_of
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Shape,
    box,
    bushing,
    circle,
    drum,
    extruded,
    joined,
    lofted,
    rounded,
    turned,
)

BODY = metal("#2b3036", 0.45)
ACCENT = plastic("#1b9a8a", 0.4)
#: Where the links turn on the body and how long they are, in metres; how far they lean.
_INNER, _OUTER, _LINK, _LEAN = 0.016, 0.034, 0.055, 24.0


def gripper() -> Machine:
    """150 mm wide and 175 mm high, standing on its flange with its fingers up."""
    made = Machine("adaptive gripper")
    made.add(ALU, drum(0.0375, 0.008, "y", 0.001, 48).moved(y=0.004))
    made.add(BRIGHT, ring_of(cap_screw(0.004), 4, 0.031, "y", 45).moved(y=0.0062))
    made.add(ACCENT, drum(0.034, 0.003, "y", 0, 48).moved(y=0.0095))
    made.add(BODY, lofted([
        [(x, y, -z) for x, z in rounded(w, d, r, 5)]
        for y, w, d, r in ((0.011, 0.066, 0.066, 0.0329), (0.022, 0.070, 0.066, 0.030),
                           (0.040, 0.086, 0.060, 0.022), (0.070, 0.092, 0.056, 0.016),
                           (0.076, 0.088, 0.052, 0.014))
    ]))  # fmt: skip
    made.add(ACCENT, box((0.034, 0.010, 0.003), (0, 0.050, 0.0300), 0.001))
    made.add(LAMP_BLUE, box((0.016, 0.002, 0.001), (0, 0.0615, 0.0287)))
    made.add(OXIDE, corners_of(cap_screw(0.003, "z"), 0.066, 0.028).moved(0, 0.054, 0.0275))
    made.add(STEEL, plug(0.007, 0.026, "z").mirrored("z").moved(0, 0.034, -0.030))
    made.add(
        RUBBER,
        hose(
            [(0, 0.034, -0.054), (0, 0.032, -0.068), (0.004, 0.012, -0.078), (0.02, 0.004, -0.075)],
            0.003,
            6,
            8,
        ),
    )
    for side in (-1, 1):
        for material, shape in _finger():
            made.add(material, shape if side > 0 else shape.mirrored("x"))
    return made


def _finger() -> list[tuple[Material, Shape]]:
    y = 0.066
    dx, dy = _LINK * math.sin(math.radians(_LEAN)), _LINK * math.cos(math.radians(_LEAN))
    bodies: list[tuple[Material, Shape]] = []
    for foot, wide in ((_OUTER, 0.011), (_INNER, 0.009)):
        for z in (-0.017, 0.017):
            link = extruded(_link(wide), 0.006, 0.0008)
            bodies.append((ALU, link.turned("z", -_LEAN).moved(foot, y, z)))
        for end in ((foot, y), (foot + dx, y + dy)):
            bodies.append((BRIGHT, drum(0.0035, 0.044, "z", 0.0006, 18).moved(*end)))
            bodies.append(
                (
                    OXIDE,
                    joined(
                        cap_screw(0.003, "z").moved(*end, 0.0215),
                        cap_screw(0.003, "z").mirrored("z").moved(*end, -0.0215),
                    ),
                )
            )
    # The fingertip stays upright whatever the links do.
    top = [(_OUTER + dx + 0.008, y + dy - 0.008), (_OUTER + dx + 0.009, y + dy + 0.010),
           (_INNER + dx + 0.010, y + dy + 0.030), (_INNER + dx + 0.004, y + dy + 0.060),
           (_INNER + dx - 0.004, y + dy + 0.060), (_INNER + dx - 0.006, y + dy + 0.010),
           (_INNER + dx - 0.006, y + dy - 0.008)]  # fmt: skip
    bodies.append(
        (
            BODY,
            extruded(top, 0.024, 0.0015, [circle(0.004, 16, _INNER + dx + 0.008, y + dy + 0.008)]),
        )
    )
    pad = [
        box((0.0034, 0.0036, 0.026), (_INNER + dx - 0.0062, y + dy + 0.016 + 0.0052 * k, 0), 0.0006)
        for k in range(9)
    ]
    pad += [box((0.003, 0.048, 0.026), (_INNER + dx - 0.0050, y + dy + 0.036, 0), 0.0006)]
    bodies.append((RUBBER, joined(*pad)))
    bodies.append((BLACK, bushing(0.0065, 0.003, 0.010, "z", 0.0006, 24).moved(_OUTER, y)))
    spring = turned([(0, 0.006), (0.005, 0.006), (0.005, 0.010), (0, 0.010)], 16, "z")
    bodies.append((STEEL, spring.moved(_INNER, y, 0)))
    return bodies


def _link(wide: float) -> list[tuple[float, float]]:
    """A bar with round ends, from the origin up to its other joint."""
    r = wide / 2
    low = [
        (r * math.cos(a), r * math.sin(a)) for a in (math.pi + math.pi * i / 8 for i in range(9))
    ]
    high = [(r * math.cos(a), _LINK + r * math.sin(a)) for a in (math.pi * i / 8 for i in range(9))]
    return low + high
