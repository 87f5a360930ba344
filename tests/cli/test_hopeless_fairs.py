"""A fair of which nothing can be built: the commands say why, place by place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import run

HEAD = "format: 1\nid: a\nname: A\nlanguages: [en]\n"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("halls:\n  - id: 1\n\tplan: {}\n", "fair.yaml:7: error H104"),
        ("", "fair.yaml (halls): error H107: there is no hall. Put a plan into"),
        ("halls: [{id: 1, plan: {file: a.svg}}]\n", "fair.yaml:5 (halls[0].plan.file): error H101"),
        ("halls: [{id: 1, plan: {fiel: a.svg}}]\n", "Did you mean 'file'?"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_faults_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, text: str, told: str
) -> None:
    write(tmp_path, fair_yaml=HEAD + text)
    assert run(command, tmp_path) == 1
    shown = capsys.readouterr()
    assert told in shown.err
    assert "there is nothing to build" in shown.err
    assert " error" in shown.out
    assert not (tmp_path / "site").exists()


def test_the_lists_are_checked_while_there_is_no_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lists = "tables: {exhibitors: [{file: list.csv}], products: [{file: none.csv}]}\n"
    write(tmp_path, fair_yaml=HEAD + lists, list_csv="name,email\nOne,nonsense\n,a@b.example\n")
    assert run("check", tmp_path, "--format", "json") == 1
    told = {(d["code"], d["file"], d["line"]) for d in json.loads(capsys.readouterr().out)}
    assert told == {
        ("H107", "fair.yaml", None),
        ("H101", "fair.yaml", 5),
        ("H122", "list.csv", 2),
        ("H121", "list.csv", 3),
    }


def test_a_fair_may_be_named_by_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, fair_yaml=HEAD)
    assert run("check", tmp_path / "fair.yaml") == 1
    assert "H107" in capsys.readouterr().err


def test_codes_that_would_lead_nowhere_are_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
        '<rect id="A01" x="5" y="5" width="6" height="6"/></svg>'
    )
    hall = "halls: [{id: 1, plan: {file: a.svg, scale: 1, numbers: id}}]\n"
    write(tmp_path, fair_yaml=HEAD + hall, a_svg=drawing)
    assert run("build", tmp_path, "--qr") == 2
    assert "write it under `url` in fair.yaml" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
