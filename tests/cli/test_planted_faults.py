"""Eleven faults in one fair: all are told at once, each with its place, and the rest is built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hallgen.build.report import report_path
from tests.cli.commands import run
from tests.support.planted import FAULTS, plant


def test_check_tells_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = plant(tmp_path / "fair")
    assert run("check", folder, "--format", "json") == 1
    told = [(f"{d['file']}:{d['line']}", d["code"]) for d in json.loads(capsys.readouterr().out)]
    assert [fault for fault in FAULTS if fault not in told] == []


def test_build_tells_all_and_publishes_what_is_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, site = plant(tmp_path / "fair"), tmp_path / "site"
    assert run("build", folder, "-o", site, "--jobs", "1") == 1
    report = json.loads(report_path(site).read_text("utf-8"))
    told = {(f"{d['file']}:{d['line']}", d["code"]): d for d in report["diagnostics"]}
    assert [d["code"] for d in report["diagnostics"]].count("H401") == 1  # not once more by media
    assert [fault for fault in FAULTS if fault not in told] == []
    shown = capsys.readouterr().err
    for fault in FAULTS:
        diagnostic = told[fault]
        assert diagnostic["advice"]
        assert f"{fault[0]}" in shown
        assert diagnostic["message"] in shown
    assert (site / "zh" / "exhibitors" / "haiqiao-automation" / "index.html").is_file()
    assert (site / "tiles" / "1" / "tileset.json").is_file()
    assert len(list((site / "booths").glob("*.glb"))) == report["booths"]


def test_strict_publishes_nothing(tmp_path: Path) -> None:
    folder, site = plant(tmp_path / "fair"), tmp_path / "site"
    assert run("build", folder, "-o", site, "--strict") == 1
    assert not site.exists()


def test_strict_minds_what_only_a_build_finds(tmp_path: Path) -> None:
    """A broken logo is found when its booth is built; a strict build then publishes nothing."""
    folder, site = tmp_path / "fair", tmp_path / "site"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    (folder / "fair.yaml").write_text(
        "format: 1\nid: f\nname: F\nlanguages: [en]\nurl: https://f.example/\n"
        "halls: [{id: '1', plan: {file: plan.csv, unit: m}}]\n"
    )
    (folder / "plan.csv").write_text("number,x,y,width,depth\nA1,0,0,3,3\n")
    (folder / "exhibitors.csv").write_text("name,booth,logo\nOne,A1,media/logo.png\n")
    assert run("build", folder, "-o", site, "--jobs", "1", "--strict") == 1
    assert not site.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["fair"]
    assert run("build", folder, "-o", site, "--jobs", "1", "--qr") in (0, 1)
    assert (site / "fair.json").is_file()
    assert "https://f.example/en/exhibitors/one/" in (tmp_path / "site.qr.html").read_text("utf-8")


def test_no_fair_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", tmp_path) == 2
    assert "fair.yaml" in capsys.readouterr().err
