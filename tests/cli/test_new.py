"""`hallgen new` as a person uses it: what it says, and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import run

LIST = "Company,Booth\nSample Works,A1\n"
PLAN = "number,x (m),y (m),w,h\nA1,0,0,3,3\n"


@pytest.fixture
def given(tmp_path: Path) -> dict[str, Path]:
    files = {"list": ("l.csv", LIST), "plan": ("p.csv", PLAN), "broken": ("b.svg", "<svg")}
    for name, text in files.values():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {key: tmp_path / name for key, (name, _) in files.items()}


def test_a_list_and_a_plan_are_ready_to_check(
    tmp_path: Path, given: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    fair = tmp_path / "fair"
    assert run("new", fair, "--exhibitors", given["list"], "--plan", given["plan"]) == 0
    assert capsys.readouterr().out.endswith(f"Next: hallgen check {fair}\n")
    assert run("check", fair) == 0


def test_what_is_missing_is_said(
    tmp_path: Path, given: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", tmp_path / "one", "--exhibitors", given["list"]) == 0
    assert "There is no plan yet, so nothing can be built: put one" in capsys.readouterr().out
    assert run("new", tmp_path / "two", "--plan", given["plan"]) == 0
    assert "There is no exhibitor list yet: name it under tables" in capsys.readouterr().out


def test_a_broken_file_is_an_error_in_the_data(
    tmp_path: Path, given: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    fair = tmp_path / "fair"
    assert run("new", fair, "--exhibitors", given["list"], "--plan", given["broken"]) == 1
    assert "plans/b.svg:1: error H200" in capsys.readouterr().err
    assert (fair / "plans" / "b.svg").is_file()
    assert run("check", fair) == 1
    assert "plans/b.svg:1: error H200" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--sample", "--plan", "list"],
        ["--exhibitors", "missing.csv"],
        ["--plan", "."],
        ["--colour", "red"],
    ],
)
def test_wrong_use(tmp_path: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list").write_text(LIST)
    arguments = [str(tmp_path / one) if one in {"list", "."} else one for one in wrong]
    assert run("new", tmp_path / "fair", *arguments) == 2
    shown = capsys.readouterr().err
    assert "Error: " in shown
    assert "Traceback" not in shown
    assert not (tmp_path / "fair").exists()
