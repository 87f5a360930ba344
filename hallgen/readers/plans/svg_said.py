"""What an SVG element says of itself beside its id: data attributes, and ids that are JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from hallgen.readers.plans.markup import Element
from hallgen.readers.plans.numbers import number_in

#: Words of data attributes as interactive plans have them: data-booth-id, data-stand, data-no.
_NUMBER = re.compile(
    r"(?:data-)?(?:(?:booth|stand|stall|table|space|unit|room)s?"
    r"(?:[-_]?(?:id|no|nr|num|number|code|name|label))?|number|no|nr)$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:data-)?(?:exhibitor|company|vendor|tenant|occupant)(?:[-_]?name)?$", re.IGNORECASE
)
_KIND = re.compile(r"(?:data-)?(?:kind|type|category)$", re.IGNORECASE)
#: Values that say that something is so, not which.
_NO_VALUE = frozenset(("", "true", "false", "yes", "no", "null", "undefined", "none"))


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a shape, by itself or by the group it lies in; '' where nothing is."""

    number: str = ""
    name: str = ""
    kind: str = ""


#: What is said of the drawing as a whole.
NOTHING: Final = Said()


def said_of(element: Element, outer: Said) -> Said:
    """What an element says, and else what its groups do. Raises nothing: odd JSON says nothing."""
    pairs = {key: value for key, value in element.attributes.items() if key.startswith("data-")}
    pairs |= _in_id(element.attributes.get("id", ""))
    titled = number_in(_title(element), None)
    if titled and element.tag != "svg":
        pairs.setdefault("number", titled)
    if not pairs:
        return outer
    found = {
        field: _first(pairs, words)
        for field, words in (("number", _NUMBER), ("name", _NAME), ("kind", _KIND))
    }
    return replace(outer, **{field: value for field, value in found.items() if value})


def _title(element: Element) -> str:
    """What a screen reader says of it, and a browser shows beside the pointer."""
    said = next((child.text for child in element.children if child.tag == "title"), "")
    return " ".join((said or element.attributes.get("aria-label", "")).split())


def id_of(text: str) -> str:
    """An id as it is to be shown and matched: of a JSON object its own id."""
    said = _in_id(text)
    return said.get("id", text) if said else text


def _in_id(text: str) -> dict[str, str]:
    """The plain members of a JSON object that stands where an id should, as Figma exports names.

    A list of one is its member.
    """
    if not text.startswith("{"):
        return {}
    try:
        members = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(members, dict):
        return {}
    alone = {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value
        for key, value in members.items()
    }
    return {
        str(key): str(value)
        for key, value in alone.items()
        if isinstance(value, str | int) and not isinstance(value, bool)
    }


def _first(pairs: Mapping[str, str], words: re.Pattern[str]) -> str:
    values = (value.strip() for key, value in pairs.items() if words.match(key))
    return next((value for value in values if value.casefold() not in _NO_VALUE), "")
