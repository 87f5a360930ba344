"""The commands of the documentation, and a desk on which they can be run."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import ezdxf
from ezdxf import units
from PIL import Image

from hallgen.diagnostics import Diagnostics
from hallgen.exports import ExportFormat, exported
from hallgen.preview.reading import FairFolder
from hallgen.readers import read_fair
from hallgen.submissions import submit
from tests.conftest import ROOT
from tests.support.documents import pdf
from tests.support.small_folders import write_small_fair

_EXAMPLES = ROOT / "examples"
_STEP = _EXAMPLES / "industry-fair" / "media" / "models" / "planetary-gearbox.step"
_LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40">
<path fill="#0b5fb3" d="M5 5h80v30h-80z"/></svg>"""
#: Numbers of booths that pages speak of.
_BOOTHS = ("A1", "A01", "A02", "K045", "B01")

_FENCE = re.compile(r"^```sh\n((?:(?!```).*\n)*)```$", re.MULTILINE)
_INDENTED = re.compile(r"^ {4}((?:hallgen|python|make|pip) .*)$", re.MULTILINE)
_INLINE = re.compile(r"`(hallgen [a-z][^`\n]*)`")
#: What is said beside a command in a column of its own.
_BESIDE = re.compile(r"(?: {3,}| +# ).*$")


@dataclass(frozen=True)
class Said:
    """A command and the page that says it."""

    page: str
    line: str

    @property
    def words(self) -> list[str]:
        return shlex.split(self.line)

    def __str__(self) -> str:
        return f"{self.page}: {self.line}"


