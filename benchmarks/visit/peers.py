"""What others would put on the web of the same hall, from a built site: files for their pages.

One GLB of the whole hall, the same through gltfpack, a GLB for each booth, and our own tileset for
another client. All have the same booths, as they are in `booths/` of the site, with all they show.
"""

from __future__ import annotations

import json
import math
import struct
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hallgen.formats import Images, Instancing, write_glb
from hallgen.formats.container import pack_glb
from hallgen.formats.contents import read_document
from hallgen.kit import build_hall
from hallgen.model import FairIndex, Frame, Hall, HallLayout
from tests.support.node import node

VIEWER = Path(__file__).parents[2] / "viewer"
FOLDER = "peers"


@dataclass(frozen=True, slots=True)
class Placed:
    """A GLB, and where its origin stands in the hall: x, z, and degrees around Y."""

    glb: bytes
    x: float = 0.0
    z: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to show a hall: its name, and its page with what follows the question mark."""

    name: str
    page: str
    query: str


def write_peers(site: Path, index: FairIndex, hall: Hall, layout: HallLayout) -> tuple[Peer, ...]:
    """Pages in the site's folder `peers` for its hall, and what they load."""
    folder = site / FOLDER
    folder.mkdir()
    command = ["node_modules/vite/bin/vite.js", "build", "--config", "vite.peers.config.ts"]
    subprocess.run(
        [node(), *command, "--outDir", folder, "--emptyOutDir"],
        cwd=VIEWER,
        check=True,
        capture_output=True,
    )
    for script in ("whole", "booths", "tileset"):
        (folder / f"{script}.html").write_text(_PAGE.format(script=script), encoding="utf-8")
    shell = write_glb(
        build_hall(hall, layout, index).scene, Images.EMBEDDED, Instancing.EXPANDED
    ).data
    (folder / "shell.glb").write_bytes(shell)
    placed = [(f"../booths/{at.booth}.glb", *_place(at.frame)) for at in layout.booths]
    listed = [("shell.glb", 0.0, 0.0, 0.0), *placed]
    (folder / "booths.json").write_text(json.dumps(listed), encoding="utf-8")
    booths = (Placed((folder / address).read_bytes(), *at) for address, *at in placed)
    (folder / "hall.glb").write_bytes(joined([Placed(shell), *booths]))
    subprocess.run(
        [
            *(node(), "node_modules/gltfpack/cli.js", "-cc"),
            *("-i", folder / "hall.glb", "-o", folder / "packed.glb"),
        ],
        cwd=VIEWER,
        check=True,
        capture_output=True,
    )
    return (
        Peer("one GLB", "whole.html", "file=hall.glb"),
        Peer("one GLB, gltfpack", "whole.html", "file=packed.glb"),
        Peer("a GLB a booth", "booths.html", "list=booths.json"),
        Peer("plain tiles client", "tileset.html", f"tiles=../tiles/{hall.id}/tileset.json"),
    )


def _place(frame: Frame) -> tuple[float, float, float]:
    """A frame's +Z looks along its heading, counter-clockwise from east on the plan."""
    return frame.origin[0], -frame.origin[1], frame.heading + 90


def joined(parts: Iterable[Placed]) -> bytes:
    """One GLB of several plain ones, each under a node of its own; ids of features are left out."""
    whole: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    body, roots = bytearray(), []
    for part in parts:
        document = read_document(part.glb)
        first = {kind: len(whole[kind]) for kind in _KINDS}
        views = document.get("bufferViews", [])
        for view in views:
            view["byteOffset"] = view.get("byteOffset", 0) + len(body)
        body += _binary(part.glb)
        body += bytes(-len(body) % 8)
        for kind in _KINDS:
            whole[kind] += [_moved(one, kind, first) for one in document.get(kind, [])]
        nodes = document["scenes"][document.get("scene", 0)]["nodes"]
        half = math.radians(part.turn) / 2
        whole["nodes"].append(
            {
                "children": [node + first["nodes"] for node in nodes],
                "translation": [part.x, 0.0, part.z],
                "rotation": [0.0, math.sin(half), 0.0, math.cos(half)],
            }
        )
        roots.append(len(whole["nodes"]) - 1)
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": roots}],
        "buffers": [{"byteLength": len(body)}],
        "extensionsUsed": [*_EXTENSIONS],
        "extensionsRequired": ["EXT_texture_webp"],
        **{kind: many for kind, many in whole.items() if many},
    }
    return pack_glb(document, bytes(body))


def _binary(glb: bytes) -> bytes:
    """The second chunk of a GLB, after that of JSON."""
    (length,) = struct.unpack_from("<I", glb, 12)
    return glb[12 + 8 + length + 8 :]


def _moved(value: Any, kind: str, first: Mapping[str, int]) -> Any:
    """A part of a document whose numbers of other parts are `first` further on."""
    if isinstance(value, list):
        return [_moved(one, kind, first) for one in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, one in value.items():
        if key == "extensions":
            one = {name: what for name, what in one.items() if name in _EXTENSIONS}
            found[key] = _moved(one, kind, first)
        elif key == "attributes":
            found[key] = {
                name: number + first["accessors"]
                for name, number in one.items()
                if not name.startswith("_")
            }
        elif key == "children":
            found[key] = [number + first["nodes"] for number in one]
        elif isinstance(one, int) and (to := _NUMBERS.get((kind, key)) or _NUMBERS.get(("", key))):
            found[key] = one + first[to]
        else:
            found[key] = _moved(one, kind, first)
    return found


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A hall</title><link rel="icon" href="data:,">
<style>body {{ margin: 0 }} canvas {{ display: block }}</style>
<script type="module" src="{script}.js"></script></html>
"""
_KINDS = (
    *("accessors", "bufferViews", "images", "samplers", "textures"),
    *("materials", "meshes", "nodes"),
)
_EXTENSIONS = ("EXT_texture_webp", "KHR_materials_emissive_strength", "KHR_materials_unlit")
#: Which part of a document a number names, by the kind of part it is in and its key.
_NUMBERS = {
    ("", "bufferView"): "bufferViews",
    ("textures", "source"): "images",
    ("textures", "sampler"): "samplers",
    ("materials", "index"): "textures",
    ("meshes", "indices"): "accessors",
    ("meshes", "material"): "materials",
    ("nodes", "mesh"): "meshes",
}
