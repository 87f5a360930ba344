"""What may be written in YAML and in tables, as the JSON Schemas have it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hallgen.readers.fields import TableKind
from hallgen.readers.schema import schemas
from tools.reference.markdown import code, table

_Schema = Mapping[str, Any]


def fair_page() -> str:
    return _document("fair.yaml", "fair.schema.json", "[The fair folder](../fair-folder.md)")


def booth_page() -> str:
    return _document("booth.yaml", "booth.schema.json", "[Styles](../fair-folder.md#styles)")


def tours_page() -> str:
    where = "[Hot spots and tours](../fair-folder.md#hot-spots-and-tours)"
    return _document("tours.yaml", "tours.schema.json", where)


def tables_page() -> str:
    """The fields of the three tables, of rows in JSON and YAML and of columns elsewhere."""
    text = "# Tables\n\nThe fields of lists. "
    text += "[Lists](../fair-folder.md#lists) tells how columns are found.\n"
    for kind in (TableKind.EXHIBITORS, TableKind.PRODUCTS, TableKind.PROGRAMME):
        schema = json.loads(schemas()[f"{kind.value}.schema.json"])["items"]
        text += f"\n## {kind.value.capitalize()}\n\n" + _keys(schema)
    return text


def _document(name: str, file: str, guide: str) -> str:
    schema = json.loads(schemas()[file])
    text = f"# {name}\n\nEvery key and what it may hold, from `assets/schema/{file}`. "
    text += f"{guide} explains them with examples.\n\n{_said(schema)}" + _keys(schema)
    for title, inner in sorted(schema.get("$defs", {}).items()):
        text += f"\n## {title}\n\n{_said(inner)}" + _definition(inner)
    return text


def _definition(schema: _Schema) -> str:
    if "properties" in schema:
        return _keys(schema)
    return f"{_type(schema)}\n"


def _said(schema: _Schema) -> str:
    """Its description, without the links that only its type's name would lead by."""
    return f"{schema['description']}\n\n" if "description" in schema else ""


def _keys(schema: _Schema) -> str:
    required = set(schema.get("required", ()))
    return table(["key", "holds", "if left out"], _rows(schema["properties"], required))


def _rows(properties: _Schema, required: set[str]) -> Iterator[tuple[str, str, str]]:
    for name, holds in properties.items():
        left_out = "must be there" if name in required else _default(holds)
        yield code(name), _type(holds), left_out


def _default(schema: _Schema) -> str:
    """What is taken instead; of parts that have a table of their own, that tells it."""
    default = schema.get("default")
    return (
        "" if default in (None, [], "") or isinstance(default, dict) else code(json.dumps(default))
    )


def _type(schema: _Schema) -> str:
    """What a value may be, in words; other parts of the page by links."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"] if one.get("type") != "null")
    if "enum" in schema:
        return ", ".join(code(str(one)) for one in schema["enum"])
    if "const" in schema:
        return code(str(schema["const"]))
    return _plain(schema)


def _plain(schema: _Schema) -> str:
    kind = schema.get("type", "anything")
    kinds = [kind] if isinstance(kind, str) else [one for one in kind if one != "null"]
    words = " or ".join(kinds)
    if "items" in schema:
        words = f"list of {_type(schema['items'])}"
    if isinstance(inner := schema.get("additionalProperties"), Mapping):
        words = f"map to {_type(inner)}"
    if "format" in schema:
        words += f" ({schema['format']})"
    if "pattern" in schema:
        words += f" like {code(schema['pattern'])}"
    limits = {"minimum": "≥", "exclusiveMinimum": ">", "maximum": "≤", "exclusiveMaximum": "<"}
    return words + "".join(
        f", {sign} {schema[key]:g}" for key, sign in limits.items() if key in schema
    )
