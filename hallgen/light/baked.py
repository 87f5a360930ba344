"""What a bake found, and how it is kept in a file."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.light.seams import Cut
from hallgen.light.sheets import Sheet
from hallgen.scene import Floats


@dataclass(frozen=True, eq=False, slots=True)
class SolidLight:
    """Light of a mesh that was cut: irradiance over pi (n,), and places on the sheet (n, 2)."""

    cut: Cut
    irradiance: Floats
    uvs: Floats


@dataclass(frozen=True, eq=False, slots=True)
class BakedLight:
    """Light in the order of a scene's nodes and their placements.

    `sheet` (rows, columns) is sqrt(R / 6) in 8 bits. `solids` holds the light of a node's
    placement, `wholes` for a node the first-order light (k, 4) of all its placements.
    `environment` is radiance all around the middle (see `hallgen.light.environment`), where that
    was wanted.
    """

    sheet: Sheet
    solids: dict[tuple[int, int], SolidLight]
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
        solids=_table(
            [(*key, len(solid.irradiance), len(solid.cut.triangles)) for key, solid in solids], 4
        ),
        irradiance=_joined([solid.irradiance for _, solid in solids], np.zeros(0, np.float32)),
        uvs=_joined([solid.uvs for _, solid in solids], np.zeros((0, 2), np.float32)),
        origins=_joined([solid.cut.origins for _, solid in solids], np.zeros(0, np.uint32)),
        corners=_joined([solid.cut.triangles for _, solid in solids], np.zeros((0, 3), np.uint32)),
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
        vertices, triangles = np.cumsum(solids[:, 2])[:-1], np.cumsum(solids[:, 3])[:-1]
        parts = zip(
            np.split(arrays["origins"], vertices),
            np.split(arrays["corners"], triangles),
            np.split(arrays["irradiance"], vertices),
            np.split(arrays["uvs"], vertices),
            strict=True,
        )
        lights = [SolidLight(Cut(origins, corners), *light) for origins, corners, *light in parts]
        rows = np.split(arrays["rows"], np.cumsum(wholes[:, 1])[:-1])
        return BakedLight(
            arrays["sheet"],
            {
                (int(node), int(at)): light
                for (node, at, *_), light in zip(solids, lights, strict=False)
            },
            {int(node): light for (node, _), light in zip(wholes, rows, strict=False)},
            arrays["environment"] if arrays["environment"].size else None,
        )
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


def _table(rows: list[tuple[int, ...]], columns: int) -> NDArray[np.int64]:
    return np.array(rows, np.int64).reshape(-1, columns)


def _joined(arrays: list[NDArray[Any]], none: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else none
