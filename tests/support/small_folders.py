"""A fair folder as small as one can be, written to disk."""

from __future__ import annotations

from pathlib import Path
from typing import Final

#: The booths of the small fair, by number.
SMALL: Final = ("A01", "A02", "B01")

_FAIR: Final = """format: 1
id: small-fair
name: {zh: 小展, en: Small Fair}
languages: [en, zh]
halls:
  - {id: "1", name: Hall 1, plan: {file: plan.csv, unit: m, size: {width: 18, depth: 15}}}
"""
_LIST: Final = "Company,Booth\nSample Works,A01\nNorthlight,A02\nCoast Robotics,B01\n"
_PLAN: Final = "number,x,y,width,depth\nA01,3,3,3,3\nA02,6,3,3,3\nB01,3,9,6,3\n"


def write_small_fair(folder: Path, more: str = "") -> Path:
    """One hall of 18 x 15 m, three booths and three firms; `more` is added to its fair.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"fair.yaml": _FAIR + more, "exhibitors.csv": _LIST, "plan.csv": _PLAN}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
