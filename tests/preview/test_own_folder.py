"""A booth's folder without its fair is previewed in a hall like many."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.layout import lay_out
from hallgen.model import BoothKind, BoothType
from hallgen.preview import FairFolder, OwnFolder, find_booth, source_of
from hallgen.readers.fair_file import Size
from hallgen.readers.own_booth import USUAL, read_own_booth
from tests.preview.small import paint, studio_of, write_fair


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "4.1-K045"
    own.mkdir()
    text = "style: timber\nclaim: {zh: 更快, en: Faster}\nproducts: [pump-9]\n"
    (own / "booth.yaml").write_text(text, encoding="utf-8")
    paint(own / "media" / "logo.png", "#c02020")
    paint(own / "media" / "pump-9.png", "#2040c0")
    return own


def test_media_are_logo_and_products(folder: Path) -> None:
    told = Diagnostics()
    fair = read_own_booth(folder, USUAL, told)
    own = fair.halls[0].booths[0]
    exhibitor = fair.exhibitors[0]
    assert not len(told), list(map(str, told))
    assert fair.languages == ("zh", "en")
    assert exhibitor.name.best("en") == "4.1-K045"
    assert exhibitor.logo == Path("media/logo.png")
    assert [(p.name.best("en"), p.images) for p in fair.products] == [
        ("pump 9", (Path("media/pump-9.png"),))
    ]
    assert own.choices.products == ("pump-9",)
    assert own.id == "4.1-K045"


def test_tables_say_more(folder: Path) -> None:
    row = "name.en,name.zh,intro.en,email\nDingchuan Gear,鼎川齿轮,Gears.,a@b.example\n"
    (folder / "exhibitors.csv").write_text(row, encoding="utf-8")
    (folder / "products.yaml").write_text("- {id: pump-9, name: Pump nine}\n", encoding="utf-8")
    told = Diagnostics()
    fair = read_own_booth(folder, USUAL, told)
    assert not len(told), list(map(str, told))
    assert fair.exhibitors[0].name.get("zh") == "鼎川齿轮"
    assert fair.exhibitors[0].email == "a@b.example"
    assert [p.name.best("en") for p in fair.products] == ["Pump nine"]


@pytest.mark.parametrize(
    ("width", "depth", "kind", "type_"),
    [
        (6, 3, BoothKind.SHELL, BoothType.ROW),
        (3, 3, BoothKind.SHELL, BoothType.ROW),
        (9, 6, BoothKind.RAW, BoothType.ISLAND),
    ],
)
def test_its_size_makes_its_place(
    folder: Path, width: float, depth: float, kind: BoothKind, type_: BoothType
) -> None:
    fair = read_own_booth(folder, Size(width=width, depth=depth), Diagnostics())
    (hall,) = fair.halls
    told = Diagnostics()
    layout = lay_out(hall, told)
    assert not len(told), list(map(str, told))
    assert hall.booths[0].kind is kind
    assert layout.booths[0].type is type_
    assert layout.booths[0].area == pytest.approx(width * depth)


@pytest.mark.slow
def test_it_is_previewed(folder: Path, tmp_path: Path) -> None:
    source = OwnFolder(folder, USUAL)
    with studio_of(folder, tmp_path / "preview" / "scratch", source=source) as studio:
        assert studio.only is not None
        assert studio.start_of(studio.only).startswith("4.1-K045/zh/halls/1/?at=")
        bench = studio.bench("4.1-K045")
        assert bench is not None
        page = bench.pages.make("en/halls/1/")
        assert page is not None
        assert b"in booth.yaml." in page
        (folder / "booth.yaml").write_text("style: baroque\n", encoding="utf-8")
        version = bench.version
        while bench.version == version or bench.settled is False:
            studio.follow()
        assert [f.place.file for f in bench.pages.report.faults][:1] == ["booth.yaml"]


def test_which_folder_is_meant(folder: Path, tmp_path: Path) -> None:
    fair = write_fair(tmp_path / "fair")
    assert isinstance(source_of(fair, None).source, FairFolder)
    inside = source_of(fair / "booths" / "A01", None)
    assert isinstance(inside.source, FairFolder)
    assert (inside.source.folder, inside.booth) == (fair, "A01")
    assert isinstance(source_of(folder, (9.0, 6.0)).source, OwnFolder)
    with pytest.raises(UsageError, match="leave out --size"):
        source_of(fair, (6.0, 3.0))
    (tmp_path / "other").mkdir()
    with pytest.raises(UsageError, match="neither a fair folder"):
        source_of(tmp_path / "other", None)


@pytest.mark.parametrize("name", ["Coast Robotics", "海岸机器人", "4.1-K045"])
def test_its_booth_is_found_by_the_folder_s_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name / "media").mkdir(parents=True)
    fair = read_own_booth(tmp_path / name, USUAL, Diagnostics())
    assert find_booth(fair, name) == fair.halls[0].booths[0]
    with pytest.raises(UsageError):
        find_booth(fair, "Somebody Else")
