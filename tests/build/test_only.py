"""Some halls are built alone; the others are as the site before has them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hallgen import codes
from hallgen.build.budgets import budgets
from hallgen.build.figures import measure
from hallgen.build.report import BuildReport, page_path, report_of, report_path
from hallgen.diagnostics import Diagnostics
from hallgen.errors import UsageError
from hallgen.model import Fair
from hallgen.readers import read_fair
from hallgen.readers.named_booths import find_halls
from tests.build.only import Place
from tests.cli.commands import run


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair of two halls, built whole, and what was told of it."""
    place = Place(tmp_path_factory.mktemp("whole"))
    place.write()
    place.build()
    return place.folder


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Place:
    shutil.copytree(whole, tmp_path / "place")
    return Place(tmp_path / "place")


def codes_of(report: BuildReport) -> list[str]:
    return [one.code for one in report.diagnostics]


def test_a_first_build_has_what_is_named_and_who_is_there(place: Place) -> None:
    shutil.rmtree(place.site)
    report = place.build("1")
    assert (report.halls, report.booths, report.exhibitors) == (1, 1, 2)
    assert place.has("tiles/1/tileset.json")
    assert not place.has("tiles/2/tileset.json")
    assert not place.has("en/exhibitors/other-ltd/index.html")
    assert place.has("en/exhibitors/both-halls/index.html")
    assert codes.HALL_AS_IT_WAS.code not in codes_of(report)
    report = place.build("B01")
    assert report.halls == 2
    assert place.has("en/exhibitors/other-ltd/index.html")
    assert place.has("tiles/1/tileset.json")


def test_what_is_named_is_new_and_the_rest_as_it_was(place: Place) -> None:
    before = place.files()
    place.change("exhibitors.csv", "Sample Tools", "Tools of Note")
    place.change("exhibitors.csv", "Other Ltd", "Another Ltd")
    report = place.build("1")
    after = place.files()
    assert before["tiles/2/tileset.json"] == after["tiles/2/tileset.json"]
    assert before["booths/2-B01.glb"] == after["booths/2-B01.glb"]
    assert before["booths/1-A01.glb"] != after["booths/1-A01.glb"]
    assert b"Another Ltd" in after["en/exhibitors/other-ltd/index.html"], "pages are of the fair"
    told = [one for one in report.diagnostics if one.kind is codes.HALL_AS_IT_WAS]
    assert [one.message for one in told] == ["Hall 2."]
    report = place.build("2-B01", "hall 2")
    assert codes.HALL_AS_IT_WAS.code not in codes_of(report)
    assert before["booths/2-B01.glb"] != place.files()["booths/2-B01.glb"]


def test_a_site_built_in_parts_is_the_whole_one(place: Place) -> None:
    whole = place.files()
    assert place.build("1").halls == 2
    assert place.files() == whole
    shutil.rmtree(place.site)
    place.build("1")
    place.build("2")
    assert place.files() == whole


@pytest.mark.parametrize("damage", ["file", "record", "another site"])
def test_what_is_no_longer_whole_is_built_again(place: Place, damage: str) -> None:
    whole = place.files()
    if damage == "file":
        (place.site / "tiles/2/hall.glb").unlink()
    elif damage == "record":
        (place.folder / ".site.halls.json").unlink()
    else:
        (place.site / "build.json").write_text('{"format": 1, "build": "another"}')
    place.build("1")
    assert place.files() == whole


def test_booths_that_are_gone_stop_nothing(place: Place) -> None:
    place.change("two.csv", "B01,0,0", "B09,0,0")
    place.change("exhibitors.csv", "B01", "B09")
    report = place.build("1")
    assert codes.HALL_AS_IT_WAS.code in codes_of(report)
    assert place.has("booths/2-B01.glb")


@pytest.fixture(scope="module")
def fair(whole: Path) -> Fair:
    return read_fair(whole / "fair", Diagnostics())


def test_halls_are_found_by_themselves_and_by_booths(fair: Fair) -> None:
    assert find_halls(fair, ()) == frozenset()
    for name in ("2", "Hall 2", "Second hall", "2-B01", "B01", "b 01"):
        assert find_halls(fair, (name,)) == {"2"}, name
    assert find_halls(fair, ("1", "B01")) == {"1", "2"}


def test_names_of_nothing_are_told_at_once_with_what_is_near(fair: Fair) -> None:
    with pytest.raises(UsageError) as told:
        find_halls(fair, ("1", "B07", "Secnd hall"))
    assert str(told.value) == (
        "There is no hall and no booth B07. Did you mean 'B01'? "
        "There is no hall and no booth Secnd hall. Did you mean 'Second hall'?"
    )


def test_the_command_refuses_what_is_not_there(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    before = place.files()
    arguments = ("--only", "3", "-o", place.site, "--cache", place.cache)
    assert run("build", place.fair, *arguments) == 2
    assert "There is no hall and no booth 3." in capsys.readouterr().err
    assert place.files() == before


def test_a_part_is_not_taken_for_the_whole(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(place.site)
    given = ("build", place.fair, "-o", place.site, "--cache", place.cache, "--jobs", "1")
    assert run(*given, "--only", "1") == 0
    assert "1 hall," in capsys.readouterr().out
    assert run(*given, "--only", "1") == 0
    assert "Nothing changed in" in capsys.readouterr().out
    assert run(*given) == 0
    assert "2 halls," in capsys.readouterr().out


def test_the_report_has_budgets_as_inspect_measures_them(whole: Path) -> None:
    site = Place(whole).site
    text = report_path(site).read_text("utf-8")
    figures = measure(site, budgets())
    assert len(figures) > 5
    assert json.loads(text)["budgets"] == [figure.line.as_record() for figure in figures]
    assert report_of(text, site).budgets == tuple(figure.line for figure in figures)
    page = page_path(site).read_text("utf-8")
    for figure in figures:
        assert figure.name in page
        assert f"{figure.largest[1]:,} of {figure.budget:,}" in page


def test_budgets_that_are_exceeded_are_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    tight = budgets().model_copy(update={"file": 1000})
    monkeypatch.setattr("hallgen.build.fair.budgets", lambda: tight)
    report = place.build()
    assert codes.FILE_TOO_LARGE.code in codes_of(report)
    line = next(line for line in report.budgets if line.name == "bytes of a file")
    assert len(line.above) > 1
    assert 'class="above"' in page_path(place.site).read_text("utf-8")
