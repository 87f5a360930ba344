"""A vertical machining centre: an enclosure with one door open on table, spindle and workpiece."""

from __future__ import annotations

from tools.industry_fair.machines import labels
from tools.industry_fair.machines.controls import emergency_stop, signal_tower
from tools.industry_fair.machines.finishes import (
    ALU,
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
    RUBBER,
    STEEL,
    WHITE,
    YELLOW,
    painted,
)
from tools.industry_fair.machines.fittings import (
    cap_screw,
    conduit,
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
    box,
    bushing,
    drum,
    extruded,
    joined,
    lofted,
    repeated,
    rounded,
    swept,
    turned,
)

ACCENT = painted("#1566b0", 0.36)


def machining_centre() -> Machine:
    """2.3 m wide, 2.5 m high, 2.2 m deep."""
    made = Machine("machining centre")
    _bed(made)
    _enclosure(made)
    _doors(made)
    _inside(made)
    _head(made)
    _control(made)
    _behind(made)
    return made


def _bed(made: Machine) -> None:
    feet = [(x, 0, z) for x in (-0.9, 0.9) for z in (-0.8, 0.0, 0.75)]
    made.add(OXIDE, repeated(foot(0.10, 0.07), feet))
    made.add(DARK, box((2.04, 0.30, 1.86), (0, 0.24, -0.02), 0.02))
    made.add(DARK, box((2.10, 0.05, 1.94), (0, 0.405, -0.01), 0.01))
    made.add(GREY, box((0.62, 0.20, 0.10), (-0.45, 0.23, 0.93), 0.015))
    made.add(BLACK, louvres(0.50, 0.12, 6).moved(-0.45, 0.23, 0.985))


def _enclosure(made: Machine) -> None:
    # Each side is one sheet with a sloping front, and a window in it.
    side = [(-0.98, 0.43), (0.95, 0.43), (0.95, 1.0), (0.86, 2.02), (-0.98, 2.02)]
    window = [(0.05, 1.05), (0.55, 1.05), (0.50, 1.65), (0.05, 1.65)]
    for x in (-1.03, 1.03):
        sheet = extruded([(z, y) for z, y in side], 0.045, 0.012, [window]).turned("y", -90)
        made.add(WHITE, sheet.moved(x=x))
        pane = extruded([(z, y) for z, y in window], 0.008).turned("y", -90)
        made.add(GLASS, pane.moved(x=x))
        made.add(ACCENT, box((0.006, 0.05, 1.84), (x * 1.023, 0.56, -0.03), 0.002))
        made.add(OXIDE, *(cap_screw(0.012, "x").mirrored("x" if x < 0 else "y")
                          .moved(x * 1.022, y, z)
                          for y in (0.50, 1.96) for z in (-0.9, -0.3, 0.3)))  # fmt: skip
    made.add(WHITE, box((2.02, 1.58, 0.03), (0, 1.22, -0.965), 0.005))
    # The front: a sill, two wings, and a hood over the doors.
    made.add(WHITE, box((2.02, 0.30, 0.05), (0, 0.585, 0.925), 0.015))
    made.add(ACCENT, box((2.02, 0.05, 0.012), (0, 0.56, 0.952), 0.004))
    hood = [(0.80, 1.83), (0.905, 1.83), (0.885, 2.06), (0.40, 2.06), (0.40, 2.02), (0.78, 2.02)]
    made.add(WHITE, extruded([(z, y) for z, y in hood], 2.02, 0.01).turned("y", -90))
    for x, wide in ((-0.93, 0.16), (0.86, 0.30)):
        wing = [(0.90, 0.73), (0.942, 0.73), (0.938, 1.0), (0.890, 1.83), (0.85, 1.83)]
        made.add(WHITE, extruded([(z, y) for z, y in wing], wide, 0.006).turned("y", -90).moved(x))
    made.label(labels.name("VM650", "#ffffff", "#1566b0", 80), (-0.66, 1.945, 0.8975), 0.42,
               up=(0, 0.9962, -0.0867))  # fmt: skip
    made.add(ACCENT, _slanted(0.56, 0.15).moved(-0.66, 1.945, 0.888))
    made.label(labels.warning("hand"), (0.78, 0.62, 0.951), 0.08)
    made.label(labels.warning("bolt"), (0.89, 0.62, 0.951), 0.08)
    made.label(labels.stripes(), (0.0, 0.45, 0.9515), 0.9)


