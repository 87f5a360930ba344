"""What a product's row says of its data sheet, and of its classes in systems like ECLASS."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import ValidationError

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Classification, Specification, Text
from hallgen.readers.columns import Cells

_SYSTEM = re.compile(r"^(?:e.?class|etim|unspsc|hs|gpc)\b", re.IGNORECASE)
_COLON = re.compile(r"\s*[:：]\s*")


def read_specifications(cells: Cells) -> tuple[Specification, ...]:
    """The columns `spec.<name>`, in the order of the file, then the lines of `specifications`.

    Such a line is "Payload: 12 kg"; what has no colon is a value without a name. A cell may also be
    a list in JSON of pairs, `[["Payload", "12 kg"]]`, whose texts may have any sign in them.
    """
    named = ((field, field.removeprefix("spec.")) for field in cells.columns)
    columns = tuple(
        Specification(name=Text.model_validate(name), value=Text.model_validate(cells.text(field)))
        for field, name in named
        if field != name and cells.text(field)
    )
    paired = _paired(cells)
    if paired is not None:
        return columns + paired
    return columns + tuple(_line(said) for said in cells.said_items("specifications"))


def read_classifications(cells: Cells, diagnostics: Diagnostics) -> tuple[Classification, ...]:
    """The classes of a row: "ECLASS 13.0: 27274001; UNSPSC: 43211503", or a list in JSON of
    `{"system", "code", "name"}`.
    """
    found: list[Classification] = []
    listed = _json(cells.text("classification"))
    header = cells.columns.get("classification", "")
    header = header if _SYSTEM.match(header) else ""  # a column "ECLASS" says it for its cells
    for item in cells.items("classification") if listed is None else listed:
        system, _, code = (part.strip() for part in str(item).rpartition(":"))
        system = system or header
        said = item if isinstance(item, dict) else {"system": system, "code": code}
        try:
            found.append(Classification.model_validate(said))
        except ValidationError:
            message = f"{str(item)[:60]!r} is no class of a system."
            advice = "Write the system and the code, as in `ECLASS 13.0: 27274001`."
            diagnostics.add(codes.BAD_CELL, cells.row.place, message, advice)
    return tuple(dict.fromkeys(found))


def _paired(cells: Cells) -> tuple[Specification, ...] | None:
    """Lines that are lists of pairs, one list a language; None where a cell is another form."""
    texts = cells.said("specifications").said
    lists = {tag: _pairs(words) for tag, words in texts}
    if not lists or None in lists.values():
        return None
    longest = max(len(pairs or ()) for pairs in lists.values())

    def side(at: int, which: int) -> Text:
        return Text.model_validate(
            {tag: pairs[at][which] for tag, pairs in lists.items() if pairs and at < len(pairs)}
        )

    lines = (Specification(name=side(at, 0), value=side(at, 1)) for at in range(longest))
    return tuple(line for line in lines if line.name or line.value)


def _pairs(text: str) -> list[list[str]] | None:
    """A list in JSON of pairs of texts; None where the text is none."""
    listed = _json(text)
    if listed is None or not all(
        isinstance(one, list) and len(one) == 2 and all(isinstance(side, str) for side in one)
        for one in listed
    ):
        return None
    return listed


def _json(text: str) -> list[Any] | None:
    """A list in JSON; None where the text is none, or one of mere texts, which any list may be."""
    if not (text.startswith("[") and text.endswith("]")):
        return None
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return None if any(isinstance(item, str) for item in listed) else list(listed)


def _line(said: Text) -> Specification:
    parts = {tag: _COLON.split(words, 1) for tag, words in said.said}
    return Specification(
        name=Text.model_validate({tag: two[0] for tag, two in parts.items() if len(two) > 1}),
        value=Text.model_validate({tag: two[-1] for tag, two in parts.items()}),
    )
