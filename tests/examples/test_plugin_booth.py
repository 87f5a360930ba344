"""The example plugin: installed beside the wheel in a fresh environment, and each part used."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.release.conftest import pip, python, shared, wheel
from tests.support.small_folders import write_small_fair

__all__ = ["python", "shared", "wheel"]

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


@pytest.mark.slow
def test_it_is_installed_and_used(python: Path, tmp_path: Path) -> None:
    pip(python, "install", "--no-deps", str(ROOT / "examples" / "plugin-booth"))
    fair = write_small_fair(tmp_path / "fair")
    (fair / "plan.csv").unlink()
    (fair / "exhibitors.csv").unlink()
    for name, text in (
        ("fair.yaml", FAIR),
        ("exhibitors.vcf", CARDS),
        ("plan.rows", "A01 A02\nB01\n"),
    ):
        (fair / name).write_text(text, encoding="utf-8")
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
