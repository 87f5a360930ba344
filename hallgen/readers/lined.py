"""JSON and YAML with the line of every record, so that a fault can be shown where it is."""

from __future__ import annotations

import json
import json.decoder
import json.scanner
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import yaml

#: Values of a document, those that it repeats by aliases counted each time: a few lines of YAML
#: can stand for billions. No list has so many, and what is read after this walks all of them.
MOST_VALUES = 1_000_000


class Lined(dict[str, Any]):
    """A map that knows the line it begins on, and of YAML the line of each of its keys."""

    line: int
    lines: dict[str, int]
    repeated: list[tuple[str, int]]

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines = {}
        self.repeated = []


class SyntaxFault(Exception):  # noqa: N818 - never leaves the readers
    """Text that is no JSON or YAML: where it stops being so, and why."""

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def read_json(text: str) -> object:
    """The document in `text`. Raises SyntaxFault.

    Numbers stay as they are written where a float could not hold them.
    """
    breaks = [match.start() for match in re.finditer("\n", text)]

    class Decoder(json.JSONDecoder):
        def __init__(self) -> None:
            super().__init__(parse_constant=_no_constant, parse_int=_integer)
            inner: Callable[..., tuple[dict[str, Any], int]] = json.decoder.JSONObject  # type: ignore[attr-defined]

            def parse_object(s_and_end: tuple[str, int], *rest: Any) -> tuple[Lined, int]:
                found, end = inner(s_and_end, *rest)
                # The opening brace is the character before where the object's inside begins.
                lined = Lined(bisect_right(breaks, s_and_end[1] - 1) + 1)
                lined.update(found)
                return lined, end

            self.parse_object = parse_object
            # Only the scanner in Python asks `parse_object`; the one in C has its own.
            self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    try:
        return Decoder().decode(text)
    except json.JSONDecodeError as fault:
        raise SyntaxFault(fault.lineno, f"{fault.msg} at column {fault.colno}") from fault
    except RecursionError as fault:
        raise SyntaxFault(None, "it is nested too deep") from fault
    except ValueError as fault:
        raise SyntaxFault(None, str(fault)) from fault


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _integer(digits: str) -> int | str:
    return digits if len(digits) > 18 else int(digits)


class _Loader(yaml.SafeLoader):
    """Plain scalars stay as they are written: 010 and 4.10 are numbers of booths and halls,
    NO is a country. Only true, false and null are not text.
    """

    def construct_scalar(self, node: yaml.ScalarNode | yaml.MappingNode) -> Any:
        """Text that can be written again: two halves of a character are one, and one is none."""
        said = super().construct_scalar(node)
        if not isinstance(said, str) or said.isascii():
            return said
        return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _map(loader: _Loader, node: yaml.MappingNode) -> Lined:
    lined = Lined(node.start_mark.line + 1)
    loader.flatten_mapping(node)
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        line = key_node.start_mark.line + 1
        if key in lined:
            lined.repeated.append((key, line))
        lined[key] = loader.construct_object(value_node, deep=True)
        lined.lines[key] = line
    return lined


def _truth(loader: _Loader, node: yaml.ScalarNode) -> bool | str:
    said = str(loader.construct_scalar(node))
    return {"true": True, "false": False}.get(said.lower(), said)


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"^(?:<<)$"), ["<"])
_KNOWN_TAGS = ("null", "seq", "str")
_Loader.yaml_constructors = {
    **{
        tag: known
        for tag, known in yaml.SafeLoader.yaml_constructors.items()
        if tag is None or tag.rpartition(":")[2] in _KNOWN_TAGS
    },
    # Numbers and times are text here, also where somebody says what they are.
    **{
        f"tag:yaml.org,2002:{tag}": yaml.SafeLoader.construct_yaml_str
        for tag in ("int", "float", "timestamp")
    },
    "tag:yaml.org,2002:bool": _truth,
    "tag:yaml.org,2002:map": _map,
}


def _values_in(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node stands for, with all that it repeats. Raises SyntaxFault where that
    has no end, or one too far away. `known` are those of nodes that were counted.
    """
    if isinstance(node, yaml.ScalarNode):
        return 1
    line = node.start_mark.line + 1
    count = known.get(id(node))
    if count == 0:
        raise SyntaxFault(line, "what stands here refers to itself")
    if count is None:
        known[id(node)] = 0  # what comes here again before it is counted stands in itself
        count = 1
        for item in node.value:
            for inner in item if isinstance(item, tuple) else (item,):
                count += _values_in(inner, known)
                if count > MOST_VALUES:
                    reason = f"it stands for more than {MOST_VALUES:,} values"
                    raise SyntaxFault(line, reason)
        known[id(node)] = count
    return count


def read_yaml(text: str) -> object:
    """The first document in `text`. Raises SyntaxFault."""
    try:
        loader = _Loader(text)
        try:
            node = loader.get_node() if loader.check_node() else None
            if node is None:
                return None
            _values_in(node, {})
            return loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        reason = (fault.problem or fault.context or "it is no YAML").replace("\\t", "a tab")
        raise SyntaxFault(None if mark is None else mark.line + 1, reason) from fault
    except yaml.YAMLError as fault:
        raise SyntaxFault(None, str(fault).split("\n")[0]) from fault
    except (RecursionError, ValueError, TypeError) as fault:
        raise SyntaxFault(None, "it is nested too deep or refers to itself") from fault
