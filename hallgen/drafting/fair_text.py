"""fair.yaml changed where a plan is named, and nowhere else: comments and order stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import yaml

from hallgen.errors import UsageError
from hallgen.readers.yaml_text import end_of, scalar

_BEFORE: Final = "# Corrected with `hallgen plan edit`; before, it was:"


def with_plan(text: str, hall: str, plan: Mapping[str, str], name: str | None = None) -> str:
    """The text of a fair.yaml in which the hall with the id `hall` has this plan, and this name if
    one is given. What its plan was stays as comments above it, once.

    Raises UsageError where the text has no such hall, or no plan in it.
    """
    entry = _entry(text, hall)
    if entry is None:
        raise UsageError(f"fair.yaml has no hall {hall!r} any more; nothing was changed in it.")
    changes = []
    if {key.value: getattr(value, "value", "") for key, value in entry["plan"][1].value} != plan:
        changes.append(_plan(text, entry["plan"], plan))
    if name is not None:
        changes += _name(text, entry, name)
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


Change = tuple[int, int, str]
Pair = tuple[yaml.Node, Any]


def _entry(text: str, hall: str) -> dict[str, Pair] | None:
    """The keys and values of a hall, with where they stand."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    halls = _members(root).get("halls") if isinstance(root, yaml.MappingNode) else None
    if halls is None or not isinstance(halls[1], yaml.SequenceNode):
        return None
    entries = [_members(item) for item in halls[1].value if isinstance(item, yaml.MappingNode)]
    return next(
        (e for e in entries if "plan" in e and "id" in e and e["id"][1].value == hall), None
    )


def _members(node: yaml.MappingNode) -> dict[str, Pair]:
    return {key.value: (key, value) for key, value in node.value}


def _plan(text: str, pair: Pair, plan: Mapping[str, str]) -> Change:
    key, value = pair
    start, end = key.start_mark.index, end_of(value)
    inner = " " * (key.start_mark.column + 2)
    if _is_flow(text, key):
        # A map within braces holds no block and no comment.
        return start, end, f"plan: {{{', '.join(f'{k}: {scalar(v)}' for k, v in plan.items())}}}"
    old = text[text.index(":", start) + 1 : end].strip("\n").splitlines()
    deep = min(len(line) - len(line.lstrip()) for line in old if line.strip())
    kept = [f"{inner}# {line[deep:]}".rstrip() for line in old]
    new = [f"{inner}{k}: {scalar(v)}" for k, v in plan.items()]
    return start, end, "\n".join(["plan:", f"{inner}{_BEFORE}", *kept, *new])


def _is_flow(text: str, key: yaml.Node) -> bool:
    """Whether a key stands in a map in braces: something else is on its line before it."""
    line = text[text.rfind("\n", 0, key.start_mark.index) + 1 : key.start_mark.index]
    return bool(line.replace("-", " ").strip())


def _name(text: str, entry: Mapping[str, Pair], name: str) -> list[Change]:
    """The hall's name, where it is a plain one or there is none yet."""
    if "name" in entry:
        value = entry["name"][1]
        if not isinstance(value, yaml.ScalarNode):
            return []  # in several languages: that is for a person
        return [(value.start_mark.index, value.end_mark.index, scalar(name))]
    key, value = entry["id"]
    at = value.end_mark.index
    if _is_flow(text, entry["plan"][0]):
        return [(at, at, f", name: {scalar(name)}")]
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return [(end, end, f"\n{' ' * key.start_mark.column}name: {scalar(name)}")]
