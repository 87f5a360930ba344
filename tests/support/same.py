"""Two fairs side by side: all that a reader of the second would know otherwise."""

from __future__ import annotations

from typing import Any

from hallgen.model import Fair, Gate, Polygon, Text

#: Where a thing was written, and the words in which a list referred to booths, are of the files.
_OF_FILES = {"place", "folder", "references"}


def bare(value: Any) -> Any:
    """A thing of the model as plain data: texts without the order of their languages, outlines
    without the corner they begin at, nothing of the files it was in.
    """
    if isinstance(value, Text):
        return dict(value.said)
    if isinstance(value, Polygon):
        return ring(value.outer), sorted(ring(hole) for hole in value.holes)
    if hasattr(value, "__class__") and hasattr(type(value), "model_fields"):
        names = [name for name in type(value).model_fields if name not in _OF_FILES]
        return {name: bare(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [bare(one) for one in value]
    return value


def ring(points: Any) -> tuple[Any, ...]:
    """A ring from its least corner on, in one direction."""
    points = tuple(points)
    at = points.index(min(points))
    there = points[at:] + points[:at]
    back = (there[0], *reversed(there[1:]))
    return min(there, back)


def gates_by_order(gates: tuple[Gate, ...]) -> list[Any]:
    """Gates without their ids, which count them."""
    return [{key: said for key, said in bare(gate).items() if key != "id"} for gate in gates]


def differences(one: Fair, other: Fair) -> list[str]:
    """Each place in which two fairs differ, as a path and both values."""
    return list(_differ("", bare(one), bare(other)))


def _differ(path: str, one: Any, other: Any) -> Any:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            yield from _differ(f"{path}.{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _differ(f"{path}[{at}]", left, right)
    elif one != other:
        yield f"{path}: {one!r} is {other!r}"
