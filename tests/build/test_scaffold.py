"""`hallgen new`: folders that can be built as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.build.scaffold import new_fair
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import UsageError
from hallgen.readers import read_fair

LIST = "公司名称,英文名称,展位号\n样品,Sample,A1\n其他,Other,A-2\n"
PLAN = "number,x,y,w,h\nA1,0,0,3,3\nA2,3,0,3,3\nA3,6,0,3,3\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_and_a_plan(tmp_path: Path) -> None:
    exhibitors = write(tmp_path / "in" / "Ausstellerliste (final).CSV", LIST)
    plan = write(tmp_path / "in" / "Hall 4.1.csv", PLAN)
    folder = tmp_path / "My fair 2031"
    lines = new_fair(folder, exhibitors, [plan], Diagnostics())
    assert (folder / "exhibitors.csv").read_bytes() == exhibitors.read_bytes()
    assert (folder / "plans" / "hall-4-1.csv").is_file()
    text = (folder / "fair.yaml").read_text()
    assert str(tmp_path) not in text
    for line in lines[1:]:
        assert f"# {line}" in text
    found = Diagnostics()
    fair = read_fair(folder, found)
    assert (fair.id, fair.languages) == ("my-fair-2031", ("zh", "en"))
    assert [hall.id for hall in fair.halls] == ["4.1"]
    assert [e.booths for e in fair.exhibitors] == [("4.1-A1",), ("4.1-A2",)]
    assert found.count(Severity.ERROR) == 0


@pytest.mark.parametrize("as_list", [True, False])
@pytest.mark.parametrize("as_plan", [True, False])
def test_one_file_that_is_both(tmp_path: Path, *, as_list: bool, as_plan: bool) -> None:
    both = write(
        tmp_path / "booths.json",
        '[{"id": "A1", "name": "One", "x": 0, "y": 0, "w": 3, "h": 3},\n'
        ' {"id": "A2", "name": "Two", "x": 3, "y": 0, "w": 3, "h": 3}]',
    )
    if not as_list and not as_plan:
        return
    folder = tmp_path / "fair"
    new_fair(folder, both if as_list else None, [both] if as_plan else [], Diagnostics())
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2
    fair = read_fair(folder, Diagnostics())
    assert [e.name.best() for e in fair.exhibitors] == ["One", "Two"]
    assert all(e.booths for e in fair.exhibitors)


def test_without_a_plan_the_file_says_where_it_goes(tmp_path: Path) -> None:
    exhibitors = write(tmp_path / "a.csv", LIST)
    lines = new_fair(tmp_path / "fair", exhibitors, [], Diagnostics())
    assert any("no plan" in line for line in lines)
    assert "halls: []" in (tmp_path / "fair" / "fair.yaml").read_text()


def test_a_plan_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    found = Diagnostics()
    plan = write(tmp_path / "a.svg", "<svg")
    new_fair(tmp_path / "fair", write(tmp_path / "a.csv", LIST), [plan], found)
    assert found.count(Severity.ERROR) == 1
    assert (tmp_path / "fair" / "fair.yaml").is_file()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "fair" / "precious.txt", "mine")
    with pytest.raises(UsageError, match="not empty"):
        new_fair(tmp_path / "fair", write(tmp_path / "a.csv", LIST), [], Diagnostics())
    assert [path.name for path in (tmp_path / "fair").iterdir()] == ["precious.txt"]
