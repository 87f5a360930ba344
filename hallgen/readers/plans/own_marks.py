"""What hallgen's own exports write beside a shape of a drawing: number, name, zone and kind.

An SVG has them as attributes (`data-hallgen-number="A01"`), a DXF as extended data of the
application HALLGEN ("number=A01"). Whoever draws on in another program keeps them, so a drawing
that went out comes back as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from hallgen.model import Text
from hallgen.readers.fair_file import Role
from hallgen.readers.plans.kinds import role_of_kind

#: Attributes of an SVG begin so, and the application in a DXF is called so.
PREFIX: Final = "data-hallgen-"
APPLICATION: Final = "HALLGEN"
KEYS: Final = ("number", "name", "zone", "kind")
#: A text of extended data has 255 bytes at most; further pieces of it begin with a plus.
PIECE: Final = 60
#: What would end a line of a DXF goes out as "%000A", and a per cent sign as well.
_BREAKS: Final = re.compile(r"[%\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED: Final = re.compile(r"%([0-9A-F]{4})")


def said_of(values: Mapping[str, str]) -> tuple[dict[str, str], Text, Role | None]:
    """The fields of a shape, its name in languages, and what it is, from values by their keys.

    A name may be one text, or a map in JSON from languages to texts.
    """
    names = _names(values.get("name", ""))
    said = {key: values.get(key, "") for key in KEYS} | {"name": names.best("en")}
    return said, names, role_of_kind(said["kind"])


def from_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    """The values of an element of an SVG, by their keys."""
    return {key: attributes[PREFIX + key] for key in KEYS if PREFIX + key in attributes}


def from_texts(texts: Iterable[str]) -> dict[str, str]:
    """The values in the texts of extended data."""
    values: dict[str, str] = {}
    last = ""
    for text in texts:
        if text.startswith("+") and last:
            values[last] += text[1:]
            continue
        key, _, value = text.partition("=")
        if key in KEYS:
            values[key], last = value, key
    return {key: _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) for key, text in values.items()}


def as_texts(values: Mapping[str, str]) -> list[str]:
    """Values as texts of extended data; `from_texts` gives them back."""
    texts: list[str] = []
    for key, said in values.items():
        value = _BREAKS.sub(lambda m: f"%{ord(m[0]):04X}", said)
        pieces = [value[at : at + PIECE] for at in range(0, len(value), PIECE)] or [""]
        texts.append(f"{key}={pieces[0]}")
        texts += [f"+{piece}" for piece in pieces[1:]]
    return texts


def written_name(name: Text) -> str:
    """A name as `said_of` reads it."""
    said = name.model_dump()
    plain = isinstance(said, str) and not said.startswith("{")
    return str(said) if plain else json.dumps(dict(name.said), ensure_ascii=False)


def _names(text: str) -> Text:
    if text.startswith("{"):
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return Text.model_validate(text)
        if isinstance(said, dict):
            return Text.model_validate({k: v for k, v in said.items() if isinstance(v, str)})
    return Text.model_validate(text)
