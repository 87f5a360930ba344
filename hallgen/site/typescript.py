"""Writes `viewer/src/manifest.ts` from the types of `hallgen.site.manifest`'s modules.

`python -m hallgen.site.typescript FILE` writes it; a test fails when the two drift apart.
Only what those types use is known: an annotation of another kind raises TypeError.
"""

from __future__ import annotations

import inspect
import json
import sys
import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from hallgen.model import Frozen
from hallgen.site.manifest import Spot, fair, page, places, search, shard, worth

_HEAD = """\
// Generated from hallgen/site/manifest. Do not edit: change the Python types instead.
//
// What the viewer reads: the page's own data block, and one shard per hall and language.
// Positions are the 3D scene's: metres, x to the right of the plan, z down the plan, y up.
// Addresses are relative to the site's root, without a leading slash.

/** x, z */
export type Spot = readonly [number, number];
"""

_MODULES = (places, shard, worth, page, fair, search)
_PLAIN = {str: "string", float: "number", int: "number", bool: "boolean"}


def manifest_types() -> str:
    """The text of the module, its interfaces in the order of the Python modules."""
    models = [
        thing
        for module in _MODULES
        for thing in vars(module).values()
        if inspect.isclass(thing)
        and issubclass(thing, Frozen)
        and thing.__module__ == module.__name__
    ]
    return "\n".join([_HEAD, *(_interface(model) for model in models)])


def _interface(model: type[Frozen]) -> str:
    lines = inspect.cleandoc(model.__doc__ or "").splitlines()
    comment = "\n".join(f" * {line}".rstrip() for line in lines)
    fields = "".join(
        f"  readonly {name}: {_type(field.annotation)};\n"
        for name, field in model.model_fields.items()
    )
    return f"/**\n{comment}\n */\nexport interface {model.__name__} {{\n{fields}}}\n"


def _type(annotation: Any) -> str:
    if annotation == Spot:
        return "Spot"
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if annotation is None or annotation is type(None):
        return "null"
    if inspect.isclass(annotation) and issubclass(annotation, Frozen):
        return annotation.__name__
    return _composed(get_origin(annotation), get_args(annotation))


def _composed(origin: Any, parts: tuple[Any, ...]) -> str:
    if origin is Literal:
        return " | ".join(json.dumps(part) for part in parts)
    if origin in (Union, types.UnionType):
        return " | ".join(_type(part) for part in parts)
    if origin is tuple and parts[-1] is Ellipsis:
        item = _type(parts[0])
        return f"readonly ({item})[]" if " " in item else f"readonly {item}[]"
    if origin is tuple:
        return f"readonly [{', '.join(_type(part) for part in parts)}]"
    if origin is dict and parts[0] is str:
        return f"Readonly<Record<string, {_type(parts[1])}>>"
    raise TypeError(f"No TypeScript for {origin}{list(parts)}")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manifest_types(), encoding="utf-8")
