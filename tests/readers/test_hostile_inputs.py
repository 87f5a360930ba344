"""Whatever stands in a fair folder, reading it ends in one clear line and leads nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.errors import FairError
from hallgen.model import Fair
from hallgen.readers import read_fair
from hallgen.readers.programme import moment
from tests.support.hostile import CASES, SECRET, Case, sound_fair


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_hostile_is_told_in_a_line(case: Case, tmp_path: Path) -> None:
    folder = sound_fair(tmp_path / "fair")
    case.put(folder)
    told, read = read_all(folder)
    found = [(fault.place.file, fault.code) for fault in told]
    assert (case.file, case.code) in found, [str(fault) for fault in told]
    assert (read is None) == case.fatal
    for fault in told:
        assert fault.message.isprintable()
        assert len(fault.message) <= 610
    assert SECRET not in f"{read} {[str(fault) for fault in told]}"


def test_the_fair_around_them_is_sound(tmp_path: Path) -> None:
    told, read = read_all(sound_fair(tmp_path / "fair"))
    assert [str(fault) for fault in told] == []
    assert read is not None


def read_all(folder: Path) -> tuple[list[Diagnostic], Fair | None]:
    """What is told of a fair folder, and the fair; None where there is none."""
    told = Diagnostics()
    try:
        fair = read_fair(folder, told)
    except FairError:
        return list(told), None
    check_fair(fair, {}, told)
    return list(told), fair


@pytest.mark.parametrize("when", ["0001-01-01 00:00", "9999-12-31 23:59", "1899-12-31"])
def test_a_year_of_no_fair_is_no_time(when: str) -> None:
    """Brought to another zone, it would leave what a calendar can hold."""
    assert moment(when) is None


@pytest.mark.parametrize("said", ["Hall 1 " * 700, "A01, " * 9000, "A01-" * 1200, "(" * 4900])
def test_a_reference_without_end(tmp_path: Path, said: str) -> None:
    folder = sound_fair(tmp_path / "fair")
    (folder / "exhibitors.csv").write_text(f'name,booth\nAlpha,"{said}"\n', encoding="utf-8")
    told, fair = read_all(folder)
    assert fair is not None
    assert "H301" in {fault.code for fault in told}
