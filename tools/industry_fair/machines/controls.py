"""What an operator sees on any machine: the signal tower and the emergency stop."""

from __future__ import annotations

from tools.industry_fair.machines.finishes import BLACK, LAMP_GREEN, RED, STEEL, YELLOW
from tools.industry_fair.machines.machine import Machine
from tools.industry_fair.machines.shapes import Shape, drum, turned


def signal_tower(made: Machine, x: float, y: float, z: float, pole: float = 0.17) -> None:
    """A pole on (x, y, z) with a green, a yellow and a red lamp."""
    top = y + pole
    made.add(STEEL, drum(0.014, pole).moved(x, y + pole / 2, z))
    made.add(BLACK, drum(0.033, 0.02, "y", 0.004).moved(x, top + 0.01, z))
    for i, color in enumerate((LAMP_GREEN, YELLOW, RED)):
        made.add(color, drum(0.031, 0.058, "y", 0.004).moved(x, top + 0.05 + i * 0.061, z))
    made.add(BLACK, drum(0.032, 0.016, "y", 0.006).moved(x, top + 0.211, z))


def emergency_stop() -> tuple[Shape, Shape]:
    """The yellow collar and the red button, standing on the origin and looking to +Z."""
    button = turned(
        [
            (0, 0),
            (0.014, 0),
            (0.014, 0.020),
            (0.026, 0.022),
            (0.026, 0.034),
            (0.02, 0.040),
            (0, 0.040),
        ],
        28,
        "z",
    )
    return drum(0.034, 0.012, "z").moved(z=0.006), button
