"""Baked light in glTF: our one vendor extension, and how light is kept in bytes.

HALLGEN_light on a primitive says that it was baked: `_IRRADIANCE` holds light at its vertices,
the texture `lightmap` (absent where there is none) more at its `texCoord`, and an instanced node
has `_LIGHT`. Both are irradiance over pi as sqrt(R / range) in 8 bits, which is nearly even to the
eye. Readers that do not know it see an unlit-by-us, valid glTF and light it as they do others.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats

LIGHT = "HALLGEN_light"
IRRADIANCE = "_IRRADIANCE"
INSTANCE_LIGHT = "_LIGHT"

#: The brightest irradiance over pi that is kept: what a wall is a hand's breadth from a spot.
RANGE = 6.0


def packed(irradiance: Floats) -> NDArray[np.uint8]:
    """Irradiance over pi (n, 3) as four bytes, the last unused: glTF aligns vertices to four."""
    coded = np.full((len(irradiance), 4), 255, np.uint8)
    coded[:, :3] = np.round(np.sqrt(np.clip(irradiance / RANGE, 0, 1)) * 255)
    return coded


def light_extension(lightmap: dict[str, int] | None) -> dict[str, Any]:
    """The extension object of a primitive; `lightmap` is a texture's index and `texCoord`."""
    return {"range": RANGE} if lightmap is None else {"range": RANGE, "lightmap": lightmap}
