"""A machine whose links move: nested nodes with channels, in one packed GLB."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pygltflib import (
    FLOAT,
    GLTF2,
    Accessor,
    Animation,
    AnimationChannel,
    AnimationChannelTarget,
    AnimationSampler,
    BufferView,
    delete_empty_keys,
    gltf_asdict,
)
from pygltflib import Node as GltfNode

from hallgen.formats import Packing, write_glb
from hallgen.scene import Node, Scene
from tools.industry_fair.machines.machine import Machine, meshes_of

#: Keys a second: motion between them is straight, so there must be enough.
_RATE = 12


@dataclass(frozen=True, slots=True)
class Motion:
    """Angles in degrees about an axis, or with "slide" offsets along X in metres, by time."""

    axis: str
    keys: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Link:
    """A part that moves about its joint. `at` is the joint in the frame of what holds it."""

    name: str
    at: tuple[float, float, float]
    machine: Machine
    children: Sequence[Link] = ()
    motion: Motion | None = None
    offset: tuple[float, float, float] = field(default=(0.0, 0.0, 0.0))


def links_of(root: Link) -> Iterator[Link]:
    """A link and all that hang on it, parents first."""
    yield root
    for child in root.children:
        yield from links_of(child)


def eased(motion: Motion, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values at times: each stretch starts and ends at rest."""
    values = np.empty(len(times))
    for i, time in enumerate(times):
        later = next(k for k, (at, _) in enumerate(motion.keys) if at >= time - 1e-9)
        start, end = motion.keys[max(later - 1, 0)], motion.keys[later]
        share = (time - start[0]) / (end[0] - start[0]) if end[0] > start[0] else 1.0
        share = share * share * share * (share * (6 * share - 15) + 10)
        values[i] = start[1] + (end[1] - start[1]) * share
    return values


def animated_glb(root: Link, title: str, packing: Packing = Packing.MESHOPT) -> bytes:
    """The machine with one animation of all its motions, which repeats without a seam."""
    links = list(links_of(root))
    nodes = [
        Node(mesh, name=str(number))
        for number, link in enumerate(links)
        for mesh in meshes_of(link.machine)
    ]
    plain = write_glb(Scene(root.name, tuple(nodes)), packing=packing).data
    document = GLTF2.load_from_bytes(plain)
    meshes = list(document.nodes)
    first = len(meshes)
    own = {id(link): first + number for number, link in enumerate(links)}
    for number, link in enumerate(links):
        parts = [k for k, node in enumerate(meshes) if node.name == str(number)]
        for part in parts:
            meshes[part].name = f"{link.name} {document.meshes[meshes[part].mesh].name}"
        document.nodes.append(
            GltfNode(
                name=link.name,
                translation=list(link.at) if any(link.at) else None,
                children=[*parts, *(own[id(child)] for child in link.children)],
            )
        )
    document.scenes[0].nodes = [first]
    _animate(document, links, own, title)
    return _container(document)


def _container(document: GLTF2) -> bytes:
    """A GLB with the document's buffers as they are: pygltflib would join them to one."""
    content = delete_empty_keys(gltf_asdict(document))
    text = json.dumps(content, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * ((4 - len(text)) % 8)
    data: bytes = document.binary_blob()
    data += b"\0" * (-len(data) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    chunks += struct.pack("<I4s", len(data), b"BIN\0") + data
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def _animate(document: GLTF2, links: Sequence[Link], own: dict[int, int], title: str) -> None:
    moving = [(link, link.motion) for link in links if link.motion is not None]
    end = max(motion.keys[-1][0] for _, motion in moving)
    times = np.arange(round(end * _RATE) + 1) / _RATE
    clock = _accessor(document, times[:, None], "SCALAR")
    samplers, channels = [], []
    for link, motion in moving:
        values = eased(motion, times)
        if motion.axis.startswith("slide"):
            path, kind = "translation", "VEC3"
            keys = np.array(link.at) + values[:, None] * np.array([1.0, 0, 0])
        else:
            path, kind = "rotation", "VEC4"
            half = np.radians(values) / 2
            keys = np.zeros((len(times), 4))
            keys[:, "xyz".index(motion.axis)] = np.sin(half)
            keys[:, 3] = np.cos(half)
            keys = np.round(keys, 6)
            keys /= np.linalg.norm(keys, axis=1, keepdims=True)
        samplers.append(
            AnimationSampler(
                input=clock, output=_accessor(document, keys, kind), interpolation="LINEAR"
            )
        )
        target = AnimationChannelTarget(node=own[id(link)], path=path)
        channels.append(AnimationChannel(sampler=len(samplers) - 1, target=target))
    document.animations = [Animation(name=title, samplers=samplers, channels=channels)]


def _accessor(document: GLTF2, values: NDArray[np.float64], kind: str) -> int:
    data = np.round(values, 6).astype("<f4") + np.float32(0)
    blob = document.binary_blob() or b""
    blob += b"\0" * (-len(blob) % 4)
    raw = data.tobytes()
    document.bufferViews.append(BufferView(buffer=0, byteOffset=len(blob), byteLength=len(raw)))
    document.set_binary_blob(blob + raw)
    document.buffers[0].byteLength = len(blob) + len(raw)
    bounds = {"min": [float(data.min())], "max": [float(data.max())]} if kind == "SCALAR" else {}
    document.accessors.append(
        Accessor(
            bufferView=len(document.bufferViews) - 1,
            componentType=FLOAT,
            count=len(data),
            type=kind,
            **bounds,
        )
    )
    return len(document.accessors) - 1


def degrees_of(quaternion: Sequence[float]) -> float:
    """How far a quaternion turns."""
    return math.degrees(2 * math.acos(min(1.0, abs(quaternion[3]))))
