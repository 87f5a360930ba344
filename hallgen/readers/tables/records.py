"""Records of JSON and YAML files: nested lists walked, leaves named by their path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass

from hallgen.readers.lined import Lined

#: So many records alike are a list that is kept by key, and no map of different things.
_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A record, the line where it begins, and the values of it and of those it lies in."""

    line: int | None
    values: dict[str, object]


def records_of(document: object, path: str) -> list[Found] | None:
    """The records at `path` with the leaves of their ancestors; None if it leads nowhere."""
    steps = tuple(filter(None, path.split(".")))
    found = list(_walk(document, steps, (), {}))
    return found if found or _leads_somewhere(document, steps) else None


def guess_path(document: object) -> str | None:
    """The path to take where nobody gives one; '' is the document itself, None that there is none.

    It is the list that the document is, else the longest of the lists of records that lie
    least deep.
    """
    steps = _guess(document)
    return None if steps is None else ".".join(steps)


def every_path(document: object) -> tuple[str, ...]:
    """The paths to all lists of records, the outer ones first."""
    found: dict[str, None] = {}

    def look(value: object, steps: tuple[str, ...]) -> None:
        if _is_list_of_records(value) or (steps and _is_kept_by_key(value)):
            found.setdefault(".".join(steps))
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                for key, inner in item.items():
                    look(inner, (*steps, str(key)))

    look(document, ())
    return tuple(sorted(found, key=lambda path: path.count(".") + bool(path)))


def columns_of(found: list[Found]) -> tuple[str, ...]:
    """Every name that any record has a value for, in the order of first sight."""
    return tuple(dict.fromkeys(name for one in found for name in one.values))


def _walk(
    value: object, steps: tuple[str, ...], done: tuple[str, ...], above: dict[str, object]
) -> Iterator[Found]:
    """Every record under `value`, `steps` still to go; `above` is what its ancestors say."""
    if isinstance(value, list):
        for item in value:
            if steps and isinstance(item, Mapping):
                leaves = dict(_leaves(item, ".".join(done), steps))
                yield from _walk(item, steps, done, {**above, **leaves})
            else:
                yield from _walk_item(item, steps, done, above)
    elif steps and isinstance(value, Mapping):
        if steps[0] in value:
            yield from _walk(value[steps[0]], steps[1:], (*done, steps[0]), above)
    elif not steps and _is_keyed(value):
        assert isinstance(value, Mapping)  # noqa: S101 - what _is_keyed tells
        for key, item in value.items():
            yield Found(_line(item), {"key": str(key), **above, **dict(_leaves(item, "", ()))})
    elif not steps and isinstance(value, Mapping):
        yield from _walk_item(value, steps, done, above)


def _walk_item(
    item: object, steps: tuple[str, ...], done: tuple[str, ...], above: dict[str, object]
) -> Iterator[Found]:
    if isinstance(item, list):
        yield from _walk(item, steps, done, above)
    elif isinstance(item, Mapping):
        yield Found(_line(item), {**above, **dict(_leaves(item, "", ()))})
    elif not steps and item is not None:
        yield Found(None, {**above, "value": item})


def _leaves(value: object, prefix: str, skip: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """What a record says, by path; of a list of records, the list of what each says.

    `skip` are the steps towards the records that are walked on their own.
    """
    if not isinstance(value, Mapping):
        if prefix:
            yield prefix, value
        return
    for key, inner in value.items():
        if skip and key == skip[0] and not isinstance(inner, Mapping):
            continue
        name = f"{prefix}.{key}" if prefix else str(key)
        if isinstance(inner, list) and inner and all(isinstance(i, Mapping) for i in inner):
            gathered: dict[str, list[object]] = {}
            for item in inner:
                for leaf, said in _leaves(item, name, ()):
                    gathered.setdefault(leaf, []).append(said)
            yield from gathered.items()
        else:
            yield from _leaves(inner, name, skip[1:] if skip and key == skip[0] else ())


def _guess(document: object) -> tuple[str, ...] | None:
    if isinstance(document, list):
        return ()
    level: list[tuple[tuple[str, ...], object]] = [((), document)]
    while level:
        lists = [(path, value) for path, value in level if _is_list_of_records(value)]
        lists = lists or [(p, value) for p, value in level if p and _is_kept_by_key(value)]
        if lists:
            return max(lists, key=lambda one: len(one[1]) if isinstance(one[1], Sized) else 0)[0]
        level = [
            ((*path, str(key)), inner)
            for path, value in level
            if isinstance(value, Mapping)
            for key, inner in value.items()
        ]
    return () if _is_keyed(document) else None


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _is_keyed(value: object) -> bool:
    """A map from key to record, which some files have in place of a list."""
    return (
        isinstance(value, Mapping)
        and len(value) > 1
        and all(isinstance(item, Mapping) for item in value.values())
    )


def _is_kept_by_key(value: object) -> bool:
    """A map within a document whose members are records alike, each by its number or id."""
    if not isinstance(value, Mapping) or len(value) < _ALIKE or not _is_keyed(value):
        return False
    first = set(next(iter(value.values())))
    return bool(first) and all(2 * len(first & set(item)) >= len(first) for item in value.values())


def _leads_somewhere(document: object, steps: tuple[str, ...]) -> bool:
    """Whether the path ends at a list, though an empty one."""
    for step in steps:
        items = document if isinstance(document, list) else [document]
        document = next((i[step] for i in items if isinstance(i, Mapping) and step in i), None)
    return isinstance(document, list)


def _line(item: object) -> int | None:
    return item.line if isinstance(item, Lined) else None
