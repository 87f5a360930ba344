"""A strain-wave gear pulled apart along its axis: toothed ring, flexible cup, wave generator."""

from __future__ import annotations

import math

from tools.industry_fair.machines.finishes import STEEL
from tools.industry_fair.machines.fittings import ring_of
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import (
    Ring,
    Shape,
    circle,
    drum,
    extruded,
    joined,
    lofted,
    turned,
)

#: Teeth of the ring; the cup has two fewer. Fewer than in the real gear: they are to be seen.
_TEETH = 82


def strain_wave() -> Machine:
    """62 mm wide and 85 mm high, its axis upright."""
    made = Machine("strain-wave gear")
    made.add(STEEL, _cup().moved(y=0.0), _ring().moved(y=0.052), _generator().moved(y=0.076))
    return made


def _toothed(radius: float, teeth: int, depth: float, squash: float = 0.0) -> Ring:
    """A fine-toothed outline, pressed to an ellipse by a share of its radius."""
    ring = []
    for tooth in range(teeth):
        for share, up in ((0.0, 0.0), (0.18, 0.0), (0.42, 1.0), (0.58, 1.0), (0.82, 0.0)):
            angle = 2 * math.pi * (tooth + share) / teeth
            r = radius + depth * up
            ring.append((r * math.cos(angle) * (1 + squash), r * math.sin(angle) * (1 - squash)))
    return ring


def _ring() -> Shape:
    holes: list[Ring] = [_toothed(0.0206, _TEETH, 0.0009)]
    holes += [
        circle(0.0016, 14, 0.0266 * math.cos(a), 0.0266 * math.sin(a))
        for a in (2 * math.pi * k / 16 for k in range(16))
    ]
    return extruded(circle(0.031, 96), 0.012, 0.0, holes, "y")


def _cup() -> Shape:
    """Thin-walled, toothed at its rim, a thick boss with bolt holes in its floor."""
    holes = [
        circle(0.0016, 14, 0.0085 * math.cos(a), 0.0085 * math.sin(a))
        for a in (2 * math.pi * k / 8 for k in range(8))
    ]
    boss = extruded(circle(0.0122, 48), 0.005, 0.0004, [circle(0.005, 32), *holes], "y").moved(
        y=0.0025
    )
    wall = turned(
        [(0.0118, 0.0016), (0.0185, 0.0016), (0.0198, 0.003), (0.0200, 0.005), (0.0200, 0.024),
         (0.0192, 0.024), (0.0192, 0.005), (0.0186, 0.0032), (0.0180, 0.0028), (0.0118, 0.0028),
         (0.0118, 0.0016)], 72,
    )  # fmt: skip
    outer = _toothed(0.0202, _TEETH - 2, 0.0008, 0.012)
    rim = extruded(outer, 0.009, 0.0, [[(x * 0.95, y * 0.95) for x, y in circle(0.0202, 72)]], "y")
    return joined(boss, wall, rim.moved(y=0.0285))


def _generator() -> Shape:
    """An oval plug in a thin ball bearing, with a keyed hub."""

    def oval(radius: float, count: int = 72) -> Ring:
        return [(x * 1.012, y * 0.988) for x, y in circle(radius, count)]

    plug = extruded(oval(0.0132), 0.007, 0.0004, [_keyed(0.0045)], "y")
    inner = extruded(oval(0.0150), 0.006, 0.0003, [oval(0.0133)], "y")
    outer = extruded(oval(0.0186), 0.006, 0.0003, [oval(0.0171)], "y")
    angle = (math.pi * 2 * k / 21 for k in range(21))
    ball = _ball(0.00135)
    balls = [
        ball.moved(0.01605 * 1.012 * math.cos(a), 0, 0.01605 * 0.988 * math.sin(a)) for a in angle
    ]
    hub = extruded(circle(0.0085, 40), 0.006, 0.0004, [_keyed(0.0045)], "y").moved(y=0.006)
    screws = ring_of(drum(0.0012, 0.002, "y", 0.0002, 14), 4, 0.0065).moved(y=0.0095)
    return joined(plug, inner, outer, *balls, hub, screws)


def _keyed(radius: float) -> Ring:
    """A bore with a keyway."""
    ring = [p for p in circle(radius, 40) if p[1] < radius * 0.92]
    ring.sort(key=lambda p: math.atan2(p[1], p[0]) % (2 * math.pi))
    start = [p for p in ring if p[0] > 0 and p[1] >= 0]
    rest = [p for p in ring if p not in start]
    w, top = 0.0011, radius + 0.0011
    return [
        *start,
        (w, math.sqrt(radius**2 - w**2)),
        (w, top),
        (-w, top),
        (-w, math.sqrt(radius**2 - w**2)),
        *rest,
    ]


def _ball(radius: float) -> Shape:
    rings = []
    for i in range(1, 6):
        polar = math.pi * i / 6
        r, y = radius * math.sin(polar), -radius * math.cos(polar)
        rings.append(
            [
                (r * math.cos(a), y, -r * math.sin(a))
                for a in (2 * math.pi * k / 10 for k in range(10))
            ]
        )
    return lofted(rings)
