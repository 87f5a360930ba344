"""Putting a booth or a hall together: parts placed, surfaces added, pictures hung."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.built import Screen, Vector
from hallgen.kit.finishes import Color
from hallgen.kit.graphics import Atlas, Graphic
from hallgen.kit.shapes import dyed, grounded, merged, moved, placement
from hallgen.kit.shapes.shadows import shadow
from hallgen.model import Point, Ring
from hallgen.scene import Feature, Material, Matrix, Mesh, Node, OwnFile, Scene, Spot
from hallgen.scene import place as placed


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Something that stands in many places: made once, so that all of them are one instance.

    `footprint` is a ring around its own origin, in ground coordinates, empty if nobody can
    walk into it; its front looks to +Z, which is -y. `trim` is white: each booth adds it in its
    own colour. `plates` are where a maker's name goes, `displays` what a control shows, both with
    UVs from 0 to 1. `spots` are its lamps, in its own axes. `shown_by` is as a node's: a file that
    shows it better.
    """

    name: str
    meshes: tuple[Mesh, ...]
    footprint: Ring = ()
    trim: tuple[Mesh, ...] = ()
    plates: tuple[Mesh, ...] = ()
    displays: tuple[Mesh, ...] = ()
    spots: tuple[Spot, ...] = ()
    shown_by: OwnFile | None = None


def part(
    name: str,
    *meshes: Mesh,
    footprint: Ring = (),
    contact: tuple[float, float] | None = None,
    contact_strength: float = 0.55,
    trim: tuple[Mesh, ...] = (),
    plates: tuple[Mesh, ...] = (),
    displays: tuple[Mesh, ...] = (),
    spots: tuple[Spot, ...] = (),
) -> Part:
    """A part of meshes merged by material, darkened towards the floor.

    `contact` is the width and depth of its shadow on the floor.
    """
    by_material: dict[Material, list[Mesh]] = {}
    for mesh in meshes:
        by_material.setdefault(mesh.material, []).append(
            grounded(mesh) if contact is not None else mesh
        )
    bodies = [merged(group, f"{name}, {m.name}") for m, group in by_material.items()]
    if contact is not None:
        bodies.append(replace(shadow(*contact, strength=contact_strength), name=f"{name}, shadow"))
    return Part(name, tuple(bodies), footprint, trim, plates, displays, spots)


def footprint(width: float, depth: float) -> Ring:
    """A rectangle around the origin."""
    x, y = width / 2, depth / 2
    return ((-x, -y), (x, -y), (x, y), (-x, y))


def turned(ring: Ring, x: float, y: float, turn: float) -> Ring:
    """A footprint where a part stands (see `shapes.placement`)."""
    matrix = placement(0, 0, 0, turn)
    return tuple(
        (
            x + float(matrix[0, 0] * px - matrix[0, 2] * py),
            y + float(-matrix[2, 0] * px + matrix[2, 2] * py),
        )
        for px, py in ring
    )


class Surface(StrEnum):
    """How a picture is shown: printed, printed and lit through, on cloth, in a lightbox, on a
    screen.
    """

    PRINT = "print"
    TRANSLUCENT = "translucent"
    CLOTH = "cloth"
    LIGHTBOX = "lightbox"
    SCREEN = "screen"


