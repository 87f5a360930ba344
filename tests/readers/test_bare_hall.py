"""A hall that is yet to be laid out: its outline, doors, columns and hydrants without booths."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.readers.bare_hall import read_bare_hall

FAIR = """\
format: 1
id: bare
name: Bare
languages: [en]
rules: {row: 18}
halls:
  - id: "1"
    plan:
      file: plans/1.svg
      scale: 1
      layers:
        {outline: [outline], gates: [gate], exits: [exit], hydrants: [hydrant], columns: [col]}
  - id: "2"
    plan: {file: plans/2.csv, unit: m, size: {width: 30, depth: 20}}
"""
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
<rect id="outline" width="40" height="30"/>
<line class="gate" x1="18" y1="30" x2="22" y2="30"/>
<line class="exit" x1="40" y1="10" x2="40" y2="12"/>
<rect class="hydrant" x="0" y="20" width="0.4" height="0.7"/>
<rect class="col" x="20" y="15" width="0.8" height="0.8"/>
</svg>
"""
TABLE = """\
number,x,y,width,depth,kind
Way in,15,20,,,gate
,0,10,,,emergency exit
,30,5,,,fire hydrant
P1,10,10,0.8,0.8,pillar
"""


def fair(folder: Path) -> Path:
    (folder / "plans").mkdir()
    (folder / "fair.yaml").write_text(FAIR, encoding="utf-8")
    (folder / "plans/1.svg").write_text(SVG, encoding="utf-8")
    (folder / "plans/2.csv").write_text(TABLE, encoding="utf-8")
    return folder


def test_a_drawing_without_booths(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    hall, rules = read_bare_hall(fair(tmp_path), "1", diagnostics)
    assert [str(d) for d in diagnostics] == []
    assert rules.row == 18
    assert hall.booths == ()
    assert hall.outline.bounds == (0, 0, 40, 30)
    assert [(g.position, g.width) for g in hall.gates] == [((20, 0), 4)]
    assert [(g.id, g.position, g.width) for g in hall.exits] == [("exit-1", (40, 19), 2)]
    assert [h.bounds for h in hall.hydrants] == [(0, 9.3, 0.4, 10)]
    assert [c.bounds for c in hall.columns] == [(20, 14.2, 20.8, 15)]


def test_a_table_without_booths(tmp_path: Path) -> None:
    hall, _ = read_bare_hall(fair(tmp_path), "2", Diagnostics())
    assert hall.booths == ()
    assert [g.name.best() for g in hall.gates] == ["Way in"]
    assert len(hall.exits) == len(hall.hydrants) == len(hall.columns) == 1


def test_no_such_hall(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no hall '3'\. It has: 1, 2"):
        read_bare_hall(fair(tmp_path), "3", Diagnostics())
