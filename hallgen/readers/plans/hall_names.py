"""Which layers and labels are called as halls are."""

from __future__ import annotations

import re
from typing import Final

_HALL: Final = re.compile(
    r"(?:(?:hall|halle|pavilion|pavillon|pabell[oó]n|padiglione|salle|sala)\s*[-_#.:]?\s*"
    r"(?P<word>[A-Z]?\d{1,2}(?:\.\d)?[A-Z]?|[A-Z]))"
    r"|(?P<cjk>[A-Z]?\d{1,2}(?:\.\d)?[A-Z]?|[A-Z])\s*[号號]?\s*(?:[馆館厅廳]|홀|전시관|전시홀|ホール)",
    re.IGNORECASE,
)


def hall_named(text: str) -> str | None:
    """The hall that a layer or a label is: "1" of "Hall 1", "N3" of "N3馆"; None if it is none."""
    match = _HALL.fullmatch(" ".join(text.replace("_", " ").split()))
    return None if match is None else (match["word"] or match["cjk"]).upper()
