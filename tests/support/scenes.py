"""Small scenes to write, and strategies that make any number of them."""

from __future__ import annotations

import io

import numpy as np
from hypothesis import strategies as st
from PIL import Image

from hallgen.scene import Alpha, Feature, Indices, Material, Matrix, Mesh, Node, Scene, Texture

PLAIN = Material("plain", color=(0.8, 0.2, 0.1, 1.0))
_AXES = np.concatenate([np.eye(3), -np.eye(3)])


def box(
    width: float = 1.0,
    height: float = 1.0,
    depth: float = 1.0,
    material: Material = PLAIN,
    name: str = "box",
) -> Mesh:
    """A box on the floor around the origin: 24 vertices, 12 triangles, a picture on each side."""
    positions, normals, triangles = [], [], []
    for side, normal in enumerate(_AXES):
        u = _AXES[(side + 1) % 3]
        v = np.cross(normal, u)
        positions += [normal + a * u + b * v for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        normals += [normal] * 4
        triangles += [
            [4 * side, 4 * side + 1, 4 * side + 2],
            [4 * side, 4 * side + 2, 4 * side + 3],
        ]
    size = np.array([width, height, depth]) / 2
    return Mesh(
        name,
        material,
        (np.array(positions) * size + [0, height / 2, 0]).astype(np.float32),
        np.array(normals, np.float32),
        np.array(triangles, np.uint32),
        uvs=np.tile(np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32), (6, 1)),
    )


def picture(color: str, kind: str = "WEBP") -> Texture:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(out, kind)
    return Texture(color, out.getvalue(), f"image/{kind.lower()}", 8, 8)


def at(
    x: float = 0.0, y: float = 0.0, z: float = 0.0, turn: float = 0.0, scale: float = 1.0
) -> Matrix:
    """A placement: a scale, then a turn about Y in degrees, then a move."""
    angle = np.radians(turn)
    cos, sin = scale * np.cos(angle), scale * np.sin(angle)
    return np.array([[cos, 0, sin, x], [0, scale, 0, y], [-sin, 0, cos, z], [0, 0, 0, 1]])


def rows(*numbers: int) -> Indices:
    return np.array(numbers, np.uint32)


_shares = st.floats(0, 1, width=32)
_sizes = st.floats(0.0625, 20, width=32)
_moves = st.floats(-200, 200, width=32)
_names = st.text(st.characters(codec="utf-8"), max_size=12)


@st.composite
def materials(draw: st.DrawFn) -> Material:
    return Material(
        draw(_names),
        color=draw(st.tuples(_shares, _shares, _shares, _shares)),
        metallic=draw(_shares),
        roughness=draw(_shares),
        emissive=draw(st.sampled_from([(0.0, 0.0, 0.0), (0.5, 0.2, 0.0), (6.0, 5.0, 0.0)])),
        texture=draw(st.sampled_from([None, *_PICTURES])),
        emissive_texture=draw(st.sampled_from([None, *_PICTURES])),
        alpha=draw(st.sampled_from(Alpha)),
        double_sided=draw(st.booleans()),
        unlit=draw(st.booleans()),
    )


_PICTURES = [picture("red"), picture("blue", "PNG"), picture("green", "JPEG")]


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Boxes that share materials, placed once or many times, with and without features."""
    features = tuple(
        Feature(f"A{number}", draw(_names), draw(_names))
        for number in range(draw(st.integers(1, 4)))
    )
    surfaces = draw(st.lists(materials(), min_size=1, max_size=3))
    meshes = [_mesh(draw, surfaces, len(features)) for _ in range(draw(st.integers(1, 4)))]
    nodes = tuple(_node(draw, meshes, len(features)) for _ in range(draw(st.integers(1, 6))))
    return Scene(draw(_names), nodes, features, {"note": draw(_names)})


def _mesh(draw: st.DrawFn, surfaces: list[Material], features: int) -> Mesh:
    sides = draw(st.tuples(_sizes, _sizes, _sizes))
    mesh = box(*sides, draw(st.sampled_from(surfaces)))
    count = len(mesh.positions)
    own = draw(st.lists(st.integers(0, features - 1), min_size=count, max_size=count))
    shade = np.linspace(0, 1, count * 4, dtype=np.float32).reshape(count, 4)
    return Mesh(
        mesh.name,
        mesh.material,
        mesh.positions,
        mesh.normals,
        mesh.triangles,
        mesh.uvs,
        draw(st.sampled_from([None, shade])),
        draw(st.sampled_from([None, rows(*own)])),
    )


def _node(draw: st.DrawFn, meshes: list[Mesh], features: int) -> Node:
    count = draw(st.integers(1, 4))
    turns = st.integers(-180, 180).map(float)
    scales = st.floats(0.25, 4, width=32)
    placements = [at(*draw(st.tuples(_moves, _moves, _moves, turns, scales))) for _ in range(count)]
    named = draw(st.lists(st.integers(0, features - 1), min_size=count, max_size=count))
    return Node(
        draw(st.sampled_from(meshes)),
        np.array(placements),
        draw(st.sampled_from([None, rows(*named)])),
        draw(st.sampled_from([None, "node"])),
    )
