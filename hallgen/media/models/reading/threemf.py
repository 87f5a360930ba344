"""3MF: objects and the objects they are made of, as the build places them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from hallgen import codes
from hallgen.formats import Resolver
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading.archives import Archive, open_archive
from hallgen.media.models.reading.markup import parse_xml
from hallgen.media.models.reading.parts import Part, glb_of
from hallgen.media.models.reading.threemf_colors import Properties
from hallgen.media.models.reading.units import METRES
from hallgen.media.models.types import SourceModel
from hallgen.model import UpAxis

#: More copies than this, one in another or beside it, are refused.
_MOST_COPIES: Final = 20_000
_DEEPEST: Final = 50
_NOT_SHOWN: Final = frozenset({"support", "solidsupport"})


def read_3mf(data: bytes, _: Resolver) -> SourceModel:
    """A 3MF. Raises MediaRefusedError."""
    package = _Package(open_archive(data))
    root = package.model(package.root)
    unit = root.get("unit", "millimeter").casefold()
    if unit not in METRES:
        raise MediaRefusedError(codes.MODEL_BROKEN, f"Its unit is {unit[:40]!r}.")
    parts = list(package.built())
    return SourceModel(
        glb_of(parts), METRES[unit], UpAxis.Z, tuple(package.notes), usual_up=UpAxis.Z
    )


class _Package:
    """The model parts of an archive, each read once."""

    def __init__(self, archive: Archive) -> None:
        self.notes: dict[str, None] = {}
        self._archive = archive
        self._models: dict[str, Any] = {}
        self._objects: dict[str, dict[str, Any]] = {}
        self._properties: dict[str, Properties] = {}
        self._shapes: dict[tuple[str, str], tuple[Part, ...]] = {}
        self._copies = 0
        self.root = self._find_root()

    def model(self, path: str) -> Any:
        """The XML of a model part."""
        if path not in self._models:
            name = self._archive.find(path)
            if name is None:
                message = f"Its part {path[:100]!r} is missing."
                raise MediaRefusedError(codes.MODEL_BROKEN, message)
            self._models[path] = parse_xml(self._archive.read(name))
            found = self._models[path].iterfind("{*}resources/{*}object")
            self._objects[path] = {item.get("id", ""): item for item in found}
        return self._models[path]

    def built(self) -> Iterator[Part]:
        """The parts of all that is to be built, where it is to be."""
        for item in self.model(self.root).iterfind("{*}build/{*}item"):
            yield from self._placed(item, self.root, np.eye(4), 0)

    def _find_root(self) -> str:
        relations = self._archive.find("_rels/.rels")
        if relations is not None:
            for relation in parse_xml(self._archive.read(relations)).iterfind("{*}Relationship"):
                if relation.get("Type", "").endswith("/3dmodel"):
                    return str(relation.get("Target", ""))
        models = [name for name in self._archive.names if name.lower().endswith("3dmodel.model")]
        if not models:
            raise MediaRefusedError(codes.MODEL_BROKEN, "Its archive has no 3dmodel.model.")
        return models[0]

    def _placed(self, use: Any, path: str, outer: NDArray[Any], depth: int) -> Iterator[Part]:
        """The parts of an item or component, which names an object and a place for it."""
        self._copies += 1
        if self._copies > _MOST_COPIES or depth > _DEEPEST:
            message = "It has too many copies of its objects, or an object that is part of itself."
            raise MediaRefusedError(codes.MODEL_BROKEN, message)
        matrix = _matrix(use.get("transform")) @ outer
        path = next((v for k, v in use.attrib.items() if k.endswith("}path")), path)
        self.model(path)
        number = use.get("objectid", "")
        item = self._objects[path].get(number)
        if item is None:
            message = f"It builds object {number[:20]!r}, which is not there."
            raise MediaRefusedError(codes.MODEL_BROKEN, message)
        if item.get("type", "model") in _NOT_SHOWN:
            self.notes["Supports for printing are left out."] = None
            return
        for part in self._shape(path, number, item):
            yield _moved(part, matrix)
        for component in item.iterfind("{*}components/{*}component"):
            yield from self._placed(component, path, matrix, depth + 1)

    def _shape(self, path: str, number: str, item: Any) -> tuple[Part, ...]:
        """The parts of an object's own mesh."""
        if (path, number) not in self._shapes:
            mesh = item.find("{*}mesh")
            parts = () if mesh is None else tuple(self._parts(path, item, mesh))
            self._shapes[path, number] = parts
        return self._shapes[path, number]

    def _parts(self, path: str, item: Any, mesh: Any) -> Iterator[Part]:
        if mesh.find("{*}beamlattice") is not None:
            self.notes["Lattices of beams are left out."] = None
        if path not in self._properties:
            resources = self.model(path).find("{*}resources")
            self._properties[path] = Properties(resources, self._archive, self.notes)
        vertices = [
            (v.get("x"), v.get("y"), v.get("z")) for v in mesh.iterfind("{*}vertices/{*}vertex")
        ]
        triangles = list(mesh.iterfind("{*}triangles/{*}triangle"))
        try:
            positions = np.array(vertices, np.float64).reshape(-1, 3)
            corners = np.array(
                [(t.get("v1"), t.get("v2"), t.get("v3")) for t in triangles], np.int64
            ).reshape(-1, 3)
        except (ValueError, TypeError, OverflowError) as error:
            message = "A vertex or a triangle is no three numbers."
            raise MediaRefusedError(codes.MODEL_BROKEN, message) from error
        name = str(item.get("name") or "")
        yield from self._properties[path].parts(name, item, positions, corners, triangles)


def _moved(part: Part, matrix: NDArray[Any]) -> Part:
    """A part where a matrix of row vectors (4, 4) puts it."""
    mirrored = np.linalg.det(matrix[:3, :3]) < 0
    return Part(
        part.name,
        part.material,
        part.positions @ matrix[:3, :3] + matrix[3, :3],
        part.triangles[:, ::-1] if mirrored else part.triangles,
        uvs=part.uvs,
        colors=part.colors,
    )


def _matrix(text: str | None) -> NDArray[Any]:
    """The twelve numbers of a transform as a matrix of row vectors (4, 4)."""
    matrix = np.eye(4)
    if text is None:
        return matrix
    try:
        matrix[:, :3] = np.array(text.split(), np.float64).reshape(4, 3)
    except ValueError as error:
        raise MediaRefusedError(codes.MODEL_BROKEN, "A transform is no 12 numbers.") from error
    return matrix
