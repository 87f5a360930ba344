"""YAML that people write, changed at one place: comments, order and all else stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import yaml

from hallgen.errors import UsageError
from hallgen.readers.lined import SyntaxFault, read_yaml

#: What a form writes: a text, texts by language, or a list of them. None takes a key away.
Value = str | Mapping[str, str] | Sequence[str] | None

_WIDE: Final = 1_000_000


def with_value(text: str, key: str, value: Value) -> str:
    """A map of keys and values in which `key` has a value, or is not there.

    Comments within the value that goes are gone with it. Raises UsageError where the text is no
    such map, or is written so that only a person can change it.
    """
    try:
        before = read_yaml(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        changed = _changed(text, root, key, value)
        after = _plain(read_yaml(changed))
    except (SyntaxFault, yaml.YAMLError, RecursionError) as fault:
        raise UsageError(f"It is no YAML that can be changed: {fault}.") from fault
    wanted = dict(_plain(before) or {})
    wanted.pop(key, None)
    if value is not None:
        wanted[key] = _as_read(value)
    if (after or {}) != wanted:
        raise UsageError(f"{key!r} is written in a way that only a person can change.")
    return changed


def end_of(node: yaml.Node) -> int:
    """Where the text of a value ends: PyYAML's own mark of a block is behind all that follows."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return max(end_of(value) for _, value in node.value)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return max(map(end_of, node.value))
    return int(node.end_mark.index)


def scalar(value: str) -> str:
    """A text as YAML has it: plain where that is sure to be read as it is, else in quotes."""
    plain = value.isascii() and value.replace("/", "").replace("-", "").replace(".", "").isalnum()
    sure = plain and value[:1].isalpha() and value.casefold() not in ("yes", "no", "true", "false")
    return value if sure and value.casefold() not in ("on", "off", "null") else quoted(value)


def quoted(value: str) -> str:
    """A text in quotes on one line, whatever is in it."""
    written: str = yaml.dump(value, default_style='"', allow_unicode=True, width=_WIDE)
    return written.rstrip("\n")


def _changed(text: str, root: yaml.Node | None, key: str, value: Value) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    entry = None if value is None else f"{scalar(key)}: {_flow(value)}"
    if root is None:
        return text if entry is None else f"{_ended(text, line_end)}{entry}{line_end}"
    if not isinstance(root, yaml.MappingNode):
        raise UsageError("It is no map of keys and values.")
    pairs = [(name, inner) for name, inner in root.value if name.value == key]
    if root.flow_style:
        return _in_braces(text, root, key, value)
    if not pairs:
        return text if entry is None else f"{_ended(text, line_end)}{entry}{line_end}"
    name, inner = pairs[-1]
    start, end = name.start_mark.index, end_of(inner)
    end = start + len(text[start:end].rstrip())
    if entry is not None:
        return text[:start] + entry + text[end:]
    line = text.find("\n", end)
    return text[:start] + ("" if line < 0 else text[line + 1 :])


def _in_braces(text: str, root: yaml.MappingNode, key: str, value: Value) -> str:
    """A map in braces: its other members as they are written."""
    members = [
        text[name.start_mark.index : end_of(inner)]
        for name, inner in root.value
        if name.value != key
    ]
    if value is not None:
        members.append(f"{scalar(key)}: {_flow(value)}")
    inside = ", ".join(members)
    return f"{text[: root.start_mark.index]}{{{inside}}}{text[root.end_mark.index :]}"


def _flow(value: str | Mapping[str, str] | Sequence[str]) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(k)}: {scalar(said)}' for k, said in value.items())}}}"
    return f"[{', '.join(map(scalar, value))}]"


def _ended(text: str, line_end: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}{line_end}"


def _plain(value: object) -> dict[str, object] | None:
    """The map of a document without what our reader remembers; None where it is empty."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise UsageError("It is no map of keys and values.")
    return {str(key): bare(inner) for key, inner in value.items()}


def _as_read(value: str | Mapping[str, str] | Sequence[str]) -> object:
    if isinstance(value, str):
        return value
    return dict(value) if isinstance(value, Mapping) else list(value)


def bare(value: object) -> object:
    """A document's value without the lines that our reader remembers."""
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items()}
    return [bare(inner) for inner in value] if isinstance(value, list) else value
