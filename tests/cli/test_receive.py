"""`hallgen submit` and `hallgen receive`, as an exhibitor and an organiser use them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.preview.small import write_fair
from tests.submissions.zips import write_zip


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The small fair without pictures, which take long."""
    folder = write_fair(tmp_path / "fair")
    for name, header in (("exhibitors", "id,name,booth"), ("products", "id,name,exhibitor")):
        rows = (folder / f"{name}.csv").read_text().splitlines()[1:]
        columns = len(header.split(","))
        text = "\n".join([header, *(",".join(row.split(",")[:columns]) for row in rows)])
        (folder / f"{name}.csv").write_text(f"{text}\n")
    return folder


def test_there_and_back(
    fair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Path(shutil.copytree(fair, tmp_path / "theirs"))
    (theirs / "booths/A01/booth.yaml").write_text("style: gallery\nclaim: Faster\n")
    file = tmp_path / "A01.zip"
    assert run("submit", "A01", "--fair", theirs, "-o", file) == 0
    said = capsys.readouterr().out
    assert f"Packed booth A01 into {file}: 1 file, 0.0 MB; " in said
    monkeypatch.setattr("click.confirm", lambda *_, **__: False)
    receive = ("receive", file, "--fair", fair, "--cache", tmp_path / "cache")
    assert run(*receive) == 1
    said = capsys.readouterr()
    assert "Booth A01 of Sample Tools\n" in said.out
    assert "  -color: '#0b7683'\n  +claim: Faster\n" in said.out
    assert "Not taken in: nothing has changed." in said.err
    assert "0b7683" in (fair / "booths/A01/booth.yaml").read_text()
    assert run(*receive, "--yes", "--draft") == 0
    said = capsys.readouterr()
    assert "  status   approved -> draft\n" in said.out
    back = fair / "received/A01/1-before.zip"
    assert f"The way back: hallgen receive {back} --fair {fair} --approve" in said.out
    assert (fair / "booths/A01/booth.yaml").read_text().endswith("claim: Faster\nstatus: draft\n")


def test_errors_and_strangers_words(
    fair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_zip(tmp_path / "a.zip", {"booth.yaml": 'claim: "a\u202eb"\ncolour: red\n'})
    receive = ("receive", file, "--fair", fair, "--cache", tmp_path / "cache")
    assert run(*receive, "--yes") == 1
    said = capsys.readouterr()
    assert "error H106" in said.err
    assert "--yes is not enough" in said.err
    assert '  +claim: "a?b"\n' in said.out
    assert not (fair / "received").exists()
    assert run(*receive, "--approve", "--draft") == 2
    assert run("receive", write_zip(tmp_path / "b.zip", {"../x": ""}), "--fair", fair) == 1
    said = capsys.readouterr()
    assert "b.zip (../x): error H163: it leads out of its folder." in said.err
