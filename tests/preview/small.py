"""A fair of one hall with five booths in a folder, and its preview in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from hallgen.build.inline import InlineExecutor
from hallgen.diagnostics import Diagnostics
from hallgen.media.isolation import workshop
from hallgen.preview import FairFolder, PreviewStudio, Source
from hallgen.preview.bench import Tools
from hallgen.resources import viewer
from hallgen.site import read_viewer

FILES = {
    "fair.yaml": """\
format: 1
id: small
name: {en: Small fair, zh: 小展会}
languages: [en, zh]
halls:
  - {id: "1", plan: {file: plans/plan.csv, unit: m, table: {file: plans/plan.csv}}}
""",
    "plans/plan.csv": "number,x,y,width,depth\nA01,0,0,3,3\nA02,3,0,3,3\nA03,6,0,3,3\nB01,0,6,3,3\n"
    "Z99,60,0,3,3\n",
    "exhibitors.csv": "id,name,booth,intro.en,email,logo\n"
    "tools,Sample Tools,A01,We make tools.,us@tools.example,logo.png\n"
    "other,Other Ltd,A02,,,\n"
    "far,Far Away,Z99,,,\n"
    "bad,Bad Picture,B01,,,none.png\n",
    "products.csv": "id,name,exhibitor,images\nlathe,Lathe,tools,lathe.png\nmill,Mill,tools,\n",
    "booths/A01/booth.yaml": "style: gallery\ncolor: '#0b7683'\n",
}


def write_fair(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    paint(folder / "media" / "logo.png", "#c02020")
    paint(folder / "media" / "lathe.png", "#2040c0")
    return folder


def paint(file: Path, color: str) -> None:
    """A picture with a shape in a colour."""
    file.parent.mkdir(exist_ok=True)
    image = Image.new("RGB", (320, 240), "white")
    image.paste(color, (60, 60, 260, 180))
    image.save(file)


class Told:
    """Remembers the codes that were told of each booth last."""

    def __init__(self) -> None:
        self.codes: dict[str, list[str]] = {}

    def __call__(self, about: str, found: Diagnostics) -> None:
        self.codes[about] = [one.code for one in found]


@contextmanager
def studio_of(
    folder: Path, scratch: Path, told: Told | None = None, source: Source | None = None
) -> Iterator[PreviewStudio]:
    """A preview whose neighbourhoods are built at once, here."""
    pieces = scratch / ".pieces"
    pieces.mkdir(parents=True)
    with workshop(1, scratch) as shop:
        read = read_viewer(viewer())
        tools = Tools(
            source or FairFolder(folder),
            pieces,
            scratch.parent / "store",
            shop,
            read,
            InlineExecutor(),
        )
        studio = PreviewStudio(scratch, tools, told or Told())
        yield studio
