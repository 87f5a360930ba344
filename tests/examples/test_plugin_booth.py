"""The example plugin: installed beside the wheel in a fresh environment, and each part used."""

from __future__ import annotations

import importlib
import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from hallgen import plugins
from hallgen.build.steps import read_and_check
from hallgen.checks import check_fair
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth
from hallgen.model import FairIndex
from tests.conftest import ROOT
from tests.release.conftest import pip, python, shared, wheel
from tests.support.installed import installed
from tests.support.libraries import library_of

__all__ = ["python", "shared", "wheel"]

PACKAGE = ROOT / "examples" / "plugin-booth"

CARDS = """BEGIN:VCARD
VERSION:4.0
ORG:Fernwick Greenhouses
X-BOOTH:A01
NOTE:Glasshouses and frames\\, made to measure.
END:VCARD
BEGIN:VCARD
VERSION:4.0
ORG:Morrow
X-BOOTH:B01
NOTE:Seeds.
END:VCARD
"""
FAIR = """format: 1
id: kiosks
name: Kiosks
languages: [en]
theme: {name: harbour, designs: {shell: kiosk}}
halls:
  - {id: "1", height: 6, plan: {file: plan.rows}}
tables: {exhibitors: [{file: exhibitors.vcf}]}
"""


def write_kiosks(folder: Path) -> Path:
    """A fair of the plugin's formats and looks."""
    folder.mkdir()
    files = {"fair.yaml": FAIR, "exhibitors.vcf": CARDS, "plan.rows": "A01 A02\nB01\n"}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, object]]:
    """What its entry points lead to, by group and name, without installing it."""
    monkeypatch.syspath_prepend(str(PACKAGE / "src"))
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, dict[str, object]] = {}
    for group, points in project["entry-points"].items():
        for name, said in points.items():
            module, _, thing = said.partition(":")
            found.setdefault(group, {})[name] = getattr(importlib.import_module(module), thing)
    return found


def test_it_has_one_of_each_group(loaded: dict[str, dict[str, object]]) -> None:
    assert set(loaded) == {
        plugins.TABLES,
        plugins.PLANS,
        plugins.CHECKS,
        plugins.BOOTH_DESIGNS,
        plugins.THEMES,
        plugins.VIEWER,
    }
    for group in (plugins.THEMES, plugins.VIEWER):
        assert all(Path(str(path)).exists() for path in loaded[group].values())


def test_its_formats_and_its_theme_are_read(
    tmp_path: Path, loaded: dict[str, dict[str, object]]
) -> None:
    fair, found = write_kiosks(tmp_path / "fair"), Diagnostics()
    with installed(**loaded):
        checked = read_and_check(fair, found)
    assert [e.name.best("en") for e in checked.fair.exhibitors] == [
        "Fernwick Greenhouses",
        "Morrow",
    ]
    assert [b.number for b in checked.fair.halls[0].booths] == ["A01", "A02", "B01"]
    assert checked.fair.theme.accent == "#0b7683"
    assert checked.fair.theme.designs == {"shell": "kiosk"}


def test_its_check_and_its_design_work(
    tmp_path: Path, loaded: dict[str, dict[str, object]]
) -> None:
    fair, found = write_kiosks(tmp_path / "fair"), Diagnostics()
    with installed(**loaded):
        checked = read_and_check(fair, Diagnostics())
        check_fair(checked.fair, checked.layouts, found)
        assert [d.message for d in found if d.code == "K001"] == [
            "Morrow: the introduction has 6 characters."
        ]
        index, media = FairIndex(checked.fair), library_of(checked.fair.folder)
        layout = next(b for b in checked.layouts["1"].booths if b.booth == "1-A01")
        kiosk = build_booth(index.booths["1-A01"], layout, index, media)
    usual = build_booth(index.booths["1-A01"], layout, index, media)
    assert len(kiosk.obstacles) >= 2
    assert len(kiosk.scene.nodes) != len(usual.scene.nodes)


@pytest.mark.slow
def test_it_is_installed_and_used(python: Path, tmp_path: Path) -> None:
    pip(python, "install", "--no-deps", str(ROOT / "examples" / "plugin-booth"))
    write_kiosks(tmp_path / "fair")
    try:
        checked = hallgen(python, tmp_path, "check", "fair")
        assert "Hall 1" in checked.stdout
        assert "3 booths, 2 let" in checked.stdout
        assert "hint K001: Morrow: the introduction has 6 characters." in checked.stderr
        assert "Fernwick" not in checked.stderr
        hallgen(python, tmp_path, "build", "fair", "-o", "site", "--cache", "cache")
    finally:
        pip(python, "uninstall", "--yes", "hallgen-kiosk")
    site = tmp_path / "site"
    (script,) = (site / "viewer" / "plugins").iterdir()
    page = (site / "en" / "halls" / "1" / "index.html").read_text(encoding="utf-8")
    assert f"viewer/plugins/{script.name}" in page
    (style,) = (site / "assets").glob("site.*.css")
    assert style.read_text(encoding="utf-8").rstrip().endswith('Georgia, "Songti SC", serif; }')
    kiosk = (site / "booths" / "1-A01.glb").stat().st_size
    assert kiosk != (site / "booths" / "1-A02.glb").stat().st_size


def hallgen(python: Path, desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command, away from this checkout."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(python), "-m", "hallgen", *arguments]
    done = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done
