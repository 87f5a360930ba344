"""Direct light against what geometry says."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hallgen.light.lamps import Shiners, gathered_up, none, shiner_light, shining, spot_light
from hallgen.light.rays import Rays
from hallgen.scene import Spot

UP = np.array([[0, 1, 0]], np.float32)
#: Something for Embree to hold that is in nobody's way.
FAR = Rays(
    np.array([[90, 0, 90], [91, 0, 90], [90, 0, 91]], np.float32), np.array([[0, 1, 2]], np.uint32)
)
LID = Rays(
    np.array([[-1, 1, -1], [1, 1, -1], [1, 1, 1], [-1, 1, 1]], np.float32),
    np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
)


def at(x: float, z: float = 0.0) -> np.ndarray:
    return np.array([[x, 0, z]], np.float32)


def lamp(power: float = 8.0 * math.pi, height: float = 2.0) -> Spot:
    return Spot((0.0, height, 0.0), (0.0, -1.0, 0.0), power, 20.0, 40.0)


def test_a_spot_gives_its_power_over_pi_and_the_square_of_the_distance() -> None:
    assert spot_light(FAR, at(0), UP, [lamp()])[0] == pytest.approx(8 / 4)


def test_a_spot_fades_from_its_inner_to_its_outer_angle() -> None:
    def light(degrees: float) -> float:
        return float(spot_light(FAR, at(2 * math.tan(math.radians(degrees))), UP, [lamp()])[0])

    cosine = math.cos(math.radians(15))
    assert light(15) == pytest.approx(8 / 4 * cosine**3, rel=1e-3)
    assert 0 < light(30) < light(20)
    assert light(41) == 0


def test_what_is_in_the_way_of_a_spot_casts_a_shadow() -> None:
    assert spot_light(LID, at(0), UP, [lamp()])[0] == 0
    assert spot_light(LID, at(0), -UP, [lamp()])[0] == 0


def panel(size: float, height: float, x: float = 0.0) -> np.ndarray:
    """A square that looks down, as two triangles."""
    half = size / 2
    a, b, c, d = ([-half, height, -half], [half, height, -half], [half, height, half],
                  [-half, height, half])  # fmt: skip
    return np.array([[a, b, c], [a, c, d]], np.float32) + np.float32([x, 0, 0])


@pytest.mark.parametrize(("size", "height"), [(1.0, 1.0), (4.0, 2.0), (0.5, 6.0)])
def test_a_shining_square_gives_its_form_factor(size: float, height: float) -> None:
    """Over the middle of a square of half side a at h: F = 4/(2 pi) * 2 X/sqrt(1+X2) atan(...)."""
    shiners = shining(panel(size, height), np.full(2, 3.0, np.float32), 0.1)
    found = shiner_light(FAR, at(0), UP, shiners, 16)[0]
    x = size / 2 / height
    root = math.sqrt(1 + x * x)
    factor = 4 / (2 * math.pi) * 2 * (x / root) * math.atan(x / root)
    # Points 0.1 m apart stand for the surface: 2 % off at most from 1 m on.
    assert found == pytest.approx(3.0 * factor, rel=0.02)


def test_a_lid_hides_half_of_what_shines() -> None:
    shiners = Shiners.joined(
        [shining(panel(0.2, 4.0, x), np.full(2, 9.0, np.float32), 0.5) for x in (0, 8)]
    )
    both = shiner_light(FAR, at(0), UP, shiners, 64)[0]
    one = shiner_light(LID, at(0), UP, shiners, 64)[0]
    far = shining(panel(0.2, 4.0, 8), np.full(2, 9.0, np.float32), 0.5)
    assert one == pytest.approx(shiner_light(FAR, at(0), UP, far, 64)[0], abs=0.03 * float(both))
    assert one < both / 2


def test_shiners_of_a_cell_become_one_of_the_same_power() -> None:
    line = np.concatenate([panel(0.02, 3.0, 0.02 * k) for k in range(30)])
    shiners = shining(line, np.full(len(line), 5.0, np.float32), 0.3)
    fewer = gathered_up(shiners, 0.6)
    assert len(fewer.powers) <= 4 < len(shiners.powers)
    assert fewer.powers.sum() == pytest.approx(shiners.powers.sum())
    assert shiner_light(FAR, at(0), UP, fewer, 32)[0] == pytest.approx(
        shiner_light(FAR, at(0), UP, shiners, 32)[0], rel=0.02
    )


def test_nothing_shines_nowhere() -> None:
    assert shiner_light(FAR, at(0), UP, none(), 8).tolist() == [0.0]
    assert len(gathered_up(none(), 1.0).powers) == 0
