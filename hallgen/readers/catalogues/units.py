"""Values with their units, as a data sheet shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import yaml

from hallgen.model import UNDETERMINED, Text
from hallgen.resources import assets

#: A trailing .0 is how programs write whole numbers.
_WHOLE: Final = re.compile(r"^([+-]?\d+)\.0+$")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


def unit_symbol(code: str) -> str:
    """How a unit is written: "MMT" is mm; a code that is not known stays as it is."""
    return _symbols().get(code.strip().upper(), code.strip())


def with_unit(values: Sequence[str], unit: str) -> str:
    """Two values and the unit's code as one text: "110, 220 V"."""
    said = ", ".join(_WHOLE.sub(r"\1", value.strip()) for value in values if value.strip())
    symbol = unit_symbol(unit)
    if not said or not symbol:
        return said
    return f"{said}{symbol}" if symbol == "°" else f"{said} {symbol}"


def value_text(words: str, language: str) -> Text:
    """A value in a language; figures and units are in none."""
    tag = language if _LETTERS.search(words) and not re.match(r"^[\d.,+\-…\s]+", words) else ""
    return Text.model_validate({tag or UNDETERMINED: words})


@cache
def _symbols() -> dict[str, str]:
    text = (assets() / "units.yaml").read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - our own file, all texts
    return loaded
