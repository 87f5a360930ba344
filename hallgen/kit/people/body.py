"""One person: a body of a build and a pose, in clothes, with what it carries."""

from __future__ import annotations

import numpy as np

from hallgen.kit.people.heads import head
from hallgen.kit.people.limbs import arms, legs
from hallgen.kit.people.lofts import pitched
from hallgen.kit.people.looks import Look
from hallgen.kit.people.poses import HIP, Pose
from hallgen.kit.people.trunks import trunk
from hallgen.kit.shapes import moved
from hallgen.scene import Matrix, Mesh


def body(look: Look, pose: Pose) -> list[Mesh]:
    """The meshes of a person who stands at the origin and looks to +Z."""
    lower = legs(look, pose)
    foot = min(float(mesh.positions[:, 1].min()) for mesh in lower)
    upper = [*trunk(look), *arms(look, pose), *head(look, pose)]
    tilt = _lean(pose.lean) @ _sideways(pose.shift)
    meshes = [*lower, *(moved(mesh, tilt) for mesh in upper)]
    scale = look.tall / 1.75
    grown = np.diag([scale, scale, scale, 1.0])
    grown[1, 3] = -foot * scale
    return [moved(mesh, grown) for mesh in meshes]


def _lean(degrees: float) -> Matrix:
    """Forward around the hips."""
    matrix = pitched(degrees)
    matrix[:3, 3] = np.array([0, HIP, 0]) - matrix[:3, :3] @ np.array([0, HIP, 0])
    return matrix


def _sideways(shift: float) -> Matrix:
    matrix = np.eye(4)
    matrix[0, 3] = shift
    return matrix