def _slanted(width: float, height: float) -> Shape:
    return box((width, height, 0.014), bevel=0.004).turned("x", -4.97)


def _doors(made: Machine) -> None:
    # The left door is shut, the right one stands behind the right wing.
    for x, shut in ((-0.475, True), (0.24, False)):
        wide, z = 0.74, (0.915 if shut else 0.885)
        frame = extruded(
            rounded(wide, 1.10, 0.03), 0.035, 0.006, [rounded(wide - 0.20, 0.74, 0.05)]
        )
        at = (x if shut else x + 0.36, 1.28, z)
        made.add(WHITE, frame.turned("x", -2.6).moved(*at))
        made.add(BLACK, extruded(
            rounded(wide - 0.18, 0.76, 0.055), 0.042, 0.003, [rounded(wide - 0.23, 0.71, 0.045)]
        ).turned("x", -2.6).moved(*at))  # fmt: skip
        pane = extruded(rounded(wide - 0.22, 0.72, 0.045), 0.010)
        made.add(GLASS, pane.turned("x", -2.6).moved(*at))
        grip = handle(0.46, 0.05, 0.028).moved(x=(wide / 2 - 0.05) * (1 if shut else -1), z=0.065)
        made.add(BRIGHT if shut else STEEL, grip.turned("x", -2.6).moved(*at))
    made.add(STEEL, box((1.75, 0.022, 0.05), (0, 0.745, 0.905), 0.004))


def _inside(made: Machine) -> None:
    made.add(LAMP_WHITE, box((0.9, 0.03, 0.05), (-0.1, 1.97, 0.55), 0.008))
    made.add(STEEL, _slope(0.86).moved(-0.55, 0.0, 0), _slope(0.86).mirrored("x").moved(0.55))
    # Column, ways, head.
    made.add(CAST, lofted([
        [(0.42, 0.43, -0.32), (0.42, 0.43, -0.92), (-0.42, 0.43, -0.92), (-0.42, 0.43, -0.32)],
        [(0.34, 1.1, -0.42), (0.34, 1.1, -0.92), (-0.34, 1.1, -0.92), (-0.34, 1.1, -0.42)],
        [(0.30, 2.22, -0.46), (0.30, 2.22, -0.92), (-0.30, 2.22, -0.92), (-0.30, 2.22, -0.46)],
    ]))  # fmt: skip
    made.add(STEEL, *(box((0.05, 1.1, 0.05), (x, 1.62, -0.42), 0.004) for x in (-0.2, 0.2)))
    made.add(DARK, fins((0.3, 0.8, 0.02), 12, 0.02, "y").moved(0, 1.05, -0.41))
    # Saddle and table with T-slots.
    made.add(CAST, box((0.62, 0.12, 0.62), (0, 0.56, 0.14), 0.015))
    made.add(STEEL, *(box((0.06, 0.04, 0.86), (x, 0.48, 0.14), 0.004) for x in (-0.22, 0.22)))
    slots = []
    for k in range(3):
        z = 0.17 - k * 0.12
        slots += [
            (z + 0.011, 0.0),
            (z + 0.011, -0.02),
            (z + 0.02, -0.02),
            (z + 0.02, -0.034),
            (z - 0.02, -0.034),
            (z - 0.02, -0.02),
            (z - 0.011, -0.02),
            (z - 0.011, 0.0),
        ]
    ring = [(0.22, -0.08), (0.22, 0.0), *slots, (-0.22, 0.0), (-0.22, -0.08)]
    made.add(STEEL, extruded(ring, 0.92, 0.0015).turned("y", -90).moved(0, 0.70, 0.14))
    _vice(made)


def _slope(depth: float) -> Shape:
    ring = [(-0.46, 0.44), (0.30, 0.44), (0.30, 0.455), (-0.44, 0.72), (-0.46, 0.72)]
    return extruded(ring, depth, 0.003).moved(z=0.2)


