"""Meshes of a plain GLB: triangles with what their materials need, made good where they lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.plain.store import Store, Target
from hallgen.formats.plain.surfaces import Surfaces
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.formats.reading.normals import vertex_normals
from hallgen.formats.reading.primitives import Triangles, read_primitive
from hallgen.scene import Floats

#: More triangles than this are refused: no product needs them, and no machine reads them in time.
MOST_TRIANGLES: Final = 30_000_000
_UNIT: Final = 1e-4
_SHORT: Final = 65535


class Meshes:
    """Writes meshes, each once."""

    def __init__(self, document: Document, store: Store, surfaces: Surfaces) -> None:
        self.meshes: list[Json] = []
        self.notes: dict[str, None] = {}
        self._document = document
        self._store = store
        self._surfaces = surfaces
        self._numbers: dict[int, int | None] = {}
        self._joints: dict[int, int] = {}
        self._finite: dict[tuple[Any, ...], NDArray[np.bool_]] = {}
        self._triangles = 0

    def mesh(self, number: object) -> int | None:
        """The number of a mesh, or None where it has no triangles."""
        at = self._document.number("meshes", number)
        if at not in self._numbers:
            content = self._mesh(self._document.at("meshes", at))
            self._numbers[at] = None if content is None else len(self.meshes)
            if content is not None:
                self.meshes.append(content)
        return self._numbers[at]

    def morphs(self, mesh: int) -> int:
        """How many morph targets a written mesh has."""
        return len(self.meshes[mesh]["primitives"][0].get("targets", ()))

    def joints(self, mesh: int) -> int:
        """How many joints a written mesh hangs on; 0 where it hangs on none."""
        return self._joints.get(mesh, 0)

    def _mesh(self, mesh: Json) -> Json | None:
        read = [read_primitive(self._document, primitive) for primitive in mesh["primitives"]]
        found = [triangles for triangles in read if triangles is not None]
        if len(found) < len(read):
            self.notes["Points, lines and empty meshes are left out."] = None
        if not found:
            return None
        self._triangles += sum(len(one.triangles) for one in found)
        if self._triangles > MOST_TRIANGLES:
            raise GltfError(Fault.TOO_LARGE, f"It has more than {MOST_TRIANGLES:,} triangles.")
        morphs = min(len(one.targets) for one in found)
        hangs = all("JOINTS_0" in one.attributes and "WEIGHTS_0" in one.attributes for one in found)
        content: Json = {"primitives": [self._primitive(one, morphs, hangs=hangs) for one in found]}
        if hangs:
            highest = max(int(one.attributes["JOINTS_0"].max(initial=0)) for one in found)
            self._joints[len(self.meshes)] = highest + 1
        if isinstance(mesh.get("name"), str):
            content["name"] = mesh["name"][:200]
        if morphs and "weights" in mesh:
            content["weights"] = weights_of(mesh["weights"], morphs)
        names = mesh.get("extras", {}) if isinstance(mesh.get("extras", {}), dict) else {}
        if morphs and isinstance(names.get("targetNames"), list):
            content["extras"] = {"targetNames": [str(n)[:200] for n in names["targetNames"]]}
        return content

    def _primitive(self, source: Triangles, morphs: int, *, hangs: bool) -> Json:
        given = source.attributes
        sets = frozenset(
            number for number in range(8) if given.get(f"TEXCOORD_{number}", _NONE).shape[1] == 2
        )
        content: Json = {}
        used: frozenset[int] = frozenset()
        if source.material is not None:
            content["material"], used = self._surfaces.material(source.material, sets)
        elif (bare := self._surfaces.bare()) is not None:
            content["material"] = bare
        wanted = {f"TEXCOORD_{number}" for number in range(max(used, default=-1) + 1)}
        if hangs:
            wanted |= {"JOINTS_0", "WEIGHTS_0"}
        content["attributes"] = self._attributes(source, wanted)
        corners = source.triangles.reshape(-1, 1)
        small = int(corners.max()) < _SHORT
        kind = np.uint16 if small else np.uint32
        content["indices"] = self._store.accessor(corners.astype(kind), Target.INDICES)
        if morphs:
            content["targets"] = [
                {
                    name: self._vertices(_finite(target[name]), (source.key, name, at))
                    for name in ("POSITION", "NORMAL")
                    if name in target and name in content["attributes"]
                }
                for at, target in enumerate(source.targets[:morphs])
            ]
        return content

    def _vertices(self, values: NDArray[Any], key: tuple[Any, str, int]) -> int:
        known = self._store.known(key)
        if known is not None:
            return known
        ranged = key[1] == "POSITION"
        number = self._store.accessor(values, Target.VERTICES, key, ranged=ranged)
        if key[1] == "COLOR_0" and values.dtype.kind == "u":
            self._store.accessors[number]["normalized"] = True
        return number

    def _attributes(self, source: Triangles, wanted: set[str]) -> dict[str, int]:
        """The accessors of a primitive's attributes, each made good and written once.

        Many primitives may share vertices, each with a few of them.
        """
        given = source.attributes
        names = ["POSITION", *(name for name in ("NORMAL", "TANGENT", "COLOR_0") if name in given)]
        found: dict[str, int] = {}
        self._check_positions(source)
        for name in [*names, *sorted(wanted)]:
            key = (source.key, name, -1)
            known = self._store.known(key)
            if known is None and (values := _made_good(name, source)) is not None:
                known = self._vertices(values, key)
            if known is not None:
                found[name] = known
        if "NORMAL" not in found:
            found.pop("TANGENT", None)
        return found

    def _check_positions(self, source: Triangles) -> None:
        """Raises GltfError for corners of triangles that lie nowhere."""
        if source.key not in self._finite:
            positions = source.attributes["POSITION"]
            if positions.shape[1] != 3:
                raise GltfError(Fault.BROKEN, "Its positions have no three coordinates.")
            self._finite[source.key] = np.isfinite(positions).all(axis=1)
        if not self._finite[source.key][source.triangles].all():
            bad = int((~self._finite[source.key]).sum())
            raise GltfError(Fault.NOT_FINITE, f"{bad} of its corners lie nowhere.")


def _made_good(name: str, source: Triangles) -> NDArray[Any] | None:
    """An attribute as it is written; None where it is not fit to be."""
    given = source.attributes
    match name:
        case "POSITION":
            return _finite(given[name])
        case "NORMAL":
            return _normals(given[name], source)
        case "TANGENT":
            return _tangents(given[name])
        case "COLOR_0":
            if given[name].shape[1] not in (3, 4):
                return None
            return np.round(np.clip(_finite(given[name]), 0, 1) * 65535).astype(np.uint16)
        case "JOINTS_0" | "WEIGHTS_0":
            return _hanging(given)[name]
    empty = np.zeros((len(given["POSITION"]), 2), np.float32)
    return _finite(given.get(name, empty))


_NONE: Final = np.zeros((0, 0), np.float32)


def weights_of(weights: Sequence[Any], morphs: int) -> list[float]:
    """So many weights of morph targets, missing ones 0."""
    found = [float(weight) for weight in weights][:morphs]
    return found + [0.0] * (morphs - len(found))


def _normals(normals: NDArray[Any], source: Triangles) -> Floats:
    """Unit normals; those that are none are those of the triangles around."""
    with np.errstate(all="ignore"):
        lengths = np.linalg.norm(normals.astype(np.float64), axis=1, keepdims=True)
        found: Floats = (normals / lengths).astype(np.float32)
    bad = ~(np.isfinite(found).all(axis=1) & (lengths[:, 0] > _UNIT))
    if bad.any():
        found[bad] = vertex_normals(_finite(source.attributes["POSITION"]), source.triangles)[bad]
    return found


def _tangents(tangents: NDArray[Any]) -> Floats | None:
    """Unit tangents with a handedness, or None where one of them is none."""
    if tangents.shape[1] != 4:
        return None
    with np.errstate(all="ignore"):
        lengths = np.linalg.norm(tangents[:, :3].astype(np.float64), axis=1, keepdims=True)
        found = np.concatenate([tangents[:, :3] / lengths, np.sign(tangents[:, 3:])], axis=1)
    if not np.isfinite(found).all() or (lengths < _UNIT).any() or (found[:, 3] == 0).any():
        return None
    return found.astype(np.float32)


def _hanging(given: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Joints and their weights: the four that pull most, adding up to 1."""
    joints, weights = given["JOINTS_0"], np.maximum(_finite(given["WEIGHTS_0"]), 0)
    if "JOINTS_1" in given and "WEIGHTS_1" in given:
        joints = np.concatenate([joints, given["JOINTS_1"]], axis=1)
        weights = np.concatenate([weights, np.maximum(_finite(given["WEIGHTS_1"]), 0)], axis=1)
        most = np.argsort(-weights, axis=1, kind="stable")[:, :4]
        joints = np.take_along_axis(joints, most, axis=1)
        weights = np.take_along_axis(weights, most, axis=1)
    total = weights.sum(axis=1, keepdims=True)
    weights = np.where(total > 0, weights / np.where(total > 0, total, 1), (1, 0, 0, 0))
    joints = np.where(weights > 0, joints, 0)
    return {"JOINTS_0": joints.astype(np.uint16), "WEIGHTS_0": weights.astype(np.float32)}


def _finite(values: NDArray[Any]) -> Floats:
    return np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
