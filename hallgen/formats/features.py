"""Feature ids and their table: which booth or product a vertex or an instance belongs to.

After the extensions EXT_mesh_features, EXT_instance_features and EXT_structural_metadata.
Ids are stored as float32: glTF has no 32-bit integers for vertices, 16-bit ones would be
padded to the same four bytes, and a float is exact up to 2^24.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from hallgen.formats.arrays import Arrays
from hallgen.scene import Feature, Indices

ATTRIBUTE = "_FEATURE_ID_0"
MESH_FEATURES = "EXT_mesh_features"
INSTANCE_FEATURES = "EXT_instance_features"
STRUCTURAL_METADATA = "EXT_structural_metadata"

_COLUMNS = {
    "booth": "The booth's id",
    "product": "The product's id, or nothing",
    "exhibitor": "The exhibitor's id, or nothing",
}


def feature_ids(rows: Indices, features: int) -> dict[str, Any]:
    """The extension object that says: attribute 0 holds rows of property table 0.

    Raises ValueError where a row is not one of the table's `features` rows.
    """
    distinct = np.unique(rows)
    if distinct[-1] >= features:
        raise ValueError(f"Feature {distinct[-1]} is not in a table of {features}.")
    return {"featureIds": [{"featureCount": len(distinct), "attribute": 0, "propertyTable": 0}]}


def property_table(features: Sequence[Feature], arrays: Arrays) -> dict[str, Any]:
    """The extension object of the document with the table of all features.

    A column in which nobody says anything is left out, as a buffer view cannot be empty.
    """
    columns = {name: [getattr(feature, name) for feature in features] for name in _COLUMNS}
    return {
        "schema": {
            "id": "hallgen",
            "classes": {
                "feature": {
                    "name": "Feature",
                    "properties": {
                        name: {"description": text, "type": "STRING", "default": ""}
                        for name, text in _COLUMNS.items()
                    },
                }
            },
        },
        "propertyTables": [
            {
                "name": "features",
                "class": "feature",
                "count": len(features),
                "properties": {
                    name: _strings(values, arrays)
                    for name, values in columns.items()
                    if any(values)
                },
            }
        ],
    }


def _strings(values: Sequence[str], arrays: Arrays) -> dict[str, Any]:
    encoded = [value.encode() for value in values]
    offsets = np.cumsum([0, *map(len, encoded)]).astype("<u4")
    return {
        "values": arrays.view(b"".join(encoded)),
        "stringOffsets": arrays.view(offsets.tobytes()),
        "stringOffsetType": "UINT32",
    }
