"""A mesh on its way into a file: its arrays, and the axes that its positions are in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Matrix, Mesh


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """The mesh to write. `frame` (4, 4) leads from what `positions` (n, 3) are stored in to
    the mesh's own axes; whoever places the mesh goes through it.
    """

    mesh: Mesh
    positions: NDArray[Any]
    frame: Matrix = field(default_factory=lambda: np.eye(4))
