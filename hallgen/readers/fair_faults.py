"""pydantic's faults of fair.yaml, booth.yaml and tours.yaml in words for who wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from hallgen import codes
from hallgen.diagnostics import Code
from hallgen.readers.fair_file import FairFile
from hallgen.readers.lined import Lined
from hallgen.readers.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at `path`, and what holds it: `container[key]` is to be mended."""

    path: tuple[str | int, ...]
    container: object
    key: str | int
    kind: str
    message: str
    value: object
    context: Mapping[str, Any]

    @property
    def missing(self) -> bool:
        return self.kind == "missing"


def fault_of(error: ErrorDetails, document: Lined) -> Fault:
    """An error with its place in `document`: unions and validators add steps that lead nowhere."""
    container: object = document
    path: list[str | int] = []
    value: object = document
    for step in error["loc"]:
        inner = _step(value, step)
        if inner is _NOWHERE and error["type"] != "missing":
            break
        container, value = value, inner
        path.append(step)
    return Fault(
        tuple(path),
        container,
        path[-1],
        error["type"],
        error["msg"],
        None if value is _NOWHERE else value,
        error.get("ctx") or {},
    )


def describe(fault: Fault, file: type[BaseModel] = FairFile) -> tuple[Code, str, str | None]:
    """The code, what is wrong, and what to do (None for the code's own advice).

    `file` is the model of the whole file.
    """
    key = next(step for step in reversed(fault.path) if isinstance(step, str))
    entry = f"entry {fault.key + 1} of {key}" if isinstance(fault.key, int) else key
    known = keys_at(fault.path[:-1], file)
    if fault.kind == "missing":
        return codes.MISSING_KEY, f"{key!r} is missing.", _advice(key)
    if fault.kind == "extra_forbidden":
        near = did_you_mean(key, known)
        listed = f"The keys here are: {', '.join(known)}."
        return codes.UNKNOWN_KEY, f"{key!r} means nothing here.", near or listed
    if fault.kind == "too_short":
        return codes.BAD_VALUE, f"{entry} is empty.", _advice(key)
    said = f"{entry} is {_shown(fault.value)}, which is {_wrong(fault)}."
    return codes.BAD_VALUE, said, _choices(fault) or _advice(key)


def keys_at(path: tuple[str | int, ...], file: type[BaseModel] = FairFile) -> tuple[str, ...]:
    """The keys that the map at `path` of a file may have."""
    kind: Any = file
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel) and step in kind.model_fields:
            kind = _model_in(kind.model_fields[str(step)].annotation)
    return (
        tuple(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else ()
    )


_NOWHERE = object()

#: What to write, where the general advice would not help.
_ADVICE = {
    "id": "Use small letters, digits and hyphens, such as my-fair-2026.",
    "name": "Write a text, or one for each language: {zh: ..., en: ...}.",
    "languages": "Write a list of language tags, such as [zh, en].",
    "color": "Write a colour such as \"#1f4fa3\", in quotes.",
    "accent": "Write a colour such as \"#1f4fa3\", in quotes.",
    "claim": "Write a sentence, or one for each language: {zh: ..., en: ...}.",
    "intro": "Write a text, or one for each language: {zh: ..., en: ...}.",
    "plan": "Write `plan: {file: plans/hall-1.svg}`.",
    "file": "Write the path of the file, from the fair folder.",
    "halls": "Write a list: each hall begins with `- id:` and has a `plan`.",
    "exhibitors": "Write a list: each table begins with `- file:`.",
    "products": "Write a list: each table begins with `- file:`.",
    "programme": "Write a list: each table begins with `- file:`.",
    "pages": "Write a list: each page begins with `- id:` and has a `title` and `files`.",
    "hot_spots": "Write a list: each hot spot begins with `- id:` and has `stops`.",
    "tours": "Write a list: each tour begins with `- id:`.",
    "stops": "Write a list: each stop begins with `- booth:`, `- product:` or what else it is.",
    "format": "Write `format: 1`.",
    "start": "Write the day as 2026-09-22.",
    "end": "Write the day as 2026-09-22.",
    "timezone": "Write a name of the IANA zones, such as Asia/Shanghai or Europe/Berlin.",
    "endpoint": "Write the address in full, such as https://fair.example/enquiries.",
    "files": "Write the path of a Markdown file, or one for each language: {zh: ..., en: ...}.",
    "date": "Write the day as 2026-09-22.",
    "embeds": "Write a list of origins, such as [https://player.bilibili.com].",
    "publish": "Write `publish: {host: cloudflare-pages}`.",
    "service": "Write one of: own, plausible, matomo.",
    "address": "Write the address in full, such as https://counts.fair.example/.",
    "height": "Write the metres from floor to roof, such as 12.",
    "scale": "Write how many metres one unit of the drawing is, such as 0.01.",
}  # fmt: skip


def _advice(key: str) -> str | None:
    return _ADVICE.get(key)


def _choices(fault: Fault) -> str:
    """Of an enumeration, the values there are."""
    expected = fault.context.get("expected")
    if fault.kind != "enum" or not isinstance(expected, str):
        return ""
    names = expected.replace("'", "").replace(" or ", ", ").split(", ")
    return did_you_mean(str(fault.value), names) or f"Write one of: {', '.join(names)}."


def _wrong(fault: Fault) -> str:
    """What a value is not: "Input should be greater than 2" as "not greater than 2"."""
    if fault.kind in {"tuple_type", "list_type"}:
        return "not a list"
    if fault.kind == "string_pattern_mismatch":
        return "not written as it must be"
    if fault.kind in {"model_type", "model_attributes_type", "dict_type"}:
        return "not a map of keys and values"
    message = fault.message.split(", unable")[0]
    return "not " + message.removeprefix("Input should be ").removeprefix("Value error, ")


def _shown(value: object) -> str:
    if isinstance(value, Lined):
        return "a map"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "empty" if value is None else repr(value)[:60]


def _step(value: object, step: str | int) -> object:
    if isinstance(value, Lined) and isinstance(step, str):
        return value.get(step, _NOWHERE)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return _NOWHERE


def _model_in(annotation: Any) -> Any:
    """The model that an annotation such as `tuple[HallEntry, ...]` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in get_args(annotation))
    return next((model for model in found if model is not None), None)
