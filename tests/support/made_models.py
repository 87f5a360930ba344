"""Small GLBs made for tests: boxes and balls in materials, with pictures, and moving."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.editable import EditableGlb

_CORNERS = np.array([(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)], float) - 0.5
_FACES = np.array(
    [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
)
_SQUARE = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], float)


class Maker:
    """Collects nodes, each with a mesh of its own."""

    def __init__(self) -> None:
        self.glb = EditableGlb()
        self.glb.content |= {"scene": 0, "scenes": [{"nodes": []}], "nodes": [], "meshes": []}

    def material(self, **surface: Any) -> int:
        """A material; `color`, `metallic`, `roughness`, `picture`, or any key of glTF."""
        inner: dict[str, Any] = {
            "baseColorFactor": [*surface.pop("color", (1, 1, 1)), surface.pop("alpha", 1)],
            "metallicFactor": surface.pop("metallic", 0.0),
            "roughnessFactor": surface.pop("roughness", 0.6),
        }
        picture = surface.pop("picture", None)
        if picture is not None:
            inner["baseColorTexture"] = {"index": self.texture(picture)}
        return self._add("materials", {"pbrMetallicRoughness": inner, **surface})

    def texture(self, data: bytes) -> int:
        image = {"bufferView": self.glb.add_view(data), "mimeType": "image/png"}
        sampler = self._add("samplers", {"magFilter": 9729})
        return self._add("textures", {"source": self._add("images", image), "sampler": sampler})

    def box(
        self,
        size: float = 1.0,
        at: tuple[float, ...] = (0, 0, 0),
        material: int = 0,
        uvs: float = 1,
    ) -> int:
        """A node with a box of flat faces; each shows its picture so often."""
        positions = (_CORNERS * size)[_FACES].reshape(-1, 3)
        normals = np.repeat(
            [(-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)], 4, axis=0
        )
        corners = np.arange(6)[:, None, None] * 4 + np.array([(0, 1, 2), (0, 2, 3)])
        return self.mesh(positions, normals, corners, at, material, np.tile(_SQUARE, (6, 1)) * uvs)

    def ball(
        self,
        radius: float = 0.5,
        at: tuple[float, ...] = (0, 0, 0),
        material: int = 0,
        rings: int = 24,
    ) -> int:
        """A node with a ball of about 4 * rings ** 2 triangles."""
        points, corners = sphere(rings)
        uvs = np.stack(
            [np.arctan2(points[:, 0], points[:, 2]) / 7 + 0.5, points[:, 1] / 2 + 0.5], 1
        )
        return self.mesh(points * radius, points, corners, at, material, uvs)

    def mesh(
        self,
        positions: NDArray[Any],
        normals: NDArray[Any],
        triangles: NDArray[Any],
        at: tuple[float, ...],
        material: int,
        uvs: NDArray[Any] | None = None,
        **more: int,
    ) -> int:
        glb = self.glb
        attributes = {
            "POSITION": glb.add_bounded(positions.astype(np.float32)),
            "NORMAL": glb.add_vertices(normals.astype(np.float32)),
            **more,
        }
        if uvs is not None:
            attributes["TEXCOORD_0"] = glb.add_vertices(uvs.astype(np.float32))
        indices = glb.add_triangles(triangles.reshape(-1, 3).astype(np.uint32))
        primitive = {"attributes": attributes, "indices": indices}
        if glb.items("materials"):
            primitive["material"] = material
        mesh = self._add("meshes", {"primitives": [primitive]})
        node = self._add("nodes", {"mesh": mesh, "translation": [float(part) for part in at]})
        self.glb.content["scenes"][0]["nodes"].append(node)
        return node

    def turning(self, node: int, name: str = "turn") -> None:
        """Let a node turn about Y, half round in a second."""
        self._animated(node, "rotation", np.array([(0, 0, 0, 1), (0, 1, 0, 0)]), name)

    def _animated(self, node: int, path: str, values: NDArray[Any], name: str) -> None:
        glb = self.glb
        times = np.linspace(0, 1, len(values))[:, None]
        output = values if values.ndim == 2 else values[:, None]
        sampler = {"input": _scalars(glb, times), "output": glb.add_vertices(output)}
        if output.shape[1] == 1:
            sampler["output"] = _scalars(glb, output)
        channel = {"sampler": 0, "target": {"node": node, "path": path}}
        self._add("animations", {"name": name, "samplers": [sampler], "channels": [channel]})

    def morphing(self, node: int, name: str = "swell") -> None:
        """Let a node's mesh grow by a target to twice its size."""
        primitive = self.glb.content["meshes"][self.glb.content["nodes"][node]["mesh"]]
        (first,) = primitive["primitives"]
        number = first["attributes"]["POSITION"]
        view = self.glb.content["accessors"][number]["bufferView"]
        positions = np.frombuffer(self.glb.view(view), "<f4").reshape(-1, 3)
        first["targets"] = [{"POSITION": self.glb.add_bounded(positions)}]
        primitive["weights"] = [0.0]
        self._animated(node, "weights", np.array([0.0, 1.0]), name)

    def skinned(self, node: int, name: str = "bend") -> None:
        """Hang a node's vertices on two joints by their height; the upper one turns."""
        content = self.glb.content
        (primitive,) = content["meshes"][content["nodes"][node]["mesh"]]["primitives"]
        count = content["accessors"][primitive["attributes"]["POSITION"]]["count"]
        upper = np.arange(count) % 2
        primitive["attributes"] |= self.glb.add_joints(upper)
        joints = [self._add("nodes", {"name": f"joint{number}"}) for number in range(2)]
        content["scenes"][0]["nodes"].append(self._add("nodes", {"children": joints}))
        del content["nodes"][node]["translation"]
        self._add("skins", {"joints": joints})
        content["nodes"][node]["skin"] = len(content["skins"]) - 1
        self._animated(joints[1], "rotation", np.array([(0, 0, 0, 1), (0, 1, 0, 0)]), name)

    def made(self) -> bytes:
        return self.glb.together()

    def _add(self, kind: str, thing: dict[str, Any]) -> int:
        self.glb.content.setdefault(kind, []).append(thing)
        return len(self.glb.content[kind]) - 1


