"""Is this a valid GLB, a valid tileset? For whoever tests what hallgen writes.

The Khronos validator must find no error and no warning. Of its notes these are accepted:

- UNSUPPORTED_EXTENSION for the extensions that it does not know, and
- UNUSED_OBJECT and MESH_PRIMITIVE_UNUSED_TEXCOORD, which it then says of what only those use;
- URI_GLB for images: that tiles share pictures as files of their own is meant;
- IMAGE_NPOT_DIMENSIONS: only WebGL 1 wanted powers of two, and padding costs memory.

`extension_faults` looks into those extensions instead. Any other note fails as well. Packed
GLBs are validated as they are, and unpacked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from hallgen.formats import model_facts
from tests.support.extensions import extension_faults
from tests.support.glb import Glb, read_glb, read_glbs, take_apart
from tests.support.node import run_tool

_UNKNOWN_TO_KHRONOS = {
    "EXT_meshopt_compression",
    "EXT_instance_features",
    "EXT_mesh_features",
    "EXT_mesh_gpu_instancing",
    "EXT_structural_metadata",
    "HALLGEN_light",
}

#: Boxes of tiles are compared to a millimetre: positions are float32, exact to 0.03 mm at 300 m.
_SLACK = 1e-3


def assert_valid_glb(path: Path) -> None:
    """The file is a GLB without fault."""
    assert_valid_glbs([path])


def assert_valid_glbs(paths: Iterable[Path]) -> None:
    """All files are GLBs without fault. One Node process for all of them."""
    files = [str(path) for path in paths]
    assert files, "there is nothing to validate"
    reports = run_tool("validate.mjs", files)
    faults = []
    contents = [Path(file).read_bytes() for file in files]
    for file, data, unpacked in zip(files, contents, read_glbs(contents), strict=True):
        noted = [message for message in reports[file] if not _accepted(message, take_apart(data))]
        faults += [f"{file}: {m['code']} {m.get('pointer', '')}: {m['message']}" for m in noted]
        faults += [f"{file}: {fault}" for fault in extension_faults(unpacked)]
    assert not faults, "\n".join(faults)


def _accepted(message: dict[str, Any], glb: Glb) -> bool:
    if message["severity"] < 2:
        return False
    if message["code"] == "UNSUPPORTED_EXTENSION":
        return any(f"'{name}'" in message["message"] for name in _UNKNOWN_TO_KHRONOS)
    if message["code"] == "IMAGE_NPOT_DIMENSIONS":
        return True
    if message["code"] == "URI_GLB":
        return str(message["pointer"]).startswith("/images/")
    unknown = _UNKNOWN_TO_KHRONOS & set(glb.document.get("extensionsUsed", []))
    unused = {"UNUSED_OBJECT", "MESH_PRIMITIVE_UNUSED_TEXCOORD"}
    return message["code"] in unused and bool(unknown)


def assert_valid_tileset(folder: Path) -> None:
    """The folder's `tileset.json` is a 3D Tiles 1.1 tileset without fault, and so are its tiles.

    Contents lie within their tiles' boxes and children within their parents', errors fall,
    and every GLB of the folder is in use, once. What lies outside of it may be in several tiles.
    """
    tileset = json.loads((folder / "tileset.json").read_text())
    faults = [f"unknown key {key}" for key in tileset.keys() - {"asset", "geometricError", "root"}]
    if tileset["asset"]["version"] != "1.1":
        faults.append("this is not version 1.1")
    used: list[str] = []
    faults += _tile_faults(folder, tileset["root"], tileset["geometricError"], None, used)
    own = [name for name in used if not name.startswith("../")]
    faults += [f"{name} is used twice" for name in set(own) if own.count(name) > 1]
    lying = {path.relative_to(folder).as_posix() for path in folder.rglob("*.glb")}
    faults += [f"{name} is not used" for name in lying - set(used)]
    assert not faults, "\n".join(faults)
    assert_valid_glbs(folder / name for name in dict.fromkeys(used))


def _corners(data: bytes, uri: str) -> Any:
    """Corners of all that a tile shows. Models have nodes below nodes, which our reader knows."""
    if uri.startswith("../"):
        facts = model_facts(data)
        return np.array([facts.low, facts.high])
    return read_glb(data).corners()


def _tile_faults(
    folder: Path, tile: dict[str, Any], error: float, outer: Any, used: list[str]
) -> Iterator[str]:
    known = {"boundingVolume", "geometricError", "refine", "content", "children"}
    yield from (f"unknown key {key}" for key in tile.keys() - known - {"transform", "extras"})
    yield from (f"unknown notes {key}" for key in tile.get("extras", {}).keys() - {"hallgen"})
    matrix = np.array(tile.get("transform", np.eye(4).ravel()), float).reshape(4, 4).T
    if np.linalg.det(matrix[:3, :3]) <= 0 or matrix[3].tolist() != [0, 0, 0, 1]:
        yield f"{matrix.tolist()} is no place for a tile"
    box = np.array(tile["boundingVolume"]["box"], float)
    half = box[3:].reshape(3, 3)
    low, high = box[:3] - np.abs(half).sum(axis=0), box[:3] + np.abs(half).sum(axis=0)
    uri = tile.get("content", {}).get("uri")
    if len(box) != 12 or not np.isfinite(box).all() or np.linalg.det(half) <= 0:
        yield f"{uri}: {box} is no box"
    corners = box[:3] + np.array(list(product((-1, 1), repeat=3))) @ half
    placed = corners @ matrix[:3, :3].T + matrix[:3, 3]
    if outer is not None and ((placed < outer[0] - _SLACK) | (placed > outer[1] + _SLACK)).any():
        yield f"{uri}: the box reaches out of its parent's"
    if not 0 <= tile["geometricError"] <= error:
        yield f"{uri}: an error of {tile['geometricError']} below one of {error}"
    if tile.get("refine") not in {"ADD", "REPLACE"}:
        yield f"{uri}: refine is {tile.get('refine')}"
    if uri is not None:
        used.append(uri)
        x, y, z = _corners((folder / uri).read_bytes(), uri).T
        content = np.stack([x, -z, y], axis=1)
        if ((content < low - _SLACK) | (content > high + _SLACK)).any():
            yield f"{uri}: the content reaches out of its tile"
    if "children" in tile and not tile["children"]:
        yield f"{uri}: children are empty"
    for child in tile.get("children", []):
        yield from _tile_faults(folder, child, tile["geometricError"], (low, high), used)
