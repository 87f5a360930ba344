"""`hallgen export` as an organiser runs it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hallgen.cli.main import ExitCode
from tests.cli import commands

FAIR = """format: 1
id: port-fair
name: Port Fair
languages: [en, zh]
halls: [{id: "1", name: Hall 1, plan: {file: plan.csv, unit: m}}]
tables: {exhibitors: [{file: exhibitors.csv}]}
"""
LIST = 'id,name,booth,phone\n1,"=cmd|\' /C calc\'!A0",A1,+49 421 1\n2,Coast Robotics,"A1, A2",\n'


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `hallgen` with arguments."""

    def run(*arguments: str) -> Done:
        code = commands.run(*arguments)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    folder = tmp_path / "fair"
    folder.mkdir()
    (folder / "fair.yaml").write_text(FAIR)
    (folder / "plan.csv").write_text("number,x,y,width,depth\nA1,3,3,3,3\nA2,6,3,3,3\n")
    (folder / "exhibitors.csv").write_text(LIST)
    return folder


def test_lists_that_nothing_runs(run: Run, fair: Path, tmp_path: Path) -> None:
    done = run("export", str(fair), "csv", "-o", str(tmp_path / "out"))
    assert done.code == ExitCode.DONE
    assert "Wrote" in done.out
    with (tmp_path / "out" / "exhibitors.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert rows[1][1] == "'=cmd|' /C calc'!A0"


def test_a_file_that_is_there_is_not_replaced(run: Run, fair: Path) -> None:
    done = run("export", str(fair), "csv", "-o", str(fair))
    assert done.code == ExitCode.WRONG_USE
    assert "exhibitors.csv is there already" in done.err
    assert (fair / "exhibitors.csv").read_text() == LIST


@pytest.mark.parametrize("format_", ["geojson", "svg", "dxf"])
def test_a_plan_into_a_folder_or_a_file(run: Run, fair: Path, tmp_path: Path, format_: str) -> None:
    assert run("export", str(fair), format_, "-o", str(tmp_path / "plans")).code == 0
    assert (tmp_path / "plans" / f"hall-1.{format_}").is_file()
    file = tmp_path / f"own.{format_}"
    assert run("export", str(fair), format_, "-o", str(file), "--hall", "1").code == 0
    assert file.read_bytes() == (tmp_path / "plans" / f"hall-1.{format_}").read_bytes()


def test_a_whole_fair_and_a_folder_of_it(run: Run, fair: Path, tmp_path: Path) -> None:
    whole, again = tmp_path / "all.json", tmp_path / "again"
    assert run("export", str(fair), "json", "-o", str(whole)).code == 0
    assert json.loads(whole.read_text())["format"] == 1
    assert run("export", str(whole), "folder", "-o", str(again)).code == 0
    assert run("check", str(again)).code == 0
    second = tmp_path / "second.json"
    assert run("export", str(again), "json", "-o", str(second)).code == 0
    first = json.loads(whole.read_text())["fair"]["exhibitors"]
    names = [one["name"] for one in json.loads(second.read_text())["fair"]["exhibitors"]]
    assert names == [one["name"] for one in first]


def test_imdf_says_where_it_is(run: Run, fair: Path, tmp_path: Path) -> None:
    done = run("export", str(fair), "imdf", "-o", str(tmp_path))
    assert done.code == ExitCode.DONE
    assert "H562" in done.err
    done = run("export", str(fair), "imdf", "-o", str(tmp_path / "b.zip"), "--at", "53.1,8.8")
    assert "H562" not in done.err
    assert run("export", str(fair), "imdf", "--at", "531,8").code == ExitCode.WRONG_USE


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 1}', '{"format": 2, "fair": {}}',
     '{"format": 1, "fair": {"id": 1}}',
     '{"format": 1, "fair": {"halls": [{"outline": {"outer": [[NaN, 1]]}}]}}', "[" * 100_000],
    ids=lambda text: text[:20] or "empty",
)  # fmt: skip
def test_what_is_no_whole_fair(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "all.json").write_text(text)
    done = run("export", str(tmp_path / "all.json"), "csv", "-o", str(tmp_path / "out"))
    assert done.code == ExitCode.FAULTY_DATA
    assert "Traceback" not in done.err
    assert "all.json" in done.err
    assert not (tmp_path / "out").exists()


def test_relations_that_lead_nowhere_are_told(run: Run, fair: Path, tmp_path: Path) -> None:
    whole = tmp_path / "all.json"
    run("export", str(fair), "json", "-o", str(whole))
    document = json.loads(whole.read_text())
    del document["fair"]["exhibitors"][0]
    whole.write_text(json.dumps(document))
    done = run("export", str(whole), "csv", "-o", str(tmp_path / "out"))
    assert done.code == ExitCode.FAULTY_DATA
    assert "H563" in done.err
    assert (tmp_path / "out" / "exhibitors.csv").is_file()


def test_a_hall_and_a_format_that_are_none(run: Run, fair: Path) -> None:
    done = run("export", str(fair), "svg", "--hall", "9")
    assert done.code == ExitCode.WRONG_USE
    assert "there are: 1." in done.err
    assert run("export", str(fair), "pdf").code == ExitCode.WRONG_USE