@cache
def pages() -> dict[str, str]:
    """What is told to users and developers, by its path from the root."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(_EXAMPLES.glob("*/README.md"))]
    found += sorted(p for p in (ROOT / "docs").rglob("*.md") if p.parent.name != "decisions")
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in found}


def _lines(text: str) -> Iterator[str]:
    for block in _FENCE.finditer(text):
        yield from filter(None, map(str.strip, block[1].splitlines()))
    for indented in _INDENTED.finditer(text):
        yield _BESIDE.sub("", indented[1]).strip()


@cache
def blocks() -> tuple[Said, ...]:
    """Commands that stand in lines of their own, in the order of the pages."""
    return tuple(
        dict.fromkeys(Said(page, line) for page, text in pages().items() for line in _lines(text))
    )


@cache
def mentioned() -> tuple[Said, ...]:
    """Commands within sentences: their words may stand for others (BOOTH, DIR)."""
    return tuple(
        dict.fromkeys(
            Said(page, found) for page, text in pages().items() for found in _INLINE.findall(text)
        )
    )


def lay(desk: Path, said: Said, site: Path) -> None:
    """Put what a command needs before who runs it. `site` is a built one, to be copied."""
    if said.page in WITHIN:
        fair(desk, hall="4.1")
    made = said.words[2] if said.words[1] == "new" else None
    for before, word in pairwise(said.words[1:]):
        path = desk / word
        if word.startswith("-") or before == "-o" or word == made or path.exists():
            continue
        if path.suffix.lower() in MAKERS:
            path.parent.mkdir(parents=True, exist_ok=True)
            MAKERS[path.suffix.lower()](path)
        elif word in FOLDERS:
            FOLDERS[word](path)
        elif path.name in ("site", "site-of-monday"):
            shutil.copytree(site, path)


def fair(folder: Path, hall: str = "1") -> None:
    """A fair whose booths have the numbers that pages speak of, in a hall of that number."""
    write_small_fair(folder)
    rows = [f"{number},{3 + 3 * at},3,3,3" for at, number in enumerate(_BOOTHS)]
    (folder / "plan.csv").write_text("\n".join(["number,x,y,width,depth", *rows]), encoding="utf-8")
    size = (folder / "fair.yaml").read_text(encoding="utf-8").replace("width: 18", "width: 24")
    sheet = size.replace('id: "1"', f'id: "{hall}"')
    (folder / "fair.yaml").write_text(sheet, encoding="utf-8")
    firms = [f"Firm {number},{number}" for number in _BOOTHS]
    _own_folder(folder / "booths" / "K045")
    listed = "\n".join(["Company,Booth", *firms])
    (folder / "exhibitors.csv").write_text(listed + "\n", encoding="utf-8")


def _own_folder(folder: Path) -> None:
    (folder / "media").mkdir(parents=True)
    (folder / "booth.yaml").write_text("style: gallery\nclaim: Made to last\n", encoding="utf-8")
    (folder / "media" / "logo.svg").write_text(_LOGO, encoding="utf-8")
    _photo(folder / "media" / "arm.jpg")


def _workbook(path: Path) -> None:
    shutil.copyfile(_EXAMPLES / "list-and-drawing" / "exhibitors.xlsx", path)


def _drawing(path: Path) -> None:
    if path.parent.name == "drafts":
        _exported(path, ExportFormat.SVG)
    elif path.stem.startswith("hall"):
        shutil.copyfile(_EXAMPLES / "list-and-drawing" / "hall.svg", path)
    else:
        path.write_text(_LOGO, encoding="utf-8")


def _cad(path: Path) -> None:
    drawing = ezdxf.new(units=units.MM)
    space = drawing.modelspace()
    for at in range(3):
        x = 3000 * at
        corners = [(x, 0), (x + 3000, 0), (x + 3000, 3000), (x, 3000)]
        space.add_lwpolyline(corners, close=True, dxfattribs={"layer": "STANDS"})
        insert = {"layer": "STAND_NO", "insert": (x + 800, 1200)}
        space.add_text(f"E{at + 1}", height=300, dxfattribs=insert)
    drawing.saveas(path)


def _photo(path: Path) -> None:
    """Twice as wide as high, so that it will do for a panorama as well."""
    gradient = Image.linear_gradient("L").resize((2048, 1024))
    Image.merge("RGB", (gradient, gradient.rotate(180), gradient)).save(path)


def _document(path: Path) -> None:
    path.write_bytes(pdf(["Robots by the sea"]))


def _solid(path: Path) -> None:
    shutil.copyfile(_STEP, path)


def _submission(path: Path) -> None:
    """What the exhibitor of K045 sends."""
    aside = path.with_suffix(".fair")
    fair(aside)
    told = Diagnostics()
    assert submit(FairFolder(aside), "K045", path, told) is not None, list(told)
    shutil.rmtree(aside)


def _exported(path: Path, format_: ExportFormat) -> None:
    """A fair's only file in a format."""
    aside = path.with_suffix(".folder")
    fair(aside)
    told = Diagnostics()
    (data,) = exported(read_fair(aside, told), format_, told).files.values()
    path.write_bytes(data)
    shutil.rmtree(aside)


def _wanted(path: Path) -> None:
    rows = [f"Firm {at},{9 * (1 + at % 2)}" for at in range(4)]
    path.write_text("\n".join(["Company,Area", *rows]) + "\n", encoding="utf-8")


#: Files that commands name, by their endings, and folders by their names.
MAKERS: dict[str, Callable[[Path], None]] = {
    ".xlsx": _workbook,
    ".svg": _drawing,
    ".dxf": _cad,
    ".jpg": _photo,
    ".pdf": _document,
    ".step": _solid,
    ".zip": _submission,
    ".json": partial(_exported, format_=ExportFormat.JSON),
    ".csv": _wanted,
}
#: Pages whose commands are run within a fair's folder.
WITHIN = ("docs/layout.md",)
FOLDERS: dict[str, Callable[[Path], None]] = {
    "my-fair": fair,
    "garden": fair,
    "build/fair": fair,
    "4.1-K045": _own_folder,
    "Coast Robotics": _own_folder,
    "海岸机器人": _own_folder,
}
