"""Poses: the angles of joints, and where they put knees, ankles, elbows and wrists."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from hallgen.kit.people.lofts import Vector

#: Lengths of limbs of a person of 1.75 m, and where hips and shoulders are, in metres.
THIGH, SHIN, UPPER, FORE = 0.43, 0.41, 0.285, 0.25
HIP, SHOULDER = 0.92, 1.405
#: An ankle is so far over the sole.
ANKLE = 0.075


@dataclass(frozen=True, slots=True)
class Leg:
    """Degrees: the thigh forward of straight down, the knee's bend, the foot's toes turned out."""

    swing: float = 0.0
    knee: float = 3.0
    out: float = 9.0
    heel: float = 0.0
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class Arm:
    """Degrees: the upper arm forward and away from the body, the elbow's bend, and the turn of
    the forearm from forward to inward.
    """

    forward: float = 4.0
    away: float = 9.0
    elbow: float = 14.0
    inward: float = 10.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Left and right as the person has them; `turn` and `nod` are of the head, `lean` forward."""

    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()
    turn: float = 0.0
    nod: float = 0.0
    lean: float = 0.0
    shift: float = 0.0


def leg_joints(leg: Leg, hip: Vector, side: float) -> tuple[Vector, Vector]:
    """The knee and the ankle of a leg from its hip; `side` is +1 to the person's left (+X)."""
    apart = math.radians(leg.apart) * side
    ahead = np.array([0.0, 0.0, 1.0])
    down = np.array([math.sin(apart), -math.cos(apart), 0.0])
    swing, shin = math.radians(leg.swing), math.radians(leg.swing - leg.knee)
    knee = hip + THIGH * (math.cos(swing) * down + math.sin(swing) * ahead)
    return knee, knee + SHIN * (math.cos(shin) * down + math.sin(shin) * ahead)


def arm_joints(arm: Arm, shoulder: Vector, side: float) -> tuple[Vector, Vector, Vector]:
    """The elbow and the wrist of an arm, and the way its hand points."""
    forward, away = math.radians(arm.forward), math.radians(arm.away)
    upper = np.array(
        [
            side * math.sin(away),
            -math.cos(away) * math.cos(forward),
            math.cos(away) * math.sin(forward),
        ]
    )
    inward, bend = math.radians(arm.inward), math.radians(arm.elbow)
    towards = np.array([-side * math.sin(inward), 0.0, math.cos(inward)])
    towards -= upper * float(towards @ upper)
    towards /= np.linalg.norm(towards)
    fore = math.cos(bend) * upper + math.sin(bend) * towards
    elbow = shoulder + UPPER * upper
    return elbow, elbow + FORE * fore, fore


STANDING = Pose(
    left_leg=Leg(swing=3, knee=5, out=14, apart=4),
    right_leg=Leg(swing=-1, knee=2, out=8, apart=3),
    right_arm=Arm(forward=2, away=8, elbow=12),
    left_arm=Arm(forward=6, away=9, elbow=20),
    shift=0.012,
)
TALKING = Pose(
    left_leg=Leg(swing=6, knee=10, out=20, apart=5),
    right_leg=Leg(swing=-1, knee=1, out=6, apart=3),
    left_arm=Arm(forward=4, away=10, elbow=24),
    right_arm=Arm(forward=22, away=14, elbow=82, inward=18),
    turn=8,
    shift=-0.02,
)
LISTENING = Pose(
    left_leg=Leg(swing=1, knee=2, out=10, apart=4),
    right_leg=Leg(swing=7, knee=11, out=22, apart=5),
    left_arm=Arm(forward=20, away=9, elbow=96, inward=62),
    right_arm=Arm(forward=16, away=10, elbow=88, inward=60),
    turn=-6,
    nod=3,
    shift=0.02,
)
PHONE = Pose(
    left_leg=Leg(swing=2, knee=4, out=10, apart=3),
    right_leg=Leg(swing=4, knee=7, out=14, apart=4),
    right_arm=Arm(forward=26, away=8, elbow=98, inward=28),
    left_arm=Arm(forward=2, away=8, elbow=10),
    nod=24,
    lean=2,
)
LOOKING = Pose(
    left_leg=Leg(swing=1, knee=2, out=9, apart=3),
    right_leg=Leg(swing=5, knee=8, out=16, apart=4),
    left_arm=Arm(forward=-12, away=12, elbow=36, inward=70),
    right_arm=Arm(forward=-12, away=12, elbow=36, inward=70),
    turn=10,
    nod=4,
    lean=1,
)
SITTING = Pose(
    left_leg=Leg(swing=84, knee=80, out=8, apart=5),
    right_leg=Leg(swing=86, knee=92, out=8, apart=5),
    left_arm=Arm(forward=24, away=9, elbow=48, inward=30),
    right_arm=Arm(forward=22, away=9, elbow=52, inward=34),
    turn=-5,
    lean=-4,
)
POINTING = Pose(
    left_leg=Leg(swing=1, knee=2, out=8, apart=4),
    right_leg=Leg(swing=5, knee=6, out=18, apart=5),
    right_arm=Arm(forward=58, away=24, elbow=18, inward=0),
    left_arm=Arm(forward=18, away=8, elbow=90, inward=40),
    turn=-10,
)
WALKING = Pose(
    left_leg=Leg(swing=24, knee=6, out=6, heel=-12),
    right_leg=Leg(swing=-14, knee=22, out=6, heel=34),
    left_arm=Arm(forward=-20, away=8, elbow=12),
    right_arm=Arm(forward=20, away=8, elbow=24),
    lean=3,
)
STROLLING = Pose(
    left_leg=Leg(swing=-10, knee=14, out=9, heel=22),
    right_leg=Leg(swing=17, knee=5, out=9, heel=-8),
    left_arm=Arm(forward=12, away=8, elbow=22),
    right_arm=Arm(forward=-4, away=9, elbow=8),
    turn=26,
    lean=1,
)
