"""What Draco packed (KHR_draco_mesh_compression), by Google's decoder in DracoPy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.scene import Indices

DRACO = "KHR_draco_mesh_compression"


def unpack(
    data: bytes, attributes: Mapping[str, object]
) -> tuple[dict[str, NDArray[Any]], Indices]:
    """The arrays (n, k) by the names that the extension gives their ids, and triangles (m, 3).

    Raises GltfError where it cannot be unpacked: half a model is worse than none.
    """
    import DracoPy

    try:
        mesh = DracoPy.decode(data)
    except Exception as error:  # the library raises several kinds, and has no common one
        raise GltfError(Fault.UNDECODED, f"What Draco packed is damaged ({error}).") from error
    faces = getattr(mesh, "faces", None)
    if faces is None or not len(faces):
        raise GltfError(Fault.UNDECODED, "What Draco packed has no triangles.")
    found = {name: _attribute(mesh, name, number) for name, number in attributes.items()}
    return found, np.asarray(faces).reshape(-1, 3).astype(np.uint32)


def _attribute(mesh: Any, name: str, number: object) -> NDArray[Any]:
    attribute = mesh.get_attribute_by_unique_id(number)
    data = None if attribute is None else attribute.get("data")
    if data is None or not len(data):
        raise GltfError(Fault.UNDECODED, f"What Draco packed has no {name} (id {number}).")
    values = np.asarray(data)
    return values.reshape(len(values), -1)
