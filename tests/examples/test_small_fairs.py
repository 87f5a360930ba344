"""The small example fairs: none has a fault, and each becomes a site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hallgen.build.scaffold import new_fair
from hallgen.build.steps import CheckedFair, read_and_check
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.model import BoothKind
from tests.conftest import ROOT
from tests.examples.test_industry_fair import REAL
from tools.small_fairs.__main__ import drawing, exhibitors

EXAMPLES = ROOT / "examples"
DRAWN = EXAMPLES / "list-and-drawing"


def one_hall(_: Path) -> Path:
    return EXAMPLES / "one-hall"


def trade_pavilion(_: Path) -> Path:
    return EXAMPLES / "trade-pavilion"


def list_and_drawing(folder: Path) -> Path:
    """The fair folder that `hallgen new` makes of a list and a drawing."""
    found = Diagnostics()
    new_fair(folder / "garden", DRAWN / "exhibitors.xlsx", [DRAWN / "hall.svg"], found)
    assert [str(one) for one in found] == []
    return folder / "garden"


FAIRS = [one_hall, trade_pavilion, list_and_drawing]


def checked(folder: Path) -> CheckedFair:
    found = Diagnostics()
    fair = read_and_check(folder, found)
    assert [str(one) for one in found if one.severity is not Severity.HINT] == []
    return fair


@pytest.mark.parametrize("fair", FAIRS)
def test_a_small_fair_is_without_fault(tmp_path: Path, fair: Callable[[Path], Path]) -> None:
    assert checked(fair(tmp_path)).fair.exhibitors


def test_one_hall_is_twenty_lines_and_a_table() -> None:
    folder = EXAMPLES / "one-hall"
    assert len((folder / "fair.yaml").read_text(encoding="utf-8").splitlines()) <= 20
    assert {path.name for path in folder.iterdir()} - {"addresses.csv"} == {
        "fair.yaml",
        "booths.csv",
    }


def test_the_pavilion_is_one_stand_of_many_firms() -> None:
    fair = checked(EXAMPLES / "trade-pavilion").fair
    booths = fair.halls[0].booths
    assert sum(1 for booth in booths if booth.kind is BoothKind.PAVILION) == 8
    shared = next(booth for booth in booths if booth.number == "P08")
    assert len(shared.co_exhibitors) == 1


def test_the_list_and_the_drawing_are_those_of_their_script() -> None:
    """If not: `python -m tools.small_fairs`."""
    assert (DRAWN / "exhibitors.xlsx").read_bytes() == exhibitors()
    assert (DRAWN / "hall.svg").read_text(encoding="utf-8") == drawing()


def test_what_is_guessed_of_the_list_and_the_drawing(tmp_path: Path) -> None:
    hall = checked(list_and_drawing(tmp_path)).fair.halls[0]
    assert hall.outline.bounds == (0, 0, 15, 21)
    assert [booth.number for booth in hall.booths] == [
        "A1",
        "A2",
        "A3",
        "B1",
        "B2",
        "B3",
        "C1",
        "C2",
    ]
    assert [gate.width for gate in hall.gates] == [3.0]


def test_no_name_is_real() -> None:
    for folder in ("one-hall", "trade-pavilion"):
        for path in (EXAMPLES / folder).rglob("*.csv"):
            assert not re.search(rf"\b(?:{REAL})\b", path.read_text(encoding="utf-8").lower())


@pytest.mark.slow
@pytest.mark.parametrize("fair", FAIRS)
def test_a_small_fair_becomes_a_site(
    tmp_path: Path, fair: Callable[[Path], Path], built: Callable[[Path], Path]
) -> None:
    folder = tmp_path / "copies" / fair.__name__  # a build writes addresses.csv beside fair.yaml
    shutil.copytree(fair(tmp_path), folder)
    site = built(folder)
    for hall in checked(folder).fair.halls:
        assert (site / "en" / "halls" / hall.id / "index.html").is_file()
        assert (site / "tiles" / hall.id / "tileset.json").is_file()
