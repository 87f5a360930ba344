"""`hallgen new`: folders that can be built as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.build.scaffold import new_fair
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.errors import FairError, UsageError
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
    told = Diagnostics()
    with pytest.raises(FairError):
        read_fair(tmp_path / "fair", told)  # fair.yaml names it, so that it can be mended there
    assert [str(d) for d in told] == [str(d) for d in found]


def test_a_list_that_cannot_be_read_is_named_all_the_same(tmp_path: Path) -> None:
    found = Diagnostics()
    plan = write(tmp_path / "a.csv", PLAN)
    new_fair(tmp_path / "fair", write(tmp_path / "list.pdf", "%PDF-1.7"), [plan], found)
    told = Diagnostics()
    read_fair(tmp_path / "fair", told)
    assert [(d.code, d.place.file) for d in found] == [("H103", "exhibitors.pdf")]
    assert [(d.code, d.place.file) for d in told] == [("H103", "exhibitors.pdf")]


def test_a_list_given_as_a_plan_is_told_once(tmp_path: Path) -> None:
    found, told = Diagnostics(), Diagnostics()
    new_fair(tmp_path / "fair", None, [write(tmp_path / "a.csv", LIST)], found)
    with pytest.raises(FairError):
        read_fair(tmp_path / "fair", told)
    assert [d.code for d in found] == ["H120"]
    assert [d.code for d in told] == ["H120"]


def test_a_plan_given_twice_is_one_hall(tmp_path: Path) -> None:
    plan = write(tmp_path / "a.csv", PLAN)
    lines = new_fair(tmp_path / "fair", None, [plan, plan], Diagnostics())
    assert "a.csv was given 2 times; it is used once." in lines
    assert [hall.id for hall in read_fair(tmp_path / "fair", Diagnostics()).halls] == ["1"]


@pytest.mark.parametrize(("said", "id_"), [("4.1", "4.1"), ("北馆", "BeiGuan")])
def test_the_only_hall_is_called_as_in_the_list(tmp_path: Path, said: str, id_: str) -> None:
    exhibitors = write(
        tmp_path / "l.csv", f"公司名称,展位号,展馆\n样品,A1,{said}\n其他,A2,{said}\n"
    )
    lines = new_fair(tmp_path / "f", exhibitors, [write(tmp_path / "p.csv", PLAN)], Diagnostics())
    assert f"plans/p.csv: is taken for hall {said}, as the list says (likely)." in lines
    found = Diagnostics()
    fair = read_fair(tmp_path / "f", found)
    assert [e.booths for e in fair.exhibitors] == [(f"{id_}-A1",), (f"{id_}-A2",)]
    assert [d.code for d in found if d.code in {"H301", "H305"}] == []


def test_a_plan_whose_rows_name_nobody_is_no_list(tmp_path: Path) -> None:
    plan = write(tmp_path / "a.csv", "id,name,x,y,w,h\nA1,,0,0,3,3\nA2,,3,0,3,3\n")
    lines = new_fair(tmp_path / "fair", None, [plan], Diagnostics())
    assert "There is no exhibitor list yet: name it under tables in fair.yaml." in lines
    assert read_fair(tmp_path / "fair", Diagnostics()).exhibitors == ()


def test_what_is_no_booth_in_a_plan_is_no_exhibitor(tmp_path: Path) -> None:
    rows = [f"A{n},Firm {n},{3 * n},0,3,3" for n in range(6)] + ["Entrance-1,In,9,30,3,3"]
    both = write(tmp_path / "a.csv", "\n".join(["id,name,x,y,w,h", *rows]))
    new_fair(tmp_path / "fair", both, [], Diagnostics())
    found = Diagnostics()
    fair = read_fair(tmp_path / "fair", found)
    assert [e.name.best() for e in fair.exhibitors] == [f"Firm {n}" for n in range(6)]
    assert len(fair.halls[0].gates) == 1
    assert "H301" not in {d.code for d in found}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "fair" / "precious.txt", "mine")
    with pytest.raises(UsageError, match="not empty"):
        new_fair(tmp_path / "fair", write(tmp_path / "a.csv", LIST), [], Diagnostics())
    assert [path.name for path in (tmp_path / "fair").iterdir()] == ["precious.txt"]
