"""Checks of the extensions that the Khronos validator passes over.

Each rule is a sentence of the specification of EXT_mesh_gpu_instancing, EXT_mesh_features,
EXT_instance_features or EXT_structural_metadata (and of the 3D Metadata specification that it
refers to), for that part of them which hallgen uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from tests.support.glb import INSTANCING, Glb

_IDENTIFIER = re.compile(r"^[a-zA-Z_][a-zA-Z0-9_]*$")
_OFFSETS = {"UINT8": "u1", "UINT16": "<u2", "UINT32": "<u4", "UINT64": "<u8"}
_PARTS = {"TRANSLATION": "VEC3", "ROTATION": "VEC4", "SCALE": "VEC3"}
#: How far a float32 quaternion's length may be from 1 after four roundings of 6e-8 each.
_UNIT = 1e-6


def extension_faults(glb: Glb) -> list[str]:
    """What is wrong with a GLB's extensions, in words; nothing when all is right."""
    return [
        *_declared(glb),
        *_metadata(glb),
        *(fault for node in glb.document.get("nodes", []) for fault in _node(glb, node)),
        *(
            fault
            for mesh in glb.document.get("meshes", [])
            for primitive in mesh["primitives"]
            for fault in _primitive(glb, primitive)
        ),
    ]


def _declared(glb: Glb) -> Iterator[str]:
    def used(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value.get("extensions", {})
            for part in value.values():
                yield from used(part)
        elif isinstance(value, list):
            for part in value:
                yield from used(part)

    def quantized() -> bool:
        """Whether a vertex is stored as only KHR_mesh_quantization, which has no object, allows."""
        primitives = (p for mesh in glb.document.get("meshes", []) for p in mesh["primitives"])
        names = ("POSITION", "NORMAL")
        stored = (p["attributes"] for p in primitives)
        numbers = (held[name] for held in stored for name in names if name in held)
        accessors = glb.document.get("accessors", [])
        return any(accessors[number]["componentType"] != 5126 for number in numbers)

    found, said = set(used(glb.document)), set(glb.document.get("extensionsUsed", []))
    found |= {"KHR_mesh_quantization"} if quantized() else set()
    if found != said:
        yield f"extensionsUsed says {sorted(said)}, in use are {sorted(found)}"
    if not set(glb.document.get("extensionsRequired", [])) <= said:
        yield "extensionsRequired names one that is not used"


def _tables(glb: Glb) -> list[dict[str, Any]]:
    metadata = glb.document.get("extensions", {}).get("EXT_structural_metadata", {})
    return list(metadata.get("propertyTables", []))


def _metadata(glb: Glb) -> Iterator[str]:
    for table in _tables(glb):
        schema = glb.document["extensions"]["EXT_structural_metadata"]["schema"]
        names = [schema["id"], *schema["classes"], *schema["classes"][table["class"]]["properties"]]
        yield from (f"{name} is no identifier" for name in names if not _IDENTIFIER.match(name))
        if table["count"] < 1:
            yield "a property table is empty"
        for name, column in table["properties"].items():
            if name not in schema["classes"][table["class"]]["properties"]:
                yield f"column {name} is not in the class"
            yield from _column(glb, name, column, table["count"])


def _column(glb: Glb, name: str, column: dict[str, Any], count: int) -> Iterator[str]:
    offsets = np.frombuffer(
        glb.view(column["stringOffsets"]), _OFFSETS[column.get("stringOffsetType", "UINT32")]
    )
    view = glb.document["bufferViews"][column["stringOffsets"]]
    if view.get("byteOffset", 0) % offsets.itemsize:
        yield f"the offsets of {name} are not aligned"
    values = glb.view(column["values"])
    if len(offsets) != count + 1 or offsets[0] != 0 or offsets[-1] != len(values):
        yield f"the offsets of {name} do not span its values"
    elif (np.diff(offsets.astype(np.int64)) < 0).any():
        yield f"the offsets of {name} go back"
    values.decode()  # raises for what is not UTF-8


def _primitive(glb: Glb, primitive: dict[str, Any]) -> Iterator[str]:
    features = primitive.get("extensions", {}).get("EXT_mesh_features")
    named = [name for name in primitive["attributes"] if name.startswith("_FEATURE_ID_")]
    if named and features is None:
        yield "a primitive has feature ids that nothing explains"
    if features is not None:
        count = glb.document["accessors"][primitive["attributes"]["POSITION"]]["count"]
        yield from _feature_ids(glb, features, primitive["attributes"], count)


def _node(glb: Glb, node: dict[str, Any]) -> Iterator[str]:
    extensions = node.get("extensions", {})
    instancing = extensions.get(INSTANCING)
    if "EXT_instance_features" in extensions and instancing is None:
        yield "a node has EXT_instance_features and no instances"
    if instancing is None:
        return
    attributes = instancing["attributes"]
    accessors = {name: glb.document["accessors"][number] for name, number in attributes.items()}
    counts = {accessor["count"] for accessor in accessors.values()}
    if len(counts) != 1:
        yield "the attributes of an instanced node differ in length"
    for name, kind in _PARTS.items():
        if name in accessors and accessors[name]["type"] != kind:
            yield f"{name} is no {kind}"
    if "ROTATION" in attributes:
        lengths = np.linalg.norm(glb.array(attributes["ROTATION"]).astype(float), axis=1)
        if (np.abs(lengths - 1) > _UNIT).any():
            yield "a rotation is no unit quaternion"
    if "EXT_instance_features" in extensions:
        features = extensions["EXT_instance_features"]
        yield from _feature_ids(glb, features, attributes, counts.pop())


def _feature_ids(
    glb: Glb, features: dict[str, Any], attributes: dict[str, int], count: int
) -> Iterator[str]:
    for feature in features["featureIds"]:
        name = f"_FEATURE_ID_{feature['attribute']}"
        if name not in attributes:
            yield f"{name} is missing"
            continue
        accessor = glb.document["accessors"][attributes[name]]
        if accessor["type"] != "SCALAR" or accessor.get("normalized") or accessor["count"] != count:
            yield f"{name} is not a plain number for each of {count}"
        rows = glb.array(attributes[name]).astype(float)
        if (rows != rows.astype(int)).any() or rows.min() < 0:
            yield f"{name} holds what is no row"
        if rows.max() >= _tables(glb)[feature["propertyTable"]]["count"]:
            yield f"{name} goes beyond the table"
        if feature["featureCount"] != len(np.unique(rows)):
            yield f"featureCount says {feature['featureCount']}"
