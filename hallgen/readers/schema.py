"""JSON Schemas of what people write, made from the types: editors complete and check by them.

`python -m hallgen.readers.schema` writes them to `assets/schema/`.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic import BaseModel

from hallgen.model import BoothChoices
from hallgen.readers.fair_file import FairFile
from hallgen.readers.fields import TEXT_FIELDS, TableKind, fields_of
from hallgen.readers.tours_file import ToursFile
from hallgen.readers.whole_fair import whole_fair_schema
from hallgen.resources import assets

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_NEEDED: Final = {
    TableKind.EXHIBITORS: ["name"],
    TableKind.PRODUCTS: ["name", "exhibitor"],
    TableKind.PROGRAMME: ["title", "start"],
}
_LISTS: Final = frozenset({"booth", "hall", "tags", "images", "documents", "panoramas"})
_TEXT: Final[dict[str, Any]] = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "additionalProperties": {"type": "string"}},
    ]
}


def schemas() -> dict[str, str]:
    """The schemas by file name: of what is written in YAML, of rows of JSON and YAML tables, and of
    a whole fair in JSON.
    """
    documents = {
        "fair.schema.json": _fair(),
        "booth.schema.json": _whole(BoothChoices),
        "tours.schema.json": _whole(ToursFile),
        "whole-fair.schema.json": {"$schema": _DRAFT, **_untitled(whole_fair_schema())},
    }
    for kind, needed in _NEEDED.items():
        documents[f"{kind}.schema.json"] = _table(kind, needed)
    return {name: _written(document) for name, document in documents.items()}


def _fair() -> dict[str, Any]:
    schema = _untitled(FairFile.model_json_schema())
    # The reader takes a number as it is written, so that `id: 4.1` needs no quotes.
    for name in ("HallEntry", "Zone"):
        schema["$defs"][name]["properties"]["id"]["type"] = ["string", "number"]
    schema["$defs"]["Counts"]["properties"]["site"]["type"] = ["string", "number"]
    schema["required"].append("halls")  # only a reader can do without
    return {"$schema": _DRAFT, **schema}


def _whole(file: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": _DRAFT, **_untitled(file.model_json_schema())}


def _table(kind: TableKind, needed: list[str]) -> dict[str, Any]:
    properties = {field: _field(field) for field in fields_of(kind)}
    if kind is TableKind.PRODUCTS:
        properties["spec"] = {
            "type": "object",
            "additionalProperties": {"type": ["string", "number"]},
        }
    row = {"type": "object", "properties": properties, "required": needed}
    return {"$schema": _DRAFT, "type": "array", "items": row}


def _field(field: str) -> dict[str, Any]:
    if field in _LISTS:
        scalar: dict[str, Any] = {"type": ["string", "number"]}
        return {"anyOf": [scalar, {"type": "array", "items": scalar}]}
    if field in {"category", "speakers"}:
        return {"anyOf": [*_TEXT["anyOf"], {"type": "array", "items": {"type": "string"}}]}
    if field == "highlight":
        return {"type": ["boolean", "string"]}
    return _TEXT if field in TEXT_FIELDS else {"type": ["string", "number"]}


def _untitled(schema: Any) -> Any:
    """Without the titles that pydantic makes of every name, which say nothing more."""
    if isinstance(schema, dict):
        return {
            key: _untitled(value)
            for key, value in schema.items()
            if key != "title" or not isinstance(value, str)
        }
    return [_untitled(item) for item in schema] if isinstance(schema, list) else schema


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    folder = assets() / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