def _vice(made: Machine) -> None:
    made.add(CAST, box((0.36, 0.05, 0.15), (0, 0.725, 0.14), 0.006))
    made.add(OXIDE, box((0.05, 0.07, 0.15), (-0.14, 0.78, 0.14), 0.004),
             box((0.06, 0.07, 0.15), (0.10, 0.78, 0.14), 0.004))  # fmt: skip
    made.add(BRIGHT, drum(0.012, 0.12, "x").moved(0.20, 0.755, 0.14))
    # A part half made: a flange with pockets.
    blank = extruded(rounded(0.18, 0.13, 0.02), 0.045, 0.003, axis="y")
    made.add(ALU, blank.moved(-0.022, 0.805, 0.14))
    boss = bushing(0.045, 0.028, 0.03, bevel=0.002).moved(-0.022, 0.842, 0.14)
    made.add(BRIGHT, boss, ring_of(drum(0.008, 0.006), 6, 0.058).moved(-0.022, 0.829, 0.14))


def _head(made: Machine) -> None:
    made.add(WHITE, box((0.40, 0.62, 0.46), (0, 1.66, -0.12), 0.03))
    made.add(ACCENT, box((0.30, 0.05, 0.012), (0, 1.80, 0.112), 0.004))
    made.add(CAST, turned(
        [(0, 1.14), (0.042, 1.14), (0.046, 1.16), (0.075, 1.17), (0.082, 1.24), (0.10, 1.26),
         (0.10, 1.36), (0, 1.36)], 40,
    ).moved(z=0.02))  # fmt: skip
    made.add(BRIGHT, turned(
        [(0, 1.02), (0.016, 1.02), (0.016, 1.05), (0.028, 1.055), (0.032, 1.10), (0.032, 1.118),
         (0.026, 1.124), (0.032, 1.13), (0.032, 1.14), (0, 1.14)], 32,
    ).moved(z=0.02))  # fmt: skip
    made.add(OXIDE, _cutter().moved(0, 0.875, 0.02))
    for x in (-0.07, 0.07):
        path = [
            (x, 1.35, 0.06),
            (x * 1.3, 1.25, 0.13),
            (x * 0.9, 1.12, 0.12),
            (x * 0.35, 1.03, 0.06),
        ]
        made.add(painted("#2f6fc4"), hose(path, 0.009, 8, 8))
    motor = joined(
        box((0.22, 0.30, 0.22), (0, 2.36, -0.62), 0.02), drum(0.06, 0.05).moved(0, 2.53, -0.62)
    )
    made.add(BLACK, motor)
    made.add(BLACK, fins((0.235, 0.24, 0.235), 10, 0.006, "y").moved(0, 2.35, -0.62))
    made.add(RUBBER, conduit([(0.12, 2.4, -0.62), (0.30, 2.46, -0.62), (0.50, 2.36, -0.66),
                              (0.60, 2.05, -0.70)], 0.022, 36))  # fmt: skip


def _cutter() -> Shape:
    """An end mill: four flutes wound round a core, 160 mm long."""
    rings = []
    for i in range(17):
        turn, y = i * 12.0, i * 0.01 - 0.01
        ring = []
        for k in range(16):
            radius = 0.010 if k % 4 in (0, 1) else 0.0062
            ring.append((radius, k * 22.5 + turn))
        rings.append([_polar(r, a, y) for r, a in ring])
    return lofted(rings)


def _polar(radius: float, degrees: float, y: float) -> tuple[float, float, float]:
    from math import cos, radians, sin

    return radius * cos(radians(degrees)), y, -radius * sin(radians(degrees))