def sphere(rings: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Points (n, 3) of a unit ball and its triangles, counter-clockwise from outside."""
    rise, turn = np.meshgrid(
        np.linspace(0, np.pi, rings + 1), np.linspace(0, 2 * np.pi, 2 * rings + 1), indexing="ij"
    )
    points = np.stack(
        [np.sin(rise) * np.sin(turn), np.cos(rise), np.sin(rise) * np.cos(turn)], axis=-1
    )
    across = 2 * rings + 1
    row, column = np.meshgrid(np.arange(rings), np.arange(2 * rings), indexing="ij")
    first = (row * across + column).ravel()
    lower = first + across
    halves = [
        np.stack(half, 1) for half in ((first, lower, lower + 1), (first, lower + 1, first + 1))
    ]
    return points.reshape(-1, 3), np.concatenate(halves)


def picture(size: int = 64, color: tuple[int, ...] = (200, 60, 40), noise: int = 40) -> bytes:
    """A PNG of a colour with some noise, the same each time."""
    chance = np.random.default_rng(size + sum(color))
    pixels = np.clip(chance.integers(-noise, noise + 1, (size, size, 1)) + np.array(color), 0, 255)
    file = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(file, "PNG")
    return file.getvalue()


def _scalars(glb: EditableGlb, values: NDArray[Any]) -> int:
    number = glb.add_vertices(values)
    accessor = glb.content["accessors"][number]
    accessor["min"], accessor["max"] = [float(values.min())], [float(values.max())]
    return number
