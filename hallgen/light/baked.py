"""What a bake found, and how it is kept in a file."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.light.sheets import Sheet
from hallgen.scene import Floats


@dataclass(frozen=True, eq=False, slots=True)
class BakedLight:
    """Light in the order of a scene's nodes and their placements.

    `sheet` (rows, columns) is sqrt(R / 6) in 8 bits. `solids` holds for a node and a placement
    irradiance over pi (n,) and texture coordinates (n, 2) of the mesh's vertices; `wholes` for a
    node the first-order light (k, 4) of all its placements. `environment` is radiance all around
    the middle (see `hallgen.light.environment`), where that was wanted.
    """

    sheet: Sheet
    solids: dict[tuple[int, int], tuple[Floats, Floats]]
    wholes: dict[int, Floats]
    environment: Floats | None = None


def to_bytes(light: BakedLight) -> bytes:
    """The light as a compressed NPZ file."""
    solids = list(light.solids.items())
    wholes = list(light.wholes.items())
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        sheet=light.sheet,
        solids=_table([(*key, len(value[0])) for key, value in solids], 3),
        irradiance=_joined([value[0] for _, value in solids], np.zeros(0, np.float32)),
        uvs=_joined([value[1] for _, value in solids], np.zeros((0, 2), np.float32)),
        wholes=_table([(node, len(rows)) for node, rows in wholes], 2),
        rows=_joined([rows for _, rows in wholes], np.zeros((0, 4), np.float32)),
        environment=np.zeros((0, 0)) if light.environment is None else light.environment,
    )
    return buffer.getvalue()


def from_bytes(data: bytes) -> BakedLight | None:
    """The light of a file, or None where the file is damaged."""
    try:
        with np.load(io.BytesIO(data)) as found:
            arrays = {name: found[name] for name in found.files}
        solids, wholes = arrays["solids"], arrays["wholes"]
        irradiance = np.split(arrays["irradiance"], np.cumsum(solids[:, 2])[:-1])
        uvs = np.split(arrays["uvs"], np.cumsum(solids[:, 2])[:-1])
        rows = np.split(arrays["rows"], np.cumsum(wholes[:, 1])[:-1])
        return BakedLight(
            arrays["sheet"],
            {
                (int(node), int(at)): (light, places)
                for (node, at, _), light, places in zip(solids, irradiance, uvs, strict=False)
            },
            {int(node): light for (node, _), light in zip(wholes, rows, strict=False)},
            arrays["environment"] if arrays["environment"].size else None,
        )
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


def _table(rows: list[tuple[int, ...]], columns: int) -> NDArray[np.int64]:
    return np.array(rows, np.int64).reshape(-1, columns)


def _joined(arrays: list[Floats], none: Floats) -> Floats:
    return np.concatenate(arrays) if arrays else none
