"""YAML files that people write by hand: read with their lines, and mended fault by fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.readers.fair_faults import Fault, describe, fault_of
from hallgen.readers.inputs import MOST_BY_HAND, is_small
from hallgen.readers.lined import Lined, SyntaxFault, read_yaml
from hallgen.readers.tables.decoding import decode


def read_document(path: Path, shown: str, diagnostics: Diagnostics) -> Lined | None:
    """The map of keys and values in a YAML file, without empty ones; None where it is none.

    Faults name the file as `shown`.
    """
    if not is_small(path, shown, MOST_BY_HAND, diagnostics):
        return None
    try:
        document = read_yaml(decode(path.read_bytes()).text)
    except SyntaxFault as fault:
        place, message = Place(shown, fault.line), f"it cannot be read: {fault.reason}."
        diagnostics.add(codes.BAD_SYNTAX, place, message)
        return None
    if not isinstance(document, Lined):
        diagnostics.add(codes.BAD_SYNTAX, Place(shown, 1), "it is no map of keys and values.")
        return None
    for key, line in _repeated(document):
        diagnostics.add(codes.REPEATED_KEY, Place(shown, line, key), f"{key!r} stands twice.")
    _drop_empty(document)
    return document


def place_of(document: object, path: Sequence[str | int], file: str) -> Place:
    """Where in a file a path leads, or the nearest thing above it."""
    line, value, said = None, document, ""
    for step in path:
        said += f"[{step}]" if isinstance(step, int) else f".{step}" if said else step
        if isinstance(value, Lined) and step in value.lines:
            line = value.lines[str(step)]
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            line = value.line if isinstance(value, Lined) else line
        else:
            break
    return Place(file, line, said or None)


def mend(
    document: Lined,
    file: type[BaseModel],
    shown: str,
    diagnostics: Diagnostics,
    stand_ins: Mapping[str, Any] | None = None,
) -> None:
    """Take out what is wrong, telling it, until the rest is a `file`.

    `stand_ins` take the place of wrong keys at the top that it cannot do without.
    """
    mended: set[tuple[int, str]] = set()
    while True:
        try:
            file.model_validate(document)
        except ValidationError as invalid:
            faults = {
                fault.path: fault
                for fault in (fault_of(error, document) for error in invalid.errors())
            }
        else:
            return
        for fault in faults.values():
            if not fault.missing or (id(fault.container), str(fault.key)) not in mended:
                kind, message, advice = describe(fault, file)
                diagnostics.add(kind, place_of(document, fault.path, shown), message, advice)
        for fault in sorted(faults.values(), key=lambda one: _order(one.path), reverse=True):
            _take_out(fault, document, stand_ins or {}, mended)


def _order(path: tuple[str | int, ...]) -> tuple[tuple[int, str], ...]:
    """An order in which the items of a list stand as in the list."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _take_out(
    fault: Fault, document: Lined, stand_ins: Mapping[str, Any], mended: set[tuple[int, str]]
) -> None:
    """Remove a faulty value; an entry that lacks something goes as a whole."""
    if fault.container is document and fault.key in stand_ins:
        document[str(fault.key)] = stand_ins[str(fault.key)]
    elif not fault.missing:
        mended.add((id(fault.container), str(fault.key)))
        if isinstance(fault.container, Lined):
            fault.container.pop(str(fault.key), None)
        elif isinstance(fault.container, list) and isinstance(fault.key, int):
            del fault.container[fault.key]
    else:
        _remove(document, fault.container, mended)


def drop_repeated(document: Lined, key: str, shown: str, diagnostics: Diagnostics) -> None:
    """Of entries with the same id the first is kept."""
    seen: set[str] = set()
    for at, entry in enumerate(list(document.get(key) or ())):
        if entry["id"] in seen:
            place = place_of(document, (key, at, "id"), shown)
            diagnostics.add(codes.REPEATED_ID, place, f"the id {entry['id']!r} is taken already.")
            document[key] = [one for one in document[key] if one is not entry]
        seen.add(entry["id"])


def _remove(value: object, entry: object, mended: set[tuple[int, str]]) -> None:
    """Take the very map `entry` out of whatever holds it."""
    for key, inner in _items(value):
        if inner is not entry:
            _remove(inner, entry, mended)
        elif isinstance(value, Lined):
            mended.add((id(value), str(key)))
            del value[key]
        elif isinstance(value, list):
            value[:] = [one for one in value if one is not entry]


def _items(value: object) -> list[tuple[Any, object]]:
    if isinstance(value, Lined):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _drop_empty(value: object) -> None:
    """A key with nothing after it is as good as none."""
    for key, inner in _items(value):
        if inner is None and isinstance(value, Lined):
            del value[key]
        else:
            _drop_empty(inner)


def _repeated(value: object) -> Iterator[tuple[str, int]]:
    if isinstance(value, Lined):
        yield from value.repeated
    for _, inner in _items(value):
        yield from _repeated(inner)