@dataclass(eq=False, slots=True)
class Assembly:
    """Collects a scene: placed parts, own surfaces merged by material, and pictures.

    Features are rows of the scene's table: 0 is the booth, the others products. `level` is the
    height of the floor that parts are placed on; `trim` the linear colour of parts' trim.
    """

    booth: str
    exhibitor: str = ""
    level: float = 0.0
    trim: Color = (1.0, 1.0, 1.0)
    obstacles: list[Ring] = field(default_factory=list)
    wanted: list[Graphic] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    screens: list[Screen] = field(default_factory=list)
    _features: dict[Feature, int] = field(default_factory=dict)
    _surfaces: dict[Material, list[Mesh]] = field(default_factory=dict)
    _placed: dict[Mesh, list[tuple[Matrix, int]]] = field(default_factory=dict)
    _shown_by: dict[Mesh, OwnFile] = field(default_factory=dict)
    _pictures: list[tuple[str, Surface, Mesh]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.feature("", self.exhibitor)

    def feature(self, product: str, exhibitor: str = "") -> int:
        """The row of a product, made when it is first asked for."""
        key = Feature(self.booth, product, exhibitor)
        return self._features.setdefault(key, len(self._features))

    def add(self, *meshes: Mesh, feature: int = 0) -> None:
        """Own surfaces of this booth; those of one material become one mesh."""
        for mesh in meshes:
            self._surfaces.setdefault(mesh.material, []).append(_featured(mesh, feature))

    def place(
        self,
        item: Part,
        x: float,
        y: float,
        height: float = 0.0,
        turn: float = 0.0,
        scale: Sequence[float] = (1, 1, 1),
        feature: int = 0,
    ) -> None:
        """A part at a ground point, `height` over the floor. Its footprint is not looked at."""
        matrix = placement(x, y, self.level + height, turn, scale)
        for mesh in item.meshes:
            self._placed.setdefault(mesh, []).append((matrix, feature))
            if item.shown_by is not None:
                self._shown_by[mesh] = item.shown_by
        lamps = Scene("", (), spots=item.spots)
        self.spots += placed(lamps, matrix).spots
        for mesh in item.trim:
            self.add(moved(dyed(mesh, self.trim), matrix), feature=feature)

    def count(self, item: Part) -> int:
        """How many of a part have been placed so far."""
        return len(self._placed.get(item.meshes[0], ()))

    def hang(self, graphic: Graphic, surface: Surface, mesh: Mesh, feature: int = 0) -> None:
        """A picture on a mesh whose UVs run from 0 to 1 over it. Equal slots are asked for once."""
        if graphic.slot not in {known.slot for known in self.wanted}:
            self.wanted.append(graphic)
        self._pictures.append((graphic.slot, surface, _featured(mesh, feature)))
        if surface is Surface.SCREEN:
            self.screens.append(_screen(mesh))

    def scene(self, atlas: Atlas | None, name: str) -> Scene:
        """The whole as a scene; `atlas` has the place of every picture wanted."""
        nodes = [Node(merged(meshes)) for meshes in self._surfaces.values()]
        for mesh, placements in self._placed.items():
            matrices = np.stack([matrix for matrix, _ in placements])
            features = np.array([feature for _, feature in placements], dtype=np.uint32)
            shown_by = self._shown_by.get(mesh)
            nodes.append(Node(mesh, matrices, features, mesh.name, shown_by=shown_by))
        if atlas is not None:
            nodes += _picture_nodes(self._pictures, atlas)
        return Scene(name, tuple(nodes), tuple(self._features), spots=tuple(self.spots))


def _screen(mesh: Mesh) -> Screen:
    """The rectangle of a flat screen. Its UVs tell which corner is which."""
    if mesh.uvs is None or len(mesh.positions) != 4:
        raise ValueError("a screen is one rectangle")
    places = [np.abs(mesh.uvs - uv).sum(axis=1).argmin() for uv in ((0, 1), (1, 1), (0, 0))]
    corner, right, top = mesh.positions[places].astype(np.float64)
    return Screen(_vector(corner), _vector(right - corner), _vector(top - corner))


def _vector(way: NDArray[np.float64]) -> Vector:
    x, y, z = (float(part) for part in way)
    return x, y, z


def _featured(mesh: Mesh, feature: int) -> Mesh:
    return replace(mesh, features=np.full(len(mesh.positions), feature, dtype=np.uint32))


def _picture_nodes(pictures: Iterable[tuple[str, Surface, Mesh]], atlas: Atlas) -> list[Node]:
    materials = {
        Surface.PRINT: Material("print", roughness=0.4, texture=atlas.texture),
        Surface.CLOTH: Material("cloth", roughness=0.9, texture=atlas.texture),
        Surface.TRANSLUCENT: Material(
            "translucent panel",
            color=(0.0, 0.0, 0.0, 1.0),
            roughness=0.5,
            emissive=(0.62, 0.62, 0.62),
            emissive_texture=atlas.texture,
        ),
        Surface.LIGHTBOX: Material(
            "lightbox",
            color=(0.0, 0.0, 0.0, 1.0),
            roughness=0.7,
            emissive=(0.72, 0.72, 0.72),
            emissive_texture=atlas.texture,
        ),
        Surface.SCREEN: Material(
            "screen",
            color=(0.0, 0.0, 0.0, 1.0),
            roughness=0.13,
            emissive=(1.6, 1.6, 1.6),
            emissive_texture=atlas.texture,
        ),
    }
    by_surface: dict[Surface, list[Mesh]] = {}
    for slot, surface, mesh in pictures:
        left, top, right, bottom = atlas.uv[slot]
        if mesh.uvs is None:
            raise ValueError(f"the mesh of picture {slot} has no UVs")
        uvs = np.array([left, top]) + mesh.uvs * np.array([right - left, bottom - top])
        hung = replace(mesh, material=materials[surface], uvs=uvs.astype(np.float32))
        by_surface.setdefault(surface, []).append(hung)
    return [Node(merged(meshes, surface.value)) for surface, meshes in by_surface.items()]


def put(assembly: Assembly, item: Part, at: Point, turn: float, feature: int = 0) -> Ring:
    """Place a part and make its footprint an obstacle; returns that ring."""
    assembly.place(item, *at, turn=turn, feature=feature)
    ring = turned(item.footprint, *at, turn)
    if ring:
        assembly.obstacles.append(ring)
    return ring


__all__ = ["Assembly", "Part", "Surface", "footprint", "part", "put", "turned"]