def _control(made: Machine) -> None:
    """The panel hangs on an arm at the right front."""
    arm = [(0.98, 2.08, 0.70), (0.98, 2.16, 0.82), (0.98, 2.16, 1.02), (0.98, 2.02, 1.06)]
    made.add(GREY, swept(arm, 0.032, 16))
    made.add(GREY, drum(0.05, 0.04).moved(0.98, 2.05, 0.70))
    x, y, z = 0.98, 1.50, 1.07
    made.add(DARK, extruded(rounded(0.48, 0.98, 0.03), 0.09, 0.012).moved(x, y, z))
    made.add(LIGHT_PANEL, extruded(rounded(0.44, 0.94, 0.02), 0.012, 0.003).moved(x, y, z + 0.046))
    made.add(
        BLACK, extruded(rounded(0.40, 0.315, 0.012), 0.012, 0.003).moved(x, y + 0.27, z + 0.052)
    )
    picture = labels.screen("VM650  AUTO  O1204", "#1566b0")
    made.label(picture, (x, y + 0.27, z + 0.0585), 0.375)
    made.label(labels.keypad(12, 6, "#1566b0"), (x, y + 0.005, z + 0.0525), 0.38)
    made.label(labels.keypad(8, 3, "#d08a10"), (x - 0.06, y - 0.19, z + 0.0525), 0.26)
    shelf = [(0.0, 0.0), (0.16, 0.03), (0.16, 0.045), (0.0, 0.025)]
    made.add(DARK, extruded([(a, b) for a, b in shelf], 0.44, 0.003).turned("y", -90)
             .moved(x, y - 0.49, z + 0.04))  # fmt: skip
    collar, button = emergency_stop()
    made.add(YELLOW, collar.moved(x + 0.15, y - 0.19, z + 0.05))
    made.add(RED, button.moved(x + 0.15, y - 0.19, z + 0.056))
    for dx, color in ((-0.15, GREEN), (-0.09, RED), (-0.03, WHITE), (0.03, BLACK)):
        made.add(BRIGHT, drum(0.019, 0.012, "z").moved(x + dx, y - 0.34, z + 0.056))
        made.add(color, drum(0.014, 0.012, "z", 0.002).moved(x + dx, y - 0.34, z + 0.062))
    made.add(OXIDE, drum(0.036, 0.03, "z", 0.004).moved(x + 0.14, y - 0.34, z + 0.06))
    made.add(BRIGHT, corners_of(cap_screw(0.006, "z"), 0.42, 0.92).moved(x, y, z + 0.052))
    signal_tower(made, 0.72, 2.06, 0.45, 0.20)


LIGHT_PANEL = painted("#d4d7d9", 0.5)


def _behind(made: Machine) -> None:
    """Electrical cabinet, tool magazine, chip conveyor."""
    made.add(WHITE, box((0.86, 1.60, 0.28), (0.52, 1.24, -1.12), 0.015))
    made.add(BLACK, louvres(0.30, 0.30, 9).mirrored("z").moved(0.52, 0.75, -1.262))
    made.add(GREY, box((0.40, 0.44, 0.14), (0.52, 1.55, -1.32), 0.02))
    made.add(BLACK, fins((0.34, 0.36, 0.01), 14, 0.012, "y").moved(0.52, 1.55, -1.392))
    made.add(WHITE, lofted([
        [(-1.04, y, z) for y, z in _oval(0.40, 0.46, 1.50, -0.38)],
        [(-1.20, y, z) for y, z in _oval(0.40, 0.46, 1.50, -0.38)],
        [(-1.235, y, z) for y, z in _oval(0.36, 0.42, 1.50, -0.38)],
    ]))  # fmt: skip
    made.label(labels.name("ATC 24", "#3a4046", "#dcdedb", 48), (-1.236, 1.50, -0.38), 0.30,
               (0, 0, 1))  # fmt: skip
    # Conveyor: flat under the bed to the left, then up to its chute.
    way = [(-0.95, 0.20), (-1.22, 0.20), (-1.62, 0.86), (-1.86, 0.86), (-1.86, 1.06), (-1.52, 1.06),
           (-1.13, 0.40), (-0.95, 0.40)]  # fmt: skip
    made.add(GREY, extruded(way, 0.42, 0.012).moved(z=0.22))
    made.add(DARK, box((0.20, 0.22, 0.30), (-1.76, 0.76, 0.22), 0.01))
    made.add(BLACK, drum(0.055, 0.16, "z", 0.006).moved(-1.56, 0.98, 0.50))
    made.add(
        OXIDE, foot(0.75, 0.045).moved(-1.60, 0, 0.06), foot(0.75, 0.045).moved(-1.60, 0, 0.38)
    )
    made.label(labels.stripes(), (-1.4, 0.42, 0.4305), 0.3, (-0.5, 0.866, 0), (-0.866, -0.5, 0))


def _oval(width: float, height: float, y: float, z: float) -> list[tuple[float, float]]:
    return [(y + b, z + a) for a, b in rounded(width * 2, height * 1.6, 0.16, 5)]
