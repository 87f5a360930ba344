"""From a booth's own axes to its hall's."""

from __future__ import annotations

import math

import numpy as np

from hallgen.model import Frame
from hallgen.scene import Matrix


def frame_matrix(frame: Frame) -> Matrix:
    """From a booth's own axes to those of its hall's scene, (4, 4)."""
    angle = math.radians(frame.heading)
    # Rounded, so that a right angle gives zeros and not the noise of a sine.
    cos, sin = round(math.cos(angle), 15) + 0.0, round(math.sin(angle), 15) + 0.0
    x, y = frame.origin
    return np.array([[-sin, 0, cos, x], [0, 1, 0, 0], [-cos, 0, -sin, -y], [0, 0, 0, 1]], float)
