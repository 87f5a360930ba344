"""Values of the model as the cells of a table, in the forms that the readers take apart again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from hallgen.model import Classification, Specification, Text

#: What would split an item of a list, and what would split an item that is alone.
_SPLITS: Final = re.compile(r"[;；|\n、]")
_SPLITS_ONE: Final = re.compile(r"[;；|\n、,，]")
_COLON: Final = re.compile(r"[:：]")


def listed(items: Sequence[str]) -> str:
    """A list in a cell: "a; b", or as JSON where an item has a sign in it that would split it."""
    signs = _SPLITS_ONE if len(items) == 1 else _SPLITS
    plain = all(items) and not any(signs.search(item) or item.startswith("[") for item in items)
    return "; ".join(items) if plain else json.dumps(list(items), ensure_ascii=False)


def paths(files: Iterable[Path]) -> str:
    """A list of files."""
    return listed([file.as_posix() for file in files]) or ""


def in_languages(texts: Sequence[Text]) -> dict[str, str]:
    """A list of texts as a cell for each language, the items of all side by side."""
    tags = dict.fromkeys(tag for text in texts for tag, _ in text.said)
    return {tag: listed([text.get(tag) or "" for text in texts]) for tag in tags}


def data_sheet(lines: Sequence[Specification]) -> dict[str, str]:
    """A data sheet as a cell for each language: "Payload: 12 kg; Reach: 1 m", or pairs in JSON."""
    tags = dict.fromkeys(
        tag for line in lines for text in (line.name, line.value) for tag, _ in text.said
    )
    pairs = {tag: [(i.name.get(tag) or "", i.value.get(tag) or "") for i in lines] for tag in tags}
    if all(_is_simple(name, value) for said in pairs.values() for name, value in said):
        cells = {tag: [f"{name}: {value}" for name, value in said] for tag, said in pairs.items()}
        if not any(_SPLITS_ONE.search(one) for said in cells.values() for one in said[:1]):
            return {tag: "; ".join(said) for tag, said in cells.items()}
    return {tag: json.dumps(said, ensure_ascii=False) for tag, said in pairs.items()}


def classes(found: Sequence[Classification]) -> str:
    """Classes in a cell: "ECLASS 13.0: 27274001", or objects in JSON where they have names."""
    cells = [f"{one.system}: {one.code}" for one in found]
    plain = not any(
        one.name or _SPLITS.search(f"{one.system}{one.code}") or _COLON.search(one.code)
        for one in found
    )
    if plain:
        return listed(cells)
    return json.dumps([one.model_dump(exclude_defaults=True) for one in found], ensure_ascii=False)


def _is_simple(name: str, value: str) -> bool:
    both = f"{name}{value}"
    return bool(name and value) and not (
        _SPLITS.search(both) or _COLON.search(name) or name.startswith("[")
    )
