"""A fair of two halls with a booth each, and its site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hallgen.build.choices import Strictness
from hallgen.build.fair import build_fair
from hallgen.build.options import HallOptions
from hallgen.build.report import BuildReport
from hallgen.diagnostics import Diagnostics
from hallgen.light import LightQuality

FILES = {
    "fair.yaml": """\
format: 1
id: two
name: Two halls
languages: [en]
halls:
  - {id: "1", plan: {file: one.csv, unit: m, table: {file: one.csv}}}
  - {id: "2", name: Second hall, plan: {file: two.csv, unit: m, table: {file: two.csv}}}
""",
    "one.csv": "number,x,y,width,depth\nA01,0,0,3,3\n",
    "two.csv": "number,x,y,width,depth\nB01,0,0,6,3\n",
    "exhibitors.csv": "id,name,booth\ntools,Sample Tools,A01\nother,Other Ltd,B01\n"
    "both,Both Halls,A01\nboth,Both Halls,B01\n",
}


class Place:
    """A fair folder, its site and what is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fair, self.site, self.cache = folder / "fair", folder / "site", folder / "cache"

    def write(self) -> None:
        self.fair.mkdir()
        for name, text in FILES.items():
            (self.fair / name).write_text(text, encoding="utf-8")

    def build(self, *only: str) -> BuildReport:
        options = HallOptions(LightQuality.DRAFT, self.cache, 1, lambda *_: None)
        return build_fair(
            self.fair,
            self.site,
            Diagnostics(),
            options,
            strictness=Strictness.LENIENT,
            day=date(2026, 5, 1),
            only=only,
        )

    def change(self, file: str, old: str, new: str) -> None:
        text = (self.fair / file).read_text("utf-8")
        assert old in text
        (self.fair / file).write_text(text.replace(old, new), "utf-8")

    def has(self, address: str) -> bool:
        return (self.site / address).is_file()

    def files(self) -> dict[str, bytes]:
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in files}
