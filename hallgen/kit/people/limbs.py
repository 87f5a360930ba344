"""Legs, shoes, arms and hands, posed."""

from __future__ import annotations

import numpy as np

from hallgen.kit.people.lofts import Ring, Vector, along, level, loft, pitched, yawed
from hallgen.kit.people.looks import Carried, Look, Top, cloth
from hallgen.kit.people.poses import ANKLE, HIP, SHOULDER, Arm, Leg, Pose, arm_joints, leg_joints
from hallgen.kit.shapes import box, moved
from hallgen.scene import Mesh


def legs(look: Look, pose: Pose) -> list[Mesh]:
    """Legs and shoes, and a skirt."""
    fabric = cloth(look.legs_color)
    bare = cloth(look.skin) if look.skirt else fabric
    joints = []
    for side, leg in ((1.0, pose.left_leg), (-1.0, pose.right_leg)):
        hip = np.array([side * 0.085 * look.broad + pose.shift * 0.6, HIP, 0.0])
        joints.append((side, leg, hip, *leg_joints(leg, hip, side)))
    meshes = []
    wide = look.broad * (1.0 if look.waist < 1.05 else 1.06)
    for side, leg, hip, knee, ankle in joints:
        if look.skirt:
            path = [knee + (hip - knee) * 0.3, knee, knee + (ankle - knee) * 0.35, ankle]
            radii = [(0.062, 0.066), (0.050, 0.052), (0.049, 0.053), (0.032, 0.034)]
        else:
            hem = ankle + (knee - ankle) * 0.02
            path = [hip, knee + (hip - knee) * 0.12, knee + (ankle - knee) * 0.32, hem]
            radii = [(0.080 * wide, 0.096), (0.066 * wide, 0.070), (0.058, 0.063), (0.051, 0.056)]
        rings = along(path, radii, np.array([1.0, 0.0, 0.0]))
        meshes.append(loft(bare, rings, 5, closed=False))
        meshes.append(_shoe(look, leg, ankle, side))
    if look.skirt:
        stride = abs(float(joints[0][3][2]) - float(joints[1][3][2]))
        reach = max(0.16, stride / 2 + 0.11)
        meshes.append(
            loft(
                fabric,
                [
                    level(0.52, 0.158 * look.broad, reach, side=pose.shift * 0.6),
                    level(0.74, 0.166 * look.broad, 0.122, side=pose.shift * 0.6),
                    level(0.90, 0.140 * look.broad, 0.100, side=pose.shift),
                ],
                8,
                closed=False,
            )
        )
    return meshes


def _shoe(look: Look, leg: Leg, ankle: Vector, side: float) -> Mesh:
    """A shoe around its ankle: `heel` lifts the heel (or, below 0, the toes)."""
    flat = [
        Ring(np.array([0, 0.046, -0.062]), np.array([0.037, 0, 0]), np.array([0, 0.046, 0])),
        Ring(np.array([0, 0.036, 0.10]), np.array([0.046, 0, 0]), np.array([0, 0.036, 0])),
        Ring(np.array([0, 0.018, 0.185]), np.array([0.026, 0, 0]), np.array([0, 0.018, 0])),
    ]
    mesh = loft(cloth(look.shoes), flat, 6, 0.18)
    to_ankle, back = np.eye(4), np.eye(4)
    back[1, 3] = -ANKLE
    to_ankle[:3, 3] = ankle
    return moved(mesh, to_ankle @ yawed(leg.out * side) @ pitched(leg.heel) @ back)


def arms(look: Look, pose: Pose) -> list[Mesh]:
    meshes = []
    for side, arm in ((1.0, pose.left_arm), (-1.0, pose.right_arm)):
        meshes += _arm(look, arm, side)
    return meshes


def _arm(look: Look, arm: Arm, side: float) -> list[Mesh]:
    """Sleeve, bare forearm where the sleeve is short, hand, and what the hand holds."""
    shoulder = np.array([side * 0.178 * look.broad, SHOULDER, -0.008])
    elbow, wrist, fore = arm_joints(arm, shoulder, side)
    inner = shoulder + np.array([-side * 0.050, 0.010, 0.0])
    across = np.array([0.0, 0.0, 1.0]) if abs(fore[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    stout = 1.0 if look.broad < 0.95 else 1.1
    sleeve, hand = cloth(look.top_color), cloth(look.skin)
    upper = shoulder + (elbow - shoulder) * 0.25
    radii = [(0.052, 0.046), (0.058 * stout, 0.058 * stout), (0.045 * stout, 0.045 * stout)]
    if look.top is Top.POLO:
        sizes = [*radii[:2], (0.056, 0.056)]
        path = [inner, upper, shoulder + (elbow - shoulder) * 0.62]
        bare = along(
            [shoulder + (elbow - shoulder) * 0.5, elbow, wrist],
            [(0.042, 0.042), (0.038, 0.038), (0.026, 0.026)],
            across,
        )
        meshes = [loft(hand, bare, 5, closed=False)]
    else:
        sizes = [*radii, (0.035, 0.035)]
        path = [inner, upper, elbow, elbow + (wrist - elbow) * 0.96]
        meshes = []
    meshes.append(loft(sleeve, along(path, sizes, across), 5, closed=False))
    palm = [wrist - fore * 0.02, wrist + fore * 0.075, wrist + fore * 0.15]
    sizes = [(0.026, 0.023), (0.042, 0.019), (0.020, 0.010)]
    meshes.append(loft(hand, along(palm, sizes, across), 4))
    right = side < 0
    if right and look.carried is Carried.BAG:
        meshes += _bag(wrist + fore * 0.10)
    if right and look.carried in (Carried.PHONE, Carried.TABLET):
        meshes.append(_held(look.carried, wrist + fore * 0.11))
    return meshes


def _bag(hand: Vector) -> list[Mesh]:
    """A paper bag that hangs from a hand."""
    at, strap = np.eye(4), np.eye(4)
    at[:3, 3] = hand + np.array([0, -0.46, 0])
    strap[:3, 3] = hand + np.array([0, -0.16, 0])
    cords = [box(cloth("#e9e6df"), 0.006, 0.16, 0.20)]
    return [
        moved(box(cloth("#1f4fa3"), 0.10, 0.30, 0.27), at),
        *(moved(cord, strap) for cord in cords),
    ]


def _held(carried: Carried, hand: Vector) -> Mesh:
    """A phone or a tablet in the hand, tilted to the face."""
    wide, tall = (0.072, 0.15) if carried is Carried.PHONE else (0.18, 0.25)
    mesh = box(cloth("#15171b"), wide, tall, 0.009)
    matrix = pitched(-52.0)
    matrix[:3, 3] = hand + np.array([0.0, -0.02, 0.02])
    return moved(mesh, matrix)
