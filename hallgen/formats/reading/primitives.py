"""Primitives as triangles: whatever mode, index type or packing they come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.reading.accessors import as_floats, floats, raw
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.draco import DRACO, unpack
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.scene import Floats, Indices

_TRIANGLES, _STRIP, _FAN = 4, 5, 6
#: Attributes that stay whole numbers, and those that are fractions whatever the file says.
_NUMBERS, _FRACTIONS = ("JOINTS_",), ("COLOR_", "WEIGHTS_")


@dataclass(frozen=True, eq=False, slots=True)
class Triangles:
    """A primitive.

    `attributes` are floats (n, k) by glTF's names, and JOINTS_ whole numbers; `targets` are
    what its morph targets add. triangles (m, 3) are within n. `key` names what attributes are
    made of: primitives with equal keys share them.
    """

    attributes: Mapping[str, NDArray[Any]]
    triangles: Indices
    targets: tuple[Mapping[str, Floats], ...]
    material: int | None
    key: tuple[Any, ...]


def read_primitive(document: Document, primitive: Json) -> Triangles | None:
    """The primitive's triangles, or None where it is points, lines or nothing.

    Raises GltfError, or what `no_trust` takes for one.
    """
    mode = primitive.get("mode", _TRIANGLES)
    if mode not in (_TRIANGLES, _STRIP, _FAN) or "POSITION" not in primitive["attributes"]:
        return None
    attributes, corners = _arrays(document, primitive)
    count = len(attributes["POSITION"])
    if any(len(values) != count for values in attributes.values()):
        raise GltfError(Fault.BROKEN, "The attributes of a primitive differ in number.")
    triangles = corners if corners.ndim == 2 else _triangles(corners, mode)
    if len(triangles) and int(triangles.max()) >= count:
        raise GltfError(Fault.BROKEN, f"A triangle has corner {triangles.max()} of {count}.")
    if not len(triangles):
        return None
    material = primitive.get("material")
    return Triangles(
        attributes,
        triangles,
        _targets(document, primitive, count),
        None if material is None else document.number("materials", material),
        (
            repr(sorted(primitive["attributes"].items())),
            repr(primitive.get("targets")),
            repr(primitive.get("extensions", {}).get(DRACO)),
        ),
    )


def _arrays(document: Document, primitive: Json) -> tuple[dict[str, NDArray[Any]], Indices]:
    """The attributes, and triangles (m, 3) or corners (c,)."""
    packed = primitive.get("extensions", {}).get(DRACO)
    stored = {str(name): number for name, number in primitive["attributes"].items()}
    unpacked: dict[str, NDArray[Any]] = {}
    corners: Indices | None = None
    if packed is not None:
        inside = packed["attributes"]
        unpacked, corners = unpack(document.view(packed["bufferView"]), inside)
        document.spend(sum(values.nbytes for values in unpacked.values()) + corners.nbytes)
    attributes = {
        name: _attribute(document, name, number, unpacked.get(name))
        for name, number in stored.items()
        if not name.startswith("_")
    }
    if corners is None and "indices" in primitive:
        corners = raw(document, primitive["indices"]).ravel().astype(np.uint32)
    if corners is None:
        corners = np.arange(len(attributes["POSITION"]), dtype=np.uint32)
    return attributes, corners


def _attribute(
    document: Document, name: str, number: object, unpacked: NDArray[Any] | None
) -> NDArray[Any]:
    """An attribute's elements (n, k): whole numbers of joints, else what they stand for."""
    at = document.number("accessors", number)
    fraction = bool(document.at("accessors", at).get("normalized")) or name.startswith(_FRACTIONS)
    whole = name.startswith(_NUMBERS)
    if unpacked is not None:
        return unpacked if whole else as_floats(unpacked, normalized=fraction)
    key = (at, "whole" if whole else "fractions" if fraction else "numbers")
    if key not in document.arrays:
        values = raw(document, at)
        document.arrays[key] = values if whole else as_floats(values, normalized=fraction)
    return document.arrays[key]


def _triangles(corners: Indices, mode: int) -> Indices:
    if mode == _TRIANGLES:
        return corners[: len(corners) // 3 * 3].reshape(-1, 3)
    if len(corners) < 3:
        return np.zeros((0, 3), np.uint32)
    if mode == _FAN:
        first = np.full(len(corners) - 2, corners[0], np.uint32)
        found = np.stack([first, corners[1:-1], corners[2:]], axis=1)
    else:
        found = np.stack([corners[:-2], corners[1:-1], corners[2:]], axis=1)
        found[1::2] = found[1::2, [1, 0, 2]]
    same = (found == np.roll(found, 1, axis=1)).any(axis=1)  # what joins two strips
    kept: Indices = found[~same]
    return kept


def _targets(document: Document, primitive: Json, count: int) -> tuple[dict[str, Floats], ...]:
    targets = tuple(
        {str(name): floats(document, number)[:, :3] for name, number in target.items()}
        for target in primitive.get("targets", ())
    )
    if any(len(values) != count for target in targets for values in target.values()):
        raise GltfError(Fault.BROKEN, "A morph target differs in number from its mesh.")
    return targets
