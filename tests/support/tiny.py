"""The smallest fair there is: a hall, a booth, a name. It is built in a few seconds."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "fair.yaml": """\
format: 1
id: tiny
name: Tiny fair
languages: [en]
halls:
  - {id: "1", plan: {file: plan.csv, unit: m, table: {file: plan.csv}}}
""",
    "plan.csv": "number,x,y,width,depth\nA01,0,0,3,3\n",
    "exhibitors.csv": "id,name,booth\ntools,Sample Tools,A01\n",
}


def write_tiny(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
